"""An article's sentences as tokens: words, marks, numbers, and what other rules have taken."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct

from facts.later import later
from facts.memo import Memo
from facts.numbers import Number
from facts.numbers.tokens import MODELS
from facts.text import Article

_NAMES = frozenset({"AGO", "IS", "US", "WHO", "IT"})
"""Short forms that would be other words in lower case: four IS militants, 500 litres of AGO."""
_DOUBTFUL = frozenset({"A", "'"})
"""What only its neighbours tell: an article or a grade, a quotation mark or a genitive."""
_GRADED = later(r"\b(?:class|category|schedule|grade|type|group)[ -]\Z", re.IGNORECASE)
_GRADE_REACH = 9
_WORD = later(r"[\w'-]+")
_LONGEST = 250
"""Tokens read as one sentence; a table without full stops is read in pieces of so many."""
_PIECE = later(
    r"[A-Za-z]{1,4}\d{1,3}s?\b|\d(?:x\ds?|[CDG]|[Cc]-[A-Za-z])\b"
    r"|[^\W\d_]+(?:['\-][^\W_]+|\.[^\W\d_](?=\.))*|\d+|[^\w\s]|_"
)
"""A word or mark; none has a blank in it.

A model is one word: the G3 of "one G3 machine gun", the 4x4s of "two 4x4s", 2C-B.
"""
_QUOTED = 5
"""Tokens that a name in quotes has at most."""
_BLANKS = [""] * 8
"""As far as any rule looks past the first or the last word."""


class Tokens(Struct, frozen=True, gc=False):
    """The tokens of a sentence: words, marks, numbers, and stretches other kinds of fact stand on.

    What is known of each stands in lists side by side, as a sentence is read through many times.
    """

    text: str
    """The article's shadow copy, which the offsets index."""
    size: int
    lows: list[str]
    """The words in lower case; "#" for a number, the kind of fact ("date", "money") on others.

    Blanks follow, which negative indexes meet as well: no word stands before the first, none after
    the last, and nobody needs to ask whether there is one.
    """
    spoken: frozenset[str]
    """The same as a set."""
    starts: list[int]
    ends: list[int]
    numbers: dict[int, Number]
    """By token."""
    opaque: frozenset[int]
    """The tokens on which another kind of fact stands."""
    uncut: frozenset[int]
    """The tokens that are no words as they are printed: numbers, facts, calibres."""

    def places_of(self, words: frozenset[str]) -> list[int]:
        """The tokens that are one of these words, in order."""
        if words.isdisjoint(self.spoken):
            return []
        return [at for at, low in enumerate(self.lows) if low in words]

    def is_word(self, at: int) -> bool:
        """Whether a token is a word of the language."""
        low = self.lows[at]
        return (low[:1].isalpha() or low[1:2].isalpha()) and at not in self.opaque  # "4x4"

    def is_capital(self, at: int) -> bool:
        """Whether a token is a word that begins with a capital letter."""
        if at >= self.size or at in self.uncut:
            return False
        return self.text[self.starts[at]].isupper()


class Taken(Struct, frozen=True, gc=False):
    """A stretch of the article another kind of fact stands on."""

    start: int
    end: int
    kind: str


class Telling(Struct, frozen=True):
    """Words of which a sentence without a number needs one to tell anything."""

    alone: frozenset[str]
    """Words that do."""
    with_article: frozenset[str]
    """Words that do where "a", "an" or "both" counts something: "a man was charged"."""

    def says(self, text: str) -> bool:
        """Whether a sentence without a number may tell something."""
        words = _WORD.findall(text.lower())
        if not self.alone.isdisjoint(words):
            return True
        return not _COUNTING.isdisjoint(words) and not self.with_article.isdisjoint(words)


_COUNTING = frozenset({"a", "an", "both"})


def sentences(
    article: Article, numbers: Sequence[Number], taken: Sequence[Taken], telling: Telling
) -> Iterator[Tokens]:
    """The tokens of each sentence that has a number or may tell something without, in order."""
    shadow = article.shadow
    marks = _marks(shadow, numbers, taken)
    starts = [mark.start for mark in marks]
    for span in article.sentences:
        inside = marks[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        counts = any(mark.number for mark in inside)
        if counts or telling.says(shadow[span.start : span.end]):
            yield from _Cutting(shadow).cut(span.start, span.end, inside)


class _Mark(Struct, frozen=True, gc=False):
    """A number or another kind of fact, which is a token as it is."""

    start: int
    end: int
    low: str
    number: Number | None = None
    opaque: bool = False


_CALIBRE = later(r" ?mm\b|[ -](?:calib(?:re|er)|gauge|bore|cal)\b", re.IGNORECASE)
_POINT = later(r"(?<![\w.,])\.\Z")
"""The point of ".38 revolver" and ".22 rifle"."""
_MODEL = later(rf"\b(?:{MODELS}|Mark|Mk|MK|Model|model|Type|SKS|Glock|Beretta|Galil|M) \Z")
"""Before the number of a weapon's model: "AK 47 rifles", "Mark 2 guns"."""
_MODEL_LENGTH = 9
_HIGHEST_MODEL = 999


def _number(text: str, number: Number) -> _Mark:
    """A number, or the word that "7.62mm" is before ammunition."""
    pointed = _POINT.search(text, max(0, number.start - 2), number.start) is not None
    calibre = _CALIBRE.match(text, number.end)
    if calibre or pointed or _is_model(text, number):
        return _Mark(number.start - pointed, calibre.end() if calibre else number.end, "calibre")
    return _Mark(number.start, number.end, "#", number)


def _is_model(text: str, number: Number) -> bool:
    """Whether a number is part of the name of a weapon: the 47 of "AK 47"."""
    if number.value is None or number.value > _HIGHEST_MODEL or number.style != "digits":
        return False
    return _MODEL.search(text, max(0, number.start - _MODEL_LENGTH), number.start) is not None


def _marks(text: str, numbers: Sequence[Number], taken: Sequence[Taken]) -> list[_Mark]:
    solid = (_Mark(t.start, t.end, t.kind, opaque=True) for t in taken if t.end > t.start)
    free = _apart(sorted(solid, key=lambda mark: (mark.start, mark.end)))
    ends = [mark.end for mark in free]
    marks = list(free)
    for number in numbers:
        at = bisect_left(ends, number.start + 1)
        if at == len(free) or free[at].start >= number.end:
            marks.append(_number(text, number))
    return _apart(sorted(marks, key=lambda mark: (mark.start, -mark.end)))


def _apart(marks: Sequence[_Mark]) -> list[_Mark]:
    kept: list[_Mark] = []
    for mark in marks:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def _cut(unbroken: str) -> tuple[tuple[str, int, int], ...]:
    """The words and marks of a piece of text without blanks, in lower case, each with its place."""
    return tuple(
        [(_lowered(found[0]), found.start(), found.end()) for found in _PIECE.finditer(unbroken)]
    )


def _lowered(word: str) -> str:
    """A word as rules read it; what its neighbours must tell stays as it is."""
    return word if word in _NAMES or word in _DOUBTFUL else word.lower()


_CUT = Memo(_cut)


class _Cutting:
    """Cuts one sentence into its tokens."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lows: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._marks: dict[int, _Mark] = {}

    def cut(self, start: int, end: int, marks: Sequence[_Mark]) -> Iterator[Tokens]:
        """The tokens of a sentence; those of a very long one in pieces."""
        at = start
        for mark in marks:
            if mark.start >= at:
                self._add_words(at, mark.start)
                self._marks[len(self._lows)] = mark
                self._lows.append(mark.low)
                self._starts.append(mark.start)
                self._ends.append(mark.end)
                at = mark.end
        self._add_words(at, end)
        for first in range(0, len(self._lows), _LONGEST):
            yield self._tokens(first, min(first + _LONGEST, len(self._lows)))

    def _add_words(self, start: int, end: int) -> None:
        lows, starts, ends = self._lows, self._starts, self._ends
        first = len(lows)
        for unbroken in self._text[start:end].split(" "):
            for low, begin, after in _CUT[unbroken]:
                lows.append(low)
                starts.append(start + begin)
                ends.append(start + after)
            start += len(unbroken) + 1
        if not _DOUBTFUL.isdisjoint(lows[first:]):
            for number in range(first, len(lows)):
                if lows[number] in _DOUBTFUL:
                    lows[number] = self._read(lows[number], number)

    def _read(self, word: str, at: int) -> str:
        """What a doubtful word or mark is."""
        if word == "'":
            return '"' if self._is_quote(at) else word
        return word if _is_grade(self._text, self._starts[at]) else "a"

    def _is_quote(self, at: int) -> bool:
        """Whether an apostrophe opens or closes a quotation, as of 'ice', and is no genitive."""
        text, starts = self._text, self._starts
        if not text[starts[at] - 1 : starts[at]].isalnum():
            return True
        return any(
            self._lows[before] == '"' and text[starts[before]] == "'"
            for before in range(max(0, at - _QUOTED), at)
        )

    def _tokens(self, first: int, last: int) -> Tokens:
        marks = {at - first: mark for at, mark in self._marks.items() if first <= at < last}
        return Tokens(
            text=self._text,
            size=last - first,
            lows=self._lows[first:last] + _BLANKS,
            spoken=frozenset(self._lows[first:last]),
            starts=self._starts[first:last],
            ends=self._ends[first:last],
            numbers={at: mark.number for at, mark in marks.items() if mark.number},
            opaque=frozenset([at for at, mark in marks.items() if mark.opaque]),
            uncut=frozenset(marks),
        )


def _is_grade(text: str, start: int) -> bool:
    """Whether a capital A is that of "class A drugs", and no article."""
    return _GRADED.search(text, max(0, start - _GRADE_REACH), start) is not None
