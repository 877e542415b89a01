"""Round numbers that an article also tells exactly: "over five tonnes", then 5,213 kg."""

from collections.abc import Sequence
from decimal import Decimal

_WIDEST = Decimal("0.1")
"""How far, as a share of it, the exact number may be from the round one."""
_BELOW = frozenset({"nearly", "about", "approximately", "up_to"})
"""Words that leave room for less."""
_ABOVE = frozenset({"more_than", "at_least", "about", "approximately", None})
"""Words, or none, that leave room for more."""
_PLAIN = 2
"""Digits that the exact number has more, where no word says that the other one is round."""
_MOST = 40
"""Numbers of one kind that are compared; an incident has few."""


def is_rounding(number: Decimal | None, mod: str | None, others: Sequence[Decimal | None]) -> bool:
    """Whether one of the other numbers of the same kind is what a number was rounded from."""
    if number is None or not number:
        return False
    digits = _digits(number)
    return any(
        other is not None
        and digits + (_PLAIN if mod is None else 1) <= _digits(other)
        and abs(other - number) <= number * _WIDEST
        and mod in (_ABOVE if other > number else _BELOW)
        for other in others[:_MOST]
    )


def _digits(number: Decimal) -> int:
    """How many digits of a number are not the noughts it ends or begins with."""
    return len("".join(map(str, number.as_tuple().digits)).strip("0"))
