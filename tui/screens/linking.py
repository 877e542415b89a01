"""Links in the note on the screen: offered while one is typed, followed."""

from store.links import OPENED, Link, at
from tui.desk import Part
from tui.keymaps.named import key
from tui.screens.going import Going
from tui.views import Linkable
from tui.widgets.foot import Following
from tui.widgets.key_row import Choice

_ROOM = 30
"""Cells that one of several facts takes to be told from the others."""
_ROWS = 2
"""Rows in which they are offered."""


class Linking(Going):
    """The verbs of the desk's screen that concern links."""

    linkable: tuple[Linkable, ...] = ()
    """What the link that is being typed may lead to; tab takes the first."""
    _left_at: tuple[int, int] | None = None
    """Where a link was begun whose list was left."""

    # -- offered while one is typed

    def offer_links(self) -> None:
        """Offer what the link may lead to that the cursor is in, if it is in one."""
        before = self.area.before_cursor()
        opened = before.rfind(OPENED)
        begun = (self.area.cursor_location[0], opened)
        if opened < 0 or "]" in before[opened:] or begun == self._left_at:
            self._offer(())
            return
        self._left_at = None
        self._offer(self.desk.links.offered(before[opened + len(OPENED) :]))

    def take_link(self) -> None:
        """Take the first of what is offered."""
        before = self.area.before_cursor()
        self.area.put_for(len(before) - before.rfind(OPENED), self.linkable[0].link)
        self.desk.typed(self.area.text)
        self._offer(())

    def next_link(self) -> None:
        """Put the next of what is offered first."""
        self._offer((*self.linkable[1:], self.linkable[0]))

    def previous_link(self) -> None:
        """Put the last of what is offered first."""
        self._offer((self.linkable[-1], *self.linkable[:-1]))

    def leave_links(self) -> None:
        """Leave the list; the note goes on as it is."""
        self._left_at = (self.area.cursor_location[0], self.area.before_cursor().rfind(OPENED))
        self._offer(())

    def _offer(self, linkable: tuple[Linkable, ...]) -> None:
        if linkable == self.linkable:
            return
        self.linkable = linkable
        shown = linkable[: max(self.size.width * _ROWS // _ROOM, 1)]
        choices = [Choice("·" if n else "tab", one.words) for n, one in enumerate(shown)]
        if left := len(linkable) - len(shown):
            choices.append(Choice("down", f"{left} more"))
        self.following = Following("link:", tuple(choices)) if linkable else None

    # -- followed

    @property
    def linked(self) -> Link | None:
        """The link under the cursor of the note."""
        text = self.area.text
        return at(text, self.area.place()) if OPENED in text else None

    def follow_link(self) -> None:
        """Go to what the link under the cursor leads to."""
        link = self.linked
        if link is None:
            self.complain("there is no link under the cursor; [[ begins one")
            return
        if problem := self.desk.links.problem_of(link):
            self.complain(problem)
            return
        self._after_note = None  # it is left for elsewhere
        self.leave_note()
        if link.kind == "incident":
            self.show_incident(link.number)
            return
        index = self.desk.rows.index(link.number)
        if index is None:
            limit = key("list.limit")
            self.complain(
                f"article {link.number} is hidden by the limit; {limit} and Enter show all"
            )
            return
        self.desk.go_to(index)
        self.desk.load()
        if link.kind == "fact" and (fact := self.desk.links.fact(link)):
            self.desk.facts.go_to(fact.key)
            self.go_to_pane("facts")
            self.desk.tell(Part.FACT)
