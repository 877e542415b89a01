"""Numbers with a unit that were not seized: a distance, a share, an increase, a weight.

These are asked for last: a sum of money, a seizure, a date or an age has the better claim.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from facts.model import Measure, Mention
from facts.numbers import Number
from facts.spans import enclosing
from facts.text import Article

_UNITS: dict[str, tuple[str, Decimal]] = {
    "kilometre": ("km", Decimal(1)), "kilometer": ("km", Decimal(1)), "km": ("km", Decimal(1)),
    "mile": ("mile", Decimal(1)), "nautical mile": ("nautical mile", Decimal(1)),
    "metre": ("m", Decimal(1)), "meter": ("m", Decimal(1)), "m": ("m", Decimal(1)),
    "centimetre": ("cm", Decimal(1)), "centimeter": ("cm", Decimal(1)), "cm": ("cm", Decimal(1)),
    "foot": ("ft", Decimal(1)), "feet": ("ft", Decimal(1)), "hectare": ("hectare", Decimal(1)),
    "acre": ("acre", Decimal(1)), "square kilometre": ("km2", Decimal(1)),
    "square kilometer": ("km2", Decimal(1)), "square metre": ("m2", Decimal(1)),
    "square meter": ("m2", Decimal(1)), "square mile": ("mile2", Decimal(1)),
    "percent": ("percent", Decimal(1)), "per cent": ("percent", Decimal(1)),
    "%": ("percent", Decimal(1)), "percentage point": ("percentage point", Decimal(1)),
    "tonne": ("kg", Decimal(1000)), "ton": ("kg", Decimal(1000)), "quintal": ("kg", Decimal(100)),
    "kilogram": ("kg", Decimal(1)), "kilogramme": ("kg", Decimal(1)), "kilo": ("kg", Decimal(1)),
    "kg": ("kg", Decimal(1)), "gram": ("kg", Decimal("0.001")), "gramme": ("kg", Decimal("0.001")),
    "litre": ("litre", Decimal(1)), "liter": ("litre", Decimal(1)),
}  # fmt: skip
_MASS = frozenset({"kg", "litre"})
_UNIT = re.compile(
    r"[ -]?("
    + "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
    + r")(?:e?s)?(?![a-z])",
    re.IGNORECASE,
)
_MORE = re.compile(r" (?:more|up|higher)\b")
_LESS = re.compile(r" (?:less|fewer|down|lower)\b")
_HEDGE = r"(?: (?:of|by))?(?: (?:about|around|nearly|almost|more than|some|over))? \Z"
_RISE = re.compile(
    r"\b(?:increase|rise|growth|jump|surge|up|rose|increased|grew|risen|climbed|jumped|surged)"
    + _HEDGE,
    re.IGNORECASE,
)
_FALL = re.compile(
    r"\b(?:decrease|drop|fall|decline|down|fell|decreased|dropped|fallen|declined)" + _HEDGE,
    re.IGNORECASE,
)
_COMPARED = re.compile(r" (?:more|less|fewer)\b")
_CHANGES = frozenset({"increase", "decrease"})
_WEIGHT = re.compile(
    r"\b(?:weigh(?:s|ed|ing|t)?(?: of| about)?|gross mass of|net weight of)"
    r"(?: (?:about|around|nearly|almost|more than|over|some|approximately|a total of))? \Z",
    re.IGNORECASE,
)


def find(article: Article, numbers: Sequence[Number]) -> list[Mention]:
    """The measures of an article, in order."""
    found: list[Mention] = []
    for number in numbers:
        unit = _UNIT.match(article.shadow, number.end)
        if unit and (mention := _measure(article, number, unit)):
            found.append(mention)
    return found


def _measure(article: Article, number: Number, unit: re.Match[str]) -> Mention | None:
    shadow = article.shadow
    name, factor = _UNITS[unit[1].lower()]
    if number.value is None or unit[0].lower() in ("m", "-m", " m"):
        return None
    what = _what(article, number, unit.end())
    if name in _MASS and what is None:
        return None
    compared = _COMPARED.match(shadow, unit.end()) if what in _CHANGES else None
    return Mention(
        number.mod_start,
        compared.end() if compared else unit.end(),
        Measure(
            _plain(number.value * factor),
            name,
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
