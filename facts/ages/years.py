"""Ages as years: one number, the ends of a range, "under 18" without the 18."""

from collections.abc import Sequence
from decimal import Decimal

from facts.model import Age
from facts.numbers import Number

_OLDEST = 110
_UNDER = ("under", "below", "less than", "younger", "up to")
_OVER = ("over", "above", "more than", "older")
_IN_A_YEAR = {"month": 12, "week": 52, "day": 365}


def is_age(number: Number) -> bool:
    """Whether somebody may be as many years old as a number says."""
    value = number.value
    return value is not None and 0 < value <= _OLDEST and value == value.to_integral_value()


def spanned(numbers: Sequence[Number]) -> Age:
    """The ages from the lowest to the highest of these numbers."""
    ages = [int(number.value) for number in numbers if number.value]
    return Age(min(ages), max(ages))


def bounded(age: Age, words: str) -> Age:
    """An age as the words before or after it bound it: "under the age of 18", "18 or older"."""
    words = words.lower()
    if any(word in words for word in _UNDER):
        return Age(None, age.max and age.max - (not words.startswith(("and", "or", "up to"))))
    if any(word in words for word in _OVER):
        return Age(age.min and age.min + (not words.startswith(("and", "or"))), None)
    return age


def whole_years(age: Age, unit: str) -> Age:
    """An age in months, weeks or days as the years that are full: 18 months are 1."""
    parts = _IN_A_YEAR[unit]
    return Age(
        None if age.min is None else int(Decimal(age.min) / parts),
        None if age.max is None else int(Decimal(age.max) / parts),
    )
