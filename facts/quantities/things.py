"""What a phrase says was seized: how far its name goes, and which rule knows it."""

from decimal import Decimal

from msgspec import Struct, structs

from facts.frames.nouns import NounPhrase, noun_phrase
from facts.frames.phrases import Phrase
from facts.frames.sentence import Sentence
from facts.frames.words import STOP, WEIGHING
from facts.model import Mention, Seizure

_SUSPECTED = (
    "suspected to be",
    "suspected to contain",
    "suspected of being",
    "suspected of containing",
    "suspected",
    "believed to be",
    "believed to contain",
    "thought to be",
    "thought to contain",
    "presumed to be",
    "appearing to be",
    "alleged to be",
    "containing",
    "which contained",
    "that contained",
    "filled with",
    "stuffed with",
    "packed with",
)
"""What joins leaves or parcels to the drug they hold or are thought to hold."""
_SUSPICIONS = frozenset(words.partition(" ")[0] for words in _SUSPECTED)
_BEFORE_AMOUNT = WEIGHING | {"(", ":"}
_BEFORE_WEIGHT = frozenset(
    [*"with a an total of gross net combined overall estimated".split(), ","]
)
_SORTS = frozenset("strain strains variety type form kind brand derivative".split())
"""Words of what only explains a thing named before: "Loud, a strain of cannabis, weighing"."""
_MIXTURES = frozenset("mixture mix blend assortment variety".split())
PERSONAL = frozenset({"person", "suspect", "fighter", "migrant", "victim", "officer", "cell"})
"""Nouns of people and gangs: held, never seized."""


class Thing(Struct, frozen=True, gc=False):
    """What a phrase says was seized."""

    item: str
    category: str | None
    rule: str
    end: int
    """The token after it."""
    unit: str | None = None
    """The package, where that is the noun: 36 *tea bags* containing shabu."""


def named(sentence: Sentence, noun: NounPhrase, phrase: Phrase) -> Thing:
    """The thing a noun phrase names, as far as its words go on."""
    first = noun.first
    while first < noun.last - 1 and sentence.lows[first] in _SAYING_LITTLE:
        first += 1
    amount = phrase.amount
    end = _end_of(sentence, noun, phrase)
    item, category = sentence.words(first, end), noun.category
    if amount and amount.form and phrase.noun is noun:
        item = f"{item} {sentence.lows[amount.last - 1]}"
    suspected = _suspected(sentence, end)
    package = None if amount else _package(sentence, noun)
    if suspected and (amount or package):
        end, noun = suspected.last, suspected
        category = suspected.category
        item = sentence.words(suspected.first, end)
    source = (noun.substance or noun.sense).item or noun.sense.item or "item.goods"
    last = max(end, phrase.last if noun is phrase.noun else 0)
    return Thing(item, category, source, last, package if suspected else None)


_SAYING_LITTLE = frozenset("other seized different suspected".split())
"""What opens the name of a thing and is no part of it."""


def _end_of(sentence: Sentence, noun: NounPhrase, phrase: Phrase) -> int:
    """The token after a thing, with what it is full of, a mixture of or weighed together with."""
    amount, lows, end = phrase.amount, sentence.lows, noun.last
    if amount and phrase.noun is noun and (amount.form or amount.is_measured):
        return end if amount.form else _joined_end(sentence, noun)
    if lows[end] == "full" and lows[end + 1] in ("of", "with"):
        inside = noun_phrase(sentence.tokens, end + 2, sentence.lexicon)
        return inside.last if inside and inside.category else end
    if lows[end - 1] in _MIXTURES and lows[end] == "of":
        inside = noun_phrase(sentence.tokens, end + 1, sentence.lexicon)
        return _joined_end(sentence, inside) if inside else end
    return end


def alone(sentence: Sentence, noun: NounPhrase, phrase: Phrase) -> Thing:
    """A thing named earlier in the sentence, of which a phrase only says how much."""
    source = (noun.substance or noun.sense).item or noun.sense.item or "item.goods"
    return Thing(sentence.words(noun.first, noun.last), noun.category, source, phrase.last)


def is_vague(phrase: Phrase) -> bool:
    """ "many", "various": too little to be an amount."""
    printed = phrase.number.printed.lower() if phrase.number else ""
    return printed in ("many", "numerous", "various")


def as_pills(thing: Thing) -> Thing:
    """A thing that looked like a tablet computer, as the drug it is."""
    return structs.replace(thing, category="drug", rule="item.drug_form")


def _package(sentence: Sentence, noun: NounPhrase) -> str | None:
    """The package a noun phrase ends in: bag of "tea bags"."""
    sense = sentence.lexicon.senses.get(sentence.lows[noun.last - 1])
    unit = sense.unit.unit if sense and sense.unit else None
    return None if unit in (None, "unit", "kg", "litre") else unit


def _suspected(sentence: Sentence, at: int) -> NounPhrase | None:
    """The thing of "71 slabs of dried leaves suspected to be Indian hemp"."""
    if sentence.lows[at] not in _SUSPICIONS:
        return None
    for words in _SUSPECTED:
        size = words.count(" ") + 1
        if " ".join(sentence.lows[at : at + size]) == words:
            noun = noun_phrase(sentence.tokens, at + size, sentence.lexicon)
            return noun if noun and noun.category in ("drug", "wildlife") else None
    return None


def _joined_end(sentence: Sentence, noun: NounPhrase) -> int:
    """Past "and its derivatives" or "and pangolin scales" after what is weighed together."""
    at = noun.last
    if sentence.lows[at] != "and":
        return at
    if sentence.lows[at + 1] in ("its", "their"):
        follows = noun_phrase(sentence.tokens, at + 2, sentence.lexicon)
        return follows.last if follows else at
    if sentence.lows[at + 1] in STOP:
        return at
    follows = noun_phrase(sentence.tokens, at + 1, sentence.lexicon)
    if follows is None or follows.category != noun.category or follows.sense.nouns & PERSONAL:
        return at
    passive = any(
        event.voice == "passive" and event.first - follows.last <= 2 and event.first >= follows.last
        for event in sentence.events
    )
    return at if passive and not noun.category else follows.last


def is_weight_of(sentence: Sentence, phrase: Phrase) -> bool:
    """ "with a total weight of 843.5 kilograms": how heavy what was named before it is."""
    at = phrase.first - 1
    if sentence.lows[at] == "at" and sentence.lows[at - 1] in ("scale", "scales"):
        return True
    return sentence.lows[at] == "of" and sentence.lows[at - 1] in ("weight", "mass")


def item_before(sentence: Sentence, phrase: Phrase) -> NounPhrase | None:
    """The thing of "cocaine weighing 40 pounds"; None where it has a number of its own."""
    at = phrase.first - 1
    if phrase.noun is not None:
        return None
    if sentence.lows[at] == "of" and is_weight_of(sentence, phrase):
        at -= 1
    elif sentence.lows[at] not in _BEFORE_AMOUNT:
        return None
    at -= 1
    while at >= 0 and (sentence.lows[at] in _BEFORE_WEIGHT):
        at -= 1
    for size in (4, 3, 2, 1):
        first = at - size + 1
        if first < 0:
            continue
        noun = noun_phrase(sentence.tokens, first, sentence.lexicon)
        if sentence.lows[first - 1] == "of" and sentence.lows[first - 2] in _SORTS:
            return None
        if noun and noun.last == at + 1 and noun.category and noun.sense.category:
            own = next((p for p in sentence.phrases if p.first < first and p.last == at + 1), None)
            if own is None:
                return noun
            return (
                structs.replace(noun, first=own.first)
                if own.value is None and own.amount is None
                else None
            )
    return None


def whole_before(sentence: Sentence, phrase: Phrase) -> NounPhrase | None:
    """The tobacco of "tobacco, of which 45 tons were seized", "tobacco, 45 tons of which were"."""
    lows, last = sentence.lows, phrase.first - 1
    if lows[phrase.last : phrase.last + 2] != ["of", "which"]:
        if lows[last] != "which" or lows[last - 1] != "of":
            return None
        last -= 2
    if last < 1 or lows[last] != ",":
        return None
    for first in range(max(0, last - _LONGEST_NAME), last):
        noun = noun_phrase(sentence.tokens, first, sentence.lexicon)
        if noun and noun.last == last and noun.category and noun.sense.category:
            return noun
    return None


_LONGEST_NAME = 4
"""Tokens of a thing's name before "of which"."""


def load_of(sentence: Sentence, phrase: Phrase) -> NounPhrase | None:
    """The cocaine of "The cocaine, in 40 packages weighing a total of 45 kg"."""
    before = next((p for p in reversed(sentence.phrases) if p.first < phrase.first), None)
    if before is None or before.value is None or before.noun is None or before.amount:
        return None
    if not before.sense.unit or sentence.lows[before.last] not in WEIGHING:
        return None
    for at in range(before.first):
        if sentence.lows[at] == "the":
            noun = noun_phrase(sentence.tokens, at + 1, sentence.lexicon)
            if noun and noun.substance and noun.category:
                return noun
    return None


def without_number(sentence: Sentence, noun: NounPhrase) -> NounPhrase:
    """The fuel of "large quantities of fuel"."""
    first = noun.first
    while first < noun.last - 1 and (
        first in sentence.tokens.numbers or sentence.lows[first] == "of"
    ):
        first += 1
    return structs.replace(noun, first=first)


_ONE = Decimal(1)


def mention_of(
    sentence: Sentence, noun: NounPhrase, start: int, unit: str | None, *, single: bool = False
) -> Mention:
    """A thing without a number, from a token to the end of its name."""
    value = Seizure(
        item=sentence.words(noun.first, noun.last),
        category=noun.category,
        quantity=_ONE if single else None,
        unit="unit" if single else unit,
        mod="vague" if unit else None,
        printed=sentence.lows[start] if unit else None,
    )
    source = (noun.substance or noun.sense).item or noun.sense.item
    tokens = sentence.tokens
    return Mention(
        start=tokens.starts[start],
        end=tokens.ends[noun.last - 1],
        value=value,
        rule=source or "item.goods",
    )
