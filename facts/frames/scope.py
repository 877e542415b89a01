"""Which trigger governs a phrase: the nearest one whose grammar can reach it."""

from collections.abc import Callable, Sequence, Set
from functools import cached_property

from msgspec import Struct

from facts.frames.between import (
    AUXILIARY,
    JOINED_VERB,
    LIGHT,
    LIGHTEST,
    OPENING_RELATIVE,
    is_gap,
    past_sums,
)
from facts.frames.clauses import clauses
from facts.frames.phrases import Phrase
from facts.frames.tokens import Tokens
from facts.frames.triggers import Event
from facts.frames.words import PREPOSITIONS, RELATIVES, SUBORDINATORS

_JOINTS = frozenset([",", "and", "&", "or", "plus", "as", "well", "along", "together", "with"])
GROUPS = frozenset(
    "group gang total team convoy batch trio crew number network couple family pair cell band "
    "force squad contingent unit "
    "dozens hundreds".split()
)
_RECORDED = frozenset("information data details records profiles files intelligence".split())
_OPEN = frozenset("with including involving of among besides namely".split())
"""Prepositions that let a trigger through to what follows."""


class Governor(Struct, frozen=True, gc=False):
    """A trigger that governs a phrase, and how sure that is."""

    event: Event
    strength: float
    direct: bool
    """True where nothing stands between them."""


class Scope:
    """The triggers of one sentence, asked for the one that governs a phrase."""

    def __init__(
        self,
        tokens: Tokens,
        events: Sequence[Event],
        phrases: Sequence[Phrase],
        saying: Set[str],
    ) -> None:
        self._tokens = tokens
        self._lows = tokens.lows
        self._saying = saying
        self._events = events
        self._phrases = phrases

    @cached_property
    def clauses(self) -> list[int]:
        """For each token the number of its clause."""
        return clauses(self._tokens, self._saying)

    @cached_property
    def triggers(self) -> frozenset[str]:
        """All that the sentence tells of."""
        return frozenset[str]().union(*[event.triggers for event in self._events])

    def governor(self, phrase: Phrase, fits: Callable[[Event], bool]) -> Governor | None:
        """The strongest trigger that fits a phrase; None where no grammar reaches it."""
        fitting = [fits(event) for event in self._events]
        if True not in fitting:
            return None
        left, right = self._left(phrase, fitting), self._right(phrase, fitting)
        if left is None or right is None:
            return left or right
        return right if right.strength > left.strength else left

    def is_unreal(self, phrase: Phrase, fits: Callable[[Event], bool]) -> bool:
        """Whether the nearest fitting trigger tells what did not happen, or not yet."""
        found = [event for event in self._events if fits(event)]
        nearest = min(found, key=lambda event: abs(event.first - phrase.first), default=None)
        return nearest is not None and nearest.unreal

    def _left(self, phrase: Phrase, fitting: Sequence[bool]) -> Governor | None:
        reach: str | None = None
        for event, fits in zip(reversed(self._events), reversed(fitting), strict=True):
            if event.last > phrase.first:
                continue
            if not fits:
                if self._takes_over(event, phrase):
                    break
                continue
            if event.voice not in ("active", "of", "reduced"):
                continue
            if event.unreal or not self._same_clause(event.last - 1, phrase.first):
                break
            reach = reach or self._reach(phrase)
            if reach is None:
                break
            best = self._from_left(event, phrase, reach)
            if best:
                return best
        return None

    def _takes_over(self, event: Event, phrase: Phrase) -> bool:
        """The dismantled of "seized 154 tons and dismantled 203 laboratories": a verb beside it."""
        if event.voice != "active" or event.last != phrase.first or event.first == 0:
            return False
        if self._lows[event.first - 1] not in ("and", ",", "then", "also", "or"):
            return False
        return not any(other.last == event.first - 1 for other in self._events)

    def _from_left(self, event: Event, phrase: Phrase, reach: str) -> Governor | None:
        between = self._lows[event.last : phrase.first]
        objects = sum([event.last <= p.first < phrase.first for p in self._phrases])
        direct = LIGHTEST.issuperset(past_sums(between))
        if direct and event.voice != "reduced":
            return Governor(event, 3.0, direct=True)
        if reach == "list" and objects:
            return Governor(event, 2.5 - 0.01 * len(between), direct=False)
        if event.voice == "reduced" and not is_gap(between):
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
        between = self._lows[event.last : vessel.first]
        at = phrase.first - 1
        at -= self._lows[at] == "by" and self._lows[at - 1] in _MANNED
        return vessel.last == at and LIGHTEST.issuperset(between)

    def _reach(self, phrase: Phrase) -> str | None:
        """How the words before a phrase let a trigger through: list, with, open; None if not."""
        lows, at = self._lows, phrase.first - 1
        while lows[at] in LIGHT and not self._closes_trigger(at):
            at -= 1
        low = lows[at]
        if low in ("with", "including", "comprising", "namely"):
            return "with"
        if low in _HOLDING:
            return "held"
        if low == "them" and lows[at - 1] == "among":
            return "with"
        if low in _JOINTS:
            return "list"
        if low == "of":
            return "open" if lows[at - 1] in GROUPS or self._closes_trigger(at) else None
        if low in ("on", "about") and lows[at - 1] in _RECORDED:
            return "open"
        if low == "by" and lows[at - 1] in _MANNED:
            return "held"
        if low in ("by", "of") and lows[at - 1] in _ATTEMPTS:
            return "open"
        if low in PREPOSITIONS and low not in _OPEN and low not in SUBORDINATORS:
            carried = low in ("in", "out") and self._is_carried(phrase, at)
            return "open" if carried or self._closes_trigger(at) else None
        return "open"

    def _is_carried(self, phrase: Phrase, at: int) -> bool:
        """ "smuggling in 3 kg of gold": the word before an amount belongs to the verb."""
        measured = phrase.amount is not None and phrase.amount.is_measured
        carried = measured or (phrase.number and phrase.category in _CARRIED)
        return bool(carried) and any(
            event.last == at and event.triggers & _CARRYING for event in self._events
        )

    def _closes_trigger(self, at: int) -> bool:
        """Whether a word is the last of a trigger: the "of" of "seizure of"."""
        return any(event.last == at + 1 for event in self._events)

    def _right(self, phrase: Phrase, fitting: Sequence[bool]) -> Governor | None:
        told: Governor | None = None
        own = self._own_verb(phrase)
        for event, fits in zip(self._events, fitting, strict=True):
            if not fits or event.first < phrase.last:
                continue
            if event.voice not in ("passive", "reduced"):
                continue
            if own and event.first > own.last and not self._joins_verb(own, event):
                break
            if event.unreal or not self._same_clause(phrase.last - 1, event.first):
                break
            if self._is_of_a_part(event, phrase) or self._is_beside(event, fitting):
                continue
            found = self._from_right(event, phrase)
            if found.strength != _RELATIVE:
                return max(told or found, found, key=lambda governor: governor.strength)
            told = told or found
        return told

    def _own_verb(self, phrase: Phrase) -> Event | None:
        """The searched of "six houses were searched and 20 kg seized": what was done to it."""
        at = phrase.last
        while self._lows[at] in AUXILIARY:
            at += 1
        if at == phrase.last:
            return None
        return next((e for e in self._events if e.first == at and e.voice == "passive"), None)

    def _joins_verb(self, own: Event, event: Event) -> bool:
        """Whether the same was done and more: "were searched and later sealed"."""
        return JOINED_VERB.issuperset(self._lows[own.last : event.first])

    def _is_of_a_part(self, event: Event, phrase: Phrase) -> bool:
        """The wanted of "three smugglers, one of them wanted in Italy, were remanded"."""
        return any(
            p.of_whole and phrase.last <= p.first and self._opens_relative(p.last, event.first)
            for p in self._phrases
        )

    def _opens_relative(self, first: int, last: int) -> bool:
        """Whether nothing but "of whom is" stands between."""
        return first <= last and OPENING_RELATIVE.issuperset(self._lows[first:last])

    def _is_beside(self, event: Event, fitting: Sequence[bool]) -> bool:
        """The wanted of "two organisers, both wanted by a court, were arrested"."""
        if "want" not in event.triggers or self._lows[event.first - 1] not in (",", "both", "all"):
            return False
        return any(
            fits and other.first > event.first and other.voice == "passive"
            for other, fits in zip(self._events, fitting, strict=True)
        )

    def _from_right(self, event: Event, phrase: Phrase) -> Governor:
        between = self._lows[phrase.last : event.first]
        if AUXILIARY.issuperset(between):
            return Governor(event, 2.8 if between else 2.6, direct=True)
        subjects = [
            p
            for p in self._phrases
            if phrase.last <= p.first < event.first
            and not (self._is_prepositional(p) or self._is_of_noun(p))
            and (p.is_personal or not p.article)
            and not self._is_said_of(p, phrase)
        ]
        joined = subjects and all(self._reach(p) in ("list", "with") for p in subjects)
        distance = 0.01 * len(between)
        if between[0] in RELATIVES and AUXILIARY.issuperset(between[1:]):
            return Governor(event, _RELATIVE, direct=False)
        if any(e.voice == "active" and phrase.last <= e.first < event.first for e in self._events):
            distance += 0.2
        taken = any(
            p.number and phrase.last <= p.first and p.last == event.first and not joined
            for p in self._phrases
        )
        if taken or self._is_prepositional(phrase) or (subjects and not joined):
            return Governor(event, 0.6 - distance, direct=False)
        return Governor(event, 1.6 - distance, direct=False)

    def _is_said_of(self, other: Phrase, phrase: Phrase) -> bool:
        """ "migrants of various nationalities", "two men, one of them a boy", an aside."""
        before = self._lows[other.first - 1]
        if before == "of" and other.value is None:
            return True
        if before == "," and other.of_whole and other.value == 1:
            return True
        if before in ("them", "whom") and other.article:
            return True
        return not self._same_clause(phrase.last - 1, other.first)

    def _is_of_noun(self, phrase: Phrase) -> bool:
        """The migrants of "29 suspects in the smuggling of 750 migrants were arrested"."""
        at = phrase.first - 1
        return self._lows[at] == "of" and self._lows[at - 1] not in GROUPS

    def _is_prepositional(self, phrase: Phrase) -> bool:
        before = self._lows[phrase.first - 1]
        if before == "of" and phrase.article:
            return True
        return before in PREPOSITIONS and before not in _OPEN and before not in SUBORDINATORS

    def _same_clause(self, left: int, right: int) -> bool:
        return self.clauses[left] == self.clauses[right]


_HOLDING = frozenset("carrying transporting ferrying containing".split())
"""What lets a trigger through to what its object holds: "stopped a truck carrying 118 people"."""
_CARRYING = frozenset({"smuggle", "foil_goods"})
_CARRIED = frozenset({"drug", "weapon", "wildlife", "cultural", "goods", "electronics"})
"""What is smuggled in and out; vehicles it may be smuggled in as well."""
_ATTEMPTS = frozenset("attempts attempt bid bids".split())
"""Before "by" those who tried: "foiled migration attempts by 156 people"."""
_MANNED = frozenset("crewed manned piloted driven operated occupied steered skippered".split())
"""Before "by": those on board of what was stopped."""


_RELATIVE = 1.05
"""What is told of those counted beside the verb of the sentence: "freed two men who were held"."""
