"""Numbers that name something and count nothing: "Article 12", "34-year-old", "the 2019 raid"."""

from facts.frames.tokens import Tokens
from facts.later import later
from facts.numbers import Number

_BARE_SCALES = frozenset({"million", "billion", "thousand", "hundred", "trillion"})
"""Scales whose number could not be read: the million of "P244.8 million"."""
_LABELS = frozenset(
    "no number article section chapter page route flight kilometre aged age".split()
)


def is_label(tokens: Tokens, at: int, number: Number) -> bool:
    """A number that names and does not count: "Article 12", "34-year-old", "15-member"."""
    before, after = tokens.lows[at - 1], tokens.lows[at + 1]
    if after == "percent" or number.printed.lower() in _BARE_SCALES:
        return True
    if after and after in "-/%°" and tokens.starts[at + 1] == tokens.ends[at]:
        return True
    if before in _OF_A_YEAR and _is_year(number):
        return True
    if before and before in "-/#$€£+" and tokens.ends[at - 1] == tokens.starts[at]:
        return True
    return before in _LABELS or (before == "." and tokens.lows[at - 2] == "no")


_OF_A_YEAR = frozenset("the a this that its his her their".split())
"""Words before a year that tells which one something is: "the 2019 police raid"."""
_YEAR = later(r"(?:199|20[0-4])[0-9]")


def _is_year(number: Number) -> bool:
    return number.printed != "2000" and _YEAR.fullmatch(number.printed) is not None
