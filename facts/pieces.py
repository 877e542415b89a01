"""An article cut once into words, digits and marks, for all rules that read it word by word."""

import re
from bisect import bisect_left
from itertools import accumulate

from msgspec import Struct

FEAST = r"(?:(?:New Year's|Christmas) (?:Eve|Day)|Boxing Day)\b"
ISO = r"(?<![0-9])[0-9]{4}(?:-[0-9]{2}-|/[0-9]{2}/)[0-9]{2}(?![0-9])"
NUMERIC = r"(?<![0-9.,/])[0-9]{1,2}(?:/[0-9]{1,2}/|\.[0-9]{1,2}\.)(?:19|20)[0-9]{2}(?![0-9])"
DECADE = r"(?<![0-9])(?:1[5-9]|20)[0-9]0'?s\b|'[0-9]0s\b"
ORDINAL = r"\b[0-9]{1,2}(?:st|nd|rd|th)\b"
_DIGITS = r"[0-9]+(?:[.,][0-9]+)*"
_PIECE = re.compile(
    rf"([ADE-MOPR-Za-z][A-Za-z]*+|(?!Q[1-4]\b|{FEAST})[QNCB][A-Za-z]*+"  # most are words
    rf"|(?=[0-9'])(?:{ISO}|{NUMERIC}|{DECADE}|{ORDINAL}|{_DIGITS})"
    rf"|[^\s\w]|\n[ \n]*\n|Q[1-4]|{FEAST})"
)
"""A piece, as a group: a text that is split at it gives what lies between as well, hence places."""


class Pieces(Struct, frozen=True):
    """The pieces of an article in order: words of ASCII letters, numbers, marks, line ends."""

    texts: list[str]
    starts: list[int]
    lows: list[str]
    """What each piece is in lower case."""
    words: frozenset[str]
    """The same as a set: a pattern is tried only where one of the words it needs stands."""

    def end(self, index: int) -> int:
        """Where a piece ends."""
        return self.starts[index] + len(self.texts[index])

    def between(self, start: int, end: int) -> list[str]:
        """The pieces that begin between two places, in lower case."""
        starts = self.starts
        return self.lows[bisect_left(starts, start) : bisect_left(starts, end)]


def pieces_of(shadow: str) -> Pieces:
    """The pieces of the shadow copy of an article."""
    parts = _PIECE.split(shadow)
    texts = parts[1::2]
    ends = list(accumulate(map(len, parts)))
    lows = list(map(str.lower, texts))
    return Pieces(texts, ends[:-1:2], lows, frozenset(lows))
