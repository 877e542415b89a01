"""Lists of what was seized: "Items recovered from them included", "Among the goods seized were"."""

from collections.abc import Sequence, Set

from facts.frames.lexicon import Lexicon
from facts.frames.nouns import noun_phrase
from facts.frames.tokens import Tokens
from facts.frames.triggers import Event
from facts.frames.words import BE, HAVE

_TAKING = frozenset({"seize", "recover", "find", "intercept", "foil_goods", "destroy", "take"})
"""What is done to things that are listed afterwards."""
_THOSE = frozenset("those people persons individuals suspects".split())
_HOLDING = frozenset({"arrest", "kill", "injure", "rescue", "kidnap", "charge", "convict"})
"""What is done to people: "those arrested include three doctors"."""
_INCLUDING = frozenset("include includes included comprise comprises comprised contained".split())
_COPULAS = frozenset("are were is was".split())
_OPENING = _INCLUDING | _COPULAS | {"including"}
_GENERAL = frozenset(
    "item items thing things good goods article articles object objects property properties "
    "material materials equipment exhibit exhibits contraband valuables belongings loot "
    "substances merchandise product products assets".split()
)
"""Words for things that say nothing of what they are: the list that follows says it."""
_HAULS = frozenset("haul hauls cache caches seizure seizures consignment shipment load".split())
_OTHERS = frozenset(["others", "other"])
_SOME = frozenset("some other the of a an several various # their his her".split())
_FARTHEST = 16
"""Tokens from what was done to the verb that opens the list."""
_NO_TRIGGERS = frozenset[str]()


def inclusions(
    tokens: Tokens, spoken: Set[str], told: Sequence[Event], lexicon: Lexicon
) -> list[Event]:
    """Events that open a list of what an earlier word of the sentence says was seized."""
    if _OPENING.isdisjoint(spoken) or not (
        any(event.triggers & (_TAKING | _HOLDING) for event in told) or spoken & _HAULS
    ):
        return []
    found: list[Event] = []
    lows = tokens.lows
    for at in [at for at, low in enumerate(lows) if low in _OPENING]:
        triggers = _opened(tokens, at, told, lexicon)
        if triggers:
            found.append(Event(at, at + 1 + (lows[at + 1] == ":"), triggers, "active"))
    return found


def additions(tokens: Tokens, spoken: Set[str], told: Sequence[Event]) -> list[Event]:
    """Events of what else was seized: "12 phones were seized in Lyon, as well as a pistol"."""
    if _ADDING.isdisjoint(spoken):
        return []
    found: list[Event] = []
    for at, low in enumerate(tokens.lows):
        if low not in _ADDING or (size := _adding(tokens.lows, at)) == 0:
            continue
        event = next((e for e in reversed(told) if e.last <= at and _takes(e)), None)
        if at <= _OPENING_WORDS and (taken := _opened_ahead(tokens, at + size, told)):
            found.append(Event(at, at + size, taken, "active"))
        elif event and not event.unreal and _goes_on_to(tokens.lows, event, at):
            found.append(Event(at, at + size, event.triggers & _SEIZING, "active"))
    return found


_OPENING_WORDS = 1
"""Tokens before the "addition" of "In addition to"."""


def _opened_ahead(tokens: Tokens, at: int, told: Sequence[Event]) -> frozenset[str]:
    """The triggers of "In addition to 4 kg of gold, officers seized 10 watches"."""
    event = next((e for e in told if e.first >= at and _takes(e)), None)
    if event is None or event.unreal or "," not in tokens.lows[at : event.first]:
        return _NO_TRIGGERS
    near = event.voice == "active" and event.first - at <= _FARTHEST
    return event.triggers & _SEIZING if near else _NO_TRIGGERS


def _takes(event: Event) -> bool:
    """Whether a verb says that something was seized."""
    return event.voice in _VERBAL and bool(event.triggers & _SEIZING)


_VERBAL = frozenset({"active", "passive", "reduced"})


_ADDING = frozenset({"plus", "well", "alongside", "along", "together", "addition"})
_SEIZING = frozenset({"seize", "recover", "find", "foil_goods"})


def _adding(lows: Sequence[str], at: int) -> int:
    """How many tokens "plus", "along with" or, from its second word, "in addition to" has."""
    if lows[at] in _WITH:
        return 2 if lows[at + 1] == _WITH[lows[at]] else 0
    if lows[at] != "well":
        return 1
    return 2 if lows[at - 1] == lows[at + 1] == "as" else 0


_WITH = {"along": "with", "together": "with", "addition": "to"}


def _goes_on_to(lows: Sequence[str], event: Event, at: int) -> bool:
    """Whether the words from a trigger to a token are of one clause."""
    between = lows[event.last : at]
    return len(between) <= _FARTHEST and not any(
        low in BE or low in HAVE or low in (";", ":") for low in between
    )


def resumed(tokens: Tokens) -> Event | None:
    """ "Others include", "Other items recovered are": the list of the sentence before goes on."""
    lows = tokens.lows
    if lows[0] not in _OTHERS:
        return None
    at = 1
    while lows[at] in _GENERAL or lows[at] == "recovered":
        at += 1
    if lows[at] not in _INCLUDING and not (lows[at] in _COPULAS and _opens_list(tokens, at + 1)):
        return None
    return Event(at, at + 1 + (lows[at + 1] == ":"), frozenset({"recover"}), "active")


def _opened(tokens: Tokens, at: int, told: Sequence[Event], lexicon: Lexicon) -> frozenset[str]:
    """The triggers of the list that a token opens; none where it opens no such list."""
    low = tokens.lows[at]
    if low == "including":
        return _of_object(tokens, at, told, lexicon)
    if low in _COPULAS and not _names_things(tokens, at, told):
        return _NO_TRIGGERS
    return _of_subject(tokens.lows, at, told)


def _of_subject(lows: Sequence[str], at: int, told: Sequence[Event]) -> frozenset[str]:
    """The triggers of "items recovered from the flat" before the verb at a token."""
    for event in reversed(told):
        if event.last > at:
            continue
        between = lows[event.last : at]
        if event.unreal or event.voice in ("active", "passive") or len(between) > _FARTHEST:
            return _NO_TRIGGERS
        if any(low in BE or low in HAVE or low in (";", ":") for low in between):
            return _NO_TRIGGERS
        if event.triggers & _TAKING:
            return event.triggers & _TAKING
        if lows[event.first - 1] in _THOSE:
            return event.triggers & _HOLDING
    return frozenset({"seize"}) if _is_haul(lows, at) else _NO_TRIGGERS


def _is_haul(lows: Sequence[str], at: int) -> bool:
    """ "The haul included", "The consignment comprised"."""
    return lows[at] in _INCLUDING and lows[at - 1] in _HAULS


def _of_object(tokens: Tokens, at: int, told: Sequence[Event], lexicon: Lexicon) -> frozenset[str]:
    """The triggers of "police found items" before "including" at a token."""
    before = at - (tokens.lows[at - 1] == ",")
    event = next((event for event in reversed(told) if event.last <= before), None)
    if event is None or event.unreal:
        return _NO_TRIGGERS
    if of_general := _of_general(tokens.lows, before, told):
        return of_general
    taking = event.triggers & _TAKING
    if event.voice == "passive":
        return taking if event.last == before else _NO_TRIGGERS
    if event.voice not in ("active", "of") or not taking:
        return _NO_TRIGGERS
    first = event.last
    while first < before and tokens.lows[first] in _SOME:
        first += 1
    noun = noun_phrase(tokens, first, lexicon) if first < before else None
    if noun is None or noun.last != before:
        return _NO_TRIGGERS
    known = tokens.lows[before - 1] in _GENERAL or noun.category
    return taking if known else _NO_TRIGGERS


def _of_general(lows: Sequence[str], last: int, told: Sequence[Event]) -> frozenset[str]:
    """The triggers of "the equipment seized in the raid" before a token."""
    for event in reversed(told):
        if event.last <= last and event.voice == "reduced" and not event.unreal:
            before = lows[event.first - 1]
            near = (before in _GENERAL or before in _HAULS) and _goes_on_to(lows, event, last)
            return event.triggers & _TAKING if near else _NO_TRIGGERS
    return _NO_TRIGGERS


def _names_things(tokens: Tokens, at: int, told: Sequence[Event]) -> bool:
    """Whether "are" or "were" at a token tells what the things before it are, and not their lot."""
    if any(event.first == at + 1 for event in told) or not _opens_list(tokens, at + 1):
        return False
    lows = tokens.lows
    if lows[0] == "among" or not _GENERAL.isdisjoint(lows[: min(at, 5)]):
        return True
    first = told[0] if told else None  # "Also recovered were", "Seized from them were"
    return first is not None and first.first <= 1 and first.voice not in ("active", "passive")


def _opens_list(tokens: Tokens, at: int) -> bool:
    """Whether a number, an article or words joined to others come at a token."""
    if at in tokens.numbers or tokens.lows[at] in ("a", "an", ":"):
        return True
    near = tokens.lows[at : at + 6]
    return tokens.is_word(at) and not near[0].endswith("ed") and ("," in near or "and" in near)
