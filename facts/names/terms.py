"""The words that stand before, within or after the names of places."""

from typing import NamedTuple

from facts.rules import RuleBook
from facts.rules.kinds import words as listed
from facts.rules.naming import PlaceTerms


class Terms(NamedTuple):
    """The words that stand before, within or after the names of places, in small letters."""

    compass: frozenset[str]
    """Words that say which part of a place is meant: "northern"."""
    points: frozenset[str]
    """Those as headlines shorten them: "W. Afghanistan"."""
    kinds: frozenset[str]
    """Words before a name for what it is: "city"."""
    settlements: frozenset[str]
    """Those right before the name of a town: "Granadan town Motril"."""
    inside: frozenset[str]
    """Words in small letters within a name: "Colinas de San Miguel"."""
    joining: frozenset[str]
    """Those that join a name to the one before."""
    within: frozenset[str]
    """Those within a name that no table has."""
    common: frozenset[str]
    """Words with capitals that make no name without another: "Airport"."""
    shouted: frozenset[str]
    """Short names that are all in capitals wherever they name a place: "US"."""
    locatives: frozenset[str]
    """Words before the name of a place: "in"."""
    near: frozenset[str]
    """Those after which an unknown name is a place, too."""
    ways: frozenset[str]
    """Words before a place that people or goods only come from or go to."""
    routes: frozenset[str]
    """Words before a name that a place it lies in follows: "sent to Zyx in Manipur"."""
    leads: frozenset[str]
    """Words before the first of a list of places."""
    distances: frozenset[str]
    """Words before "from" and a place: "30 km from"."""
    seats: frozenset[str]
    """Nouns that "of" and the name of a town follow: "the prosecutor's office of"."""
    hamlets: frozenset[str]
    """Nouns after the name of a place that is no city: "village"."""
    affairs: frozenset[str]
    """Nouns after a name that make it that of an affair, not of a place: "trial"."""
    residents: frozenset[str]
    """Nouns for those who live in a place: "a resident of"."""


def terms(rules: RuleBook) -> Terms:
    """The words of the rule book that stand about the names of places."""
    kinds = {entry.id: frozenset(listed(entry.words)) for entry in rules.table(PlaceTerms).values()}
    return Terms(*(kinds.get(field, frozenset()) for field in Terms._fields))
