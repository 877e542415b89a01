"""What colleagues change: shown where it is seen, and said without hiding what was just refused."""

from typing import TYPE_CHECKING

from store import Change, Kept
from tui.desk.part import Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.desk.desk import Desk

NOTING = frozenset({"note", "undo", "redo"})
"""Changes that may have changed a note."""

_READ_S = 5.0
"""How long a refusal stays on the status line whatever colleagues do."""

_BOTH_WRITE = "{} writes this note too; what both wrote is put together when yours is saved"


class News:
    """The changes of others as they come in."""

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
            desk.list_again()
        desk.show(*changes)
        self._say(changes[-1])
        writers = [change.user for change in changes if change.action in NOTING]
        if writers and desk.note.look_again():
            desk.say(_BOTH_WRITE.format(writers[-1]))

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
        words = f"{change.user}: {self._desk.named(change)}"
        refusal = self._refusal.words
        is_unread = refusal and self._desk.status.words.startswith(refusal)
        if is_unread and self._clock() < self._until:
            self._desk.say(f"{refusal} · {words}", self._refusal.tone)
        else:
            self._desk.say(words)
