"""Places that the words beside them told once, wherever else the article has them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from facts.model import Mention, Place
from facts.names.page import Page
from facts.names.phrases import Phrases
from facts.names.places.patterns import Pattern

_KNOWN = frozenset(("place.named", "place.town", "place.short"))
"""Rules that find a name wherever it stands."""


class Again(NamedTuple):
    """The words of a place that was found elsewhere, and its country."""

    pattern: Pattern
    country: str | None


def again(page: Page, mentions: Iterable[Mention]) -> Iterator[Again]:
    """The names of places that were found by the words beside them, where they stand alone.

    A single word is one only if it was called a town or the like: "in Intel" names no place.
    """
    names: Phrases[Place] = Phrases()
    for mention in mentions:
        sure = mention.rule == "place.beside" or " " in page.shadow[mention.start : mention.end]
        if isinstance(mention.value, Place) and mention.rule not in _KNOWN and sure:
            names.add(mention.value.name, mention.value)
    for index in page.openings(names):
        hit = names.at(page.words, index, page.shadow)
        if hit and page.is_free(index, hit[0]) and _stands_alone(page, index, hit[0], hit[1].name):
            yield Again(Pattern(index, hit[0], hit[1].type, "place.again"), hit[1].country)


def _stands_alone(page: Page, first: int, last: int, name: str) -> bool:
    """Whether words are the name as it is written, and no part of a longer one."""
    if page.span(first, last) != name or page.after(last)[:1].isupper():
        return False
    if last > first:
        return True
    word = page.words[first]
    if word.titled or word.text.lower() in page.small or len(word.text) < 4:
        return False
    return not page.before(first)[:1].isupper() and word.text not in page.heads.outside
