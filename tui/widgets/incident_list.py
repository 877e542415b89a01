"""The list of incidents: a window on any number of them, with the cursor on one."""

from collections.abc import Callable, Sequence

from textual.reactive import var
from textual.strip import Strip

from tui.keymaps.named import key
from tui.panes.pane import Painted
from tui.views import IncidentLine
from tui.widgets.safe import safe
from tui.widgets.strips import Words, line, sides
from tui.widgets.wrap import fitted, line_of
from tui.widths import cells

Window = Callable[[int, int], Sequence[IncidentLine]]
"""Gives the rows of a window: its first row, and how many."""

_ROOMY = 100
"""Columns from which there is room for tags."""
_NUMBER, _DAY, _TYPES = 6, 23, 26
_EMPTY = "no incidents yet: {} takes the one that the rules propose for the fact under the cursor"


class IncidentList(Painted):
    """Number, day, type, words and articles of each incident."""

    cursor: var[int] = var(0)
    """The row under the cursor."""
    count: var[int] = var(0)
    """How many incidents are listed."""
    about: var[str] = var("")
    """What they are listed for, and limited by."""
    version: var[int] = var(0)
    """Counts the times that rows changed."""

    def __init__(self, window: Window, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._window = window
        self._top = 0
        self._shown: Sequence[IncidentLine] = ()

    @property
    def page_rows(self) -> int:
        """How many incidents a page has."""
        return max(self.size.height - 1, 1)

    def prepare(self) -> None:
        """Bring the cursor into the window and fetch the window."""
        height = self.page_rows
        self._top = min(self._top, max(self.count - height, 0))
        self._top = max(min(self._top, self.cursor), self.cursor - height + 1, 0)
        self._shown = self._window(self._top, height)

    def row(self, y: int) -> Strip:
        """The title, or an incident."""
        width, plain = self.size.width, self.style("plain")
        if y == 0:
            style = self.style("title.here")
            name = f" Incidents · {safe(self.about)}" if self.about else " Incidents"
            place = f"{self.cursor + 1:,}/{self.count:,} " if self.count else "0 "
            return sides([(name, style)], [(place, style)], width, style)
        if y > len(self._shown):
            said = "" if self.count else _EMPTY.format(key("incident.take"))
            empty = line_of(said, y - 1, width - 2)
            return line([(f" {empty}", self.style("about"))], width, plain)
        return self._incident(self._shown[y - 1], self._top + y - 1 == self.cursor)

    def _incident(self, one: IncidentLine, here: bool) -> Strip:
        width = self.size.width
        whole = self.style("row.here" if here else "plain")
        about = whole if here else self.style("about")
        days = _DAY if width >= _ROOMY else _DAY - 4
        types = _TYPES if width >= _ROOMY else _TYPES - 8
        left: list[Words] = [
            ("▸" if here else " ", whole),
            (f"{f'#{one.number}':<{_NUMBER}}", whole),
            (_column(one.day, days), about),
            (_column(one.types, types), whole),
            (safe(one.words), whole),
        ]
        tags = " ".join(f"#{tag.rpartition('/')[2]}" for tag in one.tags)
        shown = f" {fitted(tags, width // 4)}" if tags and width >= _ROOMY else ""
        return sides(left, [(f"{shown}  {one.articles} ", about)], width, whole)

    def watch_cursor(self) -> None:
        """The cursor moved."""
        self.repaint()

    def watch_count(self) -> None:
        """Other incidents are listed."""
        self.repaint()

    def watch_about(self) -> None:
        """Other incidents are listed."""
        self.repaint()

    def watch_version(self) -> None:
        """Some rows say something else."""
        self.repaint()


def _column(text: str, width: int) -> str:
    """A text in a column, with two cells to the next."""
    shown = fitted(safe(text), width - 2)
    return shown + " " * (width - cells(shown))
