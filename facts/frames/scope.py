"""Which trigger governs a phrase: the nearest one whose grammar can reach it."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

from facts.frames.phrases import Phrase
from facts.frames.tokens import Token
from facts.frames.triggers import Event
from facts.frames.words import ADVERBS, BE, HAVE, PREPOSITIONS, SAYING, SUBORDINATORS

_CLAUSAL = frozenset("after before since as until while".split())
"""Prepositions or conjunctions: they open a clause when a verb is near."""
_JOINTS = frozenset([",", "and", "&", "or", "plus", "as", "well", "along", "together", "with"])
GROUPS = frozenset(
    "group gang total team convoy batch trio crew number network couple family pair cell band "
    "dozens hundreds".split()
)
_RECORDED = frozenset("information data details records profiles files intelligence".split())
_OPEN = frozenset("with including involving of among besides namely".split())
"""Prepositions that let a trigger through to what follows."""


_THINKING = frozenset(
    "say tell believe believes show shows find found confirm confirms indicate indicates mean "
    "means suspect suspects so now given provided fact evidence allegations claims claim think "
    "thinks thought know known ensure allege reveal reveals report reports clear likely possible "
    "saying adding noting showing indicating meaning alleging claiming information intelligence "
    "ministry reporters newsmen journalists afp reuters xinhua".split()
)
"""Words before a "that" that opens a clause of its own."""
_BETWEEN_NAMES = frozenset([",", "and", "(", ")", "al", "de", "bin", "."])
_NAMED = 40
"""Tokens a list of names has at most."""


class Governor(NamedTuple):
    """A trigger that governs a phrase, and how sure that is."""

    event: Event
    strength: float
    direct: bool
    """True where nothing stands between them."""


def clauses(tokens: Sequence[Token]) -> list[int]:
    """For each token the number of clause openers up to it; relatives do not count."""
    numbers: list[int] = []
    clause = 0
    for at, token in enumerate(tokens):
        low = token.low
        opens = (low in (";", "-", ":") and not (low == ":" and _names_them(tokens, at))) or (
            low in SUBORDINATORS and _opens_clause(tokens, at)
        )
        clause += opens
        numbers.append(clause)
    return numbers


def _names_them(tokens: Sequence[Token], at: int) -> bool:
    """ "Two suspects: Bashir Idris, 29, and Chinedu Eze, 33, were nabbed": names, then the verb."""
    for token in tokens[at + 1 : at + _NAMED]:
        if token.low in BE:
            return True
        if not (token.capital or token.opaque or token.number or token.low in _BETWEEN_NAMES):
            return False
    return False


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    low = tokens[at].low
    if low == "that":  # "said that" opens a clause, "a group that sold" only tells more of it
        before = tokens[at - 1].low if at else ""
        return before in SAYING or before in _THINKING or before.endswith("ed")
    if low not in _CLAUSAL:
        return True
    following = tokens[at + 1 : at + 9]
    return any(
        token.low in BE or token.low in HAVE or token.low.endswith("ed") for token in following
    )


class Scope:
    """The triggers of one sentence, asked for the one that governs a phrase."""

    def __init__(
        self, tokens: Sequence[Token], events: Sequence[Event], phrases: Sequence[Phrase]
    ) -> None:
        self._tokens = tokens
        self._events = events
        self._phrases = phrases

    @cached_property
    def _clauses(self) -> list[int]:
        return clauses(self._tokens)

    def governor(self, phrase: Phrase, fits: Callable[[Event], bool]) -> Governor | None:
        """The strongest trigger that fits a phrase; None where no grammar reaches it."""
        found = [g for g in (self._left(phrase, fits), self._right(phrase, fits)) if g]
        return max(found, key=lambda governor: governor.strength, default=None)

    def near(self, phrase: Phrase, fits: Callable[[Event], bool]) -> Event | None:
        """A fitting trigger anywhere in the sentence, the nearest first."""
        found = [event for event in self._events if fits(event)]
        return min(found, key=lambda event: abs(event.first - phrase.first), default=None)

    def _left(self, phrase: Phrase, fits: Callable[[Event], bool]) -> Governor | None:
        reach = self._reach(phrase)
        if reach is None:
            return None
        best: Governor | None = None
        for event in reversed(self._events):
            if event.last > phrase.first or not fits(event):
                continue
            if event.voice not in ("active", "of", "reduced"):
                continue
            if not self._same_clause(event.last - 1, phrase.first):
                break
            best = self._from_left(event, phrase, reach)
            if best:
                break
        return best

    def _from_left(self, event: Event, phrase: Phrase, reach: str) -> Governor | None:
        between = self._tokens[event.last : phrase.first]
        objects = sum(event.last <= p.first < phrase.first for p in self._phrases)
        direct = all(_is_light(token) for token in between)
        if direct and event.voice != "reduced":
            return Governor(event, 3.0, direct=True)
        if reach == "list" and objects:
            return Governor(event, 2.5 - 0.01 * len(between), direct=False)
        if event.voice == "reduced" and not _is_gap(between):
            return None
        if event.voice == "reduced":
            return (
                Governor(event, 1.2 - 0.01 * len(between), direct=False) if objects == 0 else None
            )
        if reach == "held":
            held = objects == 1 and self._is_object(event, phrase)
            return Governor(event, 2.0 if held else 0.5, direct=False)
        if objects == 0 or reach == "with":
            return Governor(event, 2.0 - 0.01 * len(between), direct=False)
        return Governor(event, 1.0 - 0.01 * len(between), direct=False)

    def _is_object(self, event: Event, phrase: Phrase) -> bool:
        """Whether what stands before "carrying" is what was done something to."""
        vessel = next(p for p in self._phrases if event.last <= p.first < phrase.first)
        between = self._tokens[event.last : vessel.first]
        return vessel.last == phrase.first - 1 and all(_is_light(token) for token in between)

    def _reach(self, phrase: Phrase) -> str | None:
        """How the words before a phrase let a trigger through: list, with, open; None if not."""
        at = phrase.first - 1
        while at >= 0 and self._tokens[at].low in _LIGHT:
            at -= 1
        low = self._tokens[at].low if at >= 0 else ""
        if low in ("with", "including", "comprising", "namely"):
            return "with"
        if low in _HOLDING:
            return "held"
        if low == "them" and at > 0 and self._tokens[at - 1].low == "among":
            return "with"
        if low in _JOINTS:
            return "list"
        if low == "of":
            before = self._tokens[at - 1].low if at > 0 else ""
            event = next((e for e in self._events if e.last == at + 1), None)
            return "open" if event or before in GROUPS else None
        if low in ("on", "about") and self._tokens[at - 1].low in _RECORDED:
            return "open"
        if low in PREPOSITIONS and low not in _OPEN and low not in SUBORDINATORS:
            event = next((e for e in self._events if e.last == at + 1), None)
            return "open" if event else None
        return "open"

    def _right(self, phrase: Phrase, fits: Callable[[Event], bool]) -> Governor | None:
        for event in self._events:
            if event.first < phrase.last or not fits(event):
                continue
            if event.voice not in ("passive", "reduced"):
                continue
            if not self._same_clause(phrase.last - 1, event.first):
                return None
            if self._is_of_a_part(event, phrase):
                continue
            return self._from_right(event, phrase)
        return None

    def _is_of_a_part(self, event: Event, phrase: Phrase) -> bool:
        """The wanted of "three smugglers, one of them wanted in Italy, were remanded"."""
        return any(
            p.of_whole and phrase.last <= p.first and p.last == event.first for p in self._phrases
        )

    def _from_right(self, event: Event, phrase: Phrase) -> Governor | None:
        between = self._tokens[phrase.last : event.first]
        if all(_is_auxiliary(token) for token in between):
            return Governor(event, 2.8 if between else 2.6, direct=True)
        subjects = [
            p
            for p in self._phrases
            if phrase.last <= p.first < event.first
            and not self._is_prepositional(p)
            and (p.is_personal or not p.article)
        ]
        joined = subjects and all(self._reach(p) in ("list", "with") for p in subjects)
        distance = 0.01 * len(between)
        if any(e.voice == "active" and phrase.last <= e.first < event.first for e in self._events):
            distance += 0.2
        taken = any(
            p.number and phrase.last <= p.first and p.last == event.first and not joined
            for p in self._phrases
        )
        if taken or self._is_prepositional(phrase) or (subjects and not joined):
            return Governor(event, 0.6 - distance, direct=False)
        return Governor(event, 1.6 - distance, direct=False)

    def _is_prepositional(self, phrase: Phrase) -> bool:
        before = self._tokens[phrase.first - 1].low if phrase.first else ""
        if before == "of" and phrase.article:
            return True
        return before in PREPOSITIONS and before not in _OPEN and before not in SUBORDINATORS

    def _same_clause(self, left: int, right: int) -> bool:
        return self._clauses[left] == self._clauses[right]


_HOLDING = frozenset("carrying transporting ferrying containing".split())
"""What lets a trigger through to what its object holds: "stopped a truck carrying 118 people"."""

_LIGHT = frozenset(
    "the a an his her its their these those another other others some further additional about "
    "such all both first last only also at around on average up approximately least of".split()
) - {"of", "on"}


_GAPS = frozenset("in on at from near into off late during".split())


def _is_gap(between: Sequence[Token]) -> bool:
    """ "seized in Casablanca on Tuesday 3 tonnes": only place and time before the object."""
    return bool(between) and between[0].low in _GAPS and all(t.low != "," for t in between)


def _is_auxiliary(token: Token) -> bool:
    low = token.low
    return low in BE or low in HAVE or low in ADVERBS or low in ("remain", "remains", "remained")


def _is_light(token: Token) -> bool:
    return token.low in _LIGHT or token.low in ADVERBS or token.low == '"'
