"""Two numbers that share a currency: "3,500 to 5,000 euros", "between 2.5 and 6 million"."""

import re
from decimal import Decimal

from facts.later import later
from facts.numbers import Number
from facts.numbers.numerals import SCALES

_SIGN = r"(?:[^\w\s,.;:()]|[A-Z]{2,3} ?)?"
_TO_MORE = later(rf"(?: ?- ?| to ){_SIGN}")
_AND_MORE = later(rf" and {_SIGN}")
_BETWEEN = later(rf"\bbetween {_SIGN}\Z", re.IGNORECASE)
_LONGEST_GAP = len(" and US$")


def is_to_more(shadow: str, number: Number, following: Number) -> bool:
    """Whether two numbers are one range: "200 to 300", "10-15"."""
    near = following.start - number.end <= _LONGEST_GAP
    return near and _TO_MORE.fullmatch(shadow, number.end, following.start) is not None


def is_between(shadow: str, number: Number, following: Number | None) -> bool:
    """Whether two numbers are the ends of "between X and Y", a sum each."""
    if following is None or following.start - number.end > _LONGEST_GAP:
        return False
    if not _AND_MORE.fullmatch(shadow, number.end, following.start):
        return False
    return _BETWEEN.search(shadow, max(0, number.start - 12), number.start) is not None


def shared_scale(number: Number, following: Number) -> Decimal | None:
    """The scale printed with the second number alone: the million of "10-15 million"."""
    if following.style != "mixed" or number.style != "digits":
        return None
    return SCALES.get(following.printed.split()[-1].lower())
