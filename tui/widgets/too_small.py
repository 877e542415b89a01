"""A sentence on an otherwise empty screen."""

from textual.strip import Strip

from tui.keymaps.named import key
from tui.panes.pane import Painted
from tui.panes.places import SMALLEST
from tui.widgets.strips import line
from tui.widgets.wrap import wrapped


class TooSmall(Painted):
    """What stands in a terminal that has no room for the desk."""

    def row(self, y: int) -> Strip:
        """A line of the sentence."""
        columns, rows = self.size
        needed = "{}x{}".format(*SMALLEST)
        way = f"{key('view.quit')} leaves"
        text = f"The desk needs {needed}; this terminal is {columns}x{rows}. {way}."
        lines = wrapped(text, columns)
        start, end = lines[y] if y < len(lines) else (0, 0)
        return line([(text[start:end], self.style("plain"))], columns, self.style("plain"))
