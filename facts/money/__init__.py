"""Sums of money: amount and currency, the dollars printed beside them, what the money was.

Each sum is read outward from its number (`sums`): a sign or code before it ("€1 million", "MAD
931,870"), a name or code after it ("69,850 euros"); then comes a conversion in brackets.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from facts.later import later
from facts.model import Mention, Money
from facts.money.currencies import Lexicon, lexicon, speaks_of
from facts.money.roles import role_of
from facts.money.sums import Sum, SumReader
from facts.numbers import Number
from facts.rules import RuleBook
from facts.rules.amounts import Currency
from facts.spans import enclosing
from facts.text import Article

__all__ = ["find"]

_OPENS = later(
    r" ?[(\[] ?(?:roughly |approximately |about |nearly |some )?(?:or |i\.e\.,? |= ?|equal to "
    r"|equivalent to |equivalent of |worth |the equivalent of |converted to |at the time )?",
    re.IGNORECASE,
)
_OR = later(r",? or (?:the equivalent of |about |roughly |approximately |some )?|,? equivalent to ")
"""Between a sum and what it is in another currency, where no bracket stands."""
_CLOSES = later(r"[^()\[\]\n]{0,40}[)\]]")


def find(article: Article, numbers: Sequence[Number], rules: RuleBook) -> list[Mention]:
    """The sums of money of an article in order; a conversion is part of the sum it converts."""
    known = rules.derive(lexicon)
    sums = SumReader(article.shadow, known).read(numbers)
    sums = _as_converted(article.shadow, sums, known)
    mentions: list[Mention] = []
    index = 0
    while index < len(sums):
        first, *bracketed = _with_bracket(article.shadow, sums, index)
        mentions.append(_mention(article, first, bracketed))
        index += 1 + len(bracketed)
    return mentions


def _as_converted(shadow: str, sums: Sequence[Sum], known: Lexicon) -> list[Sum]:
    """The sums, a shared name read as the currency whose rate a printed conversion has.

    "20,000 dinars ($4,200)" are Libyan, if the article speaks of no country with other dinars.
    """
    meant: dict[str, Currency] = {}
    for index, first in enumerate(sums):
        if len(known.by_name.get(first.name.casefold(), ())) < _SHARED:
            continue
        _, *bracketed = _with_bracket(shadow, sums, index)
        usd = _dollars(bracketed)
        if usd and not _is_plausible(first, first.currency, usd):
            fitting = [
                currency
                for currency in known.by_name.get(first.name.casefold(), ())
                if currency.per_dollar and _is_plausible(first, currency, usd)
            ]
            if fitting and not speaks_of(first.currency, shadow):
                meant[first.name] = max(fitting, key=lambda currency: speaks_of(currency, shadow))
    return [one._replace(currency=meant.get(one.name, one.currency)) for one in sums]


_SHARED = 2
"""Currencies of one name, from which on it is open which is meant."""


def _with_bracket(shadow: str, sums: Sequence[Sum], index: int) -> list[Sum]:
    """A sum, made to end where its bracket does, with the sums in the bracket that convert it."""
    first, *rest = sums[index : index + 3]
    if not rest or first.amount is None:
        return [first]
    if rest[0].currency is first.currency or rest[0].amount is None:
        return [first]
    if _OR.fullmatch(shadow, first.end, rest[0].start):
        return [first._replace(end=rest[0].end), rest[0]]
    if not _OPENS.fullmatch(shadow, first.end, rest[0].start):
        return [first]
    closes = _CLOSES.match(shadow, rest[0].end)
    if closes is None:
        return [first]
    inside = [other for other in rest if other.end <= closes.end()]
    return [first._replace(end=closes.end()), *inside]


def _mention(article: Article, first: Sum, bracketed: Sequence[Sum]) -> Mention:
    usd = _dollars(bracketed)
    flags, reasons = _checked(first, usd)
    sentence = enclosing(article.sentences, first.start)
    value = Money(
        first.amount,
        first.currency.id,
        usd,
        mod=first.mod,
        role=role_of(article.shadow, sentence, first.start, first.end),
        flags=flags,
    )
    rule = "money.converted" if bracketed else "money.sum"
    return Mention(first.start, first.end, value, rule, reasons=reasons)


def _dollars(bracketed: Sequence[Sum]) -> Decimal | None:
    """The dollars of a conversion, if it is in dollars at all."""
    dollars = [other.amount for other in bracketed if other.currency.id == "USD"]
    return dollars[0] if len(dollars) == 1 else None


def _is_plausible(first: Sum, currency: Currency, usd: Decimal) -> bool:
    """Whether a sum in a currency has been worth so many dollars within the last decades."""
    band = currency.per_dollar
    if not first.amount or band is None:
        return True
    return band[0] * 0.9 <= float(first.amount / usd) <= band[1] * 1.1


def _checked(first: Sum, usd: Decimal | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whether the rate of a printed conversion is one the currency has ever had."""
    band = first.currency.per_dollar
    if not usd or not first.amount or band is None or _is_plausible(first, first.currency, usd):
        return (), ()
    rate = float(first.amount / usd)
    reason = (
        f"{rate:,.4g} {first.currency.id} to the dollar as printed; "
        f"the rate has been between {band[0]:g} and {band[1]:g}"
    )
    return ("implausible_conversion",), (reason,)
