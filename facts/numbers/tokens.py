"""The words and digits numbers are made of; parts of names, times, ordinals and labels left out."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal, TypeAlias

from msgspec import Struct

from facts.later import later
from facts.numbers.digits import read_digits
from facts.numbers.numerals import FRACTIONS, SCALES, SMALL, TENS, VAGUE, VAGUE_NOUNS
from facts.pieces import Pieces

_DIGITS = later(r"[0-9½¼¾](?:(?<=[0-9])[0-9]*(?:[.,][0-9]+)*)?")
"""A text is searched many times faster for a pattern that opens with a set of characters."""
_WORDS = frozenset({*SMALL, *TENS, *SCALES, *VAGUE, *VAGUE_NOUNS, "half"})
_ORDINAL = later(r"(?:st|nd|rd|th)(?![a-z])", re.IGNORECASE)
_CURRENCY_LETTERS = later(
    r"(?<![A-Za-z])(?:[A-Z]{2,4}|N|P|PhP|Php|R|Rs|Rp|Tk|[KTU]?[Ss]hs?|Dhs?|Nu|N?Le|Kz|Mt|Ar|Bs|Gs"
    r"|Gdes?|Frw?|FRw|Rwf|FBu|Afs|MRf|Rf|GHc|SFr|SKr|Kč|zł|Ks|Fbu|(?<=CFA )F|(?<=\$)U)\Z"
)
MODELS = "AK|AR|FN|MP|PK|RPG"
"""Letters before the number of a weapon's model, as alternatives: AK47, MP5."""
_MODEL_LETTERS = later(rf"(?<![A-Za-z])(?:{MODELS})\Z")
_MODEL_GOES_ON = later(r"x[0-9]|[CDG](?![A-Za-z])|c-[a-z]\b")
"""After digits that are no amount: 4x4, 2C-B, 3D printers, 5G."""
_CURRENCY_LETTER = later(r"(?<![A-Za-z])[KEQLMY]\Z")
_LARGE = later(r"[0-9]+(?:,[0-9]{3}|(?:\.[0-9]+)?[ -]?(?:[mb]n?|[mb]illion)\b)", re.IGNORECASE)
_LABELS = (
    "No no Nos nos No. no. Nos. nos. Article article Section section Paragraph paragraph Page page"
    " Route route Flight Chapter Law Act Resolution Boeing Airbus Highway Unit Type Version Phase"
    " Room Gate Terminal Camp"
).split()
_LABEL = later(rf"(?:\b(?:{'|'.join(map(re.escape, _LABELS))})|#) ?\Z")
_LABEL_ENDS = frozenset({"#", *(label[-2:] for label in _LABELS)})
"""A look at two characters turns away most of what is no label."""
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
    if _WORDS.isdisjoint(pieces.words):
        return
    for start, low in zip(pieces.starts, pieces.lows, strict=True):
        if low in _WORDS:
            end = start + len(low)
            if _is_word(shadow, start, end):
                yield Token(start, end, low)


def _digits(shadow: str) -> Iterator[Token]:
    for match in _DIGITS.finditer(shadow):
        text = match[0]
        if text in FRACTIONS:
            yield Token(match.start(), match.end(), "", FRACTIONS[text])
        elif _is_amount(shadow, match.start(), match.end()) and (read := read_digits(text)):
            yield Token(match.start(), match.end(), "", *read)


_SHAPES = ("way", "wheel", "stor", "bedroom", "door", "seat")
"""What words begin with that make no amount of a number: two-way, three-wheeler, two-storey."""


def _is_word(shadow: str, start: int, end: int) -> bool:
    """Whether the letters are a whole word; a number may stand directly before ("1.5bn")."""
    if shadow[end : end + 1] == "-" and shadow.startswith(_SHAPES, end + 1):
        return False
    if shadow[start - 1 : start] == "-" and shadow[start - 6 : start].lower() == "multi-":
        return False  # "a multi-million rand trade"
    return not (shadow[start - 1 : start].isalpha() or shadow[end : end + 1].isalnum())


def _is_amount(shadow: str, start: int, end: int) -> bool:
    """Whether digits count something: not AK-47, 4x4, 10:30, 3/5/2021, 21st, Article 19."""
    before = shadow[max(0, start - 1) : start]
    if before != " ":
        further = shadow[max(0, start - 2) : start - 1]
        if before.isalpha():
            if _CURRENCY_LETTER.search(shadow, max(0, start - 2), start):
                return _LARGE.match(shadow, start) is not None
            if _MODEL_LETTERS.search(shadow, max(0, start - 4), start):
                return False
            return bool(_CURRENCY_LETTERS.search(shadow, max(0, start - 5), start))
        if before == "-" and further.isalpha():
            return False
        if before in (":", "/") and further.isdigit():
            return False
        if before in ("_", "@", "&"):
            return False
    after = shadow[end : end + 2]
    if after[:1] != " " and (
        (after[:1] in (":", "/") and after[1:].isdigit())
        or _ORDINAL.match(shadow, end)
        or _MODEL_GOES_ON.match(shadow, end)
    ):
        return False
    return not _is_labelled(shadow, start)


def _is_labelled(shadow: str, start: int) -> bool:
    """Whether what stands before digits says that they number something: "Article 19"."""
    end = start - 1 if shadow[start - 1 : start] == " " else start
    if shadow[max(0, end - 2) : end] not in _LABEL_ENDS and shadow[end - 1 : end] != "#":
        return False
    return _LABEL.search(shadow, max(0, start - _LABEL_LENGTH), start) is not None


def gap(shadow: str, tokens: Sequence[Token], index: int) -> str | None:
    """What stands between the token before `index` and the one at it; None if there is none."""
    if index >= len(tokens):
        return None
    left, right = tokens[index - 1].end, tokens[index].start
    return shadow[left:right].lower() if right - left <= 5 else None
