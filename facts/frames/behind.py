"""A trigger that stands behind its phrase: "3 men were arrested"."""

from collections.abc import Sequence

from facts.frames.ahead import lets_through
from facts.frames.between import AUXILIARY, JOINED_VERB, OPENING_RELATIVE
from facts.frames.ground import GROUPS, OPEN, Governor, Ground
from facts.frames.phrases import Phrase
from facts.frames.triggers import Event
from facts.frames.words import HAVE, PREPOSITIONS, RELATIVES, SUBORDINATORS, WEIGHING

_RELATIVE = 1.05
"""What is told of those counted beside the verb of the sentence: "freed two men who were held"."""


def governor_behind(ground: Ground, phrase: Phrase, fitting: Sequence[bool]) -> Governor | None:
    """The fitting trigger behind a phrase that tells of it, and not of what stands between."""
    told: Governor | None = None
    own = _own_verb(ground, phrase)
    last = max(phrase.last, phrase.noun.last) if phrase.noun else phrase.last
    for event, fits in zip(ground.events, fitting, strict=True):
        if not fits or event.first < last:
            continue
        contact = _is_contact(ground, event, last)
        if event.voice not in ("passive", "reduced") and not contact:
            continue
        if own and event.first > own.last and not _joins_verb(ground, own, event):
            break
        if event.unreal or not ground.same_clause(phrase.last - 1, event.first):
            break
        if _is_of_a_part(ground, event, phrase) or _is_beside(ground, event, fitting):
            continue
        found = (
            Governor(event, 2.0, direct=True) if contact else _from_behind(ground, event, phrase)
        )
        if found.strength != _RELATIVE:
            return max(told or found, found, key=lambda governor: governor.strength)
        told = told or found
    return told


_TAKERS = frozenset("they he she we it police officers investigators customs agents".split())


def _is_contact(ground: Ground, event: Event, last: int) -> bool:
    """The seized of "the 40 tusks they had seized were put on display"."""
    if event.voice != "active" or ground.lows[last] not in _TAKERS:
        return False
    return event.first > last + 1 and HAVE.issuperset(ground.lows[last + 1 : event.first])


def _own_verb(ground: Ground, phrase: Phrase) -> Event | None:
    """The searched of "six houses were searched and 20 kg seized": what was done to it."""
    at = phrase.last
    while ground.lows[at] in AUXILIARY:
        at += 1
    if at == phrase.last:
        return None
    return next((e for e in ground.events if e.first == at and e.voice == "passive"), None)


def _joins_verb(ground: Ground, own: Event, event: Event) -> bool:
    """Whether the same was done and more: "were searched and later sealed"."""
    return JOINED_VERB.issuperset(ground.lows[own.last : event.first])


def _is_of_a_part(ground: Ground, event: Event, phrase: Phrase) -> bool:
    """The wanted of "three smugglers, one of them wanted in Italy, were remanded"."""
    return any(
        p.of_whole and phrase.last <= p.first and _opens_relative(ground, p.last, event.first)
        for p in ground.phrases
    )


def _opens_relative(ground: Ground, first: int, last: int) -> bool:
    """Whether nothing but "of whom is" stands between."""
    return first <= last and OPENING_RELATIVE.issuperset(ground.lows[first:last])


def _is_beside(ground: Ground, event: Event, fitting: Sequence[bool]) -> bool:
    """The wanted of "two organisers, both wanted by a court, were arrested"."""
    if "want" not in event.triggers or ground.lows[event.first - 1] not in (",", "both", "all"):
        return False
    return any(
        fits and other.first > event.first and other.voice == "passive"
        for other, fits in zip(ground.events, fitting, strict=True)
    )


def _from_behind(ground: Ground, event: Event, phrase: Phrase) -> Governor:
    between = ground.lows[phrase.last : event.first]
    if AUXILIARY.issuperset(between):
        return Governor(event, 2.8 if between else 2.6, direct=True)
    subjects = [
        p
        for p in ground.phrases
        if phrase.last <= p.first < event.first
        and not (_is_prepositional(ground, p) or _is_of_noun(ground, p))
        and (p.is_personal or not p.article)
        and not _is_said_of(ground, p, phrase)
    ]
    joined = subjects and all(lets_through(ground, p) in ("list", "with") for p in subjects)
    distance = 0.01 * len(between)
    if between[0] in RELATIVES and AUXILIARY.issuperset(between[1:]):
        return Governor(event, _RELATIVE, direct=False)
    if any(e.voice == "active" and phrase.last <= e.first < event.first for e in ground.events):
        distance += 0.2
    taken = any(
        p.number and phrase.last <= p.first and p.last == event.first and not joined
        for p in ground.phrases
        if not (phrase.of_whole and _is_of_noun(ground, p))
    )
    if taken or _is_prepositional(ground, phrase) or (subjects and not joined):
        return Governor(event, 0.6 - distance, direct=False)
    return Governor(event, 1.6 - distance, direct=False)


def _is_said_of(ground: Ground, other: Phrase, phrase: Phrase) -> bool:
    """ "migrants of various nationalities", "tusks weighing 40 kg", "men, one a boy", an aside."""
    before = ground.lows[other.first - 1]
    if before in WEIGHING and other.noun is None:
        return True
    if before == "of" and other.value is None:
        return True
    if before == "," and other.of_whole and other.value == 1:
        return True
    if before in ("them", "whom") and other.article:
        return True
    return not ground.same_clause(phrase.last - 1, other.first)


def _is_of_noun(ground: Ground, phrase: Phrase) -> bool:
    """The migrants of "29 suspects in the smuggling of 750 migrants were arrested"."""
    at = phrase.first - 1
    at -= ground.lows[at] in ("the", "these", "those")
    return ground.lows[at] == "of" and ground.lows[at - 1] not in GROUPS


_LEADING = frozenset("resulted resulting results ended culminated culminating seen saw".split())


def _is_prepositional(ground: Ground, phrase: Phrase) -> bool:
    before = ground.lows[phrase.first - 1]
    if before == "of" and phrase.article:
        return True
    if before == "in" and ground.lows[phrase.first - 2] in _LEADING:
        return False  # "resulted in two men being charged"
    return before in PREPOSITIONS and before not in OPEN and before not in SUBORDINATORS
