"""Which trigger governs a phrase: the nearest one whose grammar can reach it."""

from collections.abc import Callable

from facts.frames.ahead import governor_ahead
from facts.frames.behind import governor_behind
from facts.frames.ground import Governor, Ground
from facts.frames.phrases import Phrase
from facts.frames.triggers import Event


class Scope(Ground):
    """The triggers of one sentence, asked for the one that governs a phrase."""

    def governor(self, phrase: Phrase, fits: Callable[[Event], bool]) -> Governor | None:
        """The strongest trigger that fits a phrase; None where no grammar reaches it."""
        fitting = [fits(event) for event in self.events]
        if True not in fitting:
            return None
        left, right = governor_ahead(self, phrase, fitting), governor_behind(self, phrase, fitting)
        if left is None or right is None:
            return left or right
        return right if right.strength > left.strength else left

    def is_unreal(self, phrase: Phrase, fits: Callable[[Event], bool]) -> bool:
        """Whether the nearest fitting trigger tells what did not happen, or not yet."""
        found = [event for event in self.events if fits(event)]
        nearest = min(found, key=lambda event: abs(event.first - phrase.first), default=None)
        return nearest is not None and nearest.unreal
