"""A sentence as the ground on which triggers reach phrases."""

from collections.abc import Sequence, Set
from functools import cached_property

from msgspec import Struct

from facts.frames.clauses import clauses
from facts.frames.phrases import Phrase
from facts.frames.tokens import Tokens
from facts.frames.triggers import Event

GROUPS = frozenset(
    "group gang total team convoy batch trio crew number network couple family pair cell band "
    "force squad contingent unit "
    "dozens hundreds".split()
)
"""Words before "of" that those who are counted make up."""
OPEN = frozenset("with including involving of among besides namely".split())
"""Prepositions that let a trigger through to what follows."""


class Governor(Struct, frozen=True, gc=False):
    """A trigger that governs a phrase, and how sure that is."""

    event: Event
    strength: float
    direct: bool
    """True where nothing stands between them."""


class Ground:
    """The words, triggers and phrases of one sentence, and its clauses."""

    def __init__(
        self,
        tokens: Tokens,
        events: Sequence[Event],
        phrases: Sequence[Phrase],
        saying: Set[str],
    ) -> None:
        self._tokens = tokens
        self._saying = saying
        self.lows = tokens.lows
        self.events = events
        self.phrases = phrases

    @cached_property
    def clauses(self) -> list[int]:
        """For each token the number of its clause."""
        return clauses(self._tokens, self._saying)

    @cached_property
    def triggers(self) -> frozenset[str]:
        """All that the sentence tells of."""
        return frozenset[str]().union(*[event.triggers for event in self.events])

    def same_clause(self, left: int, right: int) -> bool:
        """Whether two words stand in one clause."""
        return self.clauses[left] == self.clauses[right]

    def closes_trigger(self, at: int) -> bool:
        """Whether a word is the last of a trigger: the "of" of "seizure of"."""
        return any(event.last == at + 1 for event in self.events)
