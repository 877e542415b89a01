"""An article's sentences as tokens: words, marks, numbers, and what other rules have taken."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from facts.numbers import Number
from facts.text import Article

_NAMES = frozenset({"IS", "US", "WHO", "IT"})
"""Names that would be other words in lower case: four IS militants."""
_GRADED = re.compile(r"\b(?:class|category|schedule|grade|type|group)[ -]\Z", re.IGNORECASE)
_GRADE_REACH = 9
_WORD = re.compile(r"[\w'-]+")
_LONGEST = 250
"""Tokens read as one sentence; a table without full stops is read in pieces of so many."""
_PIECE = re.compile(r"[a-z]++(?=[ ,])|[^\W\d_]+(?:['\-][^\W_]+|\.[^\W\d_](?=\.))*|\d+|[^\w\s]|_")


class Token(Struct, frozen=True, gc=False):
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


class Telling(NamedTuple):
    """Words of which a sentence without a number needs one to tell anything."""

    alone: frozenset[str]
    """Words that do."""
    with_article: frozenset[str]
    """Words that do where "a" or "an" counts something: "a man was charged"."""

    def says(self, text: str) -> bool:
        """Whether a sentence without a number may tell something."""
        words = _WORD.findall(text.lower())
        if not self.alone.isdisjoint(words):
            return True
        return ("a" in words or "an" in words) and not self.with_article.isdisjoint(words)


def sentences(
    article: Article, numbers: Sequence[Number], taken: Sequence[Taken], telling: Telling
) -> Iterator[list[Token]]:
    """The tokens of each sentence that has a number or may tell something without, in order."""
    shadow = article.shadow
    marks = _marks(shadow, numbers, taken)
    starts = [mark.start for mark in marks]
    for span in article.sentences:
        inside = marks[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        counts = any(mark.number for mark in inside)
        if not counts and not telling.says(shadow[span.start : span.end]):
            continue
        tokens = _tokens(shadow, span.start, span.end, inside)
        for first in range(0, len(tokens), _LONGEST):
            yield tokens[first : first + _LONGEST]


_CALIBRE = re.compile(r" ?mm\b|-calib(?:re|er)\b")


def _number(text: str, number: Number) -> Token:
    """A number, or the word that "7.62mm" is before ammunition."""
    calibre = _CALIBRE.match(text, number.end)
    if calibre:
        start = number.start - (text[number.start - 1 : number.start] == ".")
        return Token(start, calibre.end(), "calibre")
    return Token(number.start, number.end, "#", number)


def _marks(text: str, numbers: Sequence[Number], taken: Sequence[Taken]) -> list[Token]:
    solid = (Token(t.start, t.end, t.kind, opaque=True) for t in taken if t.end > t.start)
    free = _apart(sorted(solid, key=lambda token: (token.start, token.end)))
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


def _tokens(text: str, start: int, end: int, marks: Sequence[Token]) -> list[Token]:
    tokens: list[Token] = []
    at = start
    for mark in marks:
        if mark.start >= at:
            _add_pieces(tokens, text, at, mark.start)
            tokens.append(mark)
            at = mark.end
    _add_pieces(tokens, text, at, end)
    return tokens


def _add_pieces(tokens: list[Token], text: str, start: int, end: int) -> None:
    for piece in _PIECE.finditer(text, start, end):
        word = piece[0]
        first, last = piece.span()
        if word.islower():
            tokens.append(Token(first, last, word))
            continue
        capital = word[0].isupper()
        low = word if capital and _is_kept(text, word, first) else word.lower()
        if word == "'" and _is_quote(tokens, text, first):
            low = '"'
        tokens.append(Token(first, last, low, None, False, capital))


def _is_quote(tokens: Sequence[Token], text: str, start: int) -> bool:
    """Whether an apostrophe opens or closes a quotation, as of 'ice', and is no genitive."""
    if not text[start - 1 : start].isalnum():
        return True
    return any(token.low == '"' and text[token.start] == "'" for token in tokens[-_QUOTED:])


_QUOTED = 5
"""Tokens that a name in quotes has at most."""


def _is_kept(text: str, word: str, start: int) -> bool:
    """Whether a word is another in lower case: the A of "class A drugs" is no article."""
    if word == "A":
        return _GRADED.search(text, max(0, start - _GRADE_REACH), start) is not None
    return word in _NAMES
