"""The listed incidents: their numbers at once, their rows only for the window looked at."""

from typing import TYPE_CHECKING

from store import Case
from store.taken import IncidentRow
from tui.days import period
from tui.incident_words import types
from tui.views import IncidentLine

if TYPE_CHECKING:
    from collections.abc import Sequence


class Happened:
    """The incidents with some words, and a cursor that stays on its incident."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self.words = ""
        """What they are limited by."""
        self.ids: Sequence[int] = ()
        """Their numbers, the latest first."""
        self.index = 0
        """Where the cursor stands."""

    @property
    def current(self) -> int:
        """The incident under the cursor, 0 where there is none."""
        return self.ids[self.index] if self.ids else 0

    def look_again(self) -> None:
        """Take up what came or went; the cursor stays on its incident, or on what it went into."""
        before = self.current
        self.ids = self._case.incidents.ids(self.words)
        if before:
            self._go_to(before)
        self.index = max(0, min(self.index, len(self.ids) - 1))

    def limit(self, words: str) -> bool:
        """List those with some words; False, and no other list, if none has them."""
        ids = self._case.incidents.ids(words)
        if words and not ids:
            return False
        self.ids, self.words, self.index = ids, words, 0
        return True

    def move(self, by: int) -> None:
        """Move the cursor by so many rows, at most to the ends."""
        self.index = max(0, min(self.index + by, len(self.ids) - 1))

    def tags(self) -> tuple[str, ...]:
        """The tags of the incident under the cursor."""
        rows = self._case.incidents.rows([self.current])
        return rows[0].tags if rows else ()

    def window(self, first: int, count: int) -> list[IncidentLine]:
        """The rows of a window of the list."""
        ids = self.ids[max(first, 0) : max(first + count, 0)]
        return [_line(row) for row in self._case.incidents.rows(ids)]

    def _go_to(self, number: int) -> None:
        try:
            self.index = self.ids.index(number)
        except ValueError:
            self.index = min(self.index, len(self.ids) - 1)


def _line(row: IncidentRow) -> IncidentLine:
    value = row.value
    words = [
        row.title,
        f"Operation {value.operation}" if value.operation else "",
        "total" if value.scope == "aggregate" else "",
        ", ".join((value.places or value.countries)[:3]),
    ]
    return IncidentLine(
        row.id, period(value.date.start, value.date.end) if value.date else "no date",
        types(value) or "incident",
        " · ".join(filter(None, words)) or "no place",
        f"{row.articles} art", row.tags,
    )  # fmt: skip
