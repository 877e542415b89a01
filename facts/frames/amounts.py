"""Amounts: a number with its unit, in kg, litres, pieces or packages."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from facts.frames.lexicon import Lexicon
from facts.frames.tokens import Token
from facts.rules.kinds import Unit

MASS_OR_VOLUME = frozenset({"kg", "litre"})


class Amount(Struct, frozen=True, gc=False):
    """How much of something, converted: 2 quintals are 200 of kg."""

    quantity: Decimal | None
    unit: str
    """kg, litre, unit, or the package: bag, parcel."""
    last: int
    """The token after the unit."""
    printed_end: int
    """The character after the unit."""
    takes_item: bool
    """True where the item may follow without "of" ("476kg cannabis")."""
    form: bool = False
    """True where the unit is a form of the item ("capsules of tramadol")."""

    @property
    def is_measured(self) -> bool:
        """Whether it is weighed or poured, not counted."""
        return self.unit in MASS_OR_VOLUME


def amount(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Amount | None:
    """The amount that begins with the number at a token; None where no unit follows."""
    number = tokens[at].number
    found = _unit(tokens, at + 1, lexicon)
    if number is None or found is None:
        return None
    unit, last = found
    measured = unit.unit in MASS_OR_VOLUME
    if not measured and (last >= len(tokens) or tokens[last].low != "of"):
        return None
    factor = lexicon.factors[unit.id]
    quantity = None if number.value is None else number.value * factor
    end = tokens[last - 1].end
    if measured:
        quantity, last, end = _added(tokens, quantity, unit.unit, factor, last, end, lexicon)
        last = _past_conversion(tokens, last)
    return Amount(quantity, unit.unit, last, end, takes_item=measured, form=unit.form)


def unit_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """The unit that begins at a token, and the token after it."""
    return _unit(tokens, at, lexicon)


def _unit(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    for size in (2, 1):
        if at + size <= len(tokens):
            name = " ".join(token.low for token in tokens[at : at + size])
            sense = lexicon.senses.get(name)
            if sense and sense.unit:
                return sense.unit, _past_point(tokens, at + size)
    return None


def _past_point(tokens: Sequence[Token], at: int) -> int:
    """Past the point of "kg." where the sentence goes on."""
    if at + 1 < len(tokens) and tokens[at].low == "." and tokens[at + 1].low == "of":
        return at + 1
    return at


def _added(
    tokens: Sequence[Token],
    quantity: Decimal | None,
    unit: str,
    factor: Decimal,
    last: int,
    end: int,
    lexicon: Lexicon,
) -> tuple[Decimal | None, int, int]:
    """ "9 quintals and 70 kilograms": a smaller unit joined on is part of the amount."""
    at = last + 1 if last < len(tokens) and tokens[last].low in ("and", ",") else last
    number = tokens[at].number if at < len(tokens) else None
    following = _unit(tokens, at + 1, lexicon) if number else None
    if quantity is None or number is None or number.value is None or following is None:
        return quantity, last, end
    smaller, after = following
    if smaller.unit != unit or lexicon.factors[smaller.id] >= factor:
        return quantity, last, end
    step = lexicon.factors[smaller.id]
    return _added(
        tokens, quantity + number.value * step, unit, step, after, tokens[after - 1].end, lexicon
    )


def _past_conversion(tokens: Sequence[Token], at: int) -> int:
    """Past "(40 pounds)": the same amount in another unit."""
    if at >= len(tokens) or tokens[at].low not in ("(", "["):
        return at
    for after in range(at + 1, min(at + 8, len(tokens))):
        if tokens[after].low in (")", "]"):
            return after + 1 if any(token.number for token in tokens[at:after]) else at
    return at
