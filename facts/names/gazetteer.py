"""The places that rules and the table of towns know, found by name."""

from functools import lru_cache

from msgspec import Struct

from facts.folding import fold
from facts.names.phrases import Phrases
from facts.names.towns import Town, table
from facts.rules import RuleBook
from facts.rules.kinds import words as listed
from facts.rules.naming import Country, Feature, NotPlace, PlaceNames, PlaceWord, ShortNames

_BIG = 50
"""Ten times the logarithm of 100,000 people."""


class Named(Struct, frozen=True):
    """A place of the rule book."""

    name: str | None
    """The usual name, where it is not the one printed."""
    type: str
    country: str | None


class Features(Struct, frozen=True):
    """The words that make the name of a feature of the land or the sea, and its type."""

    last: dict[str, str]
    """Last words: "Airport", "River"."""
    first: dict[str, str]
    """First words: "Lake"."""
    of: dict[str, str]
    """First words before "of": "Gulf"."""


class Gazetteer(Struct, frozen=True):
    """The places of the rule book, and what helps to tell the towns of the table."""

    named: Phrases[Named]
    """Countries, regions, seas and the places that the table lacks."""
    shared: dict[str, list[str]]
    """The countries of a folded name that several countries have: Punjab."""
    short: dict[str, list[Named]]
    """Regions by the short names that follow a town and a comma, without dots: Ariz."""
    capitals: dict[str, str]
    """The country of each capital, by folded name."""
    doubtful: frozenset[str]
    """Folded words that are towns too, and seldom mean them."""
    features: Features
    before: Phrases[str]
    """The type of place that the words before a name give it: "port of"."""
    after: Phrases[str]
    """The type of place that the words after a name give it: "province"."""

    def has(self, name: str, *, big: bool) -> bool:
        """Whether it knows a name; if `big`, from the rules or as a town of 100,000 people."""
        if self.named.get(name):
            return True
        if fold(name) in self.doubtful:
            return False
        found = towns(name)
        return bool(found) and (not big or found[0].size >= _BIG)


def gazetteer(rules: RuleBook) -> Gazetteer:
    """The places of the rule book."""
    named: Phrases[Named] = Phrases()
    shared: dict[str, list[str]] = {}
    capitals: dict[str, str] = {}
    for code, country in rules.table(Country).items():
        names = listed(country.names)
        for name in names:
            named.add(name, Named(names[0], country.type, country.country or code))
        if country.capital:
            capitals[fold(country.capital)] = code
    for entry in rules.table(PlaceNames).values():
        names = listed(entry.names)
        for name in names:
            usual = names[0] if entry.one else None
            if entry.country and named.get(name):
                shared.setdefault(fold(name), []).append(entry.country)
            named.add(name, Named(usual, entry.type, entry.country))
    doubtful = (word for entry in rules.table(NotPlace).values() for word in listed(entry.words))
    return Gazetteer(
        named,
        shared,
        _short_names(rules),
        capitals,
        frozenset(fold(word) for word in doubtful),
        Features(*(_feature_words(rules, side) for side in ("last", "first", "of"))),
        _words(rules, "before"),
        _words(rules, "after"),
    )


def _short_names(rules: RuleBook) -> dict[str, list[Named]]:
    found: dict[str, list[Named]] = {}
    for entry in rules.table(ShortNames).values():
        for row in listed(entry.names):
            name, _, short = row.partition(":")
            for word in short.split():
                found.setdefault(word, []).append(Named(name, entry.type, entry.country))
    return found


def _feature_words(rules: RuleBook, side: str) -> dict[str, str]:
    entries = [entry for entry in rules.table(Feature).values() if entry.at == side]
    return {word: entry.type for entry in entries for word in listed(entry.words)}


def _words(rules: RuleBook, side: str) -> Phrases[str]:
    entries = [entry for entry in rules.table(PlaceWord).values() if entry.id.startswith(side)]
    return Phrases((word, entry.type) for entry in entries for word in listed(entry.words))


@lru_cache(maxsize=16384)
def towns(name: str) -> tuple[Town, ...]:
    """The towns of a name, largest first."""
    return table().towns(fold(name))
