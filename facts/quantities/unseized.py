"""What only looks seized: what a thing is, a charge, a record, what robbers took."""

from facts.frames.phrases import Phrase
from facts.frames.sentence import Sentence
from facts.frames.triggers import Event
from facts.frames.words import ADVERBS, HAVE

_KINDS = frozenset(
    "animal bird chemical commodity device firearm item mammal medicine object plant product "
    "reptile species substance vehicle weapon".split()
)
"""Nouns that say what sort of thing the thing before them is."""


def is_explanation(sentence: Sentence, phrase: Phrase) -> bool:
    """ "3 kg of meth, a drug that spreads", "12 AK-47s, a weapon liked by rebels"."""
    if not phrase.article or phrase.noun is None:
        return False
    head = sentence.lows[phrase.noun.last - 1]
    sense = sentence.lexicon.senses.get(head)
    if sense and sense.substance and sense.category == "drug" and not sense.unit:
        return True  # drugs are weighed: "a drug" counts no thing
    if head not in _KINDS or sentence.lows[phrase.last] in (",", "and", "or"):
        return False
    before = phrase.first - 1
    return sentence.lows[before] == "," and any(
        p.last == before and phrase.category in (p.category, "goods") for p in sentence.phrases
    )


_CHARGES = frozenset(
    "charged charges charge accused convicted guilty jailed sentenced imprisoned indicted count "
    "counts trial suspicion conspiracy".split()
)
_HAVING = frozenset(
    "possession possessing carrying smuggling trafficking importing exporting importation "
    "supplying supply transporting dealing selling sale distributing distribution".split()
)
_NEAR = 9
"""Tokens before the deed in which the charge is named."""


def is_charge(sentence: Sentence, event: Event) -> bool:
    """ "charged with importing a Class A drug": what is held against someone, and no amount."""
    if sentence.lows[event.first] not in _HAVING:
        return False
    before = sentence.lows[max(0, event.first - _NEAR) : event.first]
    return not _CHARGES.isdisjoint(before) or "arrested for" in " ".join(before[-3:])


_TRYING = frozenset(
    "trying tried attempted attempting attempt attempts bid bids plan plans".split()
)
_FOILING = frozenset("foil arrest catch seize recover intercept halt find".split())


def is_mere_attempt(sentence: Sentence, event: Event) -> bool:
    """ "had been trying to smuggle oil": nobody is said to have stopped it."""
    if "foil_goods" not in event.triggers or sentence.lows[event.first] not in _TRYING:
        return False
    others = (other for other in sentence.events if other.first != event.first)
    return all(_FOILING.isdisjoint(other.triggers) for other in others)


_SUPERLATIVES = frozenset("largest biggest greatest heaviest highest such".split())
_ATTRIBUTES = 4
"""Tokens before a noun of action in which its attributes stand."""


def is_record(sentence: Sentence, event: Event) -> bool:
    """ "the largest shipment of meth ever seized": how large the one told of elsewhere is."""
    before = sentence.lows[max(0, event.first - _ATTRIBUTES) : event.first]
    return event.voice == "of" and not _SUPERLATIVES.isdisjoint(before)


_ROBBERS = frozenset(
    "pirates gunmen militants rebels bandits hijackers attackers insurgents jihadists thieves "
    "robbers terrorists kidnappers assailants raiders looters extremists".split()
)


def is_robbery(sentence: Sentence, event: Event) -> bool:
    """ "pirates seized a cargo ship": no office took it."""
    at = event.first - 1
    while sentence.lows[at] in HAVE or sentence.lows[at] in ADVERBS:
        at -= 1
    return event.voice == "active" and sentence.lows[at] in _ROBBERS


_HELD = frozenset({"arrest", "catch", "seize", "recover", "find_bodies", "intercept", "halt"})


def is_armament(sentence: Sentence, event: Event) -> bool:
    """ "men armed with rifles opened fire": nothing says that the rifles were taken."""
    return sentence.lows[event.first] == "armed" and not any(
        _HELD & other.triggers for other in sentence.events
    )


_THROWN = frozenset("throw throws threw thrown throwing".split())


def is_thrown_at(sentence: Sentence, event: Event, phrase: Phrase) -> bool:
    """ "threw two grenades at the station"."""
    return sentence.lows[event.first] in _THROWN and sentence.lows[phrase.last] == "at"


_DEEDS = frozenset("haul hauls seizure seizures bust busts raid raids find finds".split())


def counts_deeds(sentence: Sentence, phrase: Phrase) -> bool:
    """ "three drug busts", "two cocaine hauls": how often drugs were found, and no amount."""
    if phrase.amount and phrase.amount.is_measured:
        return False
    for last in (phrase.last, phrase.last - 1):
        sense = sentence.lexicon.senses.get(sentence.lows[last - 1])
        if sentence.lows[last] in _DEEDS and sense and sense.substance:
            return True
    return False
