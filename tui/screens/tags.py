"""All tags on a screen of their own: counted, renamed, merged, pinned to digits."""

from collections.abc import Callable, Sequence

from store.work.becoming import Preview
from tui.desk import Desk
from tui.desk.tag_table import outcome
from tui.keymap import Keymap
from tui.screens.listing import Listing
from tui.screens.prompting import Prompting
from tui.themes import Look
from tui.widgets.buffer import Buffer
from tui.widgets.tag_list import TagList


class TagsScreen(Listing):
    """Every tag, with how many articles and incidents have it."""

    where = "tags"

    def __init__(self, keymap: Keymap, look: Look, desk: Desk) -> None:
        super().__init__(keymap, look, desk)
        self._table = desk.tags.table
        self._known: frozenset[str] = frozenset()
        self._previews: dict[str, Preview | None] = {}

    def rows(self) -> TagList:
        """The tags."""
        return TagList(self._table.window, id="board")

    def on_mount(self) -> None:
        """Begin to count."""
        with self.desk.careful():
            self._table.open(self._show)

    def leave(self) -> None:
        """Stop counting, and go back to the desk."""
        self._table.close()
        super().leave()

    def read(self) -> None:
        """Count again."""
        self._table.look_again()
        self._show()

    def _show(self) -> None:
        self.count, self.cursor = len(self._table.tags), self._table.index
        self.about = self._table.about()
        self.slots = self.desk.tags.slots()
        self.version += 1

    # -- moving

    def move(self, by: int) -> None:
        """Move the cursor by so many tags, at most to the ends."""
        self._table.move(by)

    # -- doing

    def limit(self) -> None:
        """Limit the list to the articles with the tag."""
        if self.count and self._table.limit():
            self.leave()

    def pin(self, digit: int) -> None:
        """Pin the tag to a digit."""
        if self.count:
            self._table.pin(digit, self._table.chosen.id)
            self._show()

    def ask_rename(self) -> None:
        """Ask what the tag is to be called."""
        if self.count:
            old = self._table.chosen.id
            self._ask(f"rename {old} to", old, lambda new: self._table.rename(old, new))

    def ask_merge(self) -> None:
        """Ask which tag this one is to become."""
        if self.count:
            old = self._table.chosen.id
            self._ask(f"merge {old} into", "", lambda new: self._table.merge(old, new))

    def _others(self, before: str) -> tuple[int, Sequence[str]]:
        """How the words for another tag than the chosen one may go on."""
        start, found = self.desk.tags.completing(before)
        return start, [tag for tag in found if tag != self._table.chosen.id]

    def _ask(self, label: str, typed: str, take: Callable[[str], str]) -> None:
        """Ask for a tag, with what would change shown under the line."""
        self._known, self._previews = frozenset(tag.id for tag in self._table.tags), {}
        self.ask(Prompting(label, take, Buffer(typed), completing=self._others))

    def show_prompt(self) -> None:
        """Show the line, and under it what would change, where nothing else is to be said."""
        super().show_prompt()
        if self.asking and not self.problem and not self.offered:
            self._preview(self.asking)

    def _preview(self, asking: Prompting) -> None:
        """What would change is looked up once, and once more for each tag that is typed whole."""
        typed, chosen = asking.buffer.text.strip(), self._table.chosen.id
        other = typed if typed in self._known - {chosen} else ""
        if other in self._previews:
            known, new = self._previews[other], typed if typed != chosen else ""
            self.offered = (outcome(known, new),) if known else ()
            return

        def show(preview: Preview) -> None:
            self._previews[other] = preview
            if self.asking is asking:
                self.show_prompt()

        self._previews[other] = None
        self._table.preview(self._table.chosen.id, other, show)
