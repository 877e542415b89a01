"""Whether a thing was seized: by the trigger that governs it, or by what it is."""

from collections.abc import Callable

from facts.frames.ground import Governor
from facts.frames.lexicon import CONTRABAND
from facts.frames.phrases import Phrase
from facts.frames.sentence import Sentence
from facts.frames.triggers import Event
from facts.frames.words import PREPOSITIONS
from facts.quantities.dealing import TAKING
from facts.quantities.unseized import (
    is_armament,
    is_charge,
    is_explanation,
    is_record,
    is_robbery,
    is_thrown_at,
)

_STRONG = 0.9
_SOLID = frozenset({"seize", "recover", "foil_goods", "capture"})
_HIDING = frozenset({"hide", "find"})
_HIDDEN = frozenset(
    "hidden concealed buried stashed found discovered camouflaged stowed packed".split()
)
_LOADS = frozenset("shipment consignment load cargo truckload container delivery batch".split())
_COVERS = frozenset("among amongst beneath behind underneath between inside in within by".split())
"""Words before the legal load that contraband was hidden in."""
_STATISTICS = frozenset(
    "produced produces production producing cultivation cultivated consumed consumption hectares "
    "produce consume manufacture price prices addicts users".split()
)
"""Words of sentences about markets and harvests: no seizure without a trigger that governs it."""


def is_seized(
    sentence: Sentence, phrase: Phrase, category: str | None, *, measured: bool, listed: bool
) -> bool:
    """Whether the thing of a phrase was seized.

    `measured` for what is weighed or poured, `listed` for what continues a list of seized things:
    both need less of a trigger than an unknown thing that is counted.
    """
    if is_explanation(sentence, phrase):
        return False
    if phrase.article and category in CONTRABAND and _is_held_with(sentence, phrase):
        return True
    if category in CONTRABAND and _is_load_told_of(sentence, phrase):
        return True
    if measured and _is_of_before(sentence, phrase):
        return any(not TAKING.isdisjoint(event.triggers) for event in sentence.events)
    known = category is not None or listed
    takes = sentence.lexicon.takes

    foiled = "foil" in sentence.scope.triggers

    def fits(event: Event) -> bool:
        if foiled and known and "smuggle" in event.triggers:
            return True  # "the smuggling of 300 litres of petrol was foiled"
        return takes(event.triggers, category, known=known or measured)

    governor = sentence.scope.governor(phrase, fits)
    if governor and _is_not_taken(sentence, phrase, governor.event):
        return False
    if governor and governor.strength >= _STRONG:
        return _is_taken(sentence, phrase, category, governor, listed=listed)
    if listed or (phrase.amount and _is_with_arrest(sentence, phrase)):
        return True
    if phrase.article or _is_definite(sentence, phrase):
        return False
    if known and _is_with_arrest(sentence, phrase):
        return True
    if known and phrase.noun and _is_taken_with_people(sentence, phrase):
        return True
    return _is_contraband_told(sentence, phrase, category, fits, measured=measured)


def _is_taken_with_people(sentence: Sentence, phrase: Phrase) -> bool:
    """ "arrested three smugglers, two trucks and 40 kg of tobacco": things in a list with them."""
    if not is_joined(sentence, phrase) or "arrest" not in sentence.scope.triggers:
        return False
    if sentence.lows[phrase.last] not in _LIST_GOES_ON:
        return False  # "and two cars were stolen"

    def arrests(event: Event) -> bool:
        return "arrest" in event.triggers and event.voice == "active"

    governor = sentence.scope.governor(phrase, arrests)
    if governor is None or governor.strength < _LISTED:
        return False
    last = governor.event.last
    return any(p.is_personal and last <= p.first < phrase.first for p in sentence.phrases)


_LIST_GOES_ON = frozenset([",", "and", "&", ".", ";", "", "in", "on", "at", "from", "during", "as"])
_LISTED = 2.0
"""From here on a phrase goes on with a list that its trigger opens."""


def _is_not_taken(sentence: Sentence, phrase: Phrase, event: Event) -> bool:
    """Whether what governs a phrase says nothing of an office that took it."""
    if phrase.article and (is_charge(sentence, event) or is_record(sentence, event)):
        return True
    return (
        _is_potential(sentence, event)
        or is_robbery(sentence, event)
        or is_armament(sentence, event)
        or is_thrown_at(sentence, event, phrase)
    )


def _is_load_told_of(sentence: Sentence, phrase: Phrase) -> bool:
    """ "The heroin weighed 12 kg": what is told of with "the" was found before."""
    if phrase.noun or sentence.lows[0] != "the" or sentence.lows[phrase.first - 1] not in _WEIGHED:
        return False
    sense = sentence.lexicon.senses.get(sentence.lows[phrase.first - 2])
    return sense is not None and sense.substance is not None


_WEIGHED = frozenset({"weighed", "totalled", "totaled"})


def _is_of_before(sentence: Sentence, phrase: Phrase) -> bool:
    """ "seized 68 tonnes of cocaine, up from 49 tonnes in 2020": as much as another time."""
    before, earlier = sentence.lows[phrase.first - 1], sentence.lows[phrase.first - 2]
    return phrase.noun is None and before == "from" and earlier in ("up", "down")


def _is_taken(
    sentence: Sentence, phrase: Phrase, category: str | None, governor: Governor, *, listed: bool
) -> bool:
    """Whether a trigger takes what it governs: "a car" needs to stand beside it, or to be told."""
    if phrase.article and _is_aboard(sentence, phrase, governor):
        return False
    if not phrase.article:
        return governor.direct or not _is_definite(sentence, phrase)
    solid = bool(_SOLID & governor.event.triggers)
    if not (listed or solid or category in ("drug", "weapon")):
        return False
    first = phrase is sentence.phrases[0] and governor.event.voice == "passive"
    return governor.direct or listed or first or (solid and _goes_on(sentence, phrase, governor))


def _is_aboard(sentence: Sentence, phrase: Phrase, governor: Governor) -> bool:
    """The boat of "76 bales that were carried on a boat were recovered"."""
    follows = governor.event.first >= phrase.last
    return follows and sentence.lows[phrase.first - 1] in PREPOSITIONS


def _goes_on(sentence: Sentence, phrase: Phrase, governor: Governor) -> bool:
    """The van of "seized documents, phones and a van": no number stands before it."""
    active = governor.event.voice == "active" and governor.strength >= _SOLE
    return active and is_joined(sentence, phrase)


_SOLE = 1.85
"""From here on nothing with a number stands between a trigger and what it governs."""


def _is_contraband_told(
    sentence: Sentence,
    phrase: Phrase,
    category: str | None,
    fits: Callable[[Event], bool],
    *,
    measured: bool,
) -> bool:
    """Whether contraband in a sentence of seizures was seized though no trigger reaches it."""
    if category not in CONTRABAND or _is_elsewhere(sentence, phrase):
        return False
    if sentence.scope.is_unreal(phrase, fits):
        return False
    near = any(fits(event) for event in sentence.events)
    if measured or phrase.amount is not None:
        return near or any("arrest" in event.triggers for event in sentence.events)
    return near and category != "wildlife"


def _is_potential(sentence: Sentence, event: Event) -> bool:
    """ "had the capacity to transport eight tons of drugs": what could be carried."""
    before, earlier = sentence.lows[event.first - 1], sentence.lows[event.first - 2]
    if before == "of":
        return earlier == "capable"
    if not event.triggers & {"smuggle", "hide"}:
        return False
    return earlier in _ABLE if before == "to" else before in ("can", "could")


_ABLE = frozenset("capacity able ability capability designed built equipped enough".split())


def is_cover(sentence: Sentence, phrase: Phrase) -> bool:
    """ "hidden under 340 sacks of maize", "among 20 tonnes of bananas": the load above it."""
    if phrase.category in CONTRABAND:
        return False
    before = sentence.lows[phrase.first - 1]
    if phrase.mod == "less_than":
        return before != "of" and any(
            event.first < phrase.first and event.triggers & _HIDING for event in sentence.events
        )
    at = phrase.first
    if before == "of" and sentence.lows[at - 2] in _LOADS:
        at -= 3
        before = sentence.lows[at - 1] if sentence.lows[at] in ("a", "the", "an", "its") else ""
    return before in _COVERS and sentence.lows[at - 2] in _HIDDEN


def is_more_cover(sentence: Sentence, phrase: Phrase) -> bool:
    """ "under 300 sacks of rice and 40 crates of onions": the load above goes on."""
    return phrase.category not in CONTRABAND and is_joined(sentence, phrase)


def is_joined(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase goes on with the list of the one before it."""
    return sentence.lows[phrase.first - 1] in (",", "and", "&")


def _is_definite(sentence: Sentence, phrase: Phrase) -> bool:
    """ "the first two cars" are cars that were named before."""
    before = sentence.lows[phrase.first - 1]
    return before in ("the", "these", "those", "first", "last") and not phrase.amount


def _is_with_arrest(sentence: Sentence, phrase: Phrase) -> bool:
    """ "57 people were arrested with 14 hunting rifles"."""
    before = sentence.lows[phrase.first - 1]
    if before in ("their", "his", "her", "some", "about"):
        before = sentence.lows[phrase.first - 2]
    if before not in _CAUGHT_DOING:
        return False
    stopped = before == "with" and phrase.category in CONTRABAND
    caught = _ARRESTING | {"halt"} if stopped else _ARRESTING
    return _arrest_before(sentence, phrase, caught) is not None


_CAUGHT_DOING = frozenset("with carrying possessing over for selling offering hawking".split())


def _is_held_with(sentence: Sentence, phrase: Phrase) -> bool:
    """ "held six men in the park with a live pangolin", but not "over an attack with a knife"."""
    if sentence.lows[phrase.first - 1] != "with":
        return False
    arrest = _arrest_before(sentence, phrase)
    if arrest is None:
        return False
    return _ON_SUSPICION.isdisjoint(sentence.lows[arrest.last : phrase.first])


_ON_SUSPICION = frozenset("over for after following attack assault armed threatening".split())


_ARRESTING = frozenset({"arrest", "catch"})


def _arrest_before(
    sentence: Sentence, phrase: Phrase, caught: frozenset[str] = _ARRESTING
) -> Event | None:
    """The nearest arrest told before a phrase."""
    for event in reversed(sentence.events):
        if event.first < phrase.first and not caught.isdisjoint(event.triggers):
            return event
    return None


def _is_elsewhere(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the sentence is about markets, or the amount what something came from."""
    before = sentence.lows[phrase.first - 1]
    return bool(sentence.spoken & _STATISTICS) or before in ("from", "by", "to")
