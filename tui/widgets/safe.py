"""Article text made harmless cell by cell: whatever it holds, nothing is obeyed, nothing hides."""

import re

from tui.plain import plain

_TAB = {ord("\t"): " "}
_HIDDEN = re.compile(
    r"[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINERS = frozenset("\u200c\u200d\u00ad")


def safe(text: str) -> str:
    """The text as it may go to a terminal: controls and bidi overrides shown as signs."""
    if text.isascii() and text.isprintable():
        return text
    return _HIDDEN.sub(_sign, plain(text.translate(_TAB).replace("\r", "").replace("\n", "␊")))


def safe_in_place(text: str) -> str:
    """The same, sign for character, for an editor that counts characters; joiners stay."""
    if text.isascii() and text.isprintable():
        return text
    signs = _HIDDEN.sub(lambda found: _sign(found) or found[0], plain(text.translate(_TAB)))
    return signs.replace("\r", "␍")


def _sign(match: re.Match[str]) -> str:
    """A sign of one cell for what would turn text round or hide in it; joiners just go."""
    if match[0] in _JOINERS:
        return ""
    if match[0] in _DIRECTIONS:
        return "⇄"
    return "\N{REPLACEMENT CHARACTER}" if "\ud800" <= match[0] <= "\udfff" else "·"
