"""The rules of what a page leaves around an article, by what they are looked up by."""

import re

from msgspec import Struct

from facts.rules import RuleBook
from facts.rules.amounts import PageFurniture
from facts.rules.kinds import words


class Tables(Struct, frozen=True):
    """The rules; each word, phrase or pattern gives the reason to hide."""

    lines: dict[str, str]
    openings: dict[str, str]
    first_words: tuple[str, ...]
    """The openings again, to ask for all of them at once."""
    tails: dict[str, str]
    credit: re.Pattern[str]
    buttons: dict[str, frozenset[str]]
    patterns: tuple[tuple[re.Pattern[str], str, str], ...]
    """A pattern, its reason and the id of its rule."""
    endings: tuple[tuple[re.Pattern[str], str, str], ...]
    phrases: dict[str, str]
    calls: dict[str, str]
    first_calls: tuple[str, ...]
    """The calls again, to ask for all of them at once."""
    things: frozenset[str]
    headings: frozenset[str]
    about: frozenset[str]
    scenes: frozenset[str]
    outlets: frozenset[str]


def tables(book: RuleBook) -> Tables:
    """The rules of a book, made ready once."""
    rules = book.table(PageFurniture).values()
    agencies = sorted((name for rule in rules for name in words(rule.agencies)), key=len)
    choice = "|".join(re.escape(name) for name in reversed(agencies))
    calls = {text: rule.reason for rule in rules for text in words(rule.calls)}
    openings = {text: rule.reason for rule in rules for text in words(rule.openings)}
    return Tables(
        lines={text: rule.reason for rule in rules for text in words(rule.lines)},
        openings=openings,
        first_words=tuple(openings),
        tails={text: rule.reason for rule in rules for text in words(rule.tails)},
        credit=re.compile(rf"(?i:{choice}) ?/ ?[A-Z][^\n]{{0,60}}? - "),
        buttons={rule.reason: frozenset(words(rule.buttons)) for rule in rules if rule.buttons},
        patterns=tuple(
            (re.compile(rule.pattern, re.IGNORECASE), rule.reason, rule.id)
            for rule in rules
            if rule.pattern
        ),
        endings=tuple(
            (re.compile(rule.ending), rule.reason, rule.id) for rule in rules if rule.ending
        ),
        phrases={text: rule.reason for rule in rules for text in words(rule.phrases)},
        calls=calls,
        first_calls=tuple(calls),
        things=frozenset(text for rule in rules for text in words(rule.things)),
        headings=frozenset(text for rule in rules for text in words(rule.headings)),
        about=frozenset(text for rule in rules for text in words(rule.about)),
        outlets=frozenset(text for rule in rules for text in words(rule.outlets)),
        scenes=frozenset(text for rule in rules for text in words(rule.scenes)),
    )
