"""Places: every mention of one, by the tables and by the words beside it."""

from collections.abc import Iterable

from facts.folding import fold
from facts.gazetteer import Gazetteer, towns
from facts.model import Mention, Place
from facts.page import Page
from facts.places import choose, patterns
from facts.places.candidates import Candidate, candidates
from facts.places.dateline import datelines
from facts.places.patterns import Pattern
from facts.spans import Span, enclosing

__all__ = ["count_countries", "find"]

_LIST_GAPS = frozenset((", ", " and ", ", and ", " or "))
_TOO_LITTLE = -4
"""What a name may have against it and still be a place in a list of places."""
_VERBS = frozenset(
    "has have had is was will would says said wants wanted accused accuses insists denies denied"
    " announced hopes sees considers recalled pursues maintains rejects rejected plans seeks".split()
)
_ABOUT = frozenset(
    "approach approached accused urged told asked pressed recognised supports".split()
)


def count_countries(page: Page) -> None:
    """Note which countries an article is about, before its places are chosen."""
    known = page.gazetteer
    lines = datelines(page)
    for index in page.capitals:
        word = page.words[index]
        hit = known.named.at(page.words, index, page.shadow)
        if hit and hit[1].country and (hit[1].type == "country" or hit[0] > index):
            page.countries[hit[1].country] += 1
        elif fold(word.text) in known.capitals:
            page.countries[known.capitals[fold(word.text)]] += 1
    for line in lines:
        place = _dateline_country(page, line)
        if place:
            page.countries[place] += 3


def _dateline_country(page: Page, line: Span) -> str | None:
    first, _ = page.numbers(line.start, line.end)
    for last in (first + 2, first + 1, first):
        if last < len(page.words) and page.words[last].end <= line.end:
            found = towns(page.span(first, last))
            if found:
                return max(found, key=lambda t: t.size + 10 * (t.country in page.countries)).country
    return None


def find(page: Page) -> list[Mention]:
    """The places of an article; names of organisations and people are taken before."""
    known, lines = page.gazetteer, datelines(page)
    said = {(p.first, p.last): p for p in patterns.beside(page)}
    marked = [*said.values(), *patterns.features(page)]
    by_last = {pattern.last: pattern for pattern in said.values()}
    found = list(candidates(page))
    for candidate in found:
        pattern = by_last.get(candidate.last)
        if pattern and pattern.first <= candidate.first:
            candidate.type = pattern.type
        if enclosing(lines, page.words[candidate.first].start):
            candidate.type = candidate.type or "city"
            candidate.inside = False
    mentions: list[Mention] = []
    for pattern in marked:
        known_name = known.named.get(page.span(pattern.first, pattern.last))
        if (
            pattern.rule == "place.feature"
            and not known_name
            and page.is_free(pattern.first, pattern.last)
        ):
            mentions.append(_unknown(page, pattern, mentions, lines))
    mentions += _chosen(page, found, lines, known)
    for group in (
        (p for p in marked if p.rule == "place.beside"),
        patterns.listed_beside(page, _numbers(page, mentions)),
        patterns.after_preposition(page),
    ):
        for pattern in group:
            if page.is_free(pattern.first, pattern.last):
                mentions.append(_unknown(page, pattern, mentions, lines))
    return sorted(mentions, key=lambda mention: mention.start)


def _numbers(page: Page, mentions: Iterable[Mention]) -> list[tuple[int, int]]:
    return [page.numbers(mention.start, mention.end) for mention in mentions]


def _chosen(
    page: Page, found: list[Candidate], lines: list[Span], known: Gazetteer
) -> list[Mention]:
    """The candidates that are places: first by themselves, then by the lists they stand in."""
    accepted: dict[int, Candidate] = {}
    for candidate in found:
        candidate.score = choose.score(page, candidate)
        if candidate.score >= choose.ENOUGH and page.is_free(candidate.first, candidate.last):
            accepted[candidate.first] = candidate
    for previous, candidate in zip(found, found[1:], strict=False):
        pair = (previous, candidate)
        if any(c.first in accepted for c in pair) and not any(c.inside for c in pair):
            gap = page.shadow[page.words[previous.last].end : page.words[candidate.first].start]
            if gap in _LIST_GAPS and min(c.score for c in pair) > _TOO_LITTLE:
                accepted.update({c.first: c for c in pair if page.is_free(c.first, c.last)})
    mentions = []
    for candidate in accepted.values():
        page.take(candidate.first, candidate.last)
        mentions.append(_mention(page, candidate, lines, known))
    return mentions


def _mention(page: Page, found: Candidate, lines: list[Span], known: Gazetteer) -> Mention:
    """A candidate as a place of its own name, or of the usual one ("UK": United Kingdom)."""
    town, named = choose.town_of(page, found), found.named
    country = named.country if named else town.country if town else None
    shared = known.shared.get(fold(page.span(found.first, found.last)), [])
    if named and shared:
        country = max((named.country, *shared), key=lambda code: page.countries[code or ""])
    value = Place(
        (named and named.name) or _plain(page.span(found.first, found.last)),
        _type(found),
        country,
        town.lat if town else None,
        town.lon if town else None,
        _role(page, found.first, found.last, lines, known),
    )
    return page.mention(found.first, found.last, value, "place.named" if named else "place.town")


def _type(found: Candidate) -> str:
    """What a place is: as the rule book has it; a town is what the words beside it say."""
    if found.named and found.named.type != "city":
        return found.named.type
    return found.type if found.type and found.type != "airport" else "city"


def _unknown(page: Page, pattern: Pattern, mentions: list[Mention], lines: list[Span]) -> Mention:
    """A place that no table has; its country is the nearest place's, else the article's."""
    page.take(pattern.first, pattern.last)
    start = page.words[pattern.first].start
    same = towns(page.span(pattern.first, pattern.last))
    town = max(same, key=lambda t: t.size + 10 * (t.country in page.countries), default=None)
    country = None if pattern.type == "sea" else _country_near(page, start, mentions)
    country = town.country if town else country
    role = "dateline" if enclosing(lines, start) else "location"
    lat, lon = (town.lat, town.lon) if town else (None, None)
    name = _plain(page.span(pattern.first, pattern.last))
    value = Place(name, pattern.type, country, lat, lon, role)
    return page.mention(pattern.first, pattern.last, value, pattern.rule)


def _country_near(page: Page, at: int, mentions: list[Mention]) -> str | None:
    sentence = enclosing(page.article.sentences, at)
    near = [
        (abs(mention.start - at), mention.value.country)
        for mention in mentions
        if isinstance(mention.value, Place) and mention.value.country and sentence
        if sentence.start <= mention.start < sentence.end
    ]
    if near:
        return min(near)[1]
    return page.countries.most_common(1)[0][0] if page.countries else None


def _role(page: Page, first: int, last: int, lines: list[Span], known: Gazetteer) -> str:
    if enclosing(lines, page.words[first].start):
        return "dateline"
    before = page.before(first).lower()
    if fold(page.span(first, last)) in known.capitals and before not in choose.LOCATIVES:
        if page.after(last) in _VERBS or before in _ABOUT:
            return "metonym"
    return "location"


def _plain(name: str) -> str:
    """A name as printed; one in capitals ("THE HAGUE") as names are written."""
    name = " ".join(name.split())
    return name.title() if name.isupper() and len(name) > 3 else name
