"""Doubtful numbers in words: as they are printed, as they may be meant, why they are doubted."""

from decimal import Decimal

from facts.model import AnyValue, Count, Reading, Seizure
from tui import wording
from tui.amounts import number, quantity

FLAGS = {
    "implausible_magnitude": "more than can be meant",
    "decimal_comma_suspected": "the comma may be a decimal comma",
    "inconsistent_with_context": "does not agree with its sentence",
}
"""Why a number is doubted, in words."""


def reading(value: AnyValue, suggested: Reading) -> str:
    """The suggested reading of a printed number: "179,657 kg"."""
    unit = suggested.unit or getattr(value, "unit", None)
    return quantity(suggested.quantity, unit)


def as_printed(value: AnyValue) -> str:
    """A number as it is printed, and as that reads: "179,657 tonnes = 179,657,000 kg"."""
    printed = getattr(value, "printed", None) or ""
    read = _as_read(value)
    if not printed or printed.startswith(read.split()[0]):
        return printed or read
    return f"{printed} = {read}"


def _as_read(value: AnyValue) -> str:
    match value:
        case Seizure(quantity=Decimal() as amount):
            return quantity(amount, value.unit)
        case Count(n=int() as n):
            return number(n)
        case _:
            return wording.words(value)


def why_doubted(flags: tuple[str, ...]) -> str:
    """Why a number is doubted."""
    return "; ".join(FLAGS.get(flag, flag.replace("_", " ")) for flag in flags)
