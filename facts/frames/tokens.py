"""An article's sentences as tokens: words, marks, numbers, and what other rules have taken."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from facts.numbers import Number
from facts.text import Article

_NAMES = frozenset({"IS", "US", "WHO", "IT"})
"""Names that would be other words in lower case: four IS militants."""
_GRADED = re.compile(r"\b(?:class|category|schedule|grade|type|group)[ -]\Z", re.IGNORECASE)
_LONGEST = 250
"""Tokens read as one sentence; a table without full stops is read in pieces of so many."""
_PIECE = re.compile(r"[^\W\d_]+(?:['\-][^\W_]+|\.[^\W\d_](?=\.))*|\d+|[^\w\s]|_")


class Token(NamedTuple):
    """A word, a mark, a number, or a stretch of text another kind of fact stands on."""

    start: int
    end: int
    low: str
    """The word in lower case; the kind of fact ("date", "money") where one stands here."""
    number: Number | None = None
    opaque: bool = False
    """True where another kind of fact stands here."""
    capital: bool = False
    """True where the word begins with a capital letter."""

    @property
    def is_word(self) -> bool:
        """Whether it is a word of the language."""
        return self.number is None and not self.opaque and self.low[0].isalpha()


class Taken(NamedTuple):
    """A stretch of the article another kind of fact stands on."""

    start: int
    end: int
    kind: str


def sentences(
    article: Article, numbers: Sequence[Number], taken: Sequence[Taken]
) -> Iterator[list[Token]]:
    """The tokens of each sentence, in order."""
    marks = _marks(article.shadow, numbers, taken)
    starts = [mark.start for mark in marks]
    for span in article.sentences:
        inside = marks[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        tokens = list(_tokens(article.shadow, span.start, span.end, inside))
        for first in range(0, len(tokens), _LONGEST):
            yield tokens[first : first + _LONGEST]


_CALIBRE = re.compile(r" ?mm\b|-calib(?:re|er)\b")


def _number(text: str, number: Number) -> Token:
    """A number, or the word that "7.62mm" is before ammunition."""
    calibre = _CALIBRE.match(text, number.end)
    if calibre:
        return Token(number.start, calibre.end(), "calibre")
    return Token(number.start, number.end, "#", number)


def _marks(text: str, numbers: Sequence[Number], taken: Sequence[Taken]) -> list[Token]:
    opaque = sorted(Token(t.start, t.end, t.kind, opaque=True) for t in taken if t.end > t.start)
    free = _apart(opaque)
    ends = [token.end for token in free]
    marks = list(free)
    for number in numbers:
        at = bisect_left(ends, number.start + 1)
        if at == len(free) or free[at].start >= number.end:
            marks.append(_number(text, number))
    return _apart(sorted(marks, key=lambda token: (token.start, -token.end)))


def _apart(tokens: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    for token in tokens:
        if not kept or token.start >= kept[-1].end:
            kept.append(token)
    return kept


def _tokens(text: str, start: int, end: int, marks: Sequence[Token]) -> Iterator[Token]:
    at = start
    for mark in marks:
        if mark.start >= at:
            yield from _pieces(text, at, mark.start)
            yield mark
            at = mark.end
    yield from _pieces(text, at, end)


def _is_grade(text: str, piece: re.Match[str]) -> bool:
    """The A of "class A drugs" is no article."""
    return piece[0] == "A" and _GRADED.search(text, piece.start() - 9, piece.start()) is not None


def _pieces(text: str, start: int, end: int) -> Iterator[Token]:
    for piece in _PIECE.finditer(text, start, end):
        word = piece[0]
        low = word if word in _NAMES or _is_grade(text, piece) else word.lower()
        yield Token(piece.start(), piece.end(), low, None, False, word[0].isupper())
