"""Where the panes stand, for a size of the terminal."""

from typing import NamedTuple

WIDE = 120
"""Columns from which all four panes stand side by side."""
SMALLEST = (60, 16)
"""Columns and rows under which there is no room for a desk."""
FOOT = 3
"""Rows of the status line, the tag strip and the keys."""


class Place(NamedTuple):
    """A rectangle of the screen, in cells."""

    x: int
    y: int
    width: int
    height: int


def arrange(columns: int, rows: int, pane: str) -> dict[str, Place]:
    """The places of the panes that are shown; none at all where the terminal is too small.

    A narrow terminal shows the list above and one other pane below: the one the keys are in, or
    the text while they are in the list.
    """
    if columns < SMALLEST[0] or rows < SMALLEST[1]:
        return {}
    return _wide(columns, rows - FOOT) if columns >= WIDE else _narrow(columns, rows - FOOT, pane)


def _wide(columns: int, rows: int) -> dict[str, Place]:
    list_width = columns * 32 // 100
    facts_width = max(38, columns * 31 // 100)
    text_width = columns - list_width - facts_width
    note_height = max(6, rows * 30 // 100)
    right = columns - facts_width
    return {
        "list": Place(0, 0, list_width, rows),
        "text": Place(list_width, 0, text_width, rows),
        "facts": Place(right, 0, facts_width, rows - note_height),
        "note": Place(right, rows - note_height, facts_width, note_height),
    }


def _narrow(columns: int, rows: int, pane: str) -> dict[str, Place]:
    list_height = max(4, rows * 35 // 100)
    below = "text" if pane == "list" else pane
    return {
        "list": Place(0, 0, columns, list_height),
        below: Place(0, list_height, columns, rows - list_height),
    }
