"""Ages as years: one number, the ends of a range, "under 18" without the 18."""

from collections.abc import Sequence
from decimal import Decimal

from facts.model import Age
from facts.numbers import Number

_OLDEST = 110
_AT_MOST = ("up to", "at most", "no more than", "no older than")
_AT_LEAST = ("at least", "no less than", "no younger than", "and up", "or up")
_UNDER = ("under", "below", "less", "younger")
_OVER = ("over", "above", "more", "older")
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
    if _has(words, _AT_MOST):
        return Age(None, age.max)
    if _has(words, _AT_LEAST):
        return Age(age.min, None)
    apart = not words.startswith(("and", "or"))
    if _has(words, _UNDER):
        return Age(None, age.max and age.max - apart)
    if _has(words, _OVER):
        return Age(age.min and age.min + apart, None)
    return age


def _has(words: str, bounds: tuple[str, ...]) -> bool:
    return any(bound in words for bound in bounds)


def whole_years(age: Age, unit: str) -> Age:
    """An age in months, weeks or days as the years that are full: 18 months are 1."""
    parts = _IN_A_YEAR[unit]
    return Age(
        None if age.min is None else int(Decimal(age.min) / parts),
        None if age.max is None else int(Decimal(age.max) / parts),
    )
