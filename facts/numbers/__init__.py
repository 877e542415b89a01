"""Every number of an article, found once; the other rules work outward from them.

A number is what is printed, read as English: "17, 793" is 17793, "nine (9)" is 9, "1.2 million" is
1200000, "hundreds" has no value. "a" and "an" are left to the rules that know the noun.
"""

from decimal import Decimal

from msgspec import Struct

from facts.numbers.modifiers import modifier
from facts.numbers.readings import reading
from facts.numbers.tokens import Reading, Style, tokens_of
from facts.text import Article

__all__ = ["Number", "Style", "find", "modifier"]


class Number(Struct, frozen=True, gc=False):
    """One number in the text; `value` is None for "hundreds", "several", "a large number of"."""

    start: int
    end: int
    value: Decimal | None
    printed: str
    mod: str | None
    """at_least, more_than, nearly, about, approximately, up_to, less_than; for vague amounts
    dozens, hundreds, thousands, millions or vague."""
    mod_start: int
    """Where "at least" begins; `start` where there is no modifier."""
    style: Style
    grouped: bool
    """Printed in groups: "7,196", "17, 793"."""


def find(article: Article) -> list[Number]:
    """The numbers of an article in order; parts of names, times, ordinals and labels left out."""
    shadow = article.shadow
    tokens = tokens_of(shadow, article.pieces)
    found: list[Number] = []
    index = 0
    while index < len(tokens):
        read = reading(shadow, tokens, index)
        if read:
            found.append(_number(article, read))
        index += read.used if read else 1
    return found


def _number(article: Article, read: Reading) -> Number:
    mod, mod_start = modifier(article.shadow, read.start)
    return Number(
        start=read.start,
        end=read.end,
        value=_plain(read.value),
        printed=article.text[read.start : read.end],
        mod=(mod if read.value is not None else None) or read.mod,
        mod_start=mod_start,
        style=read.style,
        grouped=read.grouped,
    )


def _plain(value: Decimal | None) -> Decimal | None:
    """Without an exponent or trailing zeros: 1.2 million is 1200000."""
    if value is None or value != value.to_integral_value():
        return value
    return value.to_integral_value()
