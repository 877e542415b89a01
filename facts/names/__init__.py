"""All names of an article, each scanner after those whose finds it must leave alone."""

from facts.model import Mention
from facts.names import (
    acronyms,
    nationalities,
    operations,
    organisations,
    people,
    places,
    ships,
    signoffs,
)
from facts.names.employers import employ
from facts.names.page import Page
from facts.rules import RuleBook
from facts.text import Article


def find(article: Article, rules: RuleBook) -> list[Mention]:
    """Acronyms, operations, organisations, persons, places and nationalities of an article."""
    page = Page(article, rules)
    ships.take(page)
    signoffs.take(page)
    peoples = nationalities.find(page)
    places.count_countries(page)
    peoples = nationalities.settle(page, peoples)
    introduced = acronyms.find(page)
    found = operations.find(page)
    for operation in found:
        page.take(*page.numbers(operation.start, operation.end))
    named = organisations.find(page, introduced)
    found += named + employ(page, people.find(page), named)
    found += places.find(page)
    return introduced + found + peoples
