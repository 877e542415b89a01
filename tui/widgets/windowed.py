"""A list of any number of rows, of which only those in its window are asked for."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, TypeAlias, TypeVar

from textual.reactive import var
from textual.strip import Strip

from tui.panes.pane import Painted
from tui.widgets.safe import safe
from tui.widgets.strips import sides
from tui.widgets.wrap import fitted
from tui.widths import cells

Row = TypeVar("Row")

Window: TypeAlias = Callable[[int, int], Sequence[Row]]
"""Gives the rows from one on, so many of them."""


class Windowed(Painted, Generic[Row]):
    """Keeps the cursor in the window, and the rows of the window at hand."""

    head: ClassVar[int] = 1
    """Rows above the first of the list."""

    cursor: var[int] = var(0)
    """The row under the cursor."""
    count: var[int] = var(0)
    """How many rows there are."""
    about: var[str] = var("")
    """What is said of all of them."""
    version: var[int] = var(0)
    """Counts the times that rows changed."""

    def __init__(self, window: Window[Row], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._window = window
        self._top = 0
        self._shown: Sequence[Row] = ()

    @property
    def stride(self) -> int:
        """By how many rows it is scrolled where the cursor leaves the window."""
        return 1

    @property
    def page_rows(self) -> int:
        """How many rows a page has."""
        return max(self.size.height - self.head, 1)

    def prepare(self) -> None:
        """Bring the cursor into the window and fetch the window."""
        height, stride = self.page_rows, self.stride
        if self.cursor < self._top:
            self._top = self.cursor - stride + 1
        elif self.cursor >= self._top + height:
            self._top = self.cursor - height + stride
        self._top = max(min(self._top, self.count - height), 0)
        self._shown = self._window(self._top, height)

    def title_row(self, name: str, nowhere: str = "0 ") -> Strip:
        """What is listed, what is said of it, and where the cursor is; else `nowhere`."""
        words = f" {name} · {safe(self.about)}" if self.about else f" {name}"
        place = f"{self.cursor + 1:,}/{self.count:,} " if self.count else nowhere
        style = self.style("title.here")
        return sides([(words, style)], [(place, style)], self.size.width, style)

    def watch_cursor(self) -> None:
        """The cursor moved."""
        self.repaint()

    def watch_count(self) -> None:
        """Other rows are listed."""
        self.repaint()

    def watch_about(self) -> None:
        """Something else is said of all of them."""
        self.repaint()

    def watch_version(self) -> None:
        """Some rows say something else."""
        self.repaint()


def column(text: str, width: int) -> str:
    """A text in a column, with two cells to the next."""
    shown = fitted(safe(text), max(width - 2, 0))
    return shown + " " * (width - cells(shown))
