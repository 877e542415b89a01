"""What Textual writes, taken apart: places, pens and words, or nothing that is understood."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from tui.widths import is_certain

_MOVE = re.compile(r"\x1b\[(\d+);(\d+)H")
_PIECE = re.compile(r"\x1b\[([\d;:]*)m|([^\x00-\x1f\x7f-\x9f]+)")
_ASIDES = re.compile(
    r"(?:\x07"
    r"|\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1016|2004|2048)[hl]"  # modes that touch no cell
    r"|\x1b\[\?\d+\$p|\x1b\[[<>]\d*u"  # questions to the terminal, keyboard protocol
    r"|\x1b\](?:22|52);[^\x07\x1b]*(?:\x07|\x1b\\)"  # pointer shape, clipboard
    r"|\x1bP(?:[^\x1b]|\x1b[^\\])*\x1b\\"  # the same for tmux or screen to pass on
    r")*"
)

_DEFAULTS = re.compile(r"((?:[1-9];)*)39;49|((?:[1-9];)*(?:3[0-7]|9[0-7]|38;5;\d+));49")

_REMEMBERED = 512
"""Runs that need not be taken apart again: most of a frame is as it was."""


class Piece(NamedTuple):
    """Words written with one pen."""

    words: str
    pen: str
    """The codes that were given, "" for the terminal's own."""


class Run(NamedTuple):
    """Words from a place on, as far as nothing else moves the cursor."""

    row: int
    column: int
    pieces: tuple[Piece, ...]
    data: str
    """The same as it was written."""

    @property
    def is_certain(self) -> bool:
        """Whether every character takes exactly one cell, whatever the terminal."""
        return all(is_certain(words) for words, _ in self.pieces)


class UnreadableError(ValueError):
    """There is something in the output that is not understood."""


def is_aside(data: str) -> bool:
    """Whether output changes no cell and moves no cursor."""
    return _ASIDES.fullmatch(data) is not None


def read(data: str) -> list[Run]:
    """Take a frame apart; every word has a place, and the pen is put down before each move.

    The last run has no words: it is where the cursor is left. Raises UnreadableError.
    """
    head, *parts = _MOVE.split(data)
    if head or not parts:
        raise UnreadableError("words with no place")
    runs = [
        _run(row, column, body.rstrip("\n"))  # the next move says where anyway
        for row, column, body in zip(parts[:-3:3], parts[1:-3:3], parts[2:-3:3], strict=True)
    ]
    runs.append(_run(*parts[-3:]))
    if runs[-1].data:
        raise UnreadableError("words that more must follow")
    return runs


def _run(row: str, column: str, body: str) -> Run:
    return Run(int(row) - 1, int(column) - 1, _pieces(body), body)


@lru_cache(_REMEMBERED)
def _pieces(body: str) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    pen, place = "", 0
    while place < len(body):
        match = _PIECE.match(body, place)
        if match is None:
            raise UnreadableError(f"not understood: {body[place : place + 8]!r}")
        place = match.end()
        if match[2]:
            pieces.append(Piece(match[2], pen))
        else:
            pen = _taken(pen, match[1])
    if pen:
        raise UnreadableError("a pen that is not put down")
    return tuple(pieces)


def _taken(pen: str, codes: str) -> str:
    """What the pen is after some codes."""
    if codes in ("", "0"):
        return ""
    return f"{pen};{codes}" if pen else _without_defaults(codes)


@cache
def _without_defaults(codes: str) -> str:
    """Codes for a pen that is the terminal's own: its own colours need not be chosen again."""
    match = _DEFAULTS.fullmatch(codes)
    return (match[1] or match[2] or "").rstrip(";") if match else codes
