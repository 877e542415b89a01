"""A page of keys and what they do, longer than the screen if need be."""

from msgspec import Struct
from textual.reactive import var
from textual.strip import Strip

from tui.panes.pane import Painted
from tui.widgets.key_row import Keys, key_row
from tui.widgets.safe import safe
from tui.widgets.strips import line, sides
from tui.widgets.wrap import wrapped

_KEYS = 14


class PageLine(Struct, frozen=True):
    """A row of the page: keys with their meaning, a heading, or nothing."""

    keys: str = ""
    text: str = ""
    heading: str = ""


class Page(Painted):
    """The page, with its title above and the keys that move it below."""

    keys: var[Keys] = var(Keys())
    """The keys that work on the page."""
    problem: var[str] = var("")
    """Why a key did nothing."""

    def __init__(self, title: str, lines: list[PageLine], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._title_words = title
        self._source = lines
        self._lines: list[PageLine] = []
        self._top = 0

    def show(self, title: str, lines: list[PageLine]) -> None:
        """Show other lines under another title, from the top."""
        self._title_words, self._source, self._top = title, lines, 0
        self.repaint()

    def scroll_by(self, rows: int) -> None:
        """Move the page, at most to its ends."""
        last = max(len(self._lines) - self._height, 0)
        self._top = max(0, min(self._top + rows, last))
        self.repaint()

    def prepare(self) -> None:
        """Fold the lines to the width."""
        self._lines = [part for one in self._source for part in self._folded(one)]

    def row(self, y: int) -> Strip:
        """The title, a line of the page, or the keys."""
        width, plain = self.size.width, self.style("plain")
        if y == 0:
            style = self.style("title.here")
            seen = min(self._top + self._height, len(self._lines))
            more = f" {seen}/{len(self._lines)} " if len(self._lines) > self._height else ""
            return sides([(f" {self._title_words}", style)], [(more, style)], width, style)
        if y == self.size.height - 1:
            return key_row(self.keys, self.style, width)
        if self.problem and y == self.size.height - 2:
            return line([(f" ! {safe(self.problem)}", self.style("status.problem"))], width, plain)
        number = self._top + y - 1
        shown = self._lines[number] if number < len(self._lines) else PageLine()
        if shown.heading:
            return line([(f" {shown.heading}", self.style("group"))], width, plain)
        keys = (f"   {shown.keys:<{_KEYS}}", self.style("key"))
        return line([keys, (shown.text, plain)], width, plain)

    @property
    def _height(self) -> int:
        return max(self.size.height - 2, 1)

    def _folded(self, one: PageLine) -> list[PageLine]:
        if not one.text:
            return [one]
        room = max(self.size.width - _KEYS - 4, 10)
        parts = [one.text[start:end] for start, end in wrapped(one.text, room)]
        return [PageLine(one.keys, parts[0]), *(PageLine("", part) for part in parts[1:])]

    def watch_problem(self) -> None:
        """A key did nothing, or that is over."""
        self.repaint()

    def watch_keys(self) -> None:
        """Other keys work."""
        self.repaint()
