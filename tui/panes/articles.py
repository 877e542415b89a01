"""The article list: a window on any number of rows, which are asked for as they are shown."""

from collections.abc import Iterator

from rich.style import Style
from textual.reactive import var
from textual.strip import Strip

from tui.panes.pane import Pane
from tui.views import Row
from tui.widgets.listed import RowWords, left_words, row_words
from tui.widgets.safe import safe
from tui.widgets.strips import Words, sides
from tui.widgets.windowed import Windowed
from tui.widgets.wrap import line_of

_EMPTY = "no articles yet: casedesk import puts some into the case"
_STRIDE = 3
"""By what part of its rows the list is scrolled while a key is held: a row at a time, each press
would send all of them anew."""
_ROOMY = 60
"""Columns from which the title has room for everything."""


class ArticleList(Windowed[Row], Pane):
    """The list of articles with the cursor on one of them."""

    number = 1
    name_shown = "Articles"

    is_held: var[bool] = var(False)
    """Whether a key is held down that moves the cursor."""
    hidden: var[int] = var(0)
    """How many articles the limit hides."""
    left: var[int | None] = var(None)
    """How many of the listed are undecided, None while that is not known."""
    marked: var[str] = var("")
    """How many rows are marked, and how many of these are not shown."""
    order: var[str] = var("")
    """What the list is sorted by, "" where it is as imported."""

    def title(self) -> tuple[str, str]:
        """What it is sorted by, how many rows are marked and hidden, what is left, the place.

        Where there is no room for all, the status line says alone what is marked and hidden.
        """
        place = f"{self.cursor + 1}/{self.count}" if self.count else "0"
        if self.size.width >= _ROOMY:
            hidden = f"{self.hidden} hidden" if self.hidden else ""
            more = self.marked, hidden, left_words(self.left)
        else:
            more = "", "", left_words(self.left, is_short=bool(self.order))
        return self.order, " · ".join(filter(None, (*more, place)))

    @property
    def stride(self) -> int:
        """A part of its rows while a key is held down, else one."""
        return max(self.page_rows // _STRIDE, 1) if self.is_held else 1

    def body_row(self, y: int) -> Strip:
        """One article; before the first there is a word on how to get some."""
        plain = self.style("plain")
        if y >= len(self._shown):
            empty = "" if self.count else line_of(_EMPTY, y, self.size.width - 2)
            return sides([(f" {empty}", self.style("about"))], [], self.size.width, plain)
        row, here = self._shown[y], self._top + y == self.cursor
        return self._row(row, here)

    def _row(self, row: Row, here: bool) -> Strip:
        whole = self.style("row.here" if here and self.is_here else "row")
        style = whole
        if not (here and self.is_here):
            style = self.style(
                "row.kept" if here else f"row.{row.status}" if _is_decided(row) else "row"
            )
        words = row_words(
            row.mark, row.title, row.published, row.tags, row.counters, self.size.width,
            is_marked=row.is_marked,
        )  # fmt: skip
        shown = [("▸" if here else " ", style), *self._lit(row, words, style)]
        right = [(words.right, style)] if words.right else []
        return sides(shown, right, self.size.width, whole)

    def _lit(self, row: Row, words: RowWords, style: Style) -> Iterator[Words]:
        """The words of a row, cut where its title has those that the list is limited by."""
        start, at, left = len(words.before), 0, words.left
        for first, last in row.lit:
            lit = max(at, start + words.title.place(len(safe(row.title[:first]))))
            end = start + words.title.place(len(safe(row.title[:last])), is_end=True)
            yield left[at:lit], style
            yield left[lit:end], style + self.style("lit")
            at = max(at, end)
        yield left[at:], style

    def watch_marked(self) -> None:
        """Rows were marked, or their marks taken off."""
        self.repaint()

    def watch_order(self) -> None:
        """The list is sorted by something else."""
        self.repaint()

    def watch_hidden(self) -> None:
        """Another list is shown."""
        self.repaint()

    def watch_left(self) -> None:
        """More or fewer are undecided."""
        self.repaint()


def _is_decided(row: Row) -> bool:
    return row.status != "new"
