"""The history on a screen: a window on any number of changes."""

from textual.strip import Strip

from tui.views import PastRow
from tui.widgets.safe import safe
from tui.widgets.strips import Words, line
from tui.widgets.windowed import Windowed
from tui.widgets.wrap import fitted
from tui.widths import cells

_ROOMY = 100
"""Columns from which the day is written out."""
_USER = 8


class PastList(Windowed[PastRow]):
    """A title, and the changes."""

    def row(self, y: int) -> Strip:
        """The title, or a change."""
        width, plain = self.size.width, self.style("plain")
        if y == 0:
            return self.title_row("History")
        if y > len(self._shown):
            return Strip.blank(width, plain)
        return self._change(self._shown[y - 1], self._top + y - 1 == self.cursor)

    def _change(self, row: PastRow, here: bool) -> Strip:
        width = self.size.width
        plain = self.style("row.here" if here else "row.dismissed" if row.is_undone else "plain")
        about = plain if here else self.style("about")
        at = f"{row.at}  {row.ago:<10}"
        if width < _ROOMY:
            at = f"{row.at[5:-3]}  {row.ago.removesuffix(' ago'):<6}"
        user = fitted(safe(row.user), _USER)
        words: list[Words] = [
            ("▸" if here else " ", plain),
            (f"{row.mark} {row.seq:>5}  ", plain),
            (f"{at}  ", about),
            (f"{user}{' ' * (_USER - cells(user))}  ", plain),
            (safe(row.words), plain),
        ]
        return line(words, width, plain)
