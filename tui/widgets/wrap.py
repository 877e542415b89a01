"""Lines of a text on a screen: where each starts and ends, for a width in cells."""

from tui.widgets.safe import safe
from tui.widths import cells, is_certain


def wrapped(text: str, width: int) -> list[tuple[int, int]]:
    """The lines of a text, as offsets into it; broken at spaces, at any character if need be.

    Of several empty lines one is left.
    """
    lines: list[tuple[int, int]] = []
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        _wrap_paragraph(text, start, end, max(width, 1), lines)
        start = end + 1
    return lines


def _wrap_paragraph(
    text: str, start: int, end: int, width: int, lines: list[tuple[int, int]]
) -> None:
    if not text[start:end].strip():
        if lines and lines[-1][0] < lines[-1][1]:
            lines.append((start, start))
        return
    while start < end:
        stop = _fitting(text, start, end, width)
        if stop < end:
            space = text.rfind(" ", start, stop + 1)
            stop = space if space > start else stop
        lines.append((start, stop))
        start = stop
        while start < end and text[start] == " ":
            start += 1


def _fitting(text: str, start: int, end: int, width: int) -> int:
    """Where a line must end so that it fits; at least one character fits any line."""
    stop = min(start + width, end)
    if is_certain(text[start:stop]):
        return stop
    taken, stop = 0, start
    while stop < end:
        taken += cells(safe(text[stop]))
        if taken > width and stop > start:
            return stop
        stop += 1
    return stop


def fitted(text: str, width: int) -> str:
    """The text, or as much of it as fits with an ellipsis after it."""
    if cells(text) <= width:
        return text
    kept = text[: _fitting(text, 0, len(text), max(width - 1, 0))]
    if cells(kept) >= width:
        kept = ""
    return f"{kept.rstrip()}…" if width > 0 else ""


def line_of(text: str, number: int, width: int) -> str:
    """A line of the text wrapped to a width, "" after the last."""
    lines = wrapped(text, width)
    start, end = lines[number] if number < len(lines) else (0, 0)
    return text[start:end]


def ruled(left: str, right: str, is_here: bool, width: int) -> str:
    """A title over a pane: a bar with a mark where the keys are, else a thin rule."""
    start, fill = ("▸", " ") if is_here else ("─", "─")
    right = f" {right} " if right else ""
    room = width - cells(right) - 3
    name = fitted(left, room)
    return f"{start} {name} {fill * max(room - cells(name), 0)}{right}"
