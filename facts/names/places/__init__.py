"""Places: every mention of one, by the tables and by the words beside it."""

from bisect import insort
from collections.abc import Iterable, Iterator, Set
from functools import partial
from itertools import pairwise

from facts.folding import fold
from facts.memo import Memo
from facts.model import Mention
from facts.names.gazetteer import Gazetteer, gazetteer, towns
from facts.names.page import LIST_GAPS, Page
from facts.names.places import choose, lists, patterns
from facts.names.places.again import again
from facts.names.places.autonomous import autonomous
from facts.names.places.candidates import Candidate, candidates
from facts.names.places.dateline import datelines
from facts.names.places.explained import explained
from facts.names.places.features import features
from facts.names.places.mentions import Writer
from facts.names.places.patterns import Pattern
from facts.names.places.roads import roads, towns_of
from facts.names.signs import signs
from facts.rules import RuleBook
from facts.spans import Span, enclosing

__all__ = ["count_countries", "find"]

_TOO_LITTLE = -4
"""What a name may have against it and still be a place in a list of places."""

_LARGE = 55
"""Ten times the decimal logarithm of 300,000 people."""
_RIVAL = 10
"""A town of a tenth of the people is as likely to be meant."""


def count_countries(page: Page) -> None:
    """Note which countries an article is about, before its places are chosen."""
    named, cities, past = page.gazetteer.named, page.rules.derive(_cities), -1
    for index in page.capitals:
        if index <= past:
            continue  # "Republic of Congo" is a part of "Democratic Republic of Congo"
        opens = page.words[index].key in named.firsts
        hit = named.at(page.words, index, page.shadow) if opens else None
        past = hit[0] if hit else past
        if hit and hit[1].country and (hit[1].type == "country" or hit[0] > index):
            page.countries[hit[1].country] += 1
            if page.words[hit[0]].owns or page.before(index) == "In":
                insort(page.actors, (page.words[index].start, hit[1].country))
        else:
            country = cities[page.words[index].text]
            if country and not _is_another(page, index):
                page.countries[country] += 1
    for line in page.derive(datelines):
        country = _dateline_country(page, line)
        if country:
            page.countries[country] += 3


def _is_another(page: Page, index: int) -> bool:
    """Whether a city is rather a village, a street, or ends another name: "Gobirawar Cali"."""
    before, after = page.before(index), page.after(index)
    if after.lower() in page.terms.hamlets or page.gazetteer.features.last.get(after) == "district":
        return True  # "Kandahar Street" is where Kandahar is not
    if not before[:1].isupper() or page.words[index - 1].opens or page.words[index - 1].owns:
        return False
    if (
        before in page.heads.outside
        or before.lower() in page.terms.compass
        or page.demonyms.get(before)
    ):
        return False
    return not (before.isupper() or page.gazetteer.has(before, big=False))


def _cities(rules: RuleBook) -> Memo[str | None]:
    """The country of each word that is a city; ask for it with ``rules.derive(_cities)``."""
    return Memo(partial(_country_of_city, rules.derive(gazetteer), rules.derive(signs).given))


def _country_of_city(known: Gazetteer, given: Set[str], name: str) -> str | None:
    """The country of a capital or a large city, unless another country has one of that name."""
    key, found = fold(name), towns(name)
    capital_of = known.capitals.get(key)
    if not found or not (capital_of or found[0].size >= _LARGE):
        return None
    country = capital_of or found[0].country
    rivals = [town for town in found if town.country != country]
    if rivals and rivals[0].size >= found[0].size - _RIVAL:
        return None
    if not capital_of and (key in known.doubtful or key in given):
        return None
    return country


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
    lines = page.derive(datelines)
    writer = Writer(page, lines)
    peoples = list(_reserved(page, autonomous(page)))
    beside = list(patterns.beside(page))
    ways = list(roads(page))
    found = list(candidates(page))
    _type_by_words(page, found, beside, lines)
    land = list(_reserved(page, _unnamed(page, features(page))))
    chosen = _chosen(page, found)
    mentions = [writer.known(candidate) for candidate in chosen]
    mentions += [writer.unknown(feature) for feature in (*peoples, *land)]
    mentions += _short(page, chosen, writer)
    mentions += _written(page, beside, writer)
    mentions += _written(page, patterns.after_preposition(page), writer)
    mentions += _written(page, explained(page), writer)
    mentions += towns_of(ways, writer)
    places = [page.numbers(mention.start, mention.end) for mention in mentions]
    mentions += _written(page, lists.within(page, places), writer)
    mentions += _written(page, lists.listed_beside(page, places), writer)
    mentions += [writer.unknown(*found) for found in again(page, tuple(mentions))]
    return sorted(mentions, key=lambda mention: mention.start)


def _type_by_words(
    page: Page, found: list[Candidate], beside: list[Pattern], lines: list[Span]
) -> None:
    """Give candidates the type that the words beside them say; in a dateline they are cities."""
    by_last = {pattern.last: pattern for pattern in beside}
    for candidate in found:
        pattern = by_last.get(candidate.last)
        if pattern and pattern.first <= candidate.first:
            candidate.type = pattern.type
        if enclosing(lines, page.words[candidate.first].start):
            candidate.type = candidate.type or "city"
            candidate.inside = False


def _unnamed(page: Page, given: Iterable[Pattern]) -> Iterator[Pattern]:
    """The patterns that are no place of the rule book."""
    named = page.gazetteer.named
    return (pattern for pattern in given if not named.get(page.span(pattern.first, pattern.last)))


def _reserved(page: Page, given: Iterable[Pattern]) -> Iterator[Pattern]:
    """The patterns whose words are still free, which they take."""
    for part in given:
        if page.is_free(part.first, part.last):
            page.take(part.first, part.last)
            yield part


def _written(page: Page, given: Iterable[Pattern], writer: Writer) -> Iterator[Mention]:
    """The patterns whose words are still free, as mentions."""
    return (writer.unknown(part) for part in given if page.is_free(part.first, part.last))


def _short(page: Page, chosen: Iterable[Candidate], writer: Writer) -> Iterator[Mention]:
    """The regions whose short names follow towns: "Tucson, Ariz."; the table may lack the town."""
    known = {town.last: town for town in chosen}
    for index in page.capitals:
        if page.taken[index] or page.words[index].text.replace(".", "") not in page.gazetteer.short:
            continue
        if not index or page.shadow[page.words[index - 1].end : page.words[index].start] != ", ":
            continue
        town = known.get(index - 1)
        if town:
            named = choose.short_name(page, index, [each.country for each in town.towns])
        else:
            named = choose.short_name(page, index)
        if named is None:
            continue
        if town is None:
            pattern = lists.before_comma(page, index)
            if pattern is None:
                continue
            yield writer.unknown(pattern, named.country)
        yield writer.short(index, named)


def _chosen(page: Page, found: list[Candidate]) -> list[Candidate]:
    """The candidates that are places: by themselves, or by the list they stand in."""
    accepted: dict[int, Candidate] = {}
    for candidate in found:
        candidate.score = choose.score(page, candidate)
        if candidate.score >= choose.ENOUGH and page.is_free(candidate.first, candidate.last):
            accepted[candidate.first] = candidate
    pairs = [pair for pair in pairwise(found) if _may_be_list(page, *pair)]
    for pair in (*pairs, *reversed(pairs)):
        if any(c.first in accepted for c in pair):
            accepted.update({c.first: c for c in pair if page.is_free(c.first, c.last)})
    return list(accepted.values())


def _may_be_list(page: Page, one: Candidate, other: Candidate) -> bool:
    """Whether two candidates go on a list, where neither has too much against it."""
    if page.shadow[page.words[one.last].end : page.words[other.first].start] not in LIST_GAPS:
        return False
    return not (one.inside or other.inside) and min(one.score, other.score) > _TOO_LITTLE
