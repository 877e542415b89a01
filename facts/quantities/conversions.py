"""Conversions: the amount just told, in another unit: "5 kg of cannabis (11 lbs)", "or 11 lbs"."""

from decimal import Decimal

from facts.frames.phrases import Phrase
from facts.frames.sentence import Sentence

_ROUNDING = Decimal("0.15")
"""How far apart, as a part of the first, two rounded amounts of the same thing are printed."""


def is_conversion(sentence: Sentence, phrase: Phrase, before: Phrase | None) -> bool:
    """Whether a phrase in brackets or after "or" says again what the phrase before it weighs."""
    if before is None or before.amount is None or phrase.amount is None or phrase.noun:
        return False
    at = phrase.first - 1
    at -= sentence.lows[at] in ("about", "around", "nearly")
    if sentence.lows[at] not in ("(", "[", "or"):
        return False
    first, again = before.amount, phrase.amount
    if first.unit != again.unit or first.quantity is None or again.quantity is None:
        return False
    return abs(first.quantity - again.quantity) <= first.quantity * _ROUNDING
