"""The list of incidents: a window on any number of them, with the cursor on one."""

from textual.strip import Strip

from tui.keymaps.named import key
from tui.views import IncidentLine
from tui.widgets.safe import safe
from tui.widgets.strips import Words, line, sides
from tui.widgets.windowed import Windowed, column
from tui.widgets.wrap import fitted, line_of

_ROOMY = 100
"""Columns from which there is room for tags."""
_NUMBER, _DAY, _TYPES = 6, 23, 26
_EMPTY = "no incidents yet: {} takes the one that the rules propose for the fact under the cursor"


class IncidentList(Windowed[IncidentLine]):
    """Number, day, type, words and articles of each incident."""

    def row(self, y: int) -> Strip:
        """The title, or an incident."""
        width, plain = self.size.width, self.style("plain")
        if y == 0:
            return self.title_row("Incidents")
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
            (column(one.day, days), about),
            (column(one.types, types), whole),
            (safe(one.words), whole),
        ]
        tags = " ".join(f"#{tag.rpartition('/')[2]}" for tag in one.tags)
        shown = f" {fitted(tags, width // 4)}" if tags and width >= _ROOMY else ""
        return sides(left, [(f"{shown}  {one.articles} ", about)], width, whole)
