"""Totals of what was seized: "brings the cocaine seized this year to 5 tonnes", "seizures rose"."""

from facts.frames.nouns import NounPhrase, noun_phrase
from facts.frames.phrases import Phrase
from facts.frames.sentence import Sentence
from facts.frames.words import BE

_CUES = frozenset("total amount quantity volume seizures confiscations interceptions".split())
_SEIZED = frozenset("seized confiscated intercepted recovered captured impounded".split())
_LEADING = frozenset("to at of from".split())
_REACHING = frozenset(
    "reached reaches totalled totaled totals exceeded hit topped passed surpassed exceeds".split()
)
_CHANGED = frozenset(
    "rose risen rise rising increased increasing grew grown climbed climbing jumped soared surged "
    "fell fallen falling dropped dropping declined declining decreased went gone shot plunged "
    "plummeted doubled tripled quadrupled".split()
)
_FARTHEST = 30
"""Tokens before an amount in which the words are that say of what it is the total."""


def total_of(sentence: Sentence, phrase: Phrase) -> NounPhrase | None:
    """The substance that an amount alone is the total of; None where nothing says so."""
    amount = phrase.amount
    if phrase.noun or amount is None or not amount.is_measured or phrase.value is None:
        return None
    if not _HAULS.isdisjoint(sentence.spoken) and (hauled := _of_haul(sentence, phrase)):
        return hauled
    if _CUES.isdisjoint(sentence.spoken) or not _is_led_to(sentence, phrase):
        return None
    lows, first = sentence.lows, max(0, phrase.first - _FARTHEST)
    before = lows[first : phrase.first]
    changed = before[-1] in _REACHING or not _CHANGED.isdisjoint(before)
    if changed and "seizures" in before:
        return _of_seizures(sentence, first, phrase.first)
    if _SEIZED.isdisjoint(before):
        return None
    return _of_amount(sentence, first, phrase.first)


_HAULS = frozenset("seizure haul shipment consignment bust load cargo".split())
_JOINED = frozenset(["of", ",", "(", ":", "-"])


def _of_haul(sentence: Sentence, phrase: Phrase) -> NounPhrase | None:
    """The cocaine of "their biggest cocaine seizure, 4.2 tonnes", "a cocaine haul of 4 kg"."""
    at = phrase.first - 2
    if named := _named_haul(sentence, phrase):
        return named
    if sentence.lows[at] not in _HAULS or sentence.lows[at + 1] not in _JOINED:
        return None
    noun = _substance(sentence, at - 1)
    return noun and NounPhrase(at - 1, at, noun.sense, noun.substance, noun.capital)


def _named_haul(sentence: Sentence, phrase: Phrase) -> NounPhrase | None:
    """The opium of "the biggest seizure of opium, 300 kg", "in a seizure of opium they found"."""
    lows = sentence.lows
    for at in range(max(0, phrase.first - _NEAR), phrase.first - 2):
        if lows[at] in _HAULS and lows[at + 1] == "of":
            noun = _substance(sentence, at + 2)
            if noun and (
                (noun.last == phrase.first - 1 and lows[noun.last] == ",")
                or any(e.last == phrase.first and e.voice == "active" for e in sentence.events)
            ):
                return noun
    return None


_NEAR = 12
"""Tokens from a haul to its weight."""


def _is_led_to(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether "to", "is" or "reached" stands before an amount."""
    before = sentence.lows[phrase.first - 1]
    return before in _LEADING or before in _REACHING or before in BE


def _of_amount(sentence: Sentence, first: int, last: int) -> NounPhrase | None:
    """The cocaine of "the total quantity of cocaine seized"."""
    for at in range(first, last):
        if sentence.lows[at] in ("total", "amount", "quantity", "volume"):
            at += 1
            while sentence.lows[at] in ("amount", "quantity", "volume", "of", "the"):
                at += 1
            noun = _substance(sentence, at)
            if noun and noun.last < last and sentence.lows[noun.last] in _SEIZED:
                return noun
    return None


def _of_seizures(sentence: Sentence, first: int, last: int) -> NounPhrase | None:
    """The cocaine of "seizures of cocaine rose", the drug of "drug seizures"."""
    at = next(at for at in range(first, last) if sentence.lows[at] == "seizures")
    if sentence.lows[at + 1] == "of":
        return _substance(sentence, at + 2)
    for start in (at - 2, at - 1):
        noun = _substance(sentence, start) if start >= first else None
        if noun:
            return NounPhrase(start, at, noun.sense, noun.substance, noun.capital)
    return None


def _substance(sentence: Sentence, at: int) -> NounPhrase | None:
    noun = noun_phrase(sentence.tokens, at, sentence.lexicon)
    return noun if noun and noun.substance else None
