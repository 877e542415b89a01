"""Passages: the sentences of an article with the facts an incident can be made of."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from facts.folding import fold
from facts.incidents.cues import (
    ANOTHER,
    CARRYING,
    FOLLOW_UP,
    FOUND_AFTER,
    PER_TIME,
    PERIOD,
    SEIZING,
)
from facts.incidents.when import event_dates
from facts.model import Count, Date, Mention, Money, Operation, Organisation, Person, Place, Seizure
from facts.spans import Span
from facts.text import Article

_ADDED_ROLES = frozenset({"countries", "cities", "ports", "officers", "operations", "searches",
                          "database_searches", "investigations_opened"})  # fmt: skip
"""Counts that add to an incident and never open one."""
_BACKGROUND_ROLES = _ADDED_ROLES | {"records", "other", "cases", "migrants_smuggled"}
_ANAPHOR = re.compile(r"(?:it|the (?:agency|directorate|bureau|force|unit|service)) (?!was|is)\w")
_CITY_STATES = frozenset({"HK", "SG", "MO", "GI", "MC", "BH", "DJ"})
_WIDE = frozenset({"country", "continent"})
_MOST = 60
"""Mentions in the longest sentence that is read as one."""
_CORE_MONEY = frozenset({"cash_seized", "assets_confiscated"})


class Told(NamedTuple):
    """What the words of a passage say about the type of an incident."""

    words: frozenset[tuple[str, str]]
    pattern: str | None


class Passage(Struct, dict=True):
    """A sentence, or a part of one, and what it says of an incident."""

    span: Span
    index: int
    """The number of its sentence in the article."""
    opens_paragraph: bool
    printed: str
    """Its words as they stand in the article."""
    text: str
    """Its words in lower case, of the same length."""
    mentions: tuple[Mention, ...]
    core: tuple[Mention, ...] = ()
    """Counts, seizures and sums that are an incident's own."""
    dates: tuple[Mention, ...] = ()
    """The days and periods of what happened, not of what was said."""
    is_timed: bool = False
    """True where it gives a day that cannot be told."""
    subject: Mention | None = None
    """The organisation that "it" is, where it opens with "it"."""
    told: frozenset[tuple[str, str]] = frozenset()
    """The incident types its words speak for, each with the word."""
    pattern: str | None = None
    """The incident type whose pattern its words match."""

    @cached_property
    def places(self) -> list[Mention]:
        """Places below the level of a country, where something happened."""
        return [m for m in self.mentions if isinstance(m.value, Place) and _is_local(m.value)]

    @cached_property
    def towns(self) -> set[str]:
        """Names of its places below provinces, folded: those two incidents can be told apart by."""
        return {
            fold(m.value.name)
            for m in self.places
            if isinstance(m.value, Place) and m.value.type not in ("region", "sea", "water")
        }

    @cached_property
    def persons(self) -> set[str]:
        """Family names of those it names, folded, officials left out."""
        return {
            fold(m.value.name).rpartition(" ")[2]
            for m in self.mentions
            if isinstance(m.value, Person) and m.value.role is None
        }

    @cached_property
    def adds(self) -> bool:
        """Whether it adds to an incident, though it has no core fact."""
        return bool(self.operations) or any(
            isinstance(m.value, Count) and m.value.role in _ADDED_ROLES for m in self.mentions
        )

    @cached_property
    def operations(self) -> list[str]:
        """The operations it names."""
        return [m.value.name for m in self.mentions if isinstance(m.value, Operation)]

    @cached_property
    def is_elsewhere(self) -> bool:
        """Whether its words say that it is another incident than the one before it."""
        return self.has(ANOTHER) and not self.has(FOLLOW_UP)

    def has(self, pattern: re.Pattern[str]) -> bool:
        """Whether a cue stands in it."""
        return pattern.search(self.text) is not None


def passages(
    article: Article, mentions: Sequence[Mention], tell: Callable[[str], Told]
) -> Iterator[Passage]:
    """The passages of an article in order; `tell` says what types their words speak for."""
    ordered = sorted(mentions, key=lambda m: (m.start, m.end))
    starts = [m.start for m in ordered]
    opening = {span.start for span in article.paragraphs}
    last: Mention | None = None
    for index, span in enumerate(article.sentences):
        inside = ordered[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        for part, found in _parts(article, span, inside):
            text = lowered(article.shadow[part.start : part.end])
            told = tell(text)
            named = [m for m in found if isinstance(m.value, Organisation)]
            subject = last if not named and _ANAPHOR.match(text) else None
            last = named[-1] if named else last
            when = tuple(event_dates(article, span, found))
            known = tuple(m for m in when if _is_known(m))
            yield Passage(
                span=part,
                index=index,
                opens_paragraph=part.start in opening,
                printed=article.text[part.start : part.end],
                text=text,
                mentions=tuple(found),
                core=tuple(m for m in found if _is_core(m, text, m.start - part.start)),
                dates=known,
                is_timed=len(known) < len(when),
                subject=subject,
                told=told.words,
                pattern=told.pattern,
            )


def _is_known(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, Date) and not (value.start is None and value.end is None)


def lowered(text: str) -> str:
    """Text in lower case and of the same length, whatever the alphabet."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _parts(
    article: Article, span: Span, mentions: Sequence[Mention]
) -> Iterator[tuple[Span, Sequence[Mention]]]:
    """A sentence in parts where it tells of the same thing in one place or year after another.

    "More than 3 tonnes were found in El Jadida and 4 tonnes in Asilah the same week": what follows
    the last place is said of every part. "201 tonnes in 2022 and 210 in 2021" are two totals.
    """
    if len(mentions) > _MOST:
        yield from _pieces(span, mentions)
        return
    pairs = _paired(article, mentions, _is_town) or _paired(article, mentions, _is_year)
    if len(pairs) < 2:
        yield span, mentions
        return
    own = {id(m) for pair in pairs for m in pair}
    common = [m for m in mentions if id(m) not in own]
    for number, (thing, where) in enumerate(pairs):
        start = span.start if number == 0 else pairs[number - 1][1].end
        end = span.end if number == len(pairs) - 1 else where.end
        dates = [m for m in common if isinstance(m.value, Date)]
        within = [m for m in common if start <= m.start < end and m not in dates]
        yield Span(start, end), sorted([thing, where, *dates, *within], key=lambda m: m.start)


def _pieces(span: Span, mentions: Sequence[Mention]) -> Iterator[tuple[Span, Sequence[Mention]]]:
    """A table that was printed without line ends, in pieces, so that time stays linear."""
    start = span.start
    for first in range(0, len(mentions), _MOST):
        last = min(first + _MOST, len(mentions))
        end = span.end if last == len(mentions) else max(start, mentions[last].start)
        yield Span(start, end), mentions[first:last]
        start = end


def _paired(
    article: Article, mentions: Sequence[Mention], is_where: Callable[[Mention], bool]
) -> list[tuple[Mention, Mention]]:
    """Each thing of a sentence with the place or year right after it; nothing if one has none."""
    things = [m for m in mentions if _is_weighed(m)]
    if len(things) < 2:
        return []
    pairs: list[tuple[Mention, Mention]] = []
    for number, thing in enumerate(things):
        limit = things[number + 1].start if number + 1 < len(things) else thing.end + 60
        where = next((m for m in mentions if is_where(m) and thing.end <= m.start < limit), None)
        if where is None or not _WHERE.search(article.shadow, thing.end, where.start):
            return []
        pairs.append((thing, where))
    items = {thing.value.item for thing, _ in pairs if isinstance(thing.value, Seizure)}
    return pairs if len(items) == 1 else []


def _is_weighed(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, Seizure) and value.quantity is not None and value.part_of is None


_WHERE = re.compile(r"\b(?:in|at|near|from)\b[\w ]*\Z")


def _is_year(mention: Mention) -> bool:
    return isinstance(mention.value, Date) and mention.value.grain == "year"


def _is_town(mention: Mention) -> bool:
    return isinstance(mention.value, Place) and _is_local(mention.value)


def _is_local(place: Place) -> bool:
    if place.type == "country" and place.country in _CITY_STATES:
        return place.role == "location"
    return (
        place.type not in _WIDE
        and not (place.type == "region" and place.country is None)
        and place.role == "location"
    )


def _is_core(mention: Mention, text: str, at: int) -> bool:
    """Whether it is an incident's own; `at` is where it stands in the text."""
    value = mention.value
    if isinstance(value, Count):
        if PER_TIME.match(text[at + mention.end - mention.start :]):
            return False
        yearly = value.role == "cases" and PERIOD.search(text) is not None
        return yearly or value.role not in _BACKGROUND_ROLES
    if isinstance(value, Money):
        after = text[at + mention.end - mention.start :]
        carried = value.role is None and (
            CARRYING.search(text, 0, at) is not None or FOUND_AFTER.match(after) is not None
        )
        return carried or (value.role in _CORE_MONEY and SEIZING.search(text) is not None)
    return isinstance(value, Seizure)
