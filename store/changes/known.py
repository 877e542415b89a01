"""What a process has read of a case and need not read again while nobody else changes it."""

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from store.changes.log import Change
    from store.search.tagged import Recorded
    from store.search.terms import Term

_CHANGES: Final = 200
"""How many changes are kept at most."""


class Last(NamedTuple):
    """The end of the change log, which the next change is chained to."""

    seq: int
    at: str
    hash: bytes


class Known:
    """What holds from one change of this process to its next; None is not known."""

    def __init__(self) -> None:
        self.last: Last | None = None
        self.names: dict[Term, int] = {}
        """The numbers of names in the index, of those that were asked for."""
        self.tags: dict[str, Recorded] | None = None
        """What the case says of tags."""
        self.has_nothing_to_redo = False
        """Whether this analyst is known to have undone nothing since the last change."""
        self.changes: dict[int, Change] = {}
        """Some of the changes by their numbers, the last of this process among them."""

    def remember(self, change: "Change") -> None:
        """Keep a change, which is likely to be taken back soon."""
        if len(self.changes) >= _CHANGES:
            self.changes.clear()
        self.changes[change.seq] = change
