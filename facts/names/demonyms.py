"""The adjectives and demonyms of countries and wider regions, by the word."""

from facts.model import Nationality
from facts.names.phrases import Phrases
from facts.rules import RuleBook
from facts.rules.kinds import words as listed
from facts.rules.naming import Country, Demonym


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
            if not word.endswith(("s", "ese", "sh", "ch", "men")):
                found.add(word + "s", value)
    return found
