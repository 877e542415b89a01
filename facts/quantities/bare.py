"""Things seized that have no number: "weapons and ammunition", "tonnes of cannabis"."""

from collections.abc import Iterator, Sequence

from facts.frames.nouns import noun_phrase
from facts.frames.phrases import Phrase
from facts.frames.sentence import Sentence
from facts.frames.triggers import Event
from facts.frames.words import BE, HAVE, PREPOSITIONS
from facts.model import Mention
from facts.quantities.lists import (
    JOINTS,
    SEIZING,
    SOLID,
    SURE_CATEGORIES,
    things_from,
    things_to,
    weighed_together,
)
from facts.quantities.things import mention_of
from facts.quantities.unseized import (
    is_armament,
    is_charge,
    is_mere_attempt,
    is_record,
    is_robbery,
)


def bare_things(sentence: Sentence, counted: Sequence[tuple[int, Phrase]]) -> Iterator[Mention]:
    """The things without a number that a seizing trigger of the sentence governs.

    `counted` are the phrases of things seized that have a number, each with the token after it:
    "seized 5 kg of heroin at the port, two pistols and ammunition".
    """
    if "no" in sentence.spoken or "without" in sentence.spoken or "nothing" in sentence.spoken:
        return
    taken: set[int] = set()
    for mention in _every(sentence, counted):
        if mention.start not in taken:
            taken.add(mention.start)
            yield mention


def _every(sentence: Sentence, counted: Sequence[tuple[int, Phrase]]) -> Iterator[Mention]:
    for event in sentence.events:
        if event.triggers & SEIZING:
            yield from _of_event(sentence, event)
    for at, phrase in counted:
        first = at + (sentence.lows[at] == "," and sentence.lows[at + 1] == "including")
        if sentence.lows[first] == "including":
            yield from things_from(sentence, first + 1, solid=True)
        elif sentence.lows[at] in _GOING_ON:
            yield from things_from(sentence, at, solid=True, weighed=weighed_together(phrase))


_GOING_ON = JOINTS | {"as"}
"""What stands after a thing with a number where the list goes on."""


def _of_event(sentence: Sentence, event: Event) -> Iterator[Mention]:
    if _is_not_taken(sentence, event):
        return
    solid = bool(event.triggers & SOLID)
    if event.voice == "of" and (_is_trend(sentence, event) or _is_load(sentence, event)):
        return
    if event.voice in ("active", "of"):
        yield from things_from(sentence, event.last, solid=solid)
    elif event.voice == "passive":
        yield from _before(sentence, event, solid=solid)
    elif event.voice == "reduced" and solid and _shares_auxiliary(sentence, event):
        yield from _longest(sentence, event.first, after="and") or ()
    elif "seize" in event.triggers:
        yield from _seized_thing(sentence, event)


def _is_not_taken(sentence: Sentence, event: Event) -> bool:
    """Whether an event names a charge, a record, a robbery, or how someone was armed."""
    return (
        is_charge(sentence, event)
        or is_mere_attempt(sentence, event)
        or is_record(sentence, event)
        or is_robbery(sentence, event)
        or is_armament(sentence, event)
    )


def _shares_auxiliary(sentence: Sentence, event: Event) -> bool:
    """ "Two men were held and knives seized": what was done is told by an earlier "were"."""
    return any(
        other.voice == "passive" or sentence.lows[other.first - 1] in BE
        for other in sentence.events
        if other.first < event.first
    )


def _is_trend(sentence: Sentence, event: Event) -> bool:
    """ "Seizures of cocaine rose": how much is seized in general."""
    return sentence.lows[event.first] == "seizures" and not _TRENDS.isdisjoint(
        sentence.lows[event.last : event.last + _NEAR]
    )


def _is_load(sentence: Sentence, event: Event) -> bool:
    """ "a route for the transport of drugs": a load of which nothing says that it was found."""
    if sentence.lows[event.first] not in _LOADS:
        return False
    return not any(
        other.triggers & SEIZING and other.voice != "mention" and other.first != event.first
        for other in sentence.events
    )


_LOADS = frozenset(
    "shipment shipments consignment consignments cargo transport transportation load".split()
)
_TRENDS = frozenset(
    "rose risen fell fallen increased decreased grew grown dropped declined doubled tripled jumped "
    "soared surged climbed plunged reached topped hit passed exceeded totalled totaled".split()
)
_NEAR = 6


def _before(sentence: Sentence, event: Event, *, solid: bool) -> Iterator[Mention]:
    """A list that precedes a passive: "weapons and ammunition were also seized"."""
    end = _subject_end(sentence, event)
    if end == event.first:
        return
    for last in _ends(sentence, end):
        found = _longest(sentence, last)
        if found:
            yield from found if solid or _is_found(sentence, event, found) else _sure(found)
            return


def _subject_end(sentence: Sentence, event: Event) -> int:
    """The token after the subject of a passive."""
    end, lows = event.first, sentence.lows
    while end > 0 and (lows[end - 1] in BE | HAVE or lows[end - 1] in ("also", "all")):
        end -= 1
    return end


def _ends(sentence: Sentence, end: int) -> Iterator[int]:
    """Where a list may end: at the verb, or at what is said of the things before it."""
    yield end
    for at in range(end - 1, max(0, end - _LONGEST_ASIDE), -1):
        if sentence.lows[at] in _SAYING_MORE:
            yield at


def _longest(sentence: Sentence, end: int, *, after: str = "") -> list[Mention] | None:
    """The things of the longest list that ends at a token; `after` a word, if there is one."""
    numbers = sentence.scope.clauses
    for first in range(max(0, end - _LONGEST_LIST), end):
        before = sentence.lows[first - 1]
        opens = (
            first == 0
            or before in JOINTS
            or numbers[first - 1] != numbers[first]
            or before in ("some", "other", "that", "while")
        )
        if before in JOINTS and _is_thing(sentence, first - 2):
            continue  # only the end of a list: "for rifles and pistols"
        if after and (before != after or first == 0):
            continue
        if opens and numbers[first] == numbers[end - 1]:
            found = things_to(sentence, first, end)
            if found:
                return found
    return None


def _is_thing(sentence: Sentence, at: int) -> bool:
    """Whether a word stands for a thing that may be seized."""
    sense = sentence.lexicon.senses.get(sentence.lows[at]) if at >= 0 else None
    return sense is not None and sense.category is not None


_LONGEST_LIST = 24
"""Tokens before a passive that may be the list of what was seized."""
_LONGEST_ASIDE = 6
"""Tokens that say more of the things before the verb: "watches *of high value* were seized"."""
_SAYING_MORE = PREPOSITIONS | frozenset(
    "belonging used hidden concealed stashed abandoned believed meant intended destined".split()
)


def _is_found(sentence: Sentence, event: Event, found: Sequence[Mention]) -> bool:
    """Whether things were taken that are said to have been found: several, or found and kept."""
    if "find" not in event.triggers:
        return False
    return len(found) > 1 or any(
        other.triggers & SOLID and other.voice == "passive" for other in sentence.events
    )


def _sure(found: Sequence[Mention]) -> Iterator[Mention]:
    """Those of a list that nobody finds and leaves where they are."""
    for mention in found:
        if getattr(mention.value, "category", None) in SURE_CATEGORIES:
            yield mention


def _seized_thing(sentence: Sentence, event: Event) -> Iterator[Mention]:
    """ "the seized car": one thing, named by what was done to it."""
    if sentence.lows[event.first - 1] not in ("the", "this", "that"):
        return
    noun = noun_phrase(sentence.tokens, event.last, sentence.lexicon)
    if noun is None or noun.category is None or noun.sense.many or noun.sense.substance:
        return
    yield mention_of(sentence, noun, event.first, None, single=True)
