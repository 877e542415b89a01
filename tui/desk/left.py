"""How many of the listed articles are still to be decided."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from store import Case, Change, parse_query
from tui.desk.part import Part
from tui.desk.rows import is_quick

if TYPE_CHECKING:
    from tui.desk.desk import Desk

_DECIDING = frozenset({"decide", "import", "table", "undo", "redo"})
"""Changes that may leave more or fewer of them."""
_NEW = "is:new"


class Left:
    """What is left of the shift, counted beside the keys where the case is large."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self.count: int | None = None
        """How many of the listed articles are undecided, None while that is not known."""
        self._asked = 0
        self.look_again()

    def hear(self, changes: Iterable[Change]) -> None:
        """Count again where changes may have decided something."""
        if any(change.action in _DECIDING for change in changes):
            self.look_again()

    def look_again(self) -> None:
        """Count those of the list as it is now."""
        desk, listed = self._desk, self._desk.rows.ids if self._desk.rows.query else None
        self._asked += 1
        asked = self._asked
        if is_quick(desk.rows.total):
            self._take(undecided(desk.case, listed))
            return

        def count() -> int | None:  # of several that wait, the last one is enough
            return undecided(desk.case, listed) if self._asked == asked else None

        desk.reader.write(count, self._take, desk.hear_refusal)

    def _take(self, found: int | None) -> None:
        if found is not None and found != self.count:
            self.count = found
            self._desk.tell(Part.LEFT)


def undecided(case: Case, listed: Sequence[int] | None) -> int:
    """How many of the listed articles are undecided, or of all where none are hidden."""
    if listed is None:
        return case.search.count(parse_query(_NEW))
    return len(set(listed).intersection(case.search.ids(parse_query(_NEW))))
