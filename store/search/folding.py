"""Words as they are searched: folded, so that accents, case and ways of writing do not matter."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_JOINED: Final = {
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h",
    "ŧ": "t", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه",
    "ہ": "ه", "ھ": "ه", "ە": "ه", "ۃ": "ه",
    **{digit: str(n % 10) for n, digit in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")},
}  # fmt: skip
"""Letters and digits that no decomposition joins, and what they are joined with."""

_DROPPED: Final = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
)
"""Accents, vowel points, tatweel, joiners and marks of direction."""

_MARK: Final = re.compile(f"[{_DROPPED}]")
_VARIANT: Final = re.compile(f"[{''.join(_JOINED)}]")
_WORD: Final = re.compile(r"[^\W_]+")
_STRANGE: Final = re.compile(r"[^\x00-\x7f\w]")
_BEYOND: Final = re.compile(r"[^\x00-\x7f]\S*(?:\s+[^\x00-\x7f]\S*)*")
"""From a character beyond ASCII to the end of its word, and of more such words after it."""


def fold(text: str) -> str:
    """The words of a text, folded, one space between each."""
    return " ".join(_WORD.findall(indexed(text)))


def indexed(text: str) -> str:
    """A text as the index takes it: its words are those of `fold`, what is between them is not.

    The index splits at everything in ASCII that is neither letter nor digit, and nowhere else.
    """
    folded: list[str] = []
    at = 0
    for found in _BEYOND.finditer(text):
        start = text.rfind(" ", at, found.start()) + 1 or at
        beyond = " ".join(map(fold_piece, text[start : found.end()].split()))
        folded += (text[at:start].lower(), f" {beyond} ")
        at = found.end()
    return "".join((*folded, text[at:].lower()))


@lru_cache(maxsize=1 << 15)
def fold_piece(piece: str) -> str:
    """A piece of text without spaces, folded character by character; "" where all is dropped.

    Kept for the next time: most of what is beyond ASCII was met before.
    """
    if piece.isascii():
        return piece.lower()
    bare = _MARK.sub("", unicodedata.normalize("NFKD", piece))
    return _STRANGE.sub(" ", _VARIANT.sub(_join, bare.casefold()))


def _join(letter: re.Match[str]) -> str:
    return _JOINED[letter[0]]
