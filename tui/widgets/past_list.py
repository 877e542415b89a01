"""The history on a screen: a window on any number of changes, what was said, and the keys."""

from rich.style import Style
from textual.reactive import var
from textual.strip import Strip

from tui.views import PastRow
from tui.widgets.key_row import Keys, key_row
from tui.widgets.safe import safe
from tui.widgets.status import StatusLine
from tui.widgets.strips import Words, line, sides
from tui.widgets.windowed import Windowed
from tui.widgets.wrap import fitted
from tui.widths import cells

_ROOMY = 100
"""Columns from which the day is written out."""
_USER = 8


class PastList(Windowed[PastRow], StatusLine):
    """A title, the changes, what the last key did, the keys."""

    problem: var[str] = var("")
    """What is wrong with the line being typed."""
    keys: var[Keys] = var(Keys())
    """The keys that work here."""

    @property
    def page_rows(self) -> int:
        """Rows between the title and what was said."""
        return max(self.size.height - 2 - self.wanted(self.size.width), 1)

    def row(self, y: int) -> Strip:
        """The title, a change, a row of what was said, or the keys."""
        width, plain = self.size.width, self.style("plain")
        if y == 0:
            return self._title()
        if y == self.size.height - 1:
            return key_row(self.keys, self.style, width)
        said = y - 1 - self.page_rows
        if said >= 0:
            return self._said_row(said)
        if y > len(self._shown):
            return Strip.blank(width, plain)
        return self._change(self._shown[y - 1], self._top + y - 1 == self.cursor)

    def _title(self) -> Strip:
        style = self.style("title.here")
        name = f" History · {safe(self.about)}" if self.about else " History"
        return sides([(name, style)], [(self.place_words(), style)], self.size.width, style)

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

    def _said_row(self, number: int) -> Strip:
        return self._asking() if self.prompt else super().row(number)

    def _asking(self) -> Strip:
        """The line being typed, and what is wrong with it at its right."""
        if not self.problem:
            return super().row(0)
        wrong = f"  ! {safe(self.problem)} "
        room = max(self.size.width - cells(wrong), self.size.width // 3)
        typed = super().row(0).crop(0, room)
        rest = line([(wrong, self.style("status.problem"))], self.size.width - room, Style())
        return Strip.join([typed, rest])

    def watch_problem(self) -> None:
        """Something is wrong with the line being typed, or no longer."""
        self.repaint()

    def watch_keys(self) -> None:
        """Other keys work."""
        self.repaint()
