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
    for number in numbers:
        unit = _unit_after(units, article.shadow, number.end)
        if unit and (mention := _measure(article, number, unit, units.named[unit[1].lower()])):
            found.append(mention)
    return found


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


def _measure(
    article: Article, number: Number, printed: re.Match[str], unit: Unit
) -> Mention | None:
    shadow = article.shadow
    if number.value is None:
        return None
    what = _what(article, number, printed.end())
    if unit.unit in _MASS and what is None:
        return None
    compared = _COMPARED.match(shadow, printed.end()) if what in _CHANGES else None
    return Mention(
        number.mod_start,
        compared.end() if compared else printed.end(),
        Measure(
            _plain(number.value * Decimal(unit.factor)),
            unit.unit,
            what,
            what if what in _CHANGES else number.mod,
            number.printed,
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
