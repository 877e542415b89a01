"""The adjectives and demonyms of countries and wider regions, and where they are none."""

from msgspec import Struct

from facts.folding import fold
from facts.model import Nationality
from facts.names.phrases import Phrases
from facts.rules import RuleBook
from facts.rules.kinds import words as listed
from facts.rules.naming import Country, Demonym, NotNationality


class NoPeople(Struct, frozen=True):
    """Where an adjective says nothing of people or a country."""

    things: Phrases[str]
    """Things that are called so: "Indian hemp"."""
    after: frozenset[str]
    """Folded words after the adjective: dirhams."""


def demonyms(rules: RuleBook) -> Phrases[Nationality]:
    """Every adjective and demonym, the plural ones included."""
    found: Phrases[Nationality] = Phrases()
    for wider in rules.table(Demonym).values():
        for word in listed(wider.words):
            found.add(word, Nationality(country=wider.country, region=wider.region))
    for code, country in rules.table(Country).items():
        for word in listed(country.people):
            value = Nationality(country=country.country or code)
            found.add(word, value)
            is_name = word + "s" in listed(country.names)  # Laos
            if not is_name and not word.endswith(("s", "ese", "sh", "ch", "men")):
                found.add(word + "s", value)
    return found


def shared_demonyms(rules: RuleBook) -> dict[str, tuple[str, ...]]:
    """The codes of the countries that share an adjective, by the folded word: Congolese."""
    codes: dict[str, tuple[str, ...]] = {}
    for code, country in rules.table(Country).items():
        for word in listed(country.people):
            codes[fold(word)] = (*codes.get(fold(word), ()), country.country or code)
    return {word: rivals for word, rivals in codes.items() if len(set(rivals)) > 1}


def no_people(rules: RuleBook) -> NoPeople:
    """Where the rule book takes an adjective for the name of a thing, a currency or a language."""
    entries = rules.table(NotNationality).values()
    return NoPeople(
        Phrases((thing, thing) for entry in entries for thing in listed(entry.phrases)),
        frozenset(fold(word) for entry in entries for word in listed(entry.after)),
    )
