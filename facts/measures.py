"""Numbers with a unit that were not seized: a distance, a share, an increase, a weight.

These are asked for last: a sum of money, a seizure, a date or an age has the better claim.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from facts.later import later
from facts.model import Measure, Mention
from facts.numbers import Number
from facts.rules import RuleBook
from facts.rules.kinds import Unit, words
from facts.spans import enclosing
from facts.text import Article

_MASS = frozenset({"kg", "litre"})
_MORE = later(r" (?:more|up|higher)\b")
_LESS = later(r" (?:less|fewer|down|lower)\b")
_HEDGE = r"(?: (?:of|by))?(?: (?:about|around|nearly|almost|more than|some|over))? \Z"
_RISE = later(
    r"\b(?:increase|rise|growth|jump|surge|up|rose|increased|grew|risen|climbed|jumped|surged)"
    + _HEDGE,
    re.IGNORECASE,
)
_FALL = later(
    r"\b(?:decrease|drop|fall|decline|down|fell|decreased|dropped|fallen|declined)" + _HEDGE,
    re.IGNORECASE,
)
_COMPARED = later(r" (?:more|less|fewer)\b")
_CHANGES = frozenset({"increase", "decrease"})
_WEIGHT = later(
    r"\b(?:weigh(?:s|ed|ing|t)?(?: of| about)?|gross mass of|net weight of)"
    r"(?: (?:about|around|nearly|almost|more than|over|some|approximately|a total of))? \Z",
    re.IGNORECASE,
)


_THEN = later(r",? and |, | ")
"""Between the parts of one weight: "2 tonnes, 340 kilos and 60 grams"."""
_MOST_PARTS = 3


class _Part(Struct, frozen=True):
    """A number and the unit behind it."""

    number: Number
    unit: Unit
    end: int


class _Units(Struct, frozen=True):
    """The units that measure, by name, and what finds one after a number."""

    named: Mapping[str, Unit]
    pattern: re.Pattern[str]
    opens: frozenset[str]
    """The first two letters of units, or their only one."""


def find(article: Article, numbers: Sequence[Number], rules: RuleBook) -> list[Mention]:
    """The measures of an article, in order."""
    units = rules.derive(_units)
    found: list[Mention] = []
    end = 0
    for index, number in enumerate(numbers):
        parts = _parts(units, article.shadow, numbers[index : index + _MOST_PARTS])
        if parts and number.start >= end and (mention := _measure(article, parts)):
            found.append(mention)
            end = mention.end
    return found


def _parts(units: _Units, shadow: str, numbers: Sequence[Number]) -> list[_Part]:
    """The first number with its unit, and those of the same weight in smaller units behind it."""
    parts: list[_Part] = []
    for number in numbers:
        printed = _unit_after(units, shadow, number.end)
        if printed is None or number.value is None:
            break
        part = _Part(number, units.named[printed[1].lower()], printed.end())
        if parts and not _is_of(shadow, parts[-1], part):
            break
        parts.append(part)
    return parts


def _is_of(shadow: str, larger: _Part, part: _Part) -> bool:
    """Whether a part is what is left of the same weight: 850 grams behind 952 kilograms."""
    if part.unit.unit != larger.unit.unit or part.unit.unit not in _MASS:
        return False
    if part.unit.factor >= larger.unit.factor:
        return False
    return bool(_THEN.fullmatch(shadow, larger.end, part.number.mod_start))


def _unit_after(units: _Units, shadow: str, at: int) -> re.Match[str] | None:
    """The unit that stands right after a number."""
    begin = at + (shadow[at : at + 1] in (" ", "-"))
    opening = shadow[begin : begin + 2].lower()
    if opening not in units.opens and opening[:1] not in units.opens:
        return None
    return units.pattern.match(shadow, at)


def _units(book: RuleBook) -> _Units:
    """The units of a rule book that measure; a letter alone may be a million or a model too."""
    named = {
        name: unit
        for unit in book.table(Unit).values()
        if unit.measures or unit.unit in _MASS
        for name in words(unit.names.lower())
        if len(name) > 1 or not name.isalpha()
    }
    longest_first = sorted(map(re.escape, named), key=len, reverse=True)
    pattern = rf"[ -]?({'|'.join(longest_first)})(?![a-z])"
    opens = frozenset(name[:2] for name in named)
    return _Units(named, re.compile(pattern, re.IGNORECASE), opens)


def _measure(article: Article, parts: Sequence[_Part]) -> Mention | None:
    shadow, number, unit, end = article.shadow, parts[0].number, parts[0].unit.unit, parts[-1].end
    what = _what(article, number, end)
    if unit in _MASS and what is None:
        return None
    compared = _COMPARED.match(shadow, end) if what in _CHANGES else None
    quantity = sum((part.number.value or 0) * Decimal(part.unit.factor) for part in parts)
    return Mention(
        number.mod_start,
        compared.end() if compared else end,
        Measure(
            _plain(Decimal(quantity)),
            unit,
            what,
            what if what in _CHANGES else number.mod,
            article.text[number.start : parts[-1].number.end],
        ),
        f"measure.{what or 'unit'}",
    )


def _what(article: Article, number: Number, end: int) -> str | None:
    """What is measured, where the words before or after say so."""
    shadow = article.shadow
    sentence = enclosing(article.sentences, number.start)
    begin = max(sentence.start if sentence else 0, number.mod_start - 60)
    if _MORE.match(shadow, end) or _RISE.search(shadow, begin, number.mod_start):
        return "increase"
    if _LESS.match(shadow, end) or _FALL.search(shadow, begin, number.mod_start):
        return "decrease"
    return "weight" if _WEIGHT.search(shadow, begin, number.mod_start) else None


def _plain(quantity: Decimal) -> Decimal:
    return quantity.to_integral_value() if quantity == quantity.to_integral_value() else quantity
