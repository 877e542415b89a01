"""The organisations that the rule book knows, by name and by acronym."""

from typing import NamedTuple

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
    names = Phrases((name, entry) for entry in entries for name in listed(entry.names))
    acronyms: dict[str, Agency] = {}
    for entry in entries:
        for acronym in listed(entry.acronym):
            acronyms.setdefault(acronym, entry)
    return Lexicon(names, acronyms)
