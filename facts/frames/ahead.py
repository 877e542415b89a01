"""A trigger that stands before its phrase: "arrested 3 men", "the seizure of 40 kg"."""

from collections.abc import Sequence

from facts.frames.between import LIGHT, LIGHTEST, is_gap, past_sums
from facts.frames.ground import GROUPS, OPEN, Governor, Ground
from facts.frames.phrases import Phrase
from facts.frames.triggers import Event
from facts.frames.words import PREPOSITIONS, SUBORDINATORS

_JOINTS = frozenset([",", "and", "&", "or", "plus", "as", "well", "along", "together", "with"])
_RECORDED = frozenset("information data details records profiles files intelligence".split())
_HOLDING = frozenset("carrying transporting ferrying containing".split())
"""What lets a trigger through to what its object holds: "stopped a truck carrying 118 people"."""
_CARRYING = frozenset({"smuggle", "foil_goods"})
_CARRIED = frozenset({"drug", "weapon", "wildlife", "cultural", "goods", "electronics"})
"""What is smuggled in and out; vehicles it may be smuggled in as well."""
_ATTEMPTS = frozenset("attempts attempt bid bids".split())
"""Before "by" those who tried: "foiled migration attempts by 156 people"."""
_MANNED = frozenset("crewed manned piloted driven operated occupied steered skippered".split())
"""Before "by": those on board of what was stopped."""


def governor_ahead(ground: Ground, phrase: Phrase, fitting: Sequence[bool]) -> Governor | None:
    """The nearest fitting trigger before a phrase that its words let through."""
    reach: str | None = None
    for event, fits in zip(reversed(ground.events), reversed(fitting), strict=True):
        if event.last > phrase.first:
            continue
        if not fits:
            if _takes_over(ground, event, phrase):
                break
            continue
        if event.voice not in ("active", "of", "reduced"):
            continue
        if event.unreal or not ground.same_clause(event.last - 1, phrase.first):
            break
        reach = reach or lets_through(ground, phrase)
        if reach is None:
            break
        best = _from_ahead(ground, event, phrase, reach)
        if best:
            return best
    return None


def _takes_over(ground: Ground, event: Event, phrase: Phrase) -> bool:
    """The dismantled of "seized 154 tons and dismantled 203 laboratories": a verb beside it."""
    if event.voice != "active" or event.last != phrase.first or event.first == 0:
        return False
    if ground.lows[event.first - 1] not in ("and", ",", "then", "also", "or"):
        return False
    return not any(other.last == event.first - 1 for other in ground.events)


def _from_ahead(ground: Ground, event: Event, phrase: Phrase, reach: str) -> Governor | None:
    between = ground.lows[event.last : phrase.first]
    objects = sum([event.last <= p.first < phrase.first for p in ground.phrases])
    direct = LIGHTEST.issuperset(past_sums(between))
    if direct and event.voice != "reduced":
        return Governor(event, 3.0, direct=True)
    if reach == "list" and objects:
        return Governor(event, 2.5 - 0.01 * len(between), direct=False)
    if event.voice == "reduced" and not is_gap(between):
        return None
    if event.voice == "reduced":
        return Governor(event, 1.2 - 0.01 * len(between), direct=False) if objects == 0 else None
    if reach == "held":
        held = objects == 1 and _is_object(ground, event, phrase)
        return Governor(event, 2.0 if held else 0.5, direct=False)
    if objects == 0 or reach == "with":
        return Governor(event, 2.0 - 0.01 * len(between), direct=False)
    return Governor(event, 1.0 - 0.01 * len(between), direct=False)


def _is_object(ground: Ground, event: Event, phrase: Phrase) -> bool:
    """Whether what stands before "carrying" is what was done something to."""
    vessel = next(p for p in ground.phrases if event.last <= p.first < phrase.first)
    between = ground.lows[event.last : vessel.first]
    at = phrase.first - 1
    at -= ground.lows[at] == "by" and ground.lows[at - 1] in _MANNED
    return vessel.last == at and LIGHTEST.issuperset(between)


def lets_through(ground: Ground, phrase: Phrase) -> str | None:
    """How the words before a phrase let a trigger through: list, with, open; None if not."""
    lows, at = ground.lows, phrase.first - 1
    while lows[at] in LIGHT and not ground.closes_trigger(at):
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
        return "open" if lows[at - 1] in GROUPS or ground.closes_trigger(at) else None
    if low in ("on", "about") and lows[at - 1] in _RECORDED:
        return "open"
    if low == "by" and lows[at - 1] in _MANNED:
        return "held"
    if low in ("by", "of") and lows[at - 1] in _ATTEMPTS:
        return "open"
    if low in PREPOSITIONS and low not in OPEN and low not in SUBORDINATORS:
        carried = low in ("in", "out") and _is_carried(ground, phrase, at)
        return "open" if carried or ground.closes_trigger(at) else None
    return "open"


def _is_carried(ground: Ground, phrase: Phrase, at: int) -> bool:
    """ "smuggling in 3 kg of gold": the word before an amount belongs to the verb."""
    measured = phrase.amount is not None and phrase.amount.is_measured
    carried = measured or (phrase.number and phrase.category in _CARRIED)
    return bool(carried) and any(
        event.last == at and event.triggers & _CARRYING for event in ground.events
    )
