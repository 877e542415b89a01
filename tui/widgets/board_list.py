"""An incident on a screen: a title, then its lines with the cursor on one of them."""

from rich.style import Style
from textual.reactive import var
from textual.strip import Strip

from tui.panes.pane import Painted
from tui.views import Board, BoardLine
from tui.widgets.safe import safe
from tui.widgets.strips import Words, line, sides
from tui.widgets.wrap import fitted, wrapped
from tui.widths import cells

_LABEL = 11
_ASIDE = 2
"""Of so many parts of a row what stands at its right takes one, at most."""
_HEAD = 2
"""The title, and what is known of the whole."""


class BoardList(Painted):
    """Fields, facts by what they say, articles, note and history of an incident."""

    board: var[Board] = var(Board())
    """What there is to show."""
    cursor: var[int] = var(0)
    """The line under the cursor."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._top = 0
        self._rows_of: list[tuple[int, str]] = []
        self._folded_for: tuple[Board, int] | None = None

    @property
    def page_rows(self) -> int:
        """How many lines a page has."""
        return max(self.size.height - _HEAD, 1)

    def prepare(self) -> None:
        """Fold the lines to the width, and bring the cursor into the window."""
        if self._folded_for != (self.board, self.size.width):  # not for every key
            self._folded_for = (self.board, self.size.width)
            self._rows_of = [
                (number, part)
                for number, one in enumerate(self.board.lines)
                for part in _folded(one, self._room(one))
            ]
        places = [place for place, (number, _) in enumerate(self._rows_of) if number == self.cursor]
        if not places:
            return
        first = 0 if not self._before(self.cursor) else places[0]
        while first and self.board.lines[self._rows_of[first - 1][0]].kind == "heading":
            first -= 1
        self._top = min(self._top, max(len(self._rows_of) - self.page_rows, 0))
        self._top = min(max(self._top, places[-1] - self.page_rows + 1), first)

    def row(self, y: int) -> Strip:
        """The title, what is known of the whole, or a row of a line."""
        width, plain = self.size.width, self.style("plain")
        if y == 0:
            style = self.style("title.here")
            place = f" {self._top + self.page_rows}/{len(self._rows_of)} "
            right = place if len(self._rows_of) > self.page_rows + self._top else ""
            return sides([(f" {safe(self.board.title)}", style)], [(right, style)], width, style)
        if y == 1:
            return line([(f" {safe(self.board.about)}", self.style("about"))], width, plain)
        place_of = self._top + y - _HEAD
        if place_of >= len(self._rows_of):
            return Strip.blank(width, plain)
        number, part = self._rows_of[place_of]
        is_first = place_of == 0 or self._rows_of[place_of - 1][0] != number
        return self._drawn(self.board.lines[number], part, is_first, number == self.cursor)

    def _drawn(self, one: BoardLine, part: str, is_first: bool, here: bool) -> Strip:
        width, plain = self.size.width, self.style("plain")
        if one.kind == "heading":
            return line([(f" {part}", self.style("group"))], width, plain)
        whole = self.style("row.here") if here else plain
        aside = f"  {self._aside(one)} " if is_first and one.aside else ""
        aside += " " * (self._column(one) - cells(aside)) if aside else ""
        about = whole if here else self.style("about")
        words = [("▸" if here and is_first else " ", whole), *self._label(one, is_first, whole)]
        return sides([*words, (part, whole)], [(aside, about)] if aside else [], width, whole)

    def _label(self, one: BoardLine, is_first: bool, whole: Style) -> list[Words]:
        """The label of a field, or the verdict on a fact."""
        is_lit = whole == self.style("row.here")
        if one.kind == "fact":
            style = whole if is_lit else self.style(f"verdict.{one.verdict}")
            return [(f"{one.mark if is_first else '  '} ", style)]
        if not one.label:
            return [(" ", whole)]
        label = one.label if is_first else ""
        return [(f"{label:<{_LABEL}}", whole if is_lit else self.style("kind"))]

    def _room(self, one: BoardLine) -> int:
        """The cells that the words of a line have."""
        left = _LABEL + 1 if one.label else 4
        aside = max(cells(self._aside(one)) + 3, self._column(one)) if one.aside else 0
        return max(self.size.width - left - aside, 8)

    def _column(self, one: BoardLine) -> int:
        """What stands beside facts begins in one column, so that it can be read down."""
        return self.size.width // _ASIDE if one.kind == "fact" else 0

    def _aside(self, one: BoardLine) -> str:
        return fitted(safe(one.aside), self.size.width // _ASIDE - 3)

    def _before(self, cursor: int) -> bool:
        """Whether a line that the cursor can stand on comes before."""
        return any(one.kind != "heading" for one in self.board.lines[:cursor])

    def watch_board(self) -> None:
        """The incident says something else."""
        self.repaint()

    def watch_cursor(self) -> None:
        """The cursor moved."""
        self.repaint()


def _folded(one: BoardLine, room: int) -> list[str]:
    text = safe(one.words)
    return [text[start:end] for start, end in wrapped(text, room)] or [""]
