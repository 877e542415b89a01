"""Sums of money: amount and currency, the dollars printed beside them, what the money was.

Each sum is read outward from its number: a sign or code before it ("€1 million", "MAD 931,870"), a
name or code after it ("69,850 euros"), then a conversion in brackets.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from facts.model import Mention, Money
from facts.money_roles import role_of
from facts.numbers import Number, modifier
from facts.rules import RuleBook
from facts.rules.amounts import Currency
from facts.rules.kinds import words
from facts.spans import enclosing
from facts.text import Article

_SHORT_SCALE = {"k": 3, "m": 6, "mn": 6, "mln": 6, "mio": 6, "bn": 9, "b": 9, "tn": 12}
_SCALE = re.compile(r" ?(k|mn|mln|mio|m|bn|b|tn)(?![a-z])", re.IGNORECASE)
_NOTES = re.compile(r"[ -](?:bank ?)?(?:notes?|bills?|coins?|banknotes?|denominations?)\b")
_LOOK = 12
_GREY_SIGNS = frozenset({"N", "R", "Fr", "Le", "DA", "Sh", "TL", "LE", "K"})
"""Letters that are a currency only before an amount that looks like one: "N15 million"."""

_OPENS = re.compile(
    r" ?[(\[](?:or |i\.e\.,? |= ?|equivalent to |worth |the equivalent of |converted to )?",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"[^()\[\]\n]{0,40}[)\]]")


class _Lexicon(NamedTuple):
    """The currencies of a rule book, ready to match at a number's either end."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    by_name: Mapping[str, tuple[Currency, ...]]


def _lexicon(book: RuleBook) -> _Lexicon:
    by_name: dict[str, list[Currency]] = {}
    before, after = set[str](), set[str]()
    for currency in book.table(Currency).values():
        signs, names = {*words(currency.signs), currency.id}, {*words(currency.names), currency.id}
        signs_after = {sign for sign in signs if not sign.isalpha()}
        before |= signs
        after |= names | signs_after
        for name in {*signs, *names}:
            by_name.setdefault(name.casefold(), []).append(currency)
    return _Lexicon(
        re.compile(rf"(?:(?<![A-Za-z0-9])|(?<=\())(?:{_choice(before)}) ?\Z"),
        re.compile(rf" ?-?(?:(?:{_choice(after)})(?![a-z]))", re.IGNORECASE),
        {name: tuple(currencies) for name, currencies in by_name.items()},
    )


def _choice(names: set[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


class _Sum(NamedTuple):
    """One sum as printed, before its conversion is known."""

    start: int
    end: int
    amount: Decimal | None
    currency: Currency
    mod: str | None
    rule: str


def find(article: Article, numbers: Sequence[Number], rules: RuleBook) -> list[Mention]:
    """The sums of money of an article in order; a conversion is part of the sum it converts."""
    lexicon = rules.derive(_lexicon)
    sums = [found for number in numbers if (found := _sum(article.shadow, number, lexicon))]
    mentions: list[Mention] = []
    index = 0
    while index < len(sums):
        first = sums[index]
        end = _bracket(article.shadow, first, sums[index + 1]) if index + 1 < len(sums) else None
        mentions.append(_mention(article, first, sums[index + 1] if end else None, end))
        index += 2 if end else 1
    return mentions


def _sum(shadow: str, number: Number, lexicon: _Lexicon) -> _Sum | None:
    begin = max(0, number.start - _LOOK)
    before = lexicon.before.search(shadow, begin, number.start)
    amount, end = number.value, number.end
    scale = _SCALE.match(shadow, end) if number.style == "digits" and amount is not None else None
    if before:
        sign = before[0].strip()
        if sign in _GREY_SIGNS and not (number.grouped or number.style == "mixed" or scale):
            return None
        if scale and amount is not None:
            amount, end = amount.scaleb(_SHORT_SCALE[scale[1].lower()]), scale.end()
        return _made(shadow, before.start(), end, amount, _choose(lexicon, sign, shadow), number)
    return _named_after(shadow, number, lexicon, scale)


def _named_after(
    shadow: str, number: Number, lexicon: _Lexicon, scale: re.Match[str] | None
) -> _Sum | None:
    amount, end = number.value, number.end
    if amount is None and shadow.startswith(" of ", end):
        end += len(" of")
    after = lexicon.after.match(shadow, end)
    if after is None and scale and amount is not None:
        after = lexicon.after.match(shadow, scale.end())
        amount = amount.scaleb(_SHORT_SCALE[scale[1].lower()])
    if after is None or _NOTES.match(shadow, after.end()):
        return None
    name = after[0].lstrip(" -")
    if not _is_name(lexicon, name):
        return None
    return _made(shadow, number.start, after.end(), amount, _choose(lexicon, name, shadow), number)


def _is_name(lexicon: _Lexicon, name: str) -> bool:
    """Whether what follows a number names a currency, in its own case: "500 DA", not "5 da"."""
    currencies = lexicon.by_name.get(name.casefold(), ())
    return len(name) > 3 or any(
        name in (*words(currency.names), *words(currency.signs), currency.id)
        for currency in currencies
    )


def _choose(lexicon: _Lexicon, name: str, shadow: str) -> Currency:
    """The currency a shared name stands for in this article."""
    candidates = lexicon.by_name[name.casefold()]
    if len(candidates) == 1:
        return candidates[0]
    for currency in candidates:
        if currency.near and any(word in shadow for word in words(currency.near)):
            return currency
    return candidates[0]


def _made(
    shadow: str, start: int, end: int, amount: Decimal | None, currency: Currency, number: Number
) -> _Sum:
    mod, mod_start = modifier(shadow, start)
    if start == number.start:
        mod, mod_start = number.mod, number.mod_start
    vague = number.mod if amount is None else None
    return _Sum(mod_start, end, _plain(amount), currency, mod or vague, "money.sum")


def _plain(amount: Decimal | None) -> Decimal | None:
    if amount is not None and amount == amount.to_integral_value():
        return amount.to_integral_value()
    return amount


def _bracket(shadow: str, first: _Sum, second: _Sum) -> int | None:
    """Where the bracket ends that holds the second sum as a conversion of the first."""
    if second.currency is first.currency or first.amount is None or second.amount is None:
        return None
    opens = _OPENS.match(shadow, first.end)
    if opens is None or opens.end() != second.start:
        return None
    closes = _CLOSES.match(shadow, second.end)
    return closes.end() if closes else None


def _mention(article: Article, first: _Sum, second: _Sum | None, end: int | None) -> Mention:
    usd = second.amount if second and second.currency.id == "USD" else None
    flags, reasons = _checked(first, usd)
    sentence = enclosing(article.sentences, first.start)
    value = Money(
        first.amount,
        first.currency.id,
        usd,
        mod=first.mod,
        role=role_of(article.shadow, sentence, first.start, end or first.end),
        flags=flags,
    )
    rule = "money.converted" if second else first.rule
    return Mention(first.start, end or first.end, value, rule, reasons=reasons)


def _checked(first: _Sum, usd: Decimal | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whether the rate of a printed conversion is one the currency has ever had."""
    band = first.currency.per_dollar
    if not usd or not first.amount or band is None:
        return (), ()
    rate = float(first.amount / usd)
    if band[0] * 0.9 <= rate <= band[1] * 1.1:
        return (), ()
    reason = (
        f"{rate:,.4g} {first.currency.id} to the dollar as printed; "
        f"the rate has been between {band[0]:g} and {band[1]:g}"
    )
    return ("implausible_conversion",), (reason,)
