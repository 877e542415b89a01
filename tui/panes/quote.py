"""Words of the text in their place, for where the text itself is out of sight."""

from tui.widgets.wrap import wrapped

Piece = tuple[int, int]
"""A line of the quote, as offsets into the text."""


def quoted(text: str, start: int, end: int, width: int, rows: int) -> list[Piece]:
    """The lines of the paragraph around some words, as many as asked for, the words among them."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    paragraph = text[first : len(text) if last < 0 else last]
    lines = [(first + a, first + b) for a, b in wrapped(paragraph, width)]
    at = next((place for place, (_, stop) in enumerate(lines) if stop > start), 0)
    at = max(0, min(at, len(lines) - rows))
    return lines[at : at + rows]
