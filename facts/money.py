"""Sums of money: amount and currency, the dollars printed beside them, what the money was.

Each sum is read outward from its number: a sign or code before it ("€1 million", "MAD 931,870"), a
name or code after it ("69,850 euros"), then a conversion in brackets.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from facts.model import Mention, Money
from facts.money_roles import role_of
from facts.numbers import Number, modifier
from facts.numbers.numerals import SCALES
from facts.rules import RuleBook
from facts.rules.amounts import Currency
from facts.rules.kinds import words
from facts.spans import Span, enclosing
from facts.text import Article

_SHORT_SCALE = {"k": 3, "m": 6, "mn": 6, "mln": 6, "mio": 6, "bn": 9, "b": 9, "tn": 12}
_SCALE = re.compile(r" ?(k|mn|mln|mio|m|bn|b|tn)(?![a-z])", re.IGNORECASE)
_NOTES = re.compile(r"[ -](?:bank ?)?(?:notes?|bills?|coins?|banknotes?|denominations?)\b")
_LOOK = 12
_GREY_SIGNS = frozenset({"N", "R", "Fr", "Le", "DA", "Sh", "TL", "LE", "K"})
"""Letters that are a currency only before an amount that looks like one: "N15 million"."""

_NAME_RUN = re.compile(
    r"[ -]?((?:[A-Za-z]\.){2}(?: [A-Za-z]+)?|[A-Za-z]+(?: [A-Za-z]+){0,3}|[^\w\s,.;:()%-]+)"
)
_GREY_NAMES = frozenset({"won", "real", "lei", "rand", "kip", "dong", "lari", "soles", "marks"})
"""Names that are words too: a currency only after an amount that looks like one."""

_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_TO_MORE = re.compile(r" ?- ?| to ")
_OPENS = re.compile(
    r" ?[(\[] ?(?:or |i\.e\.,? |= ?|equivalent to |worth |the equivalent of |converted to )?",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"[^()\[\]\n]{0,40}[)\]]")


class _Lexicon(NamedTuple):
    """The currencies of a rule book, ready to be looked up at a number's either end."""

    signs: frozenset[str]
    by_name: Mapping[str, tuple[Currency, ...]]
    """By what stands beside a sum, in lower case."""
    spellings: frozenset[str]


def _lexicon(book: RuleBook) -> _Lexicon:
    by_name: dict[str, list[Currency]] = {}
    signs, spellings = set[str](), set[str]()
    for currency in book.table(Currency).values():
        before = {*words(currency.signs), currency.id}
        signs |= before
        spellings |= {*before, *words(currency.names)}
        for name in {spelling.casefold() for spelling in (*before, *words(currency.names))}:
            by_name.setdefault(name, []).append(currency)
    return _Lexicon(
        frozenset(signs),
        {name: tuple(currencies) for name, currencies in by_name.items()},
        frozenset(spellings),
    )


class _Sum(NamedTuple):
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


def find(article: Article, numbers: Sequence[Number], rules: RuleBook) -> list[Mention]:
    """The sums of money of an article in order; a conversion is part of the sum it converts."""
    sums = _sums(article.shadow, numbers, rules.derive(_lexicon))
    mentions: list[Mention] = []
    index = 0
    while index < len(sums):
        first, *bracketed = _with_bracket(article.shadow, sums, index)
        mentions.append(_mention(article, first, bracketed))
        index += 1 + len(bracketed)
    return mentions


def _sums(shadow: str, numbers: Sequence[Number], lexicon: _Lexicon) -> list[_Sum]:
    """The sums as printed, in order and apart."""
    sums: list[_Sum] = []
    for index, number in enumerate(numbers):
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        found = _sum(shadow, number, following, lexicon)
        if found and not (sums and found.start < sums[-1].end):
            sums.append(found)
    return sums


def _sum(shadow: str, number: Number, following: Number | None, lexicon: _Lexicon) -> _Sum | None:
    """The sum a number is, by the sign or code before it, else by the name after it."""
    reaches = [*_reaches(shadow, number, following), _Reach(_as_sum(number), number.end)]
    sign = _sign_before(shadow, number.start, lexicon)
    if sign:
        return _signed(shadow, number, sign, reaches[0], lexicon)
    for reach in reaches:
        if named := _named(shadow, number, reach, lexicon):
            return named
    return None


def _reaches(shadow: str, number: Number, following: Number | None) -> Iterator[_Reach]:
    """The number with a short scale ("5m") or one it shares with the next ("10-15 million")."""
    if number.style != "digits" or number.value is None:
        return
    if following and following.style == "mixed":
        scale = SCALES.get(following.printed.split()[-1].lower())
        if scale and _TO_MORE.fullmatch(shadow, number.end, following.start):
            yield _Reach(number.value * scale, following.end, "at_least")
    short = _SCALE.match(shadow, number.end)
    if short:
        yield _Reach(number.value * Decimal(10 ** _SHORT_SCALE[short[1].lower()]), short.end())


def _sign_before(shadow: str, at: int, lexicon: _Lexicon) -> Span | None:
    """The sign or code that ends where a number begins, a space between them at most."""
    end = at - 1 if shadow[at - 1 : at] == " " else at
    start = (
        max(
            shadow.rfind(" ", max(0, end - _LOOK), end),
            shadow.rfind("\n", max(0, end - _LOOK), end),
        )
        + 1
    )
    while start < end and shadow[start] in "(\"'-[":
        start += 1
    if shadow[start:end] in lexicon.signs:
        return Span(start, end)
    if shadow[end - 1 : end] in lexicon.signs and not shadow[end - 1].isalnum():
        return Span(end - 1, end)
    return None


def _signed(
    shadow: str, number: Number, place: Span, reach: _Reach, lexicon: _Lexicon
) -> _Sum | None:
    sign = shadow[place.start : place.end]
    large = number.grouped or number.style == "mixed" or reach.end > number.end
    if (sign in _GREY_SIGNS and not large) or _NOTES.match(shadow, reach.end):
        return None
    currency = _choose(lexicon, sign, shadow)
    return _made(shadow, Span(place.start, reach.end), reach, currency, number)


def _named(shadow: str, number: Number, reach: _Reach, lexicon: _Lexicon) -> _Sum | None:
    end = reach.end
    if number.value is None and shadow.startswith(" of ", end):
        end += len(" of")
    found = _name_at(shadow, end, lexicon)
    if found is None or _NOTES.match(shadow, found[1]):
        return None
    if found[0].lower() in _GREY_NAMES and not (reach.amount and reach.amount >= 1000):
        return None
    currency = _choose(lexicon, found[0], shadow)
    return _made(shadow, Span(number.start, found[1]), reach, currency, number)


def _name_at(shadow: str, at: int, lexicon: _Lexicon) -> tuple[str, int] | None:
    """The currency's name that follows, longest first, and where it ends.

    A short one only in its own case: "500 DA", not "500 da".
    """
    run = _NAME_RUN.match(shadow, at)
    if run is None:
        return None
    name = run[1]
    while name:
        if name.casefold() in lexicon.by_name and (len(name) > 3 or name in lexicon.spellings):
            return name, run.start(1) + len(name)
        name = name.rpartition(" ")[0]
    return None


def _choose(lexicon: _Lexicon, name: str, shadow: str) -> Currency:
    """The currency a shared name stands for in this article."""
    candidates = lexicon.by_name[name.casefold()]
    if len(candidates) == 1:
        return candidates[0]
    for currency in candidates:
        if currency.near and any(word in shadow for word in words(currency.near)):
            return currency
    return candidates[0]


def _made(shadow: str, place: Span, reach: _Reach, currency: Currency, number: Number) -> _Sum:
    mod, mod_start = modifier(shadow, place.start)
    vague = number.mod if reach.amount is None else None
    amount = _plain(reach.amount)
    return _Sum(mod_start, place.end, amount, currency, mod or reach.mod or vague)


def _as_sum(number: Number) -> Decimal | None:
    """The number's value; no sum has three decimals, so "35.000 euros" are thousands."""
    if number.value is not None and _THOUSANDS.fullmatch(number.printed):
        return number.value * 1000
    return number.value


def _plain(amount: Decimal | None) -> Decimal | None:
    if amount is not None and amount == amount.to_integral_value():
        return amount.to_integral_value()
    return amount


def _with_bracket(shadow: str, sums: Sequence[_Sum], index: int) -> list[_Sum]:
    """A sum, made to end where its bracket does, with the sums in the bracket that convert it."""
    first, *rest = sums[index : index + 3]
    opens = _OPENS.match(shadow, first.end)
    if not (rest and opens and opens.end() == rest[0].start) or first.amount is None:
        return [first]
    if rest[0].currency is first.currency or rest[0].amount is None:
        return [first]
    closes = _CLOSES.match(shadow, rest[0].end)
    if closes is None:
        return [first]
    inside = [other for other in rest if other.end <= closes.end()]
    return [first._replace(end=closes.end()), *inside]


def _mention(article: Article, first: _Sum, bracketed: Sequence[_Sum]) -> Mention:
    converted = bracketed[0] if len(bracketed) == 1 else None
    usd = converted.amount if converted and converted.currency.id == "USD" else None
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
