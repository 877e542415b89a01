"""Words as troff takes them: nothing in them is ever a request or an escape."""

import re

_SIGNS = {
    "\\": r"\e",
    "-": r"\-",
    "'": r"\(aq",
    "`": r"\(ga",
    "^": r"\(ha",
    "~": r"\(ti",
    "\N{MIDDLE DOT}": r"\(bu",
}
_ANY = re.compile("|".join(map(re.escape, _SIGNS)))


def plain(words: str) -> str:
    """Words on one line."""
    safe = _ANY.sub(lambda found: _SIGNS[found[0]], " ".join(words.split()))
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe


def bold(words: str) -> str:
    """Words to be typed as they are."""
    return rf"\fB{plain(words)}\fR"


def section(title: str) -> list[str]:
    """A heading."""
    return [f'.SH "{plain(title).upper()}"']


def subsection(title: str) -> list[str]:
    """A heading within a section."""
    return [f'.SS "{plain(title)}"']


def tagged(tag: str, words: str) -> list[str]:
    """A term, ready for troff, and beside or below it what it means."""
    return [".TP", tag, plain(words)]
