"""Amounts that are dealt in, forbidden or usual, and that nobody is said to have seized."""

from facts.frames.phrases import Phrase
from facts.frames.sentence import Sentence
from facts.frames.triggers import Event


def is_dealt(sentence: Sentence, phrase: Phrase) -> bool:
    """ "sold large quantities of drugs": what a gang does, with no amount that was seized."""
    if phrase.article:
        return False
    if sentence.lows[phrase.last] in _EACH and sentence.lows[phrase.last + 1] in _PERIODS:
        return True  # "moved 30 tonnes of hashish a year"
    if sentence.lows[phrase.last] in _REGULARLY:
        return True
    if sentence.lows[phrase.last : phrase.last + 2] == ["or", "more"]:
        return True  # "charged with distributing 400 grams or more of fentanyl"
    if "intent" in sentence.spoken and not _COUNTS_OF_LAW.isdisjoint(sentence.spoken):
        return True  # "one count of possession with intent to distribute 500 grams"
    if not _PENALTIES.isdisjoint(sentence.spoken):
        return all(event.triggers.isdisjoint(_TAKEN) for event in sentence.events)
    if phrase.value is not None:
        return False
    return all(event.triggers <= _DEALING for event in sentence.events if _is_of_things(event))


_PENALTIES = frozenset("penalty penalties punishable anyone whoever".split())
"""Words of what the law says: "possession of 15 grams carries the death penalty"."""
_TAKEN = frozenset("seize recover arrest intercept".split())
_EACH = frozenset("a per each every".split())
_PERIODS = frozenset("day week month year trip time".split())
_COUNTS_OF_LAW = frozenset({"count", "counts"})
_REGULARLY = frozenset("annually yearly monthly weekly daily".split())


def _is_of_things(event: Event) -> bool:
    return not event.triggers.isdisjoint(_DEALING | TAKING)


_DEALING = frozenset({"smuggle", "smuggle_goods"})
TAKING = frozenset(
    "seize recover intercept halt capture hide find take destroy foil_goods catch".split()
)
"""Triggers that tell what became of a thing."""
