"""The seizures of one article, sentence by sentence."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import structs

from facts.frames.lexicon import CONTRABAND
from facts.frames.nouns import NounPhrase
from facts.frames.phrases import Phrase
from facts.frames.sentence import Sentence
from facts.frames.words import WEIGHING
from facts.later import later
from facts.model import Mention, Seizure
from facts.polarity import is_none
from facts.quantities.bare import bare_things
from facts.quantities.changes import change, is_change
from facts.quantities.conversions import is_conversion
from facts.quantities.dealing import is_dealt
from facts.quantities.governed import is_cover, is_more_cover, is_seized
from facts.quantities.things import (
    PERSONAL,
    Thing,
    alone,
    as_pills,
    is_vague,
    is_weight_of,
    item_before,
    load_of,
    named,
    whole_before,
    without_number,
)
from facts.quantities.totals import total_of
from facts.quantities.unseized import counts_deeds

_ANAPHORA = frozenset(
    "drug drugs substance substances same product products it goods class A b c narcotic".split()
)


_BULLETS = frozenset("•-*·–▪")
_JOINING = frozenset({",", "and", "&", "as", "with"}) | _BULLETS


def _outermost(
    found: list[tuple[Mention, Phrase | None]],
) -> list[tuple[Mention, Phrase | None]]:
    """Without those inside another: "quantities of fuel" in "... fuel totalling 15,830 litres"."""
    kept: list[tuple[Mention, Phrase | None]] = []
    for mention, phrase in found:
        while kept and mention.start <= kept[-1][0].start and kept[-1][0].end <= mention.end:
            kept.pop()
        kept.append((mention, phrase))
    return kept


class SeizureReader:
    """Finds seizures; it remembers the last thing seized, for "two tonnes of the same drug"."""

    def __init__(self) -> None:
        self._weighed: Thing | None = None
        self._counted: Thing | None = None
        self._bullets = False
        self._listing = False
        self._wholes: list[tuple[Seizure, frozenset[str]]] = []

    def read(self, sentence: Sentence) -> Iterator[tuple[Mention, Phrase | None]]:
        """The seizures of a sentence, each with the phrase of its number if it has one."""
        if sentence.resumes and not self._listing:
            return
        found = self._found(sentence)
        self._listing = bool(found)
        yield from found

    def _found(self, sentence: Sentence) -> list[tuple[Mention, Phrase | None]]:
        found: list[tuple[Mention, Phrase | None]] = []
        self._counted = None
        listed, covering = self._goes_on(sentence), False
        last = -1
        for phrase in sentence.phrases:
            covering = is_cover(sentence, phrase) or (covering and is_more_cover(sentence, phrase))
            if covering:
                listed = False
                continue
            if found and is_conversion(sentence, phrase, found[-1][1]):
                last = phrase.last + 1
                continue
            if is_change(sentence, phrase):
                found.append((change(sentence, phrase), phrase))
                continue
            joined = listed and sentence.lows[phrase.first - 1] in _JOINING
            near = joined and _is_next(sentence, last, phrase.first)
            mention = self._numbered(sentence, phrase, listed=near)
            listed = mention is not None
            if mention:
                found.append((mention, phrase))
                last = _token_after(sentence, phrase, mention.end)
        if found:
            found = _outermost([pair for pair in found if not _is_told_closer(sentence, pair)])
        taken = [(m.start, m.end) for m, _ in found]
        counted = [(_token_after(sentence, p, m.end), p) for m, p in found if p]
        for mention in bare_things(sentence, counted):
            if all(mention.end <= start or end <= mention.start for start, end in taken):
                found.append((mention, None))
        if sentence.lows[0] not in _BULLETS:
            self._bullets = False
        elif found:
            self._bullets = True
        return found

    def _goes_on(self, sentence: Sentence) -> bool:
        """Whether a point of a list goes on with contraband after one that was seized."""
        if not self._bullets or not sentence.phrases or sentence.events:
            return False
        first = sentence.phrases[0]
        return first.first == 1 and sentence.lows[0] in _BULLETS and first.category in CONTRABAND

    def _numbered(self, sentence: Sentence, phrase: Phrase, *, listed: bool) -> Mention | None:
        if is_vague(phrase) or is_none(sentence, phrase) or _is_strength(sentence, phrase):
            return None
        if counts_deeds(sentence, phrase):
            return None
        total = total_of(sentence, phrase)
        if total:
            return self._mention(sentence, phrase, alone(sentence, total, phrase))
        thing = self._thing(sentence, phrase)
        if thing is None:
            return None
        amount = phrase.amount
        measured = bool(amount and amount.is_measured)
        unknown = thing.category is None
        if unknown and listed and phrase.noun is None:
            return None
        if is_dealt(sentence, phrase):
            return None
        if not is_seized(sentence, phrase, thing.category, measured=measured, listed=listed):
            return None
        if measured and thing.category:
            self._weighed = thing
        elif amount is None and not phrase.article:
            self._counted = thing
        return self._mention(sentence, phrase, thing)

    def _mention(self, sentence: Sentence, phrase: Phrase, thing: Thing) -> Mention:
        amount = phrase.amount
        start, end = phrase.start, sentence.tokens.ends[thing.end - 1]
        before = item_before(sentence, phrase)
        if before:
            start = sentence.tokens.starts[before.first]
            end = amount.printed_end if amount else phrase.end
        value = Seizure(
            item=thing.item,
            category=thing.category or "goods",
            quantity=amount.quantity if amount else phrase.value,
            unit=amount.unit if amount else thing.unit or "unit",
            mod=phrase.mod,
            printed=_printed(sentence, phrase),
        )
        value = self._with_whole(value)
        return Mention(start=start, end=end, value=value, rule=thing.rule)

    def _with_whole(self, value: Seizure) -> Seizure:
        """Says which larger amount of the same things it is a part of."""
        names = frozenset(value.item.split())
        for whole, words in self._wholes:
            is_part = names < words and whole.unit == value.unit == "kg"
            if is_part and value.quantity and whole.quantity and value.quantity < whole.quantity:
                total = f"{whole.quantity.normalize():f} {whole.unit}"
                return structs.replace(value, part_of=total)
        if " and " in value.item:
            self._wholes.append((value, names))
        return value

    def _thing(self, sentence: Sentence, phrase: Phrase) -> Thing | None:
        amount, noun = phrase.amount, phrase.noun
        if phrase.of_whole:
            return None
        if noun is None:
            if not (amount and amount.is_measured):
                return self._as_before(sentence, phrase)
            before = item_before(sentence, phrase)
            if before:
                return named(sentence, without_number(sentence, before), phrase)
            whole = whole_before(sentence, phrase)
            if whole:
                return alone(sentence, whole, phrase)
            load = load_of(sentence, phrase)
            if load:
                return alone(sentence, load, phrase)
            if sentence.lows[phrase.first - 1] in WEIGHING or is_weight_of(sentence, phrase):
                return None
            return self._weighed and structs.replace(self._weighed, end=phrase.last)
        if amount and self._weighed and _is_anaphora(sentence, noun):
            return structs.replace(self._weighed, end=noun.last)
        if noun.sense.nouns & PERSONAL and (noun.category is None or _is_person_word(noun)):
            return None
        if noun.category is None and noun.sense.nouns and not (amount and amount.is_measured):
            return None
        if noun.category is None and sentence.lows[noun.last - 1] in _MONEY:
            return None
        thing = named(sentence, noun, phrase)
        return as_pills(thing) if self._are_pills(sentence, phrase, thing) else thing

    def _as_before(self, sentence: Sentence, phrase: Phrase) -> Thing | None:
        """The pistols of "seized 40 pistols on Monday and another 12 on Tuesday"."""
        further = sentence.lows[phrase.last - 1] == "more"
        if phrase.value is None or not (further or sentence.lows[phrase.first - 1] in _FURTHER):
            return None
        return self._counted and structs.replace(self._counted, end=phrase.last)

    def _are_pills(self, sentence: Sentence, phrase: Phrase, thing: Thing) -> bool:
        """Whether tablets are swallowed: so many of them, or told after a drug."""
        if not thing.item.endswith("tablets") or thing.category != "electronics":
            return False
        if sentence.spoken & _DEVICES:
            return False
        drug = self._weighed is not None and self._weighed.category == "drug"
        return drug or (phrase.value is not None and phrase.value >= _MANY_TABLETS)


_FURTHER = frozenset("another further additional".split())


def _is_next(sentence: Sentence, last: int, first: int) -> bool:
    """Whether nothing but sums stands between one thing of a list and the next."""
    if first - last <= _NEXT:
        return True
    return last >= 0 and _SUMS.issuperset(sentence.lows[last:first])


_NEXT = 3
_SUMS = frozenset([",", "and", "&", "money", "in", "cash", "plus", "as", "well"])


_MONEY = frozenset("cash money currency currencies funds".split())


def _token_after(sentence: Sentence, phrase: Phrase, end: int) -> int:
    """The first token after a phrase that a mention does not cover."""
    at = phrase.last
    while at < sentence.tokens.size and sentence.tokens.starts[at] < end:
        at += 1
    return at


_DEVICES = frozenset("phone phones laptop laptops computer computers electronic mobile".split())
_MANY_TABLETS = 200
"""From here on tablets are pills though nothing says so."""


def _is_anaphora(sentence: Sentence, noun: NounPhrase) -> bool:
    """ "the same drug", "the substance": what was weighed before."""
    words = {sentence.lows[at] for at in range(noun.first, noun.last)}
    if not words <= _ANAPHORA:
        return False
    same = "same" in sentence.spoken
    return same or sentence.lows[noun.first - 1] in ("the", "this", "that")


def _is_person_word(noun: NounPhrase) -> bool:
    return noun.sense.category is None


def _is_told_closer(sentence: Sentence, found: tuple[Mention, Phrase | None]) -> bool:
    """ "large quantities of drugs, estimated at 14 quintals": the number that follows says it."""
    mention, phrase = found
    if phrase is None or phrase.value is not None or not isinstance(mention.value, Seizure):
        return False
    return bool(_ESTIMATED.search(sentence.text, mention.end, mention.end + _NEAR))


_NEAR = 70
_ESTIMATED = later(r"\b(?:estimated at|amounting to|totall?ing|weighing|consisting of|namely)\b")
_MILLIGRAM = Decimal("0.001")


def _is_strength(sentence: Sentence, phrase: Phrase) -> bool:
    """ "tramadol 225mg", "tramadol (225mg)": how strong each capsule is, not how much there was."""
    amount = phrase.amount
    if amount is None or amount.unit != "kg" or amount.quantity is None:
        return False
    before = sentence.lows[phrase.first - 1]
    return amount.quantity < _MILLIGRAM and (before == "(" or before in sentence.lexicon.senses)


def _printed(sentence: Sentence, phrase: Phrase) -> str | None:
    """The number and its unit, as they stand in the article."""
    if phrase.amount and not phrase.article:
        start = phrase.number.start if phrase.number else phrase.start
        return sentence.text[start : phrase.amount.printed_end]
    if phrase.article or phrase.number is None:
        return None
    return sentence.text[phrase.number.start : phrase.number.end]
