"""One sum of money as it is printed: its sign or name, its scale, its range."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from facts.money.currencies import Lexicon, currency_of, name_after, sign_before
from facts.numbers import Number, modifier
from facts.numbers.numerals import SCALES
from facts.rules.amounts import Currency
from facts.spans import Span

_SHORT_SCALE = {"k": 3, "m": 6, "mn": 6, "mln": 6, "mio": 6, "bn": 9, "b": 9, "tn": 12}
_SCALE = re.compile(r" ?(k|mn|mln|mio|m|bn|b|tn)(?![a-z])", re.IGNORECASE)
_NOTES = re.compile(r"[ -](?:bank ?)?(?:notes?|bills?|coins?|banknotes?|denominations?)\b")
_GREY_SIGNS = frozenset({"N", "P", "R", "Fr", "Le", "DA", "Sh", "TL", "LE", "COP", "TRY", "RON"})
"""Letters that are a currency only before an amount that looks like one: "N15 million"."""

_GREY_NAMES = frozenset({"won", "real", "lei", "rand", "kip", "dong", "lari", "soles", "marks"})
"""Names that are words too: a currency only after an amount that looks like one."""

_POUNDS = frozenset({"pound", "pounds"})
_PAID = re.compile(
    r"\b(?:worth|valued|value|fined?|paid|pay|cost(?:ing|s)?|price|reward|ransom|bail|bribe|stole|earn\w*"
    r"|cash|sum|damages?|profit)(?: \w+){0,3} ?\Z",
    re.IGNORECASE,
)
_IN_CASH = re.compile(r" (?:in cash|fine|reward|ransom|worth of)\b")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_TO_MORE = re.compile(r" ?- ?| to ")
_AND_MORE = re.compile(r" and ")
_BETWEEN = re.compile(r"\bbetween \Z", re.IGNORECASE)


class Sum(NamedTuple):
    """One sum as printed, before its conversion is known."""

    start: int
    end: int
    amount: Decimal | None
    currency: Currency
    mod: str | None


class _Reach(NamedTuple):
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
        for index, number in enumerate(numbers):
            following = numbers[index + 1] if index + 1 < len(numbers) else None
            found = self._sum(number, following)
            if found and not (sums and found.start < sums[-1].end):
                sums.append(found)
        return sums

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
        if (sign in _GREY_SIGNS and not large) or _NOTES.match(self._shadow, reach.end):
            return None
        return self._made(Span(place.start, reach.end), reach, sign, number)

    def _named(self, number: Number, reach: _Reach) -> Sum | None:
        end = reach.end
        if number.value is None and self._shadow.startswith(" of ", end):
            end += len(" of")
        place = name_after(self._known, self._shadow, end)
        if place is None or _NOTES.match(self._shadow, place.end):
            return None
        name = self._shadow[place.start : place.end].lower()
        if name in _GREY_NAMES and not (reach.amount and reach.amount >= 1000):
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
        return Sum(mod_start, place.end, amount, self._chosen[name], mod or reach.mod or vague)


def _scaled(shadow: str, number: Number, following: Number | None) -> Iterator[_Reach]:
    """The number with a short scale ("5m") or one it shares with the next ("10-15 million")."""
    if number.style != "digits" or number.value is None:
        return
    if following and following.style == "mixed":
        scale = SCALES.get(following.printed.split()[-1].lower())
        if scale and _joined(shadow, number, following):
            yield _Reach(number.value * scale, following.end, "at_least")
    short = _SCALE.match(shadow, number.end)
    if short:
        yield _Reach(number.value * Decimal(10 ** _SHORT_SCALE[short[1].lower()]), short.end())


def _ranged(shadow: str, number: Number, following: Number | None) -> Iterator[_Reach]:
    """Both numbers of "3,500 to 5,000 euros", read as at least the lower."""
    if number.value and following and following.value and _joined(shadow, number, following):
        yield _Reach(number.value, following.end, "at_least")


def _joined(shadow: str, number: Number, following: Number) -> bool:
    if following.start - number.end > len(" and "):
        return False
    if _TO_MORE.fullmatch(shadow, number.end, following.start):
        return True
    between = _BETWEEN.search(shadow, max(0, number.start - len(" between ")), number.start)
    return bool(between and _AND_MORE.fullmatch(shadow, number.end, following.start))


def _as_written(amount: Decimal | None, number: Number, currency: Currency) -> Decimal | None:
    """The amount, "35.000 euros" as thousands: no sum in euros has three decimals."""
    if amount is None:
        return None
    if amount == number.value and currency.point_groups and _THOUSANDS.fullmatch(number.printed):
        amount *= 1000
    return amount.to_integral_value() if amount == amount.to_integral_value() else amount
