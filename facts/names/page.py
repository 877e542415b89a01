"""An article as the scanners of names see it: its words, and which of them are already taken."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Set
from functools import cached_property
from typing import TypeVar, cast

from facts.cue import Cue
from facts.folding import fold
from facts.model import AnyValue, Mention
from facts.names.demonyms import demonyms, no_people, shared_demonyms
from facts.names.gazetteer import gazetteer
from facts.names.heads import heads
from facts.names.lexicon import lexicon
from facts.names.phrases import Phrases
from facts.names.signs import signs
from facts.names.terms import terms
from facts.names.words import words
from facts.rules import RuleBook
from facts.rules.kinds import words as listed
from facts.rules.naming import Country
from facts.spans import Cover
from facts.text import Article

T = TypeVar("T")

LIST_GAPS = frozenset((", ", " and ", ", and ", " or ", ", or "))
"""What stands between two names of a list."""


class Page:
    """The words of an article, what has been found among them, and the countries it is about."""

    def __init__(self, article: Article, rules: RuleBook) -> None:
        self.article = article
        self.rules = rules
        self.shadow = article.shadow
        self.heads = rules.derive(heads)
        self.signs = rules.derive(signs)
        self.demonyms = rules.derive(demonyms)
        self.shared_demonyms = rules.derive(shared_demonyms)
        self.no_people = rules.derive(no_people)
        self.lexicon = rules.derive(lexicon)
        self.gazetteer = rules.derive(gazetteer)
        self.terms = rules.derive(terms)
        self.country_names = rules.derive(_country_names)
        self.within = rules.derive(_within)
        """The country whose news takes in a territory's towns, by the territory's code."""
        self.words, self.capitals = words(article)
        self.texts: frozenset[str] = frozenset([word.text for word in self.words])
        """Each word once, as it is written."""
        self._derived: dict[Callable[[Page], object], object] = {}
        self.taken = bytearray(len(self.words))
        """1 where a word belongs to a name that was found."""
        self.persons: frozenset[str] = frozenset()
        """The folded words of the names of persons that were found."""
        self.countries: Counter[str] = Counter()
        """How often each country is named, by code, its people and its capital included."""
        self.actors: list[tuple[int, str]] = []
        """Where the police or the like of a country act, and its code, in order."""

    @cached_property
    def small(self) -> Set[str]:
        """The words that are written in small letters somewhere in it."""
        return {text for text in self.texts if not text[0].isupper()}

    def those(self, vocabulary: Set[str]) -> list[int]:
        """The words of a vocabulary, as they are written there, by number."""
        found = self.texts & vocabulary
        return [i for i, word in enumerate(self.words) if word.text in found] if found else []

    def told(self, cue: Cue) -> Iterator[re.Match[str]]:
        """Wherever a cue stands in the story: what a page leaves around it has no words here."""
        for match in cue.all(self.shadow, self.article.pieces.words):
            if not self._hidden.touches(*match.span()):
                yield match

    @cached_property
    def _hidden(self) -> Cover:
        hidden = self.article.boilerplate
        return Cover(len(self.shadow), ((part.start, part.end) for part in hidden))

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    @property
    def about(self) -> Set[str]:
        """The codes of the countries the article names."""
        return self.countries.keys()

    def derive(self, make: "Callable[[Page], T]") -> T:
        """What `make` finds on this page, found once."""
        if make not in self._derived:
            self._derived[make] = make(self)
        return cast("T", self._derived[make])

    def openings(self, phrases: Phrases[T]) -> list[int]:
        """The words a name may start with that one of these phrases starts with, by number."""
        firsts = phrases.firsts
        return [i for i in self.capitals if self.words[i].key in firsts] if firsts else []

    def starting(self, phrases: Phrases[T]) -> list[int]:
        """The words that one of these phrases starts with, by number."""
        firsts = phrases.firsts
        return [i for i, word in enumerate(self.words) if word.key in firsts] if firsts else []

    def take(self, first: int, last: int) -> None:
        """Say that the words from one to another belong to a name."""
        self.taken[first : last + 1] = b"\x01" * (last + 1 - first)

    def is_free(self, first: int, last: int) -> bool:
        """Whether none of the words from one to another belongs to a name."""
        return self.taken.find(1, first, last + 1) < 0

    def span(self, first: int, last: int) -> str:
        """The shadow from the first word to the last."""
        return self.shadow[self.words[first].start : self.words[last].end]

    def mention(self, first: int, last: int, value: AnyValue, rule: str) -> Mention:
        """A mention of the words from one to another."""
        return Mention(self.words[first].start, self.words[last].end, value, rule)

    def numbers(self, start: int, end: int) -> tuple[int, int]:
        """The numbers of the first and the last word of a place in the article."""
        first = bisect_left(self._starts, start)
        return first, max(first, bisect_left(self._starts, end) - 1)

    def after(self, index: int) -> str:
        """The word after one, if only a blank lies between; else nothing."""
        if index + 1 < len(self.words) and self.words[index + 1].joined:
            return self.words[index + 1].text
        return ""

    def is_home(self, index: int) -> bool:
        """Whether a word begins the name of where somebody lives: "a resident of Zyx"."""
        if self.before(index) not in ("of", "from"):
            return False
        who = self.before(index - 1).lower()
        return who in self.terms.residents or (
            self.before(index) == "from" and who.endswith("-year-old")
        )

    def is_title(self, index: int) -> bool:
        """Whether a word begins the name of a newspaper: "Published in Dawn"."""
        return self.before(index) == "in" and self.before(index - 1).lower() == "published"

    def before(self, index: int) -> str:
        """The word before one, if only a blank lies between; else nothing."""
        if index > 0 and self.words[index].joined:
            return self.words[index - 1].text
        return ""


def _within(rules: RuleBook) -> dict[str, str]:
    return {
        code: country.within for code, country in rules.table(Country).items() if country.within
    }


def _country_names(rules: RuleBook) -> frozenset[str]:
    tables = rules.table(Country).values()
    return frozenset(fold(name) for country in tables for name in listed(country.names))
