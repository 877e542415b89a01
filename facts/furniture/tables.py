"""The rules of what a page leaves around an article, by what they are looked up by."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from facts.rules import RuleBook
from facts.rules.amounts import PageFurniture
from facts.rules.kinds import words

_KEY = 5
"""Letters that rule most lines out before any phrase is compared."""


class Openings:
    """Phrases a line may open with, by their first letters."""

    def __init__(self, reasons: Mapping[str, str]) -> None:
        self.reasons = reasons
        """Why a line is hidden that opens with each of them."""
        self._by_key: dict[str, list[str]] = {}
        self._short = tuple(text for text in reasons if len(text) < _KEY)
        for text in reasons:
            if len(text) >= _KEY:
                self._by_key.setdefault(text[:_KEY], []).append(text)

    def find(self, lower: str, at: int = 0, whole: bool = False) -> str:
        """The phrase that stands there, or ""; `whole` demands that its last word ends there."""
        longer: Sequence[str] = self._by_key.get(lower[at : at + _KEY], ())
        if not longer and not lower.startswith(self._short, at):
            return ""
        text: str
        for text in (*longer, *self._short):
            after = at + len(text)
            if lower.startswith(text, at) and not (whole and lower[after : after + 1].isalpha()):
                return text
        return ""


class Tables(Struct, frozen=True):
    """The rules; each word, phrase or pattern gives the reason to hide."""

    lines: dict[str, str]
    openings: "Openings"
    tails: dict[str, str]
    credit: re.Pattern[str]
    buttons: dict[str, frozenset[str]]
    patterns: tuple[tuple[re.Pattern[str], str, str], ...]
    """A pattern, its reason and the id of its rule."""
    endings: tuple[tuple[re.Pattern[str], str, str], ...]
    phrases: dict[str, str]
    stems: tuple[str, ...]
    """The longest word of each phrase: few pages have one of them."""
    calls: "Openings"
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
        openings=Openings(openings),
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
        stems=tuple({max(text.split(), key=len) for rule in rules for text in words(rule.phrases)}),
        calls=Openings(calls),
        things=frozenset(text for rule in rules for text in words(rule.things)),
        headings=frozenset(text for rule in rules for text in words(rule.headings)),
        about=frozenset(text for rule in rules for text in words(rule.about)),
        outlets=frozenset(text for rule in rules for text in words(rule.outlets)),
        scenes=frozenset(text for rule in rules for text in words(rule.scenes)),
    )
