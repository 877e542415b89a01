"""What shows that a name is a person's: titles, verbs of saying, given names."""

from itertools import chain

from msgspec import Struct

from facts.folding import fold_all
from facts.names.phrases import Phrases
from facts.rules import RuleBook
from facts.rules.kinds import words as listed
from facts.rules.naming import GivenNames, Surnames, Title


class Signs(Struct, frozen=True):
    """What shows that a name is a person's."""

    titles: Phrases[str]
    said: frozenset[str]
    inside: frozenset[str]
    given: frozenset[str]
    first: frozenset[str]
    """Folded surnames that stand before the given name."""
    last: frozenset[str]
    """Folded surnames that need no other sign."""
    held: frozenset[str]
    """Verbs that are done to a person."""
    tried: frozenset[str]
    """Verbs that are done to nothing else."""
    citizens: frozenset[str]
    """Nouns after the name of a people: "two Zedian nationals"."""
    nationals: frozenset[str]
    """Those of them after the name of a country: "two Kosovo citizens"."""
    leads: frozenset[str]
    """Words that lead to a list of persons: "including"."""
    honorifics: frozenset[str]
    """Titles after which any name is a person's: "Mr"."""
    surnamed: frozenset[str]
    """What leads to a surname that stands alone: "a man surnamed Wang"."""
    introduces: frozenset[str]
    """What leads to a name and says no role: "named"."""
    fathers: frozenset[str]
    """Words between a name and the father's name: "bin"."""
    deeds: frozenset[str]
    """Nouns whose "of" leads to a person: "the arrest of"."""


def signs(rules: RuleBook) -> Signs:
    """The signs of a person that the rule book has."""
    titles = {entry.id: listed(entry.words) for entry in rules.table(Title).values()}
    given = (fold_all(listed(entry.words)) for entry in rules.table(GivenNames).values())
    surnames = {
        entry.id: frozenset(fold_all(listed(entry.words)))
        for entry in rules.table(Surnames).values()
    }
    return Signs(
        Phrases((title, title) for title in titles.get("before", ())),
        frozenset((*titles.get("announced", ()), *titles.get("said", ()))),
        frozenset(titles.get("inside", ())),
        frozenset(chain.from_iterable(given)),
        surnames.get("first", frozenset()),
        surnames.get("last", frozenset()),
        frozenset(titles.get("held", ())),
        frozenset(titles.get("tried", ())),
        frozenset(titles.get("citizens", ())),
        frozenset(titles.get("nationals", ())),
        frozenset(titles.get("leads", ())),
        frozenset(titles.get("honorifics", ())),
        frozenset(titles.get("surnamed", ())),
        frozenset(titles.get("introduces", ())),
        frozenset(titles.get("fathers", ())),
        frozenset(titles.get("deeds", ())),
    )
