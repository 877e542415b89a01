"""The fields of an incident, from the passages that tell of it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from facts.folding import fold
from facts.incidents.draft import Draft
from facts.incidents.passages import Passage
from facts.model import (
    Count,
    Incident,
    Mention,
    Money,
    MoneyFill,
    Nationality,
    Operation,
    Organisation,
    Period,
    Place,
    Seizure,
    SeizureFill,
)

_NO_ROLES = frozenset({"records", "other", "cases", "officers"})
_GROUPS = frozenset({"armed_group", "criminal_group", "group", "cartel", "terrorist_group"})
_NOT_ACTING = frozenset(
    {
        "media",
        "news_agency",
        "company",
        "newspaper",
        "broadcaster",
        "airline",
        "ngo",
        "charity",
        "party",
    }
)
_SUMMARY = 200
_DATELINE = 3
"""Mentions of its country that a dateline is worth."""


def _is_past(draft: Draft, home: "Home") -> bool:
    """Whether it happened in another year than the article was published in."""
    return bool(draft.date and draft.date.start and home.year != draft.date.start[:4])


class Home(NamedTuple):
    """What an article is about throughout, taken where an incident's own words name none."""

    country: str | None
    """The country named most."""
    agency: str | None
    """The agency, where only one acts in the whole article."""
    year: str | None
    """The year it was published."""


def incident(draft: Draft, number: int, types: tuple[str, ...], home: Home) -> Incident:
    """The incident of a draft."""
    passages = draft.passages
    around = [*passages, *draft.context]
    date = draft.date
    countries = list(_countries(passages))
    places = list(_places(around))
    if home.country and not any(passage.places for passage in passages):
        countries.append(home.country)
    agencies = list(_agencies(around))
    abroad = home.country is not None and countries and home.country not in countries
    if home.agency and not draft.aggregate and not abroad and not _is_past(draft, home):
        agencies = agencies or [home.agency]
    return Incident(
        id=f"i{number}",
        types=types,
        scope="aggregate" if draft.aggregate else "event",
        date=Period(date.start, date.end) if date else None,
        places=tuple(_unique([*(places or _names(draft.scene))])),
        countries=tuple(_unique(countries)),
        agencies=tuple(_unique(agencies)),
        groups=tuple(_unique(_groups(passages))),
        operation=next(_operations(around), None),
        counts=_counts(draft),
        seizures=tuple(_seizures(draft)),
        money=tuple(_money(around)),
        status=_status(around),
        summary=_summary(passages[0]),
        facts=tuple(_supporting(draft)),
    )


def home_of(mentions: Sequence[Mention], published: str | None) -> Home:
    """What an article is about throughout."""
    agencies = {
        fold(m.value.acronym or m.value.name): m.value.acronym or m.value.name
        for m in mentions
        if isinstance(m.value, Organisation)
        and m.value.type not in _GROUPS | _NOT_ACTING | {"international", "ministry", "military"}
    }
    agency = next(iter(agencies.values())) if len(agencies) == 1 else None
    return Home(_home_country(mentions), agency, published[:4] if published else None)


def _home_country(mentions: Sequence[Mention]) -> str | None:
    found: Counter[str] = Counter()
    for mention in mentions:
        if isinstance(mention.value, Place | Nationality) and mention.value.country:
            dateline = isinstance(mention.value, Place) and mention.value.role == "dateline"
            found[mention.value.country] += _DATELINE if dateline else 1
    return found.most_common(1)[0][0] if found else None


def _unique(names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if fold(name) not in seen:
            seen.add(fold(name))
            yield name


def _places(passages: Iterable[Passage]) -> Iterator[str]:
    for passage in passages:
        for mention in passage.places:
            if isinstance(mention.value, Place) and not _word_before(passage, mention, _PASSING):
                yield mention.value.name


_VIA = re.compile(r"\b(?:via|through|by way of|transiting|transit through|stopover in)\W*\Z")
_PASSING = re.compile(
    r"\b(?:via|through|by way of|from|to|bound for|between|between [\w-]+ and|towards?|left)\W*\Z"
)
"""Words before where something came from, went to or passed, not where it happened."""


def _word_before(passage: Passage, mention: Mention, words: re.Pattern[str]) -> bool:
    at = mention.start - passage.span.start
    return words.search(passage.text, max(0, at - 30), at) is not None if at > 0 else False


def _names(places: Iterable[Mention]) -> Iterator[str]:
    for mention in places:
        if isinstance(mention.value, Place) and mention.value.type not in ("airport", "port"):
            yield mention.value.name


def _countries(passages: Iterable[Passage]) -> Iterator[str]:
    for passage in passages:
        for mention in passage.mentions:
            value = mention.value
            if isinstance(value, Nationality) and value.country:
                yield value.country
            elif isinstance(value, Place) and value.country and value.role == "location":
                if not _word_before(passage, mention, _VIA):
                    yield value.country


def _agencies(passages: Iterable[Passage]) -> Iterator[str]:
    for passage in passages:
        subject = (passage.subject,) if passage.subject else ()
        for mention in (*subject, *passage.mentions):
            value = mention.value
            if isinstance(value, Organisation) and value.type not in _GROUPS | _NOT_ACTING:
                if not _is_speaking(mention, passage):
                    yield value.acronym or value.name


_SAYING = ("said", "announced", "reported", "says", "told", "added", "confirmed")


def _is_speaking(mention: Mention, passage: Passage) -> bool:
    """A ministry that announces does not act."""
    value = mention.value
    if not isinstance(value, Organisation) or value.type not in ("ministry", "government"):
        return False
    after = passage.text[mention.end - passage.span.start :].lstrip(" ,)").split(maxsplit=1)
    return bool(after) and after[0].strip(",.") in _SAYING


def _groups(passages: Iterable[Passage]) -> Iterator[str]:
    for passage in passages:
        for mention in passage.mentions:
            if isinstance(mention.value, Organisation) and mention.value.type in _GROUPS:
                yield mention.value.name


def _operations(passages: Iterable[Passage]) -> Iterator[str]:
    for passage in passages:
        for mention in passage.mentions:
            if isinstance(mention.value, Operation):
                yield mention.value.name


def _counts(draft: Draft) -> dict[str, int | None]:
    """The whole of each role: the first number, or a later one that is more."""
    found: dict[str, int | None] = {}
    for passage in draft.passages:
        for mention in passage.mentions:
            value = mention.value
            if not isinstance(value, Count) or value.part_of or value.role in _NO_ROLES:
                continue
            old = found.get(value.role)
            if value.role not in found or (value.n is not None and value.n > (old or 0)):
                found[value.role] = value.n
    return found


def _seizures(draft: Draft) -> Iterator[SeizureFill]:
    """Its things; those without a number only where no number says it better."""
    values = [m.value for m in draft.core if isinstance(m.value, Seizure)]
    numbered = {v.category for v in values if v.quantity is not None}
    seen: set[tuple[str, object, str | None]] = set()
    for value in values:
        key = (fold(value.item), value.quantity, value.unit)
        vague = value.quantity is None and value.category in numbered
        if vague or key in seen or _is_shorter(value, values):
            continue
        seen.add(key)
        yield SeizureFill(
            item=value.item,
            quantity=value.quantity,
            unit=value.unit,
            mod=value.mod,
            flagged=bool(value.flags),
        )


def _is_shorter(value: Seizure, values: Sequence[Seizure]) -> bool:
    """Whether the same amount is told with a fuller name: "drugs" of "illicit drugs"."""
    own = set(fold(value.item).split())
    return value.quantity is not None and any(
        other is not value
        and (other.quantity, other.unit) == (value.quantity, value.unit)
        and own < set(fold(other.item).split())
        for other in values
    )


def _money(passages: Iterable[Passage]) -> Iterator[MoneyFill]:
    seen: set[tuple[object, str]] = set()
    for passage in passages:
        for mention in passage.mentions:
            value = mention.value
            if not isinstance(value, Money) or value.role == "budget":
                continue
            inside = any(
                isinstance(other.value, Money)
                and other is not mention
                and other.start <= mention.start
                and mention.end <= other.end
                for other in passage.mentions
            )
            key = (value.amount, value.currency)
            if not inside and key not in seen:
                seen.add(key)
                yield MoneyFill(value.amount, value.currency, value.usd)


_AT_LARGE = ("fled", "on the run", "at large", "escaped", "still wanted", "absconded")


def _status(passages: Iterable[Passage]) -> str | None:
    told = any(cue in passage.text for passage in passages for cue in _AT_LARGE)
    return "suspects_at_large" if told else None


def _summary(passage: Passage) -> str:
    """Its first sentence, shortened at a word."""
    text = " ".join(passage.text.split())
    if len(text) > _SUMMARY:
        text = text[:_SUMMARY].rsplit(" ", 1)[0] + " …"
    return text


def _supporting(draft: Draft) -> Iterator[str]:
    for passage in sorted([*draft.passages, *draft.context], key=lambda p: p.span.start):
        for mention in passage.mentions:
            if mention.id and mention.kind not in ("publication_date", "acronym"):
                yield mention.id
