"""What was changed, here and by others: shown where it is seen, said without hiding a refusal."""

from textwrap import shorten
from typing import TYPE_CHECKING

from store import Change, Kept
from tui.desk.part import Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.desk.desk import Desk

_NAMED = 40
"""Characters of a title that tell it from others, so that what stays true has room beside."""

_NOTING = frozenset({"note", "undo", "redo"})
"""Changes that may have changed a note."""

_READ_S = 5.0
"""How long a refusal stays on the status line whatever colleagues do."""

_BOTH_WRITE = "{} writes this note too; what both wrote is put together when yours is saved"


class News:
    """The changes as they come in."""

    def __init__(self, desk: "Desk", clock: "Callable[[], float]") -> None:
        self._desk = desk
        self._clock = clock
        self._refusal, self._until = desk.status, 0.0
        self._own = 0

    def take_in(self) -> None:
        """Show and say what others have changed since this was last asked for."""
        desk = self._desk
        came = desk.case.poll()
        if came:
            desk.tell(Part.PAST)
        changes = [change for change in came if change.action != "digits"]
        if not changes:
            return
        if any(change.action == "import" for change in changes):
            desk.lists.look_again()
        self.show(*changes)
        self._say(changes[-1])
        writers = [change.user for change in changes if change.action in _NOTING]
        if writers and desk.note.look_again():
            desk.say(_BOTH_WRITE.format(writers[-1]))

    def show(self, *changes: Change) -> None:
        """Paint again what was changed, once for all the changes, and nothing else."""
        desk, actions = self._desk, {change.action for change in changes}
        desk.links.hear(actions)
        if actions & {"undo", "redo"} and desk.case.count() != desk.rows.total:
            desk.lists.look_again()  # articles left with the import taken back, or returned
        for change in changes:
            desk.rows.forget(change.articles)
        desk.left.hear(changes)
        desk.tell(Part.ROWS | Part.PAST)
        is_ours = desk.incidents.hear(changes)
        if is_ours or any(desk.cursor in change.articles for change in changes):
            desk.look_again()
        if actions & _NOTING:
            desk.note.look_again()
        desk.queries.look_again()

    def named(self, change: Change) -> str:
        """What was done, with the title of the article if it is another than the one in view."""
        if change.articles == (self._desk.cursor,) or len(change.articles) != 1:
            return change.label
        row = self._desk.case.rows(change.articles)
        title = shorten(row[0].title, _NAMED, placeholder="…") if row else ""
        return f"{change.label} · {title}" if title else change.label

    def refused(self) -> None:
        """Leave the refusal that was just said to be read for a while."""
        self._refusal, self._until = self._desk.status, self._clock() + _READ_S

    def go_on(self) -> None:
        """A key comes: why the one before it did nothing is over, what the case refused is not."""
        said, refusal = self._desk.status, self._refusal.words
        is_over = not (refusal and refusal in said.words) and not self._desk.note.unsaved
        if said.tone == "problem" and is_over:
            self._desk.say("")

    def noted(self, kept: Kept, also: str = "") -> None:
        """Acknowledge a note; that two ways of one line were kept is left to be read."""
        if kept.change:
            self._desk.hear(kept.change, also)
        if kept.clashes:
            self.refused()

    def acknowledged(self, change: Change) -> None:
        """Keep what was just acknowledged: what others did before it is no news any more."""
        self._own = change.seq

    def _say(self, change: Change) -> None:
        if change.seq < self._own and self._desk.status.tone == "done":
            return
        words = f"{change.user}: {self.named(change)}"
        refusal = self._refusal.words
        is_unread = refusal and self._desk.status.words.startswith(refusal)
        if is_unread and self._clock() < self._until:
            self._desk.say(f"{refusal} · {words}", self._refusal.tone)
        else:
            self._desk.say(words)
