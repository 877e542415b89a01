"""An article's words as symbols, one character each, so that rules for dates are short patterns.

"between March 29 and April 2" is ``bMNaMN``. Words that no date is made of are ``x``, a paragraph's
end is ``|``. The rules match the symbols; the tokens behind them give the values and the place.
"""

import re

from msgspec import Struct

from facts.calendar_names import MONTH_NUMBERS, WEEKDAY_NUMBERS
from facts.later import later
from facts.memo import Memo
from facts.numbers.numerals import ORDINALS, SMALL, TENS
from facts.pieces import DECADE, FEAST, ISO, NUMERIC, ORDINAL, Pieces

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
_CAPITALISED = frozenset("MW")
_SHAPES = tuple(
    (symbol, re.compile(pattern))
    for symbol, pattern in (
        ("I", ISO),
        ("J", NUMERIC),
        ("K", DECADE),
        ("O", ORDINAL),
        ("Q", "Q[1-4]"),
        ("C", FEAST),
        ("|", r"\n[ \n]*\n"),
    )
)
"""What is neither a word nor a mark nor an amount."""
_MARKS = dict(zip(",/()%.;:?!", ",/()%;;;;;", strict=True))

_OPEN = "="
"""In place of a symbol that what stands beside the piece decides."""
_AMBIGUOUS = frozenset("sun sat mon wed fri thu mar dec jan".split())
"""Short names that are words or names as well; a point, a comma, a number or the end of a
period must follow."""

_SHORT_GOES_ON = later(
    r"\.|,? (?:[0-9]|[A-Z][a-z]{2,8}\.? [0-9])|\)|(?: ?- ?| to )[0-9]{1,2} [A-Z][a-z]{2}"
)
_SHORT = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat"
    " sun".split()
)
"""Names that a point may shorten."""
_MAY_BEFORE = later(
    r"(?:\b(?:in|since|of|last|this|next|early|late|mid|by|until|till|during|to|from|between|and|through"
    r"|after|before|for|the|previous|following|on|[0-9]{1,2}(?:st|nd|rd|th)?)|[(-])[ -]?\Z",
    re.IGNORECASE,
)
_MAY_GOES_ON = later(r",? ?(?:[0-9]|last year|this year|next year)")


class Symbols(Struct, frozen=True):
    """An article's pieces and their symbols as one string, index by index the same."""

    pieces: Pieces
    line: str


def symbols_of(shadow: str, pieces: Pieces) -> Symbols:
    """A symbol for each piece of an article."""
    symbols = list(map(_SYMBOLS.__getitem__, pieces.texts))
    for index in [index for index, symbol in enumerate(symbols) if symbol == _OPEN]:
        start, low = pieces.starts[index], pieces.lows[index]
        if low == "-":
            symbols[index] = "~" if shadow[start - 1 : start + 2] == " - " else "-"
            continue
        symbols[index] = _named(shadow, pieces.texts[index], start)
        if low in _SHORT and _is_shortened(shadow, start, start + len(low)):
            symbols[index + 1] = "."
    return Symbols(pieces, "".join(symbols))


def _alone(text: str) -> str:
    """The symbol of a piece, as far as it alone tells."""
    low = text.lower()
    symbol = _WORDS.get(low)
    if symbol is None:
        return "x" if text.isalpha() else _other(text)
    return _OPEN if symbol in _CAPITALISED else symbol


def _other(text: str) -> str:
    """The symbol of what is no word."""
    if len(text) == 1 and not text.isdigit():
        return _OPEN if text == "-" else _MARKS.get(text, "x")
    if text.isdigit() or "," in text:
        return _digits(text)
    shaped = (symbol for symbol, pattern in _SHAPES if pattern.fullmatch(text))
    return next(shaped, "#")


_SYMBOLS = Memo(_alone)


def _is_shortened(shadow: str, start: int, end: int) -> bool:
    """Whether a point shortens the name at a place, and does not end a sentence."""
    return shadow[end : end + 1] == "." and not shadow[start - 1 : start].isalnum()


def _digits(text: str) -> str:
    if not text.isdigit():
        return "#"
    if len(text) == 4 and 1000 <= int(text) < 2200:
        return "Y"
    if len(text) <= 2 and 1 <= int(text) <= 31:
        return "N"
    return "B" if len(text) <= 4 else "#"


def _named(shadow: str, word: str, start: int) -> str:
    """The symbol of a month or weekday, unless the word is another one: "may", "Sun", "Mar"."""
    low, end = word.lower(), start + len(word)
    symbol = _WORDS[low]
    if not word[0].isupper():
        return "x"
    if low == "may":
        before = _MAY_BEFORE.search(shadow, max(0, start - 11), start)
        return symbol if before or _MAY_GOES_ON.match(shadow, end) else "x"
    if low in _AMBIGUOUS and not _SHORT_GOES_ON.match(shadow, end):
        return "x"
    return symbol


def number_of(text: str) -> int:
    """What a piece counts: 24 of "24" and "24th", 3 of "three" and "third", 5 of "May"."""
    word = text.lower()
    if word[0] == "q" and len(word) == 2:
        return int(word[1])
    if word[0].isdigit():
        return int(re.match("[0-9]{1,4}", word)[0])  # type: ignore[index]
    for table in (SMALL, TENS, ORDINALS, MONTH_NUMBERS):
        if word in table:
            return table[word]
    return 1


def unit_of(text: str) -> str:
    """The unit a piece names: "day" of "days"."""
    return text.lower().removesuffix("s")
