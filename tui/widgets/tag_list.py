"""The table of all tags: a window on any number of them, with the cursor on one."""

from collections.abc import Callable, Sequence

from rich.style import Style
from textual.reactive import var
from textual.strip import Strip

from tui.panes.pane import Painted
from tui.views import TagLine
from tui.widgets.safe import safe
from tui.widgets.strips import line, sides
from tui.widgets.wrap import fitted
from tui.widths import cells

Window = Callable[[int, int], Sequence[TagLine]]
"""Gives the rows of a window: its first row, and how many."""

_ROOMY = 100
"""Columns from which there is room for the names that other systems know a tag by."""
_KEYS, _ID, _COUNT, _ICCS, _MISP = 9, 24, 8, 8, 33


class TagList(Painted):
    """Keys, id, title and counts of each tag; with room also its ICCS code and machine tag."""

    cursor: var[int] = var(0)
    """The row under the cursor."""
    count: var[int] = var(0)
    """How many tags there are."""
    about: var[str] = var("")
    """How many are in use."""
    version: var[int] = var(0)
    """Counts the times that rows changed."""

    def __init__(self, window: Window, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._window = window
        self._top = 0
        self._shown: Sequence[TagLine] = ()

    @property
    def page_rows(self) -> int:
        """How many tags a page has."""
        return max(self.size.height - 2, 1)

    def prepare(self) -> None:
        """Bring the cursor into the window and fetch the window."""
        height = self.page_rows
        self._top = min(self._top, max(self.count - height, 0))
        self._top = max(min(self._top, self.cursor), self.cursor - height + 1, 0)
        self._shown = self._window(self._top, height)

    def row(self, y: int) -> Strip:
        """The title, the names of the columns, or a tag."""
        width, plain = self.size.width, self.style("plain")
        if y == 0:
            style = self.style("title.here")
            place = f"{self.cursor + 1:,}/{self.count:,} " if self.count else ""
            return sides([(f" Tags · {self.about}", style)], [(place, style)], width, style)
        if y == 1:
            names = ("  keys", "tag", "title", "art.", "inc.", "ICCS", "MISP")
            return self._columns(names, self.style("about"), "  ")
        if y - 2 >= len(self._shown):
            return line([("", plain)], width, plain)
        here = self._top + y - 2 == self.cursor
        return self._tag(self._shown[y - 2], here=here)

    def _tag(self, tag: TagLine, *, here: bool) -> Strip:
        keys = f"t {tag.keys}" if tag.keys else ""
        digit = f"{tag.digit}{'=' if tag.is_pinned else ' '}" if tag.digit else "  "
        cells_of = (
            f"{digit}{keys}", tag.id, tag.title, _number(tag.articles), _number(tag.incidents),
            tag.iccs, tag.misp,
        )  # fmt: skip
        style = self.style("row.here" if here else "plain")
        return self._columns(cells_of, style, "▸ " if here else "  ")

    def _columns(self, cells_of: Sequence[str], style: Style, mark: str) -> Strip:
        width = self.size.width
        keys, name, title, articles, incidents, iccs, misp = map(safe, cells_of)
        right = f"{articles:>{_COUNT}}{incidents:>{_COUNT}} "
        if width >= _ROOMY:
            right += f"  {_column(iccs, _ICCS)}{fitted(misp, _MISP):<{_MISP}}"
        left = f"{mark}{_column(keys, _KEYS)}{_column(name, _ID)}"
        left += _column(title, max(width - cells(left) - cells(right), 0))
        return line([(left + right, style)], width, style)

    def watch_cursor(self) -> None:
        """The cursor moved."""
        self.repaint()

    def watch_count(self) -> None:
        """There are more tags, or fewer."""
        self.repaint()

    def watch_about(self) -> None:
        """More are in use, or fewer."""
        self.repaint()

    def watch_version(self) -> None:
        """Some rows say something else."""
        self.repaint()


def _number(n: int) -> str:
    return f"{n:,}" if n else "·"


def _column(text: str, width: int) -> str:
    """A text in a column, with two cells to the next."""
    shown = fitted(text, max(width - 2, 0))
    return shown + " " * (width - cells(shown))
