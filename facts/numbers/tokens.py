"""The words and digits numbers are made of; parts of names, times, ordinals and labels left out."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal, TypeAlias

from msgspec import Struct

from facts.numbers.digits import read_digits
from facts.numbers.numerals import FRACTIONS, SCALES, SMALL, TENS, VAGUE, VAGUE_NOUNS
from facts.pieces import Pieces

_DIGITS = re.compile(r"[0-9½¼¾](?:(?<=[0-9])[0-9]*(?:[.,][0-9]+)*)?")
"""A text is searched many times faster for a pattern that opens with a set of characters."""
_WORDS = frozenset({*SMALL, *TENS, *SCALES, *VAGUE, *VAGUE_NOUNS, "half"})
_ORDINAL = re.compile(r"(?:st|nd|rd|th)(?![a-z])", re.IGNORECASE)
_CURRENCY_LETTERS = re.compile(
    r"(?<![A-Za-z])(?:[A-Z]{2,4}|N|P|PhP|Php|R|Rs|Rp|Tk|[KTU]?[Ss]hs?|Dhs?|Nu|N?Le|Kz|Mt|Ar|Bs|Gs"
    r"|Gdes?|Frw?|FRw|Rwf|FBu|Afs|MRf|GHc|SFr|SKr)\Z"
)
_CURRENCY_LETTER = re.compile(r"(?<![A-Za-z])[KEQLMY]\Z")
_LARGE = re.compile(r"[0-9]+(?:,[0-9]{3}|(?:\.[0-9]+)?[ -]?(?:[mb]n?|[mb]illion)\b)", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:\b(?:[Nn]os?\.?|[Aa]rticle|[Ss]ection|[Pp]aragraph|[Pp]age|[Rr]oute|Flight|Chapter|Law|Act"
    r"|Resolution|Boeing|Airbus|Highway|Unit|Type|Version|Phase|Room|Gate|Terminal|Camp)|#) ?\Z"
)
_LABEL_LENGTH = 14


Style: TypeAlias = Literal["digits", "words", "bracketed", "vague", "mixed"]

HIGHEST = Decimal(10**18)
"""No article counts beyond it; what reads higher is noise."""


class Token(Struct, frozen=True, gc=False):
    """One run of digits with its value, or one word that numbers are written with."""

    start: int
    end: int
    word: str
    """Lower case; empty for digits."""
    value: Decimal | None = None
    grouped: bool = False


class Reading(Struct, frozen=True, gc=False):
    """What a run of tokens says, before modifiers, and how many tokens it used."""

    start: int
    end: int
    value: Decimal | None
    style: Style
    used: int
    grouped: bool = False
    mod: str | None = None


def tokens_of(shadow: str, pieces: Pieces) -> list[Token]:
    """The tokens of an article in order."""
    found = [*_words(shadow, pieces), *_digits(shadow)]
    return sorted(found, key=lambda token: token.start)


def _words(shadow: str, pieces: Pieces) -> Iterator[Token]:
    for index, low in enumerate(pieces.lows):
        if low in _WORDS:
            start, end = pieces.tokens[index].span()
            if _is_word(shadow, start, end):
                yield Token(start, end, low)


def _digits(shadow: str) -> Iterator[Token]:
    for match in _DIGITS.finditer(shadow):
        text = match[0]
        if text in FRACTIONS:
            yield Token(match.start(), match.end(), "", FRACTIONS[text])
        elif _is_amount(shadow, match.start(), match.end()) and (read := read_digits(text)):
            yield Token(match.start(), match.end(), "", *read)


def _is_word(shadow: str, start: int, end: int) -> bool:
    """Whether the letters are a whole word; a number may stand directly before ("1.5bn")."""
    return not (shadow[start - 1 : start].isalpha() or shadow[end : end + 1].isalnum())


def _is_amount(shadow: str, start: int, end: int) -> bool:
    """Whether digits count something: not AK-47, 10:30, 3/5/2021, 21st, Article 19."""
    before, further = shadow[max(0, start - 1) : start], shadow[max(0, start - 2) : start - 1]
    if before.isalpha():
        if _CURRENCY_LETTER.search(shadow, max(0, start - 2), start):
            return _LARGE.match(shadow, start) is not None
        return bool(_CURRENCY_LETTERS.search(shadow, max(0, start - 5), start))
    if before == "-" and further.isalpha():
        return False
    if before in (":", "/") and further.isdigit():
        return False
    if before in ("_", "@", "&"):
        return False
    after = shadow[end : end + 2]
    if after[:1] in (":", "/") and after[1:].isdigit():
        return False
    if _ORDINAL.match(shadow, end):
        return False
    return not _LABEL.search(shadow, max(0, start - _LABEL_LENGTH), start)


def gap(shadow: str, tokens: Sequence[Token], index: int) -> str | None:
    """What stands between the token before `index` and the one at it; None if there is none."""
    if index >= len(tokens):
        return None
    left, right = tokens[index - 1].end, tokens[index].start
    return shadow[left:right].lower() if right - left <= 5 else None
