"""The table of all tags: a window on any number of them, with the cursor on one."""

from collections.abc import Sequence

from rich.style import Style
from textual.strip import Strip

from tui.views import TagLine
from tui.widgets.safe import safe
from tui.widgets.strips import line
from tui.widgets.windowed import Windowed, column
from tui.widgets.wrap import fitted
from tui.widths import cells

_ROOMY = 100
"""Columns from which there is room for the names that other systems know a tag by."""
_KEYS, _ID, _COUNT, _ICCS, _MISP = 9, 24, 8, 8, 33
_NARROW, _NARROW_COUNT = 72, 5
"""Columns under which counts stand close together, so that the title has room."""


class TagList(Windowed[TagLine]):
    """Keys, id, title and counts of each tag; with room also its ICCS code and machine tag."""

    head = 2

    def row(self, y: int) -> Strip:
        """The title, the names of the columns, or a tag."""
        width, plain = self.size.width, self.style("plain")
        if y == 0:
            return self.title_row("Tags", nowhere="")
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
        wide = _COUNT if width >= _NARROW else _NARROW_COUNT
        right = f"{articles:>{wide}}{incidents:>{wide}} "
        if width >= _ROOMY:
            right += f"  {column(iccs, _ICCS)}{fitted(misp, _MISP):<{_MISP}}"
        left = f"{mark}{column(keys, _KEYS)}{column(name, _ID)}"
        left += column(title, max(width - cells(left) - cells(right), 0))
        return line([(left + right, style)], width, style)


def _number(n: int) -> str:
    return f"{n:,}" if n else "·"
