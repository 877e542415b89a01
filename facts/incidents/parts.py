"""A sentence in the parts that tell of different incidents."""

from collections.abc import Callable, Iterator, Sequence

from facts.later import later
from facts.model import Count, Date, Mention, Place, Seizure
from facts.spans import Span
from facts.text import Article

_CITY_STATES = frozenset({"HK", "SG", "MO", "GI", "MC", "BH", "DJ"})
_WIDE = frozenset({"country", "continent"})
_MOST = 60
"""Mentions in the longest sentence that is read as one."""


def parts(
    article: Article, span: Span, mentions: Sequence[Mention]
) -> Iterator[tuple[Span, Sequence[Mention]]]:
    """A sentence in parts where it tells of the same thing in one place or year after another.

    "More than 3 tonnes were found in El Jadida and 4 tonnes in Asilah the same week": what follows
    the last place is said of every part. "201 tonnes in 2022 and 210 in 2021" are two totals.
    """
    if len(mentions) > _MOST:
        yield from _pieces(span, mentions)
        return
    pairs = _pairs(article, mentions) if len(mentions) >= _TWO_PAIRS else []
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


_TWO_PAIRS = 4
"""Mentions that two things and their places are at least."""


def _pairs(article: Article, mentions: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """The things of a sentence with their places, or years, or its counts with their years."""
    things = [m for m in mentions if _is_weighed(m)]
    if len(things) > 1:
        return _paired(article, things, mentions, _is_town) or _paired(
            article, things, mentions, _is_year
        )
    counts = [m for m in mentions if isinstance(m.value, Count) and m.value.part_of is None]
    return _paired(article, counts, mentions, _is_year) if len(counts) > 1 else []


def _pieces(span: Span, mentions: Sequence[Mention]) -> Iterator[tuple[Span, Sequence[Mention]]]:
    """A table that was printed without line ends, in pieces, so that time stays linear."""
    start = span.start
    for first in range(0, len(mentions), _MOST):
        last = min(first + _MOST, len(mentions))
        end = span.end if last == len(mentions) else max(start, mentions[last].start)
        yield Span(start, end), mentions[first:last]
        start = end


def _paired(
    article: Article,
    things: Sequence[Mention],
    mentions: Sequence[Mention],
    is_where: Callable[[Mention], bool],
) -> list[tuple[Mention, Mention]]:
    """Each thing of a sentence with the place or year right after it; nothing if one has none."""
    pairs: list[tuple[Mention, Mention]] = []
    for number, thing in enumerate(things):
        limit = things[number + 1].start if number + 1 < len(things) else thing.end + 60
        where = next((m for m in mentions if is_where(m) and thing.end <= m.start < limit), None)
        if where is None or not _WHERE.search(article.shadow, thing.end, where.start):
            return []
        pairs.append((thing, where))
    kinds = {
        thing.value.item if isinstance(thing.value, Seizure) else getattr(thing.value, "role", None)
        for thing, _ in pairs
    }
    return pairs if len(kinds) == 1 else []


def _is_weighed(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, Seizure) and value.quantity is not None and value.part_of is None


_WHERE = later(r"\b(?:in|at|near|from|since)\b[\w ]*\Z")


def _is_year(mention: Mention) -> bool:
    return isinstance(mention.value, Date) and (
        mention.value.grain == "year" or mention.value.mod == "since"
    )


def _is_town(mention: Mention) -> bool:
    return isinstance(mention.value, Place) and is_local(mention.value)


def is_local(place: Place) -> bool:
    """Whether something can happen at a place: below the level of a country, or a city state."""
    if place.type == "country" and place.country in _CITY_STATES:
        return place.role == "location"
    return (
        place.type not in _WIDE
        and not (place.type == "region" and place.country is None)
        and place.role == "location"
    )
