"""Plausibility: numbers that cannot be meant as printed are flagged, with a suggested reading.

The printed number is never replaced. "179,657 tonnes" of cannabis in a year is above any country's
seizures: the comma is a decimal comma, and so, probably, are those beside it of the same shape.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec import structs

from facts.carriers import carrier
from facts.later import later
from facts.model import Date, Measure, Mention, Nationality, Place, Reading, Seizure
from facts.rules.book import RuleBook
from facts.rules.kinds import Substance
from facts.spans import Span, enclosing
from facts.text import Article

MAGNITUDE = "implausible_magnitude"
DECIMAL_COMMA = "decimal_comma_suspected"
CONTEXT = "inconsistent_with_context"

_ONE_COMMA = later(r"[0-9]{1,3},[0-9]{3}(?![0-9,.])")
_PERIOD = later(
    r"\b(?:year|years|annual|annually|yearly|month|months|since|total|decade|quarter|period)\b",
    re.IGNORECASE,
)
_ITS_OWN = later(
    r"[\s,;:()-]*(?:\b(?:which|that|an?|is|was|or|of|up|by|with|some|about|nearly|almost|over|more|"
    r"than|around|representing|marking|increase|rise|growth|jump|surge|in|during|last|this|the|year|"
    r"(?:19|20)[0-9]{2})\b[\s,;:()-]*)*",
    re.IGNORECASE,
)
"""Between an amount and its own increase; another verb or substance makes it another's."""
_LONG = frozenset({"year", "decade", "season", "quarter"})
_KG_PER_TONNE = 1000
_OF_COUNTRY = (Place, Nationality)
_LOOKED_AT = (Date, Measure)
_BESIDE = 50
"""Dates and measures of a sentence that are looked at."""


def check(article: Article, mentions: Sequence[Mention], rules: RuleBook) -> list[Mention]:
    """The mentions, those with a number that cannot be meant flagged, with the reasons."""
    checked = list(mentions)
    weights = [index for index, mention in enumerate(mentions) if _weight(mention)]
    if not weights:
        return checked
    year_of = _Ceilings(rules, _countries(mentions))
    sentences = _by_sentence(article, mentions)
    suspected: dict[int, Mention] = {}
    for index in weights:
        sentence = _sentence(article, mentions[index])
        flagged = _magnitude(article, mentions[index], sentences[sentence.start], year_of)
        if DECIMAL_COMMA in flagged.flags:
            suspected.setdefault(sentence.start, flagged)
        checked[index] = flagged
    for index in weights:
        checked[index] = _in_context(article, checked[index], sentences, suspected)
    return checked


def _weight(mention: Mention) -> Seizure | None:
    """What was seized, where it was weighed: only weights are checked."""
    value = mention.value
    if isinstance(value, Seizure) and value.unit == "kg" and value.quantity is not None:
        return value
    return None


def _in_context(
    article: Article,
    mention: Mention,
    sentences: Mapping[int, Sequence[Mention]],
    suspected: Mapping[int, Mention],
) -> Mention:
    """A mention against the others of its sentence."""
    value = _weight(mention)
    if value is None:
        return mention
    sentence = _sentence(article, mention)
    like = suspected.get(sentence.start)
    if like is not None and not value.flags:
        mention = _neighbour(article, mention, value, like)
    return _against_increase(article, mention, sentences[sentence.start])


def _by_sentence(article: Article, mentions: Sequence[Mention]) -> dict[int, list[Mention]]:
    """The dates and measures of each sentence, by where it starts: what a check looks at."""
    found: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if isinstance(mention.value, _LOOKED_AT):
            beside = found[_sentence(article, mention).start]
            if len(beside) < _BESIDE:
                beside.append(mention)
    return found


class _Ceilings:
    """The most of a substance that one operation, or one country in a year, has seized."""

    def __init__(self, rules: RuleBook, countries: frozenset[str]) -> None:
        self._rules = rules.table(Substance)
        self._countries = countries

    def of(self, mention: Mention) -> tuple[float, float] | None:
        """Tonnes in one operation and in a year; None where nothing is known."""
        substance = self._rules.get(mention.rule.removeprefix("substance."))
        if substance is None or substance.year is None:
            return None
        own = (substance.year_of.get(country, 0) for country in self._countries)
        year = max([substance.year, *own])
        return min(year, substance.event or year), year


def _countries(mentions: Sequence[Mention]) -> frozenset[str]:
    found = (m.value.country for m in mentions if isinstance(m.value, _OF_COUNTRY))
    return frozenset(country for country in found if country)


def _magnitude(
    article: Article, mention: Mention, beside: Sequence[Mention], ceilings: _Ceilings
) -> Mention:
    """Above what one operation, or one country in a year, can have seized."""
    value = _weight(mention)
    if value is None or value.quantity is None:
        return mention
    known = ceilings.of(mention)
    if known is None:
        return mention
    event, year = known
    comma = bool(_ONE_COMMA.match(value.printed or ""))
    yearly = not comma or _is_period(article, mention, beside)
    ceiling = year if yearly else event
    if value.quantity <= Decimal(str(ceiling)) * _KG_PER_TONNE:
        return _too_much_to_carry(article, mention, value) if comma else mention
    scope = "a year" if yearly else "in one operation"
    name = mention.rule.removeprefix("substance.").replace("_", " ")
    reason = f"above the ceiling of {ceiling:g} t {scope} for {name}"
    if not comma:
        return _flagged(mention, value, (MAGNITUDE,), reason)
    reason = f"one comma, three digits, {reason}"
    return _flagged(mention, value, (MAGNITUDE, DECIMAL_COMMA), reason, _as_decimal(value))


def _too_much_to_carry(article: Article, mention: Mention, value: Seizure) -> Mention:
    """ "14,235 kilograms of cannabis resin in a private car"."""
    found = carrier(article.shadow, _sentence(article, mention))
    if found is None or value.quantity is None or value.quantity <= found.most_kg:
        return mention
    reason = (
        f"one comma, three digits, more than the {found.most_kg:,} kg that a {found.name} may hold"
    )
    return _flagged(mention, value, (MAGNITUDE, DECIMAL_COMMA), reason, _as_decimal(value))


def _is_period(article: Article, mention: Mention, beside: Sequence[Mention]) -> bool:
    """Whether the sentence speaks of a year or another period, not of one operation."""
    sentence = _sentence(article, mention)
    if _PERIOD.search(article.shadow, sentence.start, sentence.end):
        return True
    return any(
        isinstance(m.value, Date) and (m.value.grain in _LONG or m.value.mod == "since")
        for m in beside
    )


def _neighbour(article: Article, mention: Mention, value: Seizure, like: Mention) -> Mention:
    """In the same sentence as a number whose comma is suspected, and of the same shape."""
    if not _ONE_COMMA.match(value.printed or ""):
        return mention
    printed = article.text[like.start : like.end]
    reason = f"one comma, three digits, the shape of its neighbour {printed!r}, which is too high"
    return _flagged(mention, value, (DECIMAL_COMMA,), reason, _as_decimal(value))


def _against_increase(article: Article, mention: Mention, beside: Sequence[Mention]) -> Mention:
    """Less than it is said to have grown by: "217.32 kilograms, 37 tonnes more than in 2019"."""
    value = mention.value
    if not isinstance(value, Seizure) or value.quantity is None:
        return mention
    for other in beside:
        growth = other.value
        if not isinstance(growth, Measure) or growth.mod != "increase" or growth.unit != "kg":
            continue
        if growth.quantity is None or not _is_its_own(article, mention, other):
            continue
        if growth.quantity > value.quantity:
            more = value.quantity * _KG_PER_TONNE
            suggested = Reading(more, "kg") if more > growth.quantity else None
            reason = f"less than its own increase of {article.text[other.start : other.end]!r}"
            return _flagged(mention, value, (*value.flags, CONTEXT), reason, suggested)
    return mention


def _is_its_own(article: Article, mention: Mention, growth: Mention) -> bool:
    """Whether an increase follows as what the amount itself grew by."""
    if growth.start < mention.end:
        return False
    return _ITS_OWN.fullmatch(article.shadow, mention.end, growth.start) is not None


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
