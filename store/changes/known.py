"""What a process has read of a case and need not read again while nobody else changes it."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from store.search.tagged import Recorded
    from store.search.terms import Term


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
