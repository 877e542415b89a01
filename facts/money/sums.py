"""One sum of money as it is printed: its sign or name, its scale, its range."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from msgspec import Struct

from facts.later import later
from facts.money.currencies import GREY_SIGNS, Lexicon, currency_of, name_after, sign_before
from facts.money.ranges import is_between, is_to_more, shared_scale
from facts.numbers import Number, modifier
from facts.rules.amounts import Currency
from facts.spans import Span

_SHORT_SCALE = {
    "k": 3,
    "m": 6,
    "mn": 6,
    "mln": 6,
    "mio": 6,
    "mil": 6,
    "bln": 9,
    "bn": 9,
    "b": 9,
    "tn": 12,
}
_SCALE = later(r"[ -]?(k|mn|mln|mil|mio|m|bn|bln|b|tn)(?![a-z])", re.IGNORECASE)
_NOTES = later(r"[ -](?:bank ?)?(?:notes?|bills?|coins?|banknotes?|denominations?)\b")
_CLOSE_SIGNS = frozenset("KEQLMY")
"""Letters that are a currency only right before the digits: "K15 million", not "Plan K 15"."""

_GREY_NAMES = frozenset(
    "won real lei leu lev leva levs lek leks lari rand kip dong soles marks som soms sum sums dram"
    " drams colon colons kina pula crown crowns guarani guaranies balboa balboas dobra".split()
)
"""Names that are words too: a currency only after an amount that looks like one."""

_POUNDS = frozenset({"pound", "pounds"})
_PAID = later(
    r"\b(?:worth|valued|value|fined?|paid|pay|cost(?:ing|s)?|price|reward|ransom|bail|bribe|stole|earn\w*"
    r"|cash|sum|damages?|profit)(?: \w+){0,3} ?\Z",
    re.IGNORECASE,
)
_IN_CASH = later(r" (?:in cash|fine|reward|ransom|worth of)\b")
_THOUSANDS = later(r"[1-9][0-9]{0,2}\.[0-9]{3}")


class Sum(NamedTuple):
    """One sum as printed, before its conversion is known."""

    start: int
    end: int
    amount: Decimal | None
    currency: Currency
    mod: str | None
    name: str = ""
    """What its currency is printed as, which several currencies may share."""


class _Reach(Struct, frozen=True, gc=False):
    """How far a sum's digits reach, and what they are: "1.2m", "10-15 million"."""

    amount: Decimal | None
    end: int
    mod: str | None = None


class SumReader:
    """Reads the sums of one article; a shared name is one currency throughout it."""

    def __init__(self, shadow: str, known: Lexicon) -> None:
        self._shadow = shadow
        self._known = known
        self._chosen: dict[str, Currency] = {}

    def read(self, numbers: Sequence[Number]) -> list[Sum]:
        """The sums among these numbers, in order and apart."""
        sums: list[Sum] = []
        bound = None
        for index, number in enumerate(numbers):
            following = numbers[index + 1] if index + 1 < len(numbers) else None
            found = self._sum(number, following) or self._lower(number, following)
            lower = found is not None and is_between(self._shadow, number, following)
            bound = "at_least" if lower else bound
            if found and not (sums and found.start < sums[-1].end):
                sums.append(found._replace(mod=found.mod or bound))
            bound = "up_to" if lower else None
        return sums

    def _lower(self, number: Number, following: Number | None) -> Sum | None:
        """The first of "between 1,000 and 1,500 euros", in the currency of the second."""
        if following is None or not is_between(self._shadow, number, following):
            return None
        upper = self._sum(following, None)
        if upper is None or upper.amount is None or number.value is None:
            return None
        amount = number.value * (shared_scale(number, following) or 1)
        return Sum(number.start, number.end, amount, upper.currency, "at_least")

    def _sum(self, number: Number, following: Number | None) -> Sum | None:
        """The sum a number is, by the sign or code before it, else by the name after it."""
        alone = _Reach(number.value, number.end)
        scaled = list(_scaled(self._shadow, number, following))
        sign = sign_before(self._known, self._shadow, number.start)
        if sign:
            return self._signed(number, sign, [*scaled, alone][0])
        for reach in (*scaled, *_ranged(self._shadow, number, following), alone):
            if named := self._named(number, reach):
                return named
        return None

    def _signed(self, number: Number, place: Span, reach: _Reach) -> Sum | None:
        sign = self._shadow[place.start : place.end]
        large = number.grouped or number.style == "mixed" or reach.end > number.end
        if sign in _CLOSE_SIGNS and place.end < number.start:
            return None
        if (sign in GREY_SIGNS and not large) or _NOTES.match(self._shadow, reach.end):
            return None
        made = self._made(Span(place.start, reach.end), reach, sign, number)
        again = name_after(self._known, self._shadow, reach.end)
        if again and made.currency in self._known.by_name[self._text(again).casefold()]:
            return made._replace(end=again.end)  # "€10 million euros"
        return made

    def _text(self, place: Span) -> str:
        return self._shadow[place.start : place.end]

    def _named(self, number: Number, reach: _Reach) -> Sum | None:
        end = reach.end
        if number.value is None and self._shadow.startswith(" of ", end):
            end += len(" of")
        place = name_after(self._known, self._shadow, end)
        if place is None or _NOTES.match(self._shadow, place.end):
            return None
        name = self._shadow[place.start : place.end]
        grey, name = name in GREY_SIGNS, name.lower()
        if (grey or name in _GREY_NAMES) and not (reach.amount and reach.amount >= 1000):
            return None
        if name in _POUNDS and not self._is_paid(number.mod_start, place.end):
            return None
        return self._made(Span(number.start, place.end), reach, name, number)

    def _is_paid(self, start: int, end: int) -> bool:
        """Whether bare pounds are money and no weight."""
        before = _PAID.search(self._shadow, max(0, start - 40), start)
        weighed = self._shadow.startswith(" of ", end)
        return bool(_IN_CASH.match(self._shadow, end) or (before and not weighed))

    def _made(self, place: Span, reach: _Reach, name: str, number: Number) -> Sum:
        mod, mod_start = modifier(self._shadow, place.start)
        vague = number.mod if reach.amount is None else None
        if name not in self._chosen:
            self._chosen[name] = currency_of(self._known, name, self._shadow)
        amount = _as_written(reach.amount, number, self._chosen[name])
        found = mod or reach.mod or vague
        return Sum(mod_start, place.end, amount, self._chosen[name], found, name)


def _scaled(shadow: str, number: Number, following: Number | None) -> Iterator[_Reach]:
    """The number with a short scale ("5m") or one it shares with the next ("10-15 million")."""
    if number.style != "digits" or number.value is None:
        return
    scale = shared_scale(number, following) if following else None
    if following and scale and is_to_more(shadow, number, following):
        yield _Reach(number.value * scale, following.end, "at_least")
    elif scale and is_between(shadow, number, following):
        yield _Reach(number.value * scale, number.end, "at_least")
    short = _SCALE.match(shadow, number.end)
    if short:
        yield _Reach(number.value * Decimal(10 ** _SHORT_SCALE[short[1].lower()]), short.end())


def _ranged(shadow: str, number: Number, following: Number | None) -> Iterator[_Reach]:
    """Both numbers of "3,500 to 5,000 euros", read as at least the lower."""
    if number.value and following and following.value and is_to_more(shadow, number, following):
        yield _Reach(number.value, following.end, "at_least")


def _as_written(amount: Decimal | None, number: Number, currency: Currency) -> Decimal | None:
    """The amount, "35.000 euros" as thousands: no sum in euros has three decimals."""
    if amount is None:
        return None
    if amount == number.value and currency.point_groups and _THOUSANDS.fullmatch(number.printed):
        amount *= 1000
    return amount.to_integral_value() if amount == amount.to_integral_value() else amount
