"""Lines of styled words, cut and filled to a width."""

from collections.abc import Iterable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.widgets.wrap import fitted

Words = tuple[str, Style]
"""Some words and how they look."""


def line(words: Iterable[Words], width: int, fill: Style) -> Strip:
    """One line of exactly `width` cells; what does not fit ends in an ellipsis."""
    segments: list[Segment] = []
    room = width
    for text, style in words:
        if room <= 0:
            break
        shown = fitted(text, room)
        segments.append(Segment(shown, style))
        room -= cell_len(shown)
    if room > 0:
        segments.append(Segment(" " * room, fill))
    return Strip(segments, width)


def sides(left: Iterable[Words], right: Iterable[Words], width: int, fill: Style) -> Strip:
    """One line with words at both ends; the left ones give way, and then go."""
    right = list(right)
    taken = sum(cell_len(text) for text, _ in right)
    if taken >= width:
        return line(right, width, fill)
    return Strip.join([line(left, width - taken, fill), line(right, taken, fill)])
