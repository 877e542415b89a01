"""An article cut once into words, digits and marks, for all rules that read it word by word."""

import re
from typing import NamedTuple

FEAST = r"(?:(?:New Year's|Christmas) (?:Eve|Day)|Boxing Day)\b"
_NUMBER = (
    r"(?P<iso>(?<![0-9])[0-9]{4}(?P<dash>[-/])[0-9]{2}(?P=dash)[0-9]{2}(?![0-9]))"
    r"|(?P<numeric>(?<![0-9.,/])[0-9]{1,2}(?P<mark>[/.])[0-9]{1,2}(?P=mark)(?:19|20)[0-9]{2}(?![0-9]))"
    r"|(?P<decade>(?<![0-9])(?:1[5-9]|20)[0-9]0'?s\b|'[0-9]0s\b)"
    r"|(?P<ordinal>\b[0-9]{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<digits>[0-9]+(?:[.,][0-9]+)*)"
)
_PIECE = re.compile(
    rf"(?P<word>(?:[AD-MOPR-Za-z]|(?!Q[1-4]\b|{FEAST})[QNCB])[A-Za-z]*+)"  # most are words
    rf"|(?=[0-9'])(?:{_NUMBER})"
    r"|(?P<other>[^\s\w])"
    r"|(?P<end>\n[ \n]*\n)"
    rf"|(?=[QNCB])(?:(?P<quarter>Q[1-4])|(?P<feast>{FEAST}))"
)


class Pieces(NamedTuple):
    """The pieces of an article in order: words of ASCII letters, numbers, marks, line ends."""

    tokens: list[re.Match[str]]
    lows: list[str]
    """What each piece is in lower case."""
    words: frozenset[str]
    """The same as a set: a pattern is tried only where one of the words it needs stands."""


def pieces_of(shadow: str) -> Pieces:
    """The pieces of the shadow copy of an article."""
    tokens = list(_PIECE.finditer(shadow))
    lows = [token[0].lower() for token in tokens]
    return Pieces(tokens, lows, frozenset(lows))
