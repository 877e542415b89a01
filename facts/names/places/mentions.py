"""Places as mentions: under which name, of which type and country, in which role."""

from bisect import bisect_left, insort
from collections import Counter

from msgspec import structs

from facts.folding import fold
from facts.model import Mention, Place
from facts.names.gazetteer import Named, towns
from facts.names.page import Page
from facts.names.places import choose
from facts.names.places.candidates import Candidate
from facts.names.places.patterns import Pattern
from facts.names.towns import Town
from facts.spans import Span, enclosing

_HERE = 4
"""How many times a country's people are named weighs as much as one place that is in it."""
_TOWN = 44
"""From 25,000 people on the name of a town within another name is that town's."""
_LARGE = 50
"""From 100,000 people on (ten times the logarithm) a town rivals a region of its name."""


class Writer:
    """Makes mentions of the places of one article, each with the country its neighbours suggest."""

    def __init__(self, page: Page, datelines: list[Span]) -> None:
        self._page = page
        self._datelines = datelines
        self._written: list[tuple[int, str]] = []
        self._countries: list[tuple[int, str]] = []
        self._home = Counter(page.countries)
        """How much speaks for each country being the one a name is in that nothing else places."""
        self._given: dict[str, str] = {}
        """The country given to each name, folded."""

    def known(self, found: Candidate) -> Mention:
        """A candidate as a place of its own name, or of the usual one ("UK": United Kingdom)."""
        town, named = choose.town_of(self._page, found), found.named
        printed = self._page.span(found.first, found.last)
        country = town.country if town else None
        if town is None and named is None:
            beside = choose.region_beside(self._page, found)
            country = beside or self._country_near(found.first, found.last)
        if named and named.country and named.type != "country":
            rivals = self._page.gazetteer.shared.get(fold(printed), [])
            times = self._page.countries
            of_towns = [
                town.country
                for town in found.towns
                if town.size >= _LARGE or not times[named.country]
            ]
            country = max((named.country, *rivals, *of_towns), key=lambda code: times[code])
            town = next((town for town in found.towns if town.country == country), None)
        elif named:
            country = named.country
        name = (named and named.name) or plain(printed)
        rule = "place.named" if named else "place.town"
        return self._mention(found.first, found.last, name, _type(found), country, town, rule)

    def short(self, index: int, named: Named) -> Mention:
        """A region by its short name."""
        name = named.name or self._page.words[index].text
        return self._mention(index, index, name, named.type, named.country, None, "place.short")

    def unknown(self, pattern: Pattern, country: str | None = None) -> Mention:
        """A place that the rules lack; its country, if not given, is that of the places near."""
        printed = self._page.span(pattern.first, pattern.last)
        is_small = self._page.after(pattern.last).lower() in self._page.terms.hamlets
        near = choose.likeliest(self._page, towns(printed), is_part=is_small)
        town = None if country else near
        if town:
            country = town.country
        elif country is None and pattern.type != "sea":
            country = self._as_before(pattern) or self._within(pattern)
            country = country or self._country_near(pattern.first, pattern.last)
        return self._mention(
            pattern.first, pattern.last, plain(printed), pattern.type, country, town, pattern.rule
        )

    def part(self, index: int, start: int, end: int) -> Mention:
        """A place that is only a part of a word, from `start` to `end`: "Nairobi-Mombasa"."""
        printed = self._page.shadow[start:end]
        named = self._page.gazetteer.named.get(printed)
        town = None if named else choose.likeliest(self._page, towns(printed), is_part=True)
        known = named.country if named else town.country if town else None
        country = known or self._country_near(index, index)
        name, kind = (named.name or printed, named.type) if named else (printed, "city")
        mention = self._mention(index, index, name, kind, country, town, "place.road")
        return structs.replace(mention, start=start, end=end)

    def _mention(
        self,
        first: int,
        last: int,
        name: str,
        kind: str,
        country: str | None,
        town: Town | None,
        rule: str,
    ) -> Mention:
        self._page.take(first, last)
        lat, lon = (town.lat, town.lon) if town else (None, None)
        place = Place(name, kind, country, lat, lon, self._role(first, last))
        if country:
            self._given.setdefault(fold(name), country)
        at = self._page.words[first].start
        if country and kind == "country":
            insort(self._countries, (at, country))
        elif country and not self._is_way(first):
            insort(self._written, (at, country))
            self._home[country] += _HERE
        return self._page.mention(first, last, place, rule)

    def _country_near(self, first: int, last: int) -> str | None:
        """The country beside the name, of the sentence's nearest place, else the article's own."""
        at = self._page.words[first].start
        beside = self._owner(first) or self._after(self._page.words[last].end)
        if beside:
            return beside
        sentence = enclosing(self._page.article.sentences, at)
        index = bisect_left(self._written, (at, ""))
        near = self._written[max(0, index - 1) : index + 1]
        inside = [
            (abs(start - at), country)
            for start, country in near
            if sentence and sentence.start <= start < sentence.end
        ]
        if inside:
            return min(inside)[1]
        actors = self._page.actors
        index = bisect_left(actors, (sentence.start if sentence else at, ""))
        for start, country in actors[index : index + 1]:
            if start < at:
                return country
        return max(self._home, key=self._home.__getitem__, default=None)

    def _as_before(self, pattern: Pattern) -> str | None:
        """The country of the name, or of the town it begins with, where it stood before."""
        whole = fold(self._page.span(pattern.first, pattern.last))
        return self._given.get(whole) or self._given.get(self._page.words[pattern.first].key)

    def _within(self, pattern: Pattern) -> str | None:
        """The country of a town that the name holds: "Miami International Airport"."""
        if pattern.type == "district":
            return None
        for index in range(pattern.first, pattern.last + 1):
            for town in towns(self._page.words[index].text):
                if town.size >= _TOWN and town.country in self._page.countries:
                    return town.country
        return None

    def _is_way(self, first: int) -> bool:
        """Whether a place is only where people or goods come from or go to."""
        return self._page.before(first).lower() in self._page.terms.ways

    def _after(self, end: int) -> str | None:
        """The country of the place that follows a name after a comma."""
        for written in (self._countries, self._written):
            index = bisect_left(written, (end, ""))
            for start, country in written[index : index + 1]:
                if self._page.shadow[end:start] == ", ":
                    return country
        return None

    def _owner(self, first: int) -> str | None:
        """The country whose "'s" stands before a name: "Ukraine's Crimean peninsula"."""
        if not self._page.before(first) or not self._page.words[first - 1].owns:
            return None
        named = self._page.gazetteer.named.get(self._page.words[first - 1].text)
        return named.country if named else None

    def _role(self, first: int, last: int) -> str:
        page = self._page
        if enclosing(self._datelines, page.words[first].start):
            return "dateline"
        before = page.before(first).lower()
        if (
            before in page.terms.locatives
            or fold(page.span(first, last)) not in page.gazetteer.capitals
        ):
            return "location"
        return (
            "metonym"
            if page.after(last) in page.heads.governs or before in page.heads.addressed
            else "location"
        )


def _type(found: Candidate) -> str:
    """What a place is: as the rule book has it; a town is what the words beside it say."""
    named = found.named
    if named and named.type == "region" and found.type in (None, "city", "port"):
        own = (town for town in found.towns if town.country == named.country)
        return (found.type or "city") if any(town.size >= _LARGE for town in own) else "region"
    if named and named.type != "city":
        return named.type
    return found.type if found.type and found.type != "airport" else "city"


def plain(name: str) -> str:
    """A name as printed; one in capitals ("THE HAGUE") as names are written."""
    name = " ".join(name.split())
    titled = name.title().replace("i\u0307", "i")  # the small letter of a dotted capital
    return titled if name.isupper() and len(name) > 3 else name
