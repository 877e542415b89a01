"""The places that rules and the table of towns know, found by name."""

from typing import NamedTuple

from facts.folding import fold
from facts.phrases import Phrases
from facts.places.table import Town, table
from facts.rules import RuleBook
from facts.rules.kinds import words as listed
from facts.rules.naming import Country, NotPlace, PlaceNames, PlaceWord

_BIG = 50
"""Ten times the logarithm of 100,000 people."""


class Named(NamedTuple):
    """A place of the rule book."""

    name: str
    type: str
    country: str | None


class Gazetteer(NamedTuple):
    """The places of the rule book, and what helps to tell the towns of the table."""

    named: Phrases[Named]
    """Countries, regions, seas and the places that the table lacks."""
    capitals: dict[str, str]
    """The country of each capital, by folded name."""
    doubtful: frozenset[str]
    """Folded words that are towns too, and seldom mean them."""
    before: Phrases[str]
    """The type of place that the words before a name give it: "port of"."""
    after: Phrases[str]
    """The type of place that the words after a name give it: "province"."""


def gazetteer(rules: RuleBook) -> Gazetteer:
    """The places of the rule book."""
    named: Phrases[Named] = Phrases()
    capitals: dict[str, str] = {}
    for code, country in rules.table(Country).items():
        names = listed(country.names)
        for name in names:
            named.add(name, Named(names[0], country.type, country.country or code))
        if country.capital:
            capitals[fold(country.capital)] = code
    for entry in rules.table(PlaceNames).values():
        for name in listed(entry.names):
            named.add(name, Named(name, entry.type, entry.country))
    doubtful = (word for entry in rules.table(NotPlace).values() for word in listed(entry.words))
    return Gazetteer(
        named,
        capitals,
        frozenset(fold(word) for word in doubtful),
        _words(rules, "before"),
        _words(rules, "after"),
    )


def _words(rules: RuleBook, side: str) -> Phrases[str]:
    entries = [entry for entry in rules.table(PlaceWord).values() if entry.id.startswith(side)]
    return Phrases((word, entry.type) for entry in entries for word in listed(entry.words))


def towns(name: str) -> tuple[Town, ...]:
    """The towns of a name, largest first."""
    return table().towns(fold(name))


def is_place(name: str, rules: RuleBook, *, big: bool) -> bool:
    """Whether a name is a place's: if `big`, one of the rule book or a town of 100,000 people."""
    known = rules.derive(gazetteer)
    if known.named.get(name):
        return True
    if fold(name) in known.doubtful:
        return False
    found = towns(name)
    return bool(found) and (not big or found[0].size >= _BIG)
