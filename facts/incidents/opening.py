"""Where another incident begins: another day, a period's total, a cue, a number that cannot fit."""

import re
from collections.abc import Iterable, Sequence
from datetime import date as day_of
from typing import NamedTuple

from facts.folding import fold
from facts.incidents.draft import Draft
from facts.incidents.passages import Passage
from facts.incidents.types import Typing
from facts.model import Count, Date, Mention, Money, Place, Seizure

_ANOTHER = re.compile(
    r"\b(?:in (?:an?other|a separate|a different|a related|a similar|an earlier|a previous)"
    r" (?:\w+ ){0,2}(?:operations?|cases?|incidents?|raids?|seizures?|developments?|attacks?|crashe?s?"
    r"|events?|stings?|blasts?|searche?s?|checks?|contexts?|notes?|respects?|vein|fields?|districts?|cit(?:y|ies)|towns?|parts?)"
    r"|(?:an?other|a second|a third) (?:\w+ )?(?:operation|case|incident|raid|attacker|suspect|man"
    r"|woman|passenger|person|people|group|gang|driver|vehicle|attack|shipment|seizure|\d+)"
    r"|separately|elsewhere|meanwhile|in the latest|one of the operations|also on the same day"
    r"|another \d+|on the same day|(?:inquiry|enquiry|investigation|probe)\b(?: \w+){0,6} (?:began|started)|earlier this"
    r"|(?:days?|weeks?|months?) (?:earlier|before)|such as the one|similarly|the haul comes"
    r"|(?:arrests?|seizures?|haul|bust|news|operation|raids?|this) comes? (?:\w+ ){0,3}after|(?:last|earlier) (?:week|month|year), (?:a|an|two|three|police|customs|officers)|in a previous|previously|last time)\b"
)
_SAME_SCENE = re.compile(
    r"\b(?:on the same day|another (?:passenger|traveller|woman|man|suspect|flight)|at the same"
    r"|in the (?:same|province|city|town|district|village|area|region)\b)"
)
"""Cues that another incident happened where the one before did."""
_PERIOD = re.compile(
    r"\b(?:so far (?:this|in)|since (?:the (?:beginning|start)|january)|annual report|annually"
    r"|in total|(?:this|last|that|each|every) year|year alone|month alone|alone\b|overall"
    r"|over the (?:past|last)|during the (?:past|last)|in the (?:past|last)|statistics|to date"
    r"|yearly|a total of|data showed|first (?:half|quarter|\w+ months)|figures)\b"
)
_NEWS_DAYS = 45
_SHORT = 20
"""Days up to which a date is that of an event, though the words speak of totals."""
_REVIEW = re.compile(
    r"\b(?:weekly (?:review|report|summary|statement|bulletin|assessment|toll)|operational review"
    r"|in the week of|operational summary|weekly operational|monthly (?:review|report|summary)"
    r"|over the (?:past|last) (?:week|month)|during the (?:period|week))\b"
)
_PART = re.compile(r"\b(?:of them|of whom|of those|among them|including|in total|respectively)\b")


class Reading(NamedTuple):
    """What is asked when a passage is placed."""

    typing: Typing
    published: str | None
    is_review: bool


_ANAPHORA = re.compile(
    r"\A(?:the|these|those) (?:[\w-]+ )?(?:hoard|haul|cargo|drugs?|shipment|consignment|seizures?|stash"
    r"|items|goods|suspects?|arrests?|raids?|trio|duo|pair|men|women|gang|group|load|narcotics"
    r"|substances?|contraband|vehicles?|boats?|vessel|detainees|migrants|victims)\b(?! com)"
)
"""What opens a sentence that goes on about the incident before it."""
_LONG = frozenset({"year", "decade", "quarter"})


def drafts(found: Sequence[Passage], typing: Typing, published: str | None) -> list[Draft]:
    """The incidents of an article, in the order they are first told of.

    `published` is the day of publication: what happened long before it is no detail of the news.
    """
    review = _review_period(found)
    made: list[Draft] = []
    current: Draft | None = None
    since_core = 0
    for passage in found:
        if passage.core or passage.pattern or (passage.operations and current is None):
            draft = _home(passage, made, current, Reading(typing, published, review is not None))
            if draft is None:
                draft = Draft(passages=[], context=[])
                if current is not None and passage.has(_SAME_SCENE):
                    draft.scene = tuple(current.scene_of())
                made.append(draft)
            _add(draft, passage)
            current, since_core = draft, 0
        elif current is not None and passage.adds and not _other_operation(passage, current):
            _add(current, passage)
        elif current is not None:
            since_core += 1
            if _is_context(passage, current, since_core):
                current.context.append(passage)
                _adopt_date(current, passage)
        else:
            made_context = Draft(passages=[], context=[passage])
            current = made_context
            made.append(made_context)
    _settle_scope(made, review)
    return [draft for draft in made if draft.passages and not is_background(draft)]


def _home(
    passage: Passage,
    made: Sequence[Draft],
    current: Draft | None,
    reading: Reading,
) -> Draft | None:
    """The draft a passage belongs to; None for another incident."""
    if current is None:
        return None
    if not current.passages:
        return current
    for draft in () if passage.has(_ANOTHER) else made:
        if any(draft.repeats(mention) for mention in passage.core) and not _clashes(draft, passage):
            return draft
    if _is_another(passage, current, reading):
        return None
    return current


def _is_another(passage: Passage, current: Draft, reading: Reading) -> bool:
    period = is_period(passage)
    if period or current.aggregate:
        return not _goes_on(passage, current, is_period=period)
    if passage.pattern:
        return not reading.typing.shares(passage, current)
    if passage.has(_ANOTHER):
        return True
    if _other_day(passage, current, reading.published) or _other_operation(passage, current):
        return True
    if _exceeds(passage, current):
        return True
    if reading.is_review and _other_report(passage, current, reading.typing):
        return True
    if _other_town(passage, current) or _other_matter(passage, current, reading.typing):
        return True
    return _other_actor(passage, current)


def is_period(passage: Passage) -> bool:
    """Whether a passage tells the total of a period, not an event."""
    if passage.operations:
        return False
    if any(isinstance(m.value, Date) and _is_long(m.value) for m in passage.dates):
        return True
    return bool(passage.core) and passage.has(_PERIOD) and not _is_short(passage)


def is_background(draft: Draft) -> bool:
    """Whether it tells of decades, and of no incident."""
    date = draft.date
    if date is None or not draft.aggregate or date.start is None or date.end is None:
        return False
    years = date.start[:4], date.end[:4]
    return all(year.isdigit() for year in years) and int(years[1]) - int(years[0]) >= _AGES


_AGES = 12
"""Years from which on a period is history."""


def _is_long(date: Date) -> bool:
    if date.mod == "since":
        return date.grain not in ("day", "week")
    lasting = date.mod == "duration" and date.grain in ("month", "year", "decade")
    return lasting or date.grain in _LONG


def _is_short(passage: Passage) -> bool:
    """Whether it gives a date of days, not of months."""
    return any(isinstance(m.value, Date) and _days(m.value) <= _SHORT for m in passage.dates)


def _days(date: Date) -> int:
    """How many days a date spans; many where an end is open or a year not known."""
    try:
        first = day_of.fromisoformat(date.start or "")
        return (day_of.fromisoformat(date.end or "") - first).days + 1
    except ValueError:
        return 1 if date.start == date.end else 10_000


def _goes_on(passage: Passage, current: Draft, *, is_period: bool) -> bool:
    """Whether a passage goes on with the period that is being told."""
    date = _main_date(passage)
    if not current.aggregate:
        return False
    if date and current.date:
        return (date.start, date.end) == (current.date.start, current.date.end)
    return is_period or (date is None and not passage.places and not passage.has(_ANOTHER))


def _main_date(passage: Passage) -> Date | None:
    """The date nearest to the passage's facts."""
    dates = [m for m in passage.dates if isinstance(m.value, Date)]
    if not dates:
        return None
    anchors = [m.start for m in passage.core] or [passage.span.start]
    nearest = min(dates, key=lambda m: min(abs(m.start - at) for at in anchors))
    return nearest.value if isinstance(nearest.value, Date) else None


def _other_day(passage: Passage, current: Draft, published: str | None) -> bool:
    """Whether it happened on another day: the first day told is that of news without one."""
    date = _main_date(passage)
    if date is None:
        return False
    if current.date is None:
        return _is_long_ago(date, published) and _same_kind(passage, current)
    return not _overlap(date, current.date)


def _is_long_ago(date: Date, published: str | None) -> bool:
    try:
        day = day_of.fromisoformat(date.end or date.start or "")
        return (day_of.fromisoformat(published or "") - day).days > _NEWS_DAYS
    except ValueError:  # a year that is not known
        return False


def _overlap(a: Date, b: Date) -> bool:
    if a.start is None or b.start is None:
        return True
    return a.start <= (b.end or "9999") and b.start <= (a.end or "9999")


def _clashes(draft: Draft, passage: Passage) -> bool:
    date = _main_date(passage)
    return bool(date and draft.date and not _overlap(date, draft.date))


def _other_operation(passage: Passage, current: Draft) -> bool:
    own = {fold(name) for p in current.passages for name in p.operations}
    if not passage.operations or own & {fold(name) for name in passage.operations}:
        return False
    return bool(own) or bool(passage.core and passage.dates and any(current.core))


def _exceeds(passage: Passage, current: Draft) -> bool:
    """Whether a count is more than the incident's own in the same role."""
    for mention in passage.core:
        value = mention.value
        if isinstance(value, Count) and value.part_of is None and value.n is not None:
            own = current.count(value.role)
            if own is not None and value.n > own > 1 and not _is_definite(passage, mention):
                return True
    return False


def _is_definite(passage: Passage, mention: Mention) -> bool:
    """ "The twelve" are those who were named before."""
    before = passage.text[: mention.start - passage.span.start].split()
    return bool(before) and before[-1] in ("the", "all", "those", "these")


def _other_report(passage: Passage, current: Draft, typing: Typing) -> bool:
    """Whether a bulletin goes on to its next report."""
    if passage.opens_paragraph and not typing.shares(passage, current):
        return True
    return bool(passage.places) and not current.towns and _same_kind(passage, current)


def _other_town(passage: Passage, current: Draft) -> bool:
    if not _same_kind(passage, current) or _is_part(passage, current):
        return False
    if _fronts_country(passage, current):
        return True
    towns = passage.towns
    if not towns or towns & current.towns:
        return False
    return bool(current.towns) or _is_fronted(passage, passage.places[0])


def _fronts_country(passage: Passage, current: Draft) -> bool:
    """ "In Guyana, ...": another country than those told of."""
    first = next((m for m in passage.mentions if isinstance(m.value, Place)), None)
    if first is None or not _is_fronted(passage, first):
        return False
    told = {getattr(m.value, "country", None) for p in current.passages for m in p.mentions}
    return getattr(first.value, "type", None) == "country" and (
        getattr(first.value, "country", None) not in told
    )


def _is_fronted(passage: Passage, place: Mention) -> bool:
    near = place.start - passage.span.start <= _FRONT
    return near and passage.text.startswith(("in ", "at ", "near "))


_FRONT = 24
"""Characters within which a place opens a sentence: "In Kano, ...", "At the port of ..."."""


def _other_matter(passage: Passage, current: Draft, typing: Typing) -> bool:
    """Whether a new paragraph turns to another crime: drugs after smuggled cash."""
    if not passage.opens_paragraph or re.search(r"\balso\b", passage.text):
        return False
    return typing.turns(passage, current)


_ACTOR = re.compile(
    r"(?:'s)? (?:\w+ )?(?:authorities|police|customs|officers|security|navy|army|general directorate"
    r"|directorate|ministry|coast guards?|gendarme\w*|interior|national)\b"
)


def _other_actor(passage: Passage, current: Draft) -> bool:
    """ "Spanish authorities ... arrested two": another country's police, people of the same role."""
    if not _same_kind(passage, current) or _is_part(passage, current):
        return False
    opening = passage.span.start + 6
    nations = [
        m for m in passage.mentions if m.kind in ("nationality", "place") and m.start <= opening
    ]
    if not nations or not _ACTOR.match(passage.text, nations[0].end - passage.span.start):
        return False
    before = {
        getattr(m.value, "country", None)
        for p in current.passages
        for m in p.mentions
        if m.kind in ("nationality", "place")
    }
    return getattr(nations[0].value, "country", None) not in before


def _same_kind(passage: Passage, current: Draft) -> bool:
    own = {_kind(mention) for mention in current.core}
    return any(_kind(mention) in own for mention in passage.core)


def _kind(mention: Mention) -> str:
    value = mention.value
    if isinstance(value, Count):
        return value.role
    if isinstance(value, Seizure):
        return value.category or "goods"
    return "money" if isinstance(value, Money) else mention.kind


def _is_part(passage: Passage, current: Draft) -> bool:
    """Whether a passage breaks down what the incident has: "3.5 tons of ivory" of 7.5 tons."""
    parts = [getattr(m.value, "part_of", None) for m in passage.core]
    if parts and all(parts):
        return True
    del current
    if passage.has(_PART) or passage.has(_ANAPHORA):
        return True
    return all(_is_definite(passage, m) for m in passage.core)


def _add(draft: Draft, passage: Passage) -> None:
    draft.passages.append(passage)
    date = _main_date(passage)
    if date is None and len(draft.passages) == 1:
        date = next((found for lead in draft.context if (found := _main_date(lead))), None)
    if draft.date is None:
        draft.date = date
    draft.aggregate = draft.aggregate or (len(draft.passages) == 1 and is_period(passage))


def _adopt_date(draft: Draft, passage: Passage) -> None:
    """Take the day of "The capsules arrived on February 16" where no passage gave one."""
    if draft.date is None and not draft.aggregate and _names_thing(draft.core, passage):
        draft.date = _main_date(passage)


def _names_thing(core: Iterable[Mention], passage: Passage) -> bool:
    opening = passage.text.split()[:3]
    if not opening or opening[0] not in ("the", "these", "those"):
        return False
    words = {fold(w) for m in core if isinstance(m.value, Seizure) for w in m.value.item.split()}
    return any(fold(word) in words for word in opening[1:])


_STATES = re.compile(
    r"\b(?:is|are|has been|have been|shares|lies|remains) (?:the|a|an|one)\b|\bshares\b"
)
_REACH = 2


def _is_context(passage: Passage, current: Draft, distance: int) -> bool:
    """Whether a sentence without facts still tells of the incident before it."""
    if current.aggregate or distance > _REACH:
        return False
    return not passage.has(_STATES)


def _review_period(found: Sequence[Passage]) -> Date | None:
    """The period of a bulletin that reports everything of a week or a month."""
    for passage in found[:4]:
        if passage.has(_REVIEW):
            dates = [m.value for p in found[:4] for m in p.mentions if isinstance(m.value, Date)]
            wide = [d for d in dates if d.grain in ("range", "week", "month") and d.start]
            return wide[0] if wide else None
    return None


def _settle_scope(made: Sequence[Draft], review: Date | None) -> None:
    if review is None:
        return
    for draft in made:
        if draft.date is None or draft.date.grain != "day":
            draft.date = draft.date or review
            draft.aggregate = True
