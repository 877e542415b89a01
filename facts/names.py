"""All names of an article, each scanner after those whose finds it must leave alone."""

from facts import acronyms, nationalities, operations, organisations, people, places
from facts.model import Mention
from facts.page import Page
from facts.rules import RuleBook
from facts.text import Article


def find(article: Article, rules: RuleBook) -> list[Mention]:
    """Acronyms, operations, organisations, persons, places and nationalities of an article."""
    page = Page(article)
    peoples = nationalities.find(page, rules)
    places.count_countries(page, rules)
    introduced = acronyms.find(page, rules)
    found = operations.find(page, rules)
    for operation in found:
        page.take(*page.numbers(operation.start, operation.end))
    found += organisations.find(page, introduced, rules)
    found += people.find(page, rules)
    found += places.find(page, rules)
    return introduced + found + peoples
