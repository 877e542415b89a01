"""Amounts: a number with its unit, in kg, litres, pieces or packages."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from facts.frames.lexicon import Lexicon
from facts.frames.nouns import NounPhrase, noun_phrase
from facts.frames.tokens import Tokens
from facts.frames.words import STOP
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


def amount(tokens: Tokens, at: int, lexicon: Lexicon) -> Amount | None:
    """The amount that begins with the number at a token; None where no unit follows."""
    number = tokens.numbers.get(at)
    first = at + 1 + (tokens.lows[at + 1] == "more")
    found = unit_at(tokens, first, lexicon) or _package_at(tokens, at + 1, lexicon)
    if number is None or found is None:
        return None
    unit, last = found
    measured = unit.unit in MASS_OR_VOLUME
    if measured and tokens.lows[last] in _LOADS and tokens.lows[last + 1] == "of":
        last += 1  # "a 12 kg shipment of opium"
    if not measured and tokens.lows[last] != "of":
        return None
    if tokens.lows[last - 1] in _DOUBTFUL and not _is_packed(tokens, last + 1, lexicon):
        return None
    factor = lexicon.factors[unit.id]
    quantity = None if number.value is None else number.value * factor
    end = tokens.ends[last - 1]
    if measured:
        quantity, last, end = _added(tokens, quantity, unit.unit, factor, last, end, lexicon)
        last = _past_conversion(tokens, last)
    return Amount(quantity, unit.unit, last, end, takes_item=measured, form=unit.form)


def one(tokens: Tokens, at: int, lexicon: Lexicon) -> Amount | None:
    """The amount of "a tonne of": one of the unit after an article; None where none is weighed."""
    found = unit_at(tokens, at + 1, lexicon)
    if found is None or found[0].unit not in MASS_OR_VOLUME or tokens.lows[found[1]] != "of":
        return None
    unit, last = found
    return Amount(lexicon.factors[unit.id], unit.unit, last, tokens.ends[last - 1], takes_item=True)


def of_load(tokens: Tokens, at: int, lexicon: Lexicon) -> Amount | None:
    """The amount of "a 20-kg consignment of heroin", up to the "of"."""
    number = tokens.numbers.get(at)
    if number is None or number.value is None or tokens.lows[at + 1] != "-":
        return None
    found = unit_at(tokens, at + 2, lexicon)
    if found is None or found[0].unit not in MASS_OR_VOLUME:
        return None
    unit, last = found
    if tokens.lows[last] not in _LOADS or tokens.lows[last + 1] != "of":
        return None
    quantity = number.value * lexicon.factors[unit.id]
    return Amount(quantity, unit.unit, last + 1, tokens.ends[last - 1], takes_item=True)


def in_one(tokens: Tokens, at: int, lexicon: Lexicon) -> tuple[Amount, NounPhrase] | None:
    """The amount and the thing of "a 3-tonne cocaine haul", whose number is at a token."""
    number = tokens.numbers[at]
    found = unit_at(tokens, at + 2, lexicon)
    if number.value is None or found is None or found[0].unit not in MASS_OR_VOLUME:
        return None
    unit, first = found
    for size in (1, 2, 3):
        sense = lexicon.senses.get(" ".join(tokens.lows[first : first + size]))
        if sense and sense.substance and tokens.lows[first + size] in _CAUGHT:
            noun = NounPhrase(first, first + size, sense, sense, False, False, sense.category)
            quantity = number.value * lexicon.factors[unit.id]
            end = tokens.ends[first - 1]
            return Amount(quantity, unit.unit, first, end, takes_item=True), noun
    return None


_CAUGHT = frozenset("haul seizure bust shipment consignment load stash cache".split())
_LOADS = frozenset(
    "shipment consignment haul load cargo batch seizure stash cache delivery package parcel "
    "stockpile bust bag block brick".split()
)


def unit_at(tokens: Tokens, at: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """The unit that begins at a token, and the token after it."""
    lows, units = tokens.lows, lexicon.units
    low = lows[at]
    if low in lexicon.names and (unit := units.get(f"{low} {lows[at + 1]}")):
        return unit, _past_point(lows, at + 2)
    if unit := units.get(low):
        return unit, _past_point(lows, at + 1)
    return None


def _package_at(tokens: Tokens, at: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """ "plastic bags of", "small sealed packets of": a package, with words that describe it."""
    lows, after = tokens.lows, at
    while after < at + _DESCRIBING and tokens.is_word(after):
        if lows[after] in STOP and not (after == at and lows[after] in _FURTHER):
            return None
        after += 1
        unit = lexicon.units.get(lows[after])
        if unit and lows[after + 1] == "of":
            return (unit, after + 1) if unit.form or unit.unit not in _NO_PACKAGES else None
    return None


_FURTHER = frozenset({"more", "further", "additional", "other", "such"})
"""What may stand before a package: "20 *more* boxes of"."""


def _is_packed(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether goods come at a token, and no offence: "cases of wine", not "of wine smuggling"."""
    noun = noun_phrase(tokens, at, lexicon)
    if noun is None or noun.category not in _PACKED or not noun.sense.many:
        return False
    sense = lexicon.senses.get(tokens.lows[noun.last - 1])
    follows = tokens.lows[noun.last]
    offence = follows.endswith("ing") or follows in _OFFENCES
    offence = offence or tokens.lows[noun.last - 1] in _GENERIC
    return sense is not None and sense.category is not None and not offence


_DOUBTFUL = frozenset({"case", "cases"})
"""Packages that are matters of the law as well."""
_OFFENCES = frozenset("possession theft thefts trade use abuse fraud crime crimes".split())
"""What goes on after a good and makes a matter of it: "cases of weapons possession"."""
_GENERIC = frozenset("drugs narcotics weapons arms firearms".split())
"""What cases of the law are about, and no case in a cellar holds."""
_PACKED = frozenset({"goods", "drug", "weapon", "wildlife"})
"""What is packed in cases."""
_DESCRIBING = 3
"""Words that may stand between a number and its package."""
_NO_PACKAGES = MASS_OR_VOLUME | {"unit", "consignment", "container"}


def _past_point(lows: Sequence[str], at: int) -> int:
    """Past the point of "kg." where the sentence goes on."""
    return at + 1 if lows[at] == "." and lows[at + 1] == "of" else at


def _added(
    tokens: Tokens,
    quantity: Decimal | None,
    unit: str,
    factor: Decimal,
    last: int,
    end: int,
    lexicon: Lexicon,
) -> tuple[Decimal | None, int, int]:
    """ "9 quintals and 70 kilograms": a smaller unit joined on is part of the amount."""
    at = last + 1 if tokens.lows[last] in ("and", ",") else last
    number = tokens.numbers.get(at)
    following = unit_at(tokens, at + 1, lexicon) if number else None
    if quantity is None or number is None or number.value is None or following is None:
        return quantity, last, end
    smaller, after = following
    if smaller.unit != unit or lexicon.factors[smaller.id] >= factor:
        return quantity, last, end
    step = lexicon.factors[smaller.id]
    return _added(
        tokens, quantity + number.value * step, unit, step, after, tokens.ends[after - 1], lexicon
    )


def _past_conversion(tokens: Tokens, at: int) -> int:
    """Past "(40 pounds)" or ", or 40 pounds,": the same amount in another unit."""
    lows = tokens.lows
    if lows[at] in (",", "-"):
        return _past_aside(tokens, at)
    if lows[at] not in ("(", "["):
        return at
    for after in range(at + 1, min(at + 8, tokens.size)):
        if lows[after] in (")", "]"):
            return after + 1 if any(n in tokens.numbers for n in range(at, after)) else at
    return at


def _past_aside(tokens: Tokens, at: int) -> int:
    """Past ", or 26 pounds," and "- about 26 pounds -" where "of" follows."""
    lows = tokens.lows
    for after in range(at + 2, min(at + _LONGEST_ASIDE, tokens.size)):
        if lows[after] == lows[at]:
            told = any(n in tokens.numbers for n in range(at, after))
            return after + 1 if told and lows[after + 1] == "of" else at
    return at


_LONGEST_ASIDE = 8
