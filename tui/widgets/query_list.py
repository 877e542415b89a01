"""The saved queries on a screen: their keys, names, counts and words."""

from textual.strip import Strip

from tui.keymaps.named import key
from tui.views import SavedLine
from tui.widgets.safe import safe
from tui.widgets.strips import Words, line
from tui.widgets.windowed import Windowed
from tui.widgets.wrap import fitted, line_of
from tui.widths import cells

_NAME = 26
_COUNT = 9
_NOTHING = "no query is saved yet: {} limits the list, then {} here saves its query under a name"


class QueryList(Windowed[SavedLine]):
    """A title, and the queries, each after the key that takes it."""

    def row(self, y: int) -> Strip:
        """The title, or a query."""
        width, plain = self.size.width, self.style("plain")
        if y == 0:
            return self.title_row("Saved queries", nowhere="")
        if y <= len(self._shown):
            return self._query(self._shown[y - 1], self._top + y - 1 == self.cursor)
        nothing = _NOTHING.format(key("list.limit"), key("queries.save"))
        said = "" if self.count else line_of(nothing, y - 1, width - 2)
        return line([(f" {said}", self.style("about"))], width, plain)

    def _query(self, shown: SavedLine, here: bool) -> Strip:
        plain = self.style("row.here" if here else "plain")
        name = fitted(safe(shown.name), _NAME)
        words: list[Words] = [
            ("▸" if here else " ", plain),
            (f" {shown.key or ' '}  ", plain if here else self.style("key")),
            (f"{name}{' ' * (_NAME - cells(name))}", plain),
            (f"{shown.count:>{_COUNT}}   ", plain),
            (safe(shown.query), plain if here else self.style("about")),
        ]
        return line(words, self.size.width, plain)
