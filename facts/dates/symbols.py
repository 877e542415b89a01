"""An article's words as symbols, one character each, so that rules for dates are short patterns.

"between March 29 and April 2" is ``bMNaMN``. Words that no date is made of are ``x``, a paragraph's
end is ``|``. The rules match the symbols; the tokens behind them give the values and the place.
"""

import re
from typing import NamedTuple

from facts.calendar_names import MONTH_NUMBERS, WEEKDAY_NUMBERS
from facts.numbers.numerals import ORDINALS, SMALL, TENS
from facts.pieces import Pieces

_CLASSES = {
    "d": "day days",
    "w": "week weeks",
    "m": "month months",
    "y": "year years",
    "D": "decade decades",
    "h": "hours",
    "k": "weekend",
    "q": "quarter",
    "H": "half",
    "S": "spring summer autumn fall winter",
    "t": "to until till through thru",
    "a": "and",
    "b": "between",
    "F": "of",
    "i": "in during over within at on",
    "e": "the",
    "A": "a an one",
    "L": "last",
    "P": "past",
    "V": "previous preceding prior",
    "X": "next coming",
    "Z": "following",
    "T": "this current",
    "U": "that",
    "s": "same",
    "R": "today yesterday tomorrow tonight",
    "g": "ago",
    "E": "earlier",
    "v": "before",
    "l": "later",
    "f": "after",
    "G": "early mid late beginning start end middle",
    "z": "since",
    "p": "night morning afternoon evening",
}
_WORDS = (
    dict.fromkeys((*SMALL, *TENS), "n")
    | dict.fromkeys(ORDINALS, "o")
    | dict.fromkeys(MONTH_NUMBERS, "M")
    | dict.fromkeys(WEEKDAY_NUMBERS, "W")
    | {word: symbol for symbol, words in _CLASSES.items() for word in words.split()}
)
_GROUPS = {"iso": "I", "numeric": "J", "decade": "K", "quarter": "Q", "feast": "C"} | {
    "ordinal": "O",
    "end": "|",
}
_MARKS = {",": ",", "/": "/", "(": "(", ")": ")", ";": ";", ":": ";", "?": ";", "!": ";", "%": "%"}

_CAPITALISED = frozenset("MW")
_AMBIGUOUS = frozenset("sun sat mon wed fri thu mar dec jan".split())
"""Short names that are words or names as well; a point, a comma, a number or the end of a
period must follow."""

_SHORT_GOES_ON = re.compile(
    r"\.|,? (?:[0-9]|[A-Z][a-z]{2,8}\.? [0-9])|\)|(?: ?- ?| to )[0-9]{1,2} [A-Z][a-z]{2}"
)
_SHORT_NAME = re.compile(
    r"(?<![^\W_])(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thur?s?|fri|sat|sun)\Z",
    re.IGNORECASE,
)
_MAY_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|last|this|next|early|late|mid|by|until|till|during|to|from|between|and|through"
    r"|after|before|for|the|previous|following|on|[0-9]{1,2}(?:st|nd|rd|th)?)|[(-])[ -]?\Z",
    re.IGNORECASE,
)
_MAY_GOES_ON = re.compile(r",? ?(?:[0-9]|last year|this year|next year)")


class Symbols(NamedTuple):
    """An article's pieces and their symbols as one string, index by index the same."""

    tokens: list[re.Match[str]]
    line: str


def symbols_of(shadow: str, pieces: Pieces) -> Symbols:
    """A symbol for each piece of an article."""
    symbols: list[str] = []
    for token, low in zip(pieces.tokens, pieces.lows, strict=True):
        symbol = _WORDS.get(low)
        if symbol is None:
            symbol = "x" if low.isalpha() else _other(shadow, token)
        elif symbol in _CAPITALISED:
            symbol = _named(shadow, token, symbol)
        symbols.append(symbol)
    return Symbols(pieces.tokens, "".join(symbols))


def _other(shadow: str, token: re.Match[str]) -> str:
    """The symbol of what is no word."""
    group = token.lastgroup
    if group == "other":
        return _mark(shadow, token)
    if group == "digits":
        return _digits(token[0])
    return _GROUPS[group or "end"]


def _mark(shadow: str, token: re.Match[str]) -> str:
    """A point is a dot after a short name and ends a sentence elsewhere; a dash may stand apart."""
    start, mark = token.start(), token[0]
    if mark == ".":
        return "." if _SHORT_NAME.search(shadow, max(0, start - 6), start) else ";"
    if mark == "-":
        return (
            "~"
            if shadow[start - 1 : start] == " " and shadow[start + 1 : start + 2] == " "
            else "-"
        )
    return _MARKS.get(mark, "x")


def _digits(text: str) -> str:
    if not text.isdigit():
        return "#"
    if len(text) == 4 and 1000 <= int(text) < 2200:
        return "Y"
    if len(text) <= 2 and 1 <= int(text) <= 31:
        return "N"
    return "B" if len(text) <= 4 else "#"


def _named(shadow: str, token: re.Match[str], symbol: str) -> str:
    """The symbol of a month or weekday, unless the word is another one: "may", "Sun", "Mar"."""
    word = token[0]
    if not word[0].isupper():
        return "x"
    if word.lower() == "may":
        before = _MAY_BEFORE.search(shadow, max(0, token.start() - 11), token.start())
        return symbol if before or _MAY_GOES_ON.match(shadow, token.end()) else "x"
    if word.lower() in _AMBIGUOUS and not _SHORT_GOES_ON.match(shadow, token.end()):
        return "x"
    return symbol


def number_of(token: re.Match[str]) -> int:
    """What a token counts: 24 of "24" and "24th", 3 of "three" and "third", 5 of "May"."""
    word = token[0].lower()
    if word[0] == "q" and len(word) == 2:
        return int(word[1])
    if word[0].isdigit():
        return int(re.match("[0-9]{1,4}", word)[0])  # type: ignore[index]
    for table in (SMALL, TENS, ORDINALS, MONTH_NUMBERS):
        if word in table:
            return table[word]
    return 1


def unit_of(token: re.Match[str]) -> str:
    """The unit a token names: "day" of "days"."""
    return token[0].lower().removesuffix("s")
