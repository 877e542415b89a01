"""The organisations that the rule book knows, by name and by acronym."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import structs

from facts.names.phrases import Phrases
from facts.rules import RuleBook
from facts.rules.kinds import words as listed
from facts.rules.naming import Agency, Group


class Lexicon(NamedTuple):
    """The organisations of the rule book."""

    names: Phrases[Agency]
    acronyms: dict[str, Agency]


def lexicon(rules: RuleBook) -> Lexicon:
    """The organisations of the rule book by name and by acronym."""
    entries: list[Agency] = [*rules.table(Group).values(), *rules.table(Agency).values()]
    names = Phrases(named for entry in entries for named in _named(entry))
    acronyms: dict[str, Agency] = {}
    for entry in entries:
        for acronym in listed(entry.acronym):
            acronyms.setdefault(acronym, entry)
    return Lexicon(names, acronyms)


def _named(entry: Agency) -> Iterator[tuple[str, Agency]]:
    for name in listed(entry.names):
        yield name, structs.replace(entry, names=name) if entry.apart else entry
