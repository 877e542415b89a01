"""Places: every mention of one, by the tables and by the words beside it."""

from collections.abc import Iterable

from facts.folding import fold
from facts.model import Mention, Place
from facts.page import Page
from facts.places import choose, patterns
from facts.places.candidates import Candidate, candidates
from facts.places.dateline import datelines
from facts.places.gazetteer import Gazetteer, gazetteer, towns
from facts.places.patterns import Pattern
from facts.rules import RuleBook
from facts.spans import Span, enclosing

__all__ = ["count_countries", "find"]

_VERBS = frozenset(
    "has have had is was will would says said wants wanted accused accuses insists denies denied"
    " announced hopes sees considers recalled pursues maintains rejects rejected plans seeks".split()
)
_ABOUT = frozenset(
    "approach approached accused urged told asked pressed recognised supports".split()
)


def count_countries(page: Page, rules: RuleBook) -> None:
    """Note which countries an article is about, before its places are chosen."""
    known = rules.derive(gazetteer)
    lines = datelines(page)
    for index, word in enumerate(page.words):
        if not word.upper:
            continue
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


def find(page: Page, rules: RuleBook) -> list[Mention]:
    """The places of an article; names of organisations and people are taken before."""
    known, lines = rules.derive(gazetteer), datelines(page)
    said = {(p.first, p.last): p for p in patterns.beside(page, rules)}
    marked = [*said.values(), *patterns.features(page)]
    by_last = {pattern.last: pattern for pattern in said.values()}
    found = list(candidates(page, rules))
    for candidate in found:
        pattern = by_last.get(candidate.last)
        if pattern and pattern.first <= candidate.first:
            candidate.type = pattern.type
        if enclosing(lines, page.words[candidate.first].start):
            candidate.type = candidate.type or "city"
            candidate.inside = False
    mentions: list[Mention] = []
    for pattern in marked:
        if pattern.rule == "place.feature" and page.is_free(pattern.first, pattern.last):
            mentions.append(_unknown(page, pattern, mentions, lines))
    mentions += _chosen(page, found, lines, rules, known)
    for group in (
        (p for p in marked if p.rule == "place.beside"),
        patterns.listed_beside(page, _numbers(page, mentions), rules),
        patterns.after_preposition(page, rules),
    ):
        for pattern in group:
            if page.is_free(pattern.first, pattern.last):
                mentions.append(_unknown(page, pattern, mentions, lines))
    return sorted(mentions, key=lambda mention: mention.start)


def _numbers(page: Page, mentions: Iterable[Mention]) -> list[tuple[int, int]]:
    return [page.numbers(mention.start, mention.end) for mention in mentions]


def _chosen(
    page: Page, found: list[Candidate], lines: list[Span], rules: RuleBook, known: Gazetteer
) -> list[Mention]:
    """The candidates that are places: first by themselves, then by the lists they stand in."""
    accepted: dict[int, Candidate] = {}
    for candidate in found:
        candidate.score = choose.score(page, candidate, found, rules)
        if candidate.score >= choose.ENOUGH and page.is_free(candidate.first, candidate.last):
            accepted[candidate.first] = candidate
    for previous, candidate in zip(found, found[1:], strict=False):
        pair = (previous, candidate)
        if any(c.first in accepted for c in pair) and not any(c.inside for c in pair):
            gap = page.shadow[page.words[previous.last].end : page.words[candidate.first].start]
            if gap in (", ", " and ", ", and ", " or ") and min(c.score for c in pair) > -1:
                accepted.update({c.first: c for c in pair if page.is_free(c.first, c.last)})
    mentions = []
    for candidate in accepted.values():
        page.take(candidate.first, candidate.last)
        mentions.append(_mention(page, candidate, lines, rules, known))
    return mentions


def _mention(
    page: Page, found: Candidate, lines: list[Span], rules: RuleBook, known: Gazetteer
) -> Mention:
    town, named = choose.town_of(page, found, rules), found.named
    printed = _plain(page.span(found.first, found.last))
    role = _role(page, found.first, found.last, lines, known)
    if named and named.type in ("country", "sea", "continent"):
        name = named.name if named.type == "country" else printed
        value = Place(name, named.type, named.country, role=role)
        return page.mention(found.first, found.last, value, "place.named")
    kind = found.type if found.type and found.type != "airport" else None
    if named:
        value = Place(
            printed, named.type if named.type != "city" else kind or "city", named.country
        )
        rule = "place.named"
    else:
        value = Place(printed, kind or "city", town.country if town else None)
        rule = "place.town"
    lat, lon = (town.lat, town.lon) if town else (None, None)
    value = Place(value.name, value.type, value.country, lat, lon, role)
    return page.mention(found.first, found.last, value, rule)


def _unknown(page: Page, pattern: Pattern, mentions: list[Mention], lines: list[Span]) -> Mention:
    """A place that no table has; its country is the nearest place's, else the article's."""
    page.take(pattern.first, pattern.last)
    start = page.words[pattern.first].start
    country = None if pattern.type == "sea" else _country_near(page, start, mentions)
    role = "dateline" if enclosing(lines, start) else "location"
    value = Place(_plain(page.span(pattern.first, pattern.last)), pattern.type, country, role=role)
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
