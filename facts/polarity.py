"""Polarity: what the text only suspects, and what it says there was none of."""

from facts.frames.phrases import Phrase
from facts.frames.sentence import Sentence

_ALLEGED = frozenset("alleged suspected allegedly suspicion".split())
_NONE = frozenset("none neither nobody".split())
_NEAR = 8
"""Words after a phrase in which a suspicion is its own."""


def is_alleged(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether those who are counted are suspected, not known, to be what they are called."""
    if _ALLEGED.isdisjoint(sentence.spoken):
        return False
    inside = {sentence.lows[at] for at in range(phrase.first, phrase.last)}
    following = (p.first for p in sentence.phrases if p.first >= phrase.last and p.number)
    end = min(next(following, phrase.last + _NEAR), phrase.last + _NEAR)
    after = {sentence.lows[at] for at in range(phrase.last, end)}
    return bool((inside | after) & _ALLEGED)


def is_none(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether there is nothing to count: "zero people", "none of the 20 suspects"."""
    amount = phrase.amount
    if 0 in (phrase.value, amount.quantity if amount else None):
        return True
    at = phrase.first - 1
    while sentence.lows[at] in ("the", "those", "these"):
        at -= 1
    return sentence.lows[at] == "of" and sentence.lows[at - 1] in _NONE
