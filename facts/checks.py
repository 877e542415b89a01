"""Plausibility: numbers that cannot be meant as printed are flagged, with a suggested reading.

The printed number is never replaced. "179,657 tonnes" of cannabis in a year is above any country's
seizures: the comma is a decimal comma, and so, probably, are those beside it of the same shape.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from msgspec import structs

from facts.model import Date, Measure, Mention, Nationality, Place, Reading, Seizure
from facts.rules.book import RuleBook
from facts.rules.kinds import Substance
from facts.spans import Span, enclosing
from facts.text import Article

MAGNITUDE = "implausible_magnitude"
DECIMAL_COMMA = "decimal_comma_suspected"
CONTEXT = "inconsistent_with_context"

_ONE_COMMA = re.compile(r"[0-9]{1,3},[0-9]{3}(?![0-9,.])")
_PERIOD = re.compile(
    r"\b(?:year|years|annual|annually|yearly|month|months|since|total|decade|quarter|period)\b",
    re.IGNORECASE,
)
_LONG = frozenset({"year", "decade", "season", "quarter"})
_KG_PER_TONNE = 1000


def check(article: Article, mentions: Sequence[Mention], rules: RuleBook) -> list[Mention]:
    """The mentions, those with a number that cannot be meant flagged, with the reasons."""
    countries = _countries(mentions)
    checked = {id(m): _magnitude(article, m, mentions, rules, countries) for m in mentions}
    flagged = [m for m in checked.values() if DECIMAL_COMMA in m.flags]
    for mention in mentions:
        same = checked[id(mention)]
        if not same.flags:
            same = _neighbour(article, same, flagged)
        checked[id(mention)] = _against_increase(article, same, mentions)
    return [checked[id(mention)] for mention in mentions]


def _countries(mentions: Sequence[Mention]) -> frozenset[str]:
    found = (m.value.country for m in mentions if isinstance(m.value, Place | Nationality))
    return frozenset(country for country in found if country)


def _magnitude(
    article: Article,
    mention: Mention,
    mentions: Sequence[Mention],
    rules: RuleBook,
    countries: frozenset[str],
) -> Mention:
    """Above what one operation, or one country in a year, can have seized."""
    value = mention.value
    if not isinstance(value, Seizure) or value.unit != "kg" or value.quantity is None:
        return mention
    substance = rules.table(Substance).get(mention.rule.removeprefix("substance."))
    if substance is None or substance.year is None:
        return mention
    year = max([substance.year, *(substance.year_of.get(country, 0) for country in countries)])
    comma = bool(_ONE_COMMA.match(value.printed or ""))
    yearly = not comma or _is_period(article, mention, mentions)
    ceiling = year if yearly else min(year, substance.event or year)
    if value.quantity <= Decimal(str(ceiling)) * _KG_PER_TONNE:
        return mention
    scope = "a year" if yearly else "in one operation"
    reason = f"above the ceiling of {ceiling:g} t {scope} for {_plain(substance.id)}"
    if not comma:
        return _flagged(mention, value, (MAGNITUDE,), reason)
    reason = f"one comma, three digits, {reason}"
    return _flagged(mention, value, (MAGNITUDE, DECIMAL_COMMA), reason, _as_decimal(value))


def _is_period(article: Article, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether the sentence speaks of a year or another period, not of one operation."""
    sentence = _sentence(article, mention)
    if _PERIOD.search(article.shadow, sentence.start, sentence.end):
        return True
    return any(
        isinstance(m.value, Date)
        and (m.value.grain in _LONG or m.value.mod == "since")
        and sentence.overlaps(m.start, m.end)
        for m in mentions
    )


def _neighbour(article: Article, mention: Mention, flagged: Sequence[Mention]) -> Mention:
    """In the same sentence as a number whose comma is suspected, and of the same shape."""
    value = mention.value
    if not isinstance(value, Seizure) or value.unit != "kg":
        return mention
    if not _ONE_COMMA.match(value.printed or ""):
        return mention
    sentence = _sentence(article, mention)
    beside = [other for other in flagged if sentence.overlaps(other.start, other.end)]
    if not beside:
        return mention
    printed = article.text[beside[0].start : beside[0].end]
    reason = f"one comma, three digits, the shape of its neighbour {printed!r}, which is too high"
    return _flagged(mention, value, (DECIMAL_COMMA,), reason, _as_decimal(value))


def _against_increase(article: Article, mention: Mention, mentions: Sequence[Mention]) -> Mention:
    """Less than it is said to have grown by: "217.32 kilograms, 37 tonnes more than in 2019"."""
    value = mention.value
    if not isinstance(value, Seizure) or value.unit != "kg" or value.quantity is None:
        return mention
    sentence = _sentence(article, mention)
    for other in mentions:
        growth = other.value
        if not isinstance(growth, Measure) or growth.mod != "increase" or growth.unit != "kg":
            continue
        follows = 0 <= other.start - mention.end <= sentence.end - mention.end
        if follows and growth.quantity is not None and growth.quantity > value.quantity:
            more = value.quantity * _KG_PER_TONNE
            suggested = Reading(more, "kg") if more > growth.quantity else None
            printed = article.text[other.start : other.end]
            reason = f"less than its own increase of {printed!r}"
            return _flagged(mention, value, (*value.flags, CONTEXT), reason, suggested)
    return mention


def _sentence(article: Article, mention: Mention) -> Span:
    return enclosing(article.sentences, mention.start) or Span(mention.start, mention.end)


def _as_decimal(value: Seizure) -> Reading | None:
    return None if value.quantity is None else Reading(value.quantity / _KG_PER_TONNE, value.unit)


def _flagged(
    mention: Mention,
    value: Seizure,
    flags: tuple[str, ...],
    reason: str,
    suggested: Reading | None = None,
) -> Mention:
    changed = structs.replace(value, flags=flags, suggested=suggested or value.suggested)
    return structs.replace(mention, value=changed, reasons=(*mention.reasons, reason))


def _plain(name: str) -> str:
    return name.replace("_", " ")
