"""The saved queries on a screen: their keys, names, counts and words."""

from textual.reactive import var
from textual.strip import Strip

from tui.keymaps.named import key
from tui.views import SavedLine
from tui.widgets.key_row import Keys, key_row
from tui.widgets.safe import safe
from tui.widgets.status import StatusLine
from tui.widgets.strips import Words, line, sides
from tui.widgets.wrap import fitted, line_of
from tui.widths import cells

_NAME = 26
_COUNT = 9
_NOTHING = "no query is saved yet: {} limits the list, then {} here saves its query under a name"


class QueryList(StatusLine):
    """A title, the queries, what the last key did, the keys."""

    lines: var[tuple[SavedLine, ...]] = var(())
    """The queries."""
    letters: var[str] = var("")
    """The key of each, as far as there are keys."""
    cursor: var[int] = var(0)
    """Which of them is chosen."""
    problem: var[str] = var("")
    """What is wrong with the line being typed."""
    keys: var[Keys] = var(Keys())
    """The keys that work here."""

    def row(self, y: int) -> Strip:
        """The title, a query, what was said, or the keys."""
        width, plain, height = self.size.width, self.style("plain"), self.size.height
        if y == 0:
            style = self.style("title.here")
            place = f"{self.cursor + 1}/{len(self.lines)} " if self.lines else ""
            return sides([(" Saved queries", style)], [(place, style)], width, style)
        if y == height - 1:
            return key_row(self.keys, self.style, width)
        if y >= height - 1 - self._rows_said:
            return self._said(y - (height - 1 - self._rows_said))
        number = self._top + y - 1
        if number < len(self.lines):
            return self._query(number)
        nothing = _NOTHING.format(key("list.limit"), key("queries.save"))
        said = "" if self.lines else line_of(nothing, y - 1, width - 2)
        return line([(f" {said}", self.style("about"))], width, plain)

    @property
    def _top(self) -> int:
        return max(self.cursor - max(self.size.height - 3 - self._rows_said, 0), 0)

    def _query(self, number: int) -> Strip:
        shown, here = self.lines[number], number == self.cursor
        plain = self.style("row.here" if here else "plain")
        letter = self.letters[number : number + 1] or " "
        name = fitted(safe(shown.name), _NAME)
        words: list[Words] = [
            ("▸" if here else " ", plain),
            (f" {letter}  ", plain if here else self.style("key")),
            (f"{name}{' ' * (_NAME - cells(name))}", plain),
            (f"{shown.count:>{_COUNT}}   ", plain),
            (safe(shown.query), plain if here else self.style("about")),
        ]
        return line(words, self.size.width, plain)

    @property
    def _rows_said(self) -> int:
        return self.wanted(self.size.width)

    def _said(self, y: int) -> Strip:
        if self.prompt and self.problem:
            wrong = [(f" ! {safe(self.problem)}", self.style("status.problem"))]
            return line(wrong, self.size.width, self.style("plain"))
        return super().row(y)

    def watch_lines(self) -> None:
        """Queries came or went, or were counted."""
        self.repaint()

    def watch_cursor(self) -> None:
        """Another one is chosen."""
        self.repaint()

    def watch_problem(self) -> None:
        """Something is wrong with the line being typed, or no longer."""
        self.repaint()

    def watch_keys(self) -> None:
        """Other keys work."""
        self.repaint()
