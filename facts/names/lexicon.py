"""The organisations that the rule book knows, by name and by acronym."""

from collections.abc import Container, Iterator

from msgspec import Struct, structs

from facts.names.phrases import Phrases
from facts.rules import RuleBook
from facts.rules.kinds import words as listed
from facts.rules.naming import Agency, Group


class Lexicon(Struct, frozen=True):
    """The organisations of the rule book."""

    names: Phrases[Agency]
    acronyms: dict[str, list[Agency]]
    """The organisations of an acronym: the PNA speaks in Manila and in Ramallah."""

    def by_acronym(self, short: str, countries: Container[str]) -> Agency | None:
        """The organisation of an acronym, one of a country the article is about before others."""
        rivals = self.acronyms.get(short)
        if rivals is None:
            return None
        return next((entry for entry in rivals if entry.country in countries), rivals[0])


def lexicon(rules: RuleBook) -> Lexicon:
    """The organisations of the rule book by name and by acronym."""
    entries: list[Agency] = [*rules.table(Group).values(), *rules.table(Agency).values()]
    names = Phrases(named for entry in entries for named in _named(entry))
    acronyms: dict[str, list[Agency]] = {}
    for entry in entries:
        for acronym in listed(entry.acronym):
            acronyms.setdefault(acronym, []).append(entry)
    return Lexicon(names, acronyms)


def _named(entry: Agency) -> Iterator[tuple[str, Agency]]:
    for name in listed(entry.names):
        yield name, structs.replace(entry, names=name) if entry.apart else entry
