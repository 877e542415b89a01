"""A row of keys: the most wanted as far as there is room, and those that must never be missing."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from rich.style import Style
from textual.strip import Strip

from tui.widgets.strips import Words, sides
from tui.widgets.wrap import fitted
from tui.widths import cells

_GAP = 2
_SHORTEST = 3

Styles = Callable[[str], Style]
"""The style of a role."""


class Choice(Struct, frozen=True):
    """A key and what it does."""

    key: str
    title: str

    @property
    def width(self) -> int:
        """The cells it takes, with the gap after it."""
        return cells(self.key) + 1 + cells(self.title) + _GAP

    def cut(self, widest: int) -> "Choice":
        """The same with a title of so many cells at most."""
        return Choice(self.key, fitted(self.title, widest))


class Keys(Struct, frozen=True):
    """The keys that work in a place."""

    wanted: tuple[Choice, ...] = ()
    """The most wanted first; shown as far as there is room."""
    always: tuple[Choice, ...] = ()
    """Shown however narrow it is."""


def key_row(keys: Keys, style: Styles, width: int) -> Strip:
    """The keys on one row, those that are always shown at its right."""
    room = width - 1 - sum(choice.width for choice in keys.always)
    shown = []
    for choice in keys.wanted:
        room -= choice.width
        if room < 0:
            break
        shown.append(choice)
    plain = style("plain")
    always = [*drawn(keys.always, style), (" " * _GAP, plain)]
    return sides([(" ", plain), *drawn(shown, style)], always, width, plain)


def drawn(choices: Iterable[Choice], style: Styles) -> list[Words]:
    """Keys and what they do, with gaps between them."""
    words: list[Words] = []
    for choice in choices:
        gap = " " * _GAP if words else ""
        words.append((f"{gap}{choice.key}", style("key")))
        words.append((f" {choice.title}", style("key.title")))
    return words


def rows_of(choices: Sequence[Choice], room: int, rows: int) -> list[list[Choice]]:
    """The choices in so many rows, their titles cut as far as it takes to have room for all."""
    widest = max((cells(choice.title) for choice in choices), default=0)
    found = _folded(choices, room)
    while len(found) > rows and widest > _SHORTEST:
        widest -= 1
        found = _folded([choice.cut(widest) for choice in choices], room)
    return found


def _folded(choices: Iterable[Choice], room: int) -> list[list[Choice]]:
    rows: list[list[Choice]] = [[]]
    left = room
    for choice in choices:
        if choice.width - _GAP > left and rows[-1]:
            rows.append([])
            left = room
        rows[-1].append(choice)
        left -= choice.width
    return rows
