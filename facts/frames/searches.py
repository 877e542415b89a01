"""What searches and stops brought to light: "led to four packs", "stopped with 3 kg on board"."""

from collections.abc import Iterator, Sequence, Set

from facts.frames.inversion import opens_things
from facts.frames.tokens import Tokens
from facts.frames.triggers import Event

_SEARCHES = frozenset(
    "search searches raid raids inspection inspections check checks tip-off operation operations "
    "sweep sweeps investigation investigations swoop bust information intelligence crackdown "
    "examination scan scans scanner x-ray x-rays".split()
)
_BRINGING = frozenset({"led", "produced", "yielded", "showed"})
_FOUND = frozenset({"find"})
_FARTHEST = 24
"""Tokens from the search to what it led to."""


def outcomes(tokens: Tokens, spoken: Set[str]) -> list[Event]:
    """Events of what a search told earlier in the sentence led to."""
    if _BRINGING.isdisjoint(spoken) or _SEARCHES.isdisjoint(spoken):
        return []
    return [
        Event(at, at + size, _FOUND, "active")
        for at in tokens.places_of(_BRINGING)
        if (size := _bringing(tokens.lows, at))
        and opens_things(tokens, at + size)
        and not _SEARCHES.isdisjoint(tokens.lows[max(0, at - _FARTHEST) : at])
    ]


def _bringing(lows: Sequence[str], at: int) -> int:
    """How many tokens "produced" or "led to" has; 0 where "led" brings nothing to light."""
    if lows[at] != "led":
        return 1
    return 2 if lows[at + 1] == "to" else 0


_STOPPING = frozenset({"halt", "intercept", "seize", "capture"})
_LEAVING = frozenset("which who that".split())
_NEAREST, _LONGEST_LOAD = 10, 14
"""Tokens from the stop to its "with", and from there to "on board"."""


def loads(tokens: Tokens, spoken: Set[str], told: Sequence[Event]) -> list[Event]:
    """Events of what was on board of what was stopped: "was halted with 3 tonnes on board"."""
    if "with" not in spoken or not ("aboard" in spoken or "board" in spoken):
        return []
    return list(_loads(tokens, told))


_HAD = frozenset({"had", "having"})
_UPON = frozenset({"on", "with"})
_CARRIERS = frozenset("him her them himself herself".split())


def holdings(tokens: Tokens, spoken: Set[str]) -> list[Event]:
    """Events of what someone had with him: "he had 12 kg on him"."""
    if _HAD.isdisjoint(spoken) or _CARRIERS.isdisjoint(spoken):
        return []
    return [
        Event(at, at + 1, _FOUND, "active")
        for at in tokens.places_of(_HAD)
        if opens_things(tokens, at + 1) and _ends_on_person(tokens.lows, at + 1)
    ]


_TRAVELLING = frozenset(
    "enter entering entered leave leaving board boarding arrived arriving travelling traveling "
    "flying flew fly crossing returned returning".split()
)
_TRYING = frozenset("tried trying attempted attempting".split())
_JOURNEY = 8
"""Tokens from the verb of a journey to its "with"."""
_SMUGGLED = frozenset({"smuggle"})


def journeys(tokens: Tokens, spoken: Set[str]) -> list[Event]:
    """Events of what someone brought along: "tried to leave the country with 90 coins"."""
    if "with" not in spoken or _TRYING.isdisjoint(spoken) or _TRAVELLING.isdisjoint(spoken):
        return []
    return [
        Event(at, at + 1, _SMUGGLED, "active")
        for at in tokens.places_of(_WITH)
        if opens_things(tokens, at + 1)
        and not _TRAVELLING.isdisjoint(tokens.lows[max(0, at - _JOURNEY) : at])
    ]


def _ends_on_person(lows: Sequence[str], at: int) -> bool:
    """Whether "on him" comes soon after a token, with no other part of a sentence between."""
    for after in range(at, at + _LONGEST_LOAD):
        if lows[after] in _UPON:
            return lows[after + 1] in _CARRIERS
        if lows[after] in ("", ",", ".", "when", "that"):
            return False
    return False


def _loads(tokens: Tokens, told: Sequence[Event]) -> Iterator[Event]:
    lows = tokens.lows
    for at in tokens.places_of(_WITH):
        ahead = lows[at : at + _LONGEST_LOAD]
        if "aboard" not in ahead and "board" not in ahead:
            continue
        event = next((e for e in reversed(told) if e.last <= at), None)
        if event is None or event.unreal or not event.triggers & _STOPPING:
            continue
        between = lows[event.last : at]
        if len(between) <= _NEAREST and _LEAVING.isdisjoint(between):
            yield Event(at, at + 1, _FOUND, "active")


_WITH = frozenset({"with"})
