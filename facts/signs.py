"""What shows that a name is a person's: titles, verbs of saying, given names."""

from typing import NamedTuple

from facts.folding import fold
from facts.phrases import Phrases
from facts.rules import RuleBook
from facts.rules.kinds import words as listed
from facts.rules.naming import GivenNames, Surnames, Title


class Signs(NamedTuple):
    """What shows that a name is a person's."""

    titles: Phrases[str]
    said: frozenset[str]
    inside: frozenset[str]
    given: frozenset[str]
    first: frozenset[str]


def signs(rules: RuleBook) -> Signs:
    """The signs of a person that the rule book has."""
    titles = {entry.id: listed(entry.words) for entry in rules.table(Title).values()}
    given = {
        fold(name) for entry in rules.table(GivenNames).values() for name in listed(entry.words)
    }
    first = {fold(name) for entry in rules.table(Surnames).values() for name in listed(entry.words)}
    return Signs(
        Phrases((title, title) for title in titles.get("before", ())),
        frozenset(titles.get("said", ())),
        frozenset(titles.get("inside", ())),
        frozenset(given),
        frozenset(first),
    )
