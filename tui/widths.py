"""How many cells words take on a terminal."""

import re

_CERTAIN = re.compile(
    r"[\x20-\x7e\xa0-\xac\xae-\u024f\u0370-\u0482\u048a-\u0558\u2010-\u2027\u2030-\u205e\u20a0-\u20c0"
    r"\u2100-\u218b\u2190-\u22ff\u2400-\u2426\u2500-\u25fc\u2691\u2713\u2717]*"
)
"""Characters that take one cell of their own in every terminal. Of others (wide ones, emoji,
marks that join the letter before them, Arabic letters that take the shape of their neighbours)
terminals and tables differ."""


def is_certain(words: str) -> bool:
    """Whether every character takes exactly one cell, whatever the terminal."""
    return _CERTAIN.fullmatch(words) is not None


def cells(words: str) -> int:
    """How many cells words take; rich's tables are only loaded for what is not certain."""
    if is_certain(words):
        return len(words)
    from rich.cells import cell_len

    return cell_len(words)
