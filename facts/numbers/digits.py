"""Digits as newspapers print them, read as English, with their European and Indian kin."""

from decimal import Decimal

from facts.later import later

_LONGEST = 18
"""Digits in the longest amount; anything longer is a telephone number, an identifier, noise."""

_GROUPED = later(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_INDIAN = later(r"[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
_CONTINENTAL = later(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}|[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]{1,2}")
_POINT = later(r"[0-9]+\.[0-9]+")
_COMMA = later(r"(?:[0-9]{1,3}|0),(?:[0-9]{1,2}|[0-9]{4,})|0,[0-9]+")


def read_digits(printed: str) -> tuple[Decimal, bool] | None:
    """The value of a run of digits, points and commas, and whether it is printed in groups.

    A single point is a decimal point ("1.992"), a single comma before three digits is a group
    ("179,657"): what a text may have meant instead is the plausibility checks' concern.
    """
    if printed.isascii() and printed.isdigit():
        return (Decimal(printed), False) if len(printed) <= _LONGEST else None
    if len(printed) > _LONGEST + 6 or sum(c.isdigit() for c in printed) > _LONGEST:
        return None
    if _POINT.fullmatch(printed):
        return Decimal(printed), False
    if _GROUPED.fullmatch(printed) or _INDIAN.fullmatch(printed):
        return Decimal(printed.replace(",", "")), True
    if _CONTINENTAL.fullmatch(printed):
        return Decimal(printed.replace(".", "").replace(",", ".")), True
    if _COMMA.fullmatch(printed):
        return Decimal(printed.replace(",", ".")), False
    return None
