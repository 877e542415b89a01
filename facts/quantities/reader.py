"""The seizures of one article, sentence by sentence."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import structs

from facts.frames.nouns import NounPhrase, noun_phrase
from facts.frames.phrases import Phrase
from facts.frames.sentence import Sentence
from facts.frames.words import STOP
from facts.model import Mention, Seizure
from facts.quantities.bare import bare_things
from facts.quantities.changes import change, is_change
from facts.quantities.governed import is_seized

_PERSONAL = frozenset({"person", "suspect", "fighter", "migrant", "victim", "officer", "cell"})
_ANAPHORA = frozenset("drug drugs substance substances same product products it goods".split())
_WEIGHING = frozenset("weighing totalling totaling weighed measuring".split())


class Thing(NamedTuple):
    """What a phrase says was seized."""

    item: str
    category: str | None
    rule: str
    end: int
    """The token after it."""
    unit: str | None = None
    """The package, where that is the noun: 36 *tea bags* containing shabu."""


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
        self._wholes: list[tuple[Seizure, frozenset[str]]] = []

    def read(self, sentence: Sentence) -> Iterator[tuple[Mention, Phrase | None]]:
        """The seizures of a sentence, each with the phrase of its number if it has one."""
        found: list[tuple[Mention, Phrase | None]] = []
        listed = False
        last = -1
        for phrase in sentence.phrases:
            if is_change(sentence, phrase):
                found.append((change(sentence, phrase), phrase))
                continue
            joined = listed and sentence.low(phrase.first - 1) in (",", "and", "&", "as", "with")
            mention = self._numbered(sentence, phrase, listed=joined and phrase.first - last <= 3)
            listed = mention is not None
            if mention:
                found.append((mention, phrase))
                last = phrase.last
        found = _outermost(found)
        taken = [(m.start, m.end) for m, _ in found]
        for mention in bare_things(sentence):
            if all(mention.end <= start or end <= mention.start for start, end in taken):
                found.append((mention, None))
        yield from found

    def _numbered(self, sentence: Sentence, phrase: Phrase, *, listed: bool) -> Mention | None:
        if _is_vague(phrase):
            return None
        thing = self._thing(sentence, phrase)
        if thing is None:
            return None
        amount = phrase.amount
        measured = bool(amount and amount.is_measured)
        unknown = thing.category is None
        if unknown and listed and phrase.noun is None:
            return None
        if not is_seized(sentence, phrase, thing.category, measured=measured, listed=listed):
            return None
        if measured and thing.category:
            self._weighed = thing
        return self._mention(sentence, phrase, thing)

    def _mention(self, sentence: Sentence, phrase: Phrase, thing: Thing) -> Mention:
        amount = phrase.amount
        start, end = phrase.start, sentence.tokens[thing.end - 1].end
        before = _item_before(sentence, phrase)
        if before:
            start = sentence.tokens[before.first].start
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
                return None
            before = _item_before(sentence, phrase)
            if before:
                return _named(sentence, _without_number(sentence, before), phrase)
            if sentence.low(phrase.first - 1) in _WEIGHING:
                return None
            return self._weighed and self._weighed._replace(end=phrase.last)
        if amount and self._weighed and _is_anaphora(sentence, noun):
            return self._weighed._replace(end=noun.last)
        if noun.sense.nouns & _PERSONAL and (noun.category is None or _is_person_word(noun)):
            return None
        if noun.category is None and noun.sense.nouns:
            return None
        return _named(sentence, noun, phrase)


def _is_anaphora(sentence: Sentence, noun: NounPhrase) -> bool:
    """ "the same drug", "the substance": what was weighed before."""
    words = {sentence.low(at) for at in range(noun.first, noun.last)}
    if not words <= _ANAPHORA:
        return False
    same = "same" in sentence.lows
    return same or sentence.low(noun.first - 1) in ("the", "this", "that")


def _is_person_word(noun: NounPhrase) -> bool:
    return noun.sense.category is None


def _named(sentence: Sentence, noun: NounPhrase, phrase: Phrase) -> Thing:
    first = noun.first
    while first < noun.last - 1 and sentence.low(first) in ("other", "seized", "different"):
        first += 1
    item = sentence.words(first, noun.last)
    amount = phrase.amount
    end = noun.last
    category = noun.category
    if amount and amount.form and phrase.noun is noun:
        unit = sentence.tokens[amount.last - 1].low
        item = f"{item} {unit}"
    elif amount and amount.is_measured and noun is phrase.noun:
        end = _joined_end(sentence, noun)
        item = sentence.words(first, end)
    elif sentence.low(end) in ("full", "loaded") and sentence.low(end + 1) in ("of", "with"):
        inside = noun_phrase(sentence.tokens, end + 2, sentence.lexicon)
        if inside and inside.category and sentence.low(end) == "full":
            end = inside.last
            item = sentence.words(first, end)
    suspected = _suspected(sentence, end)
    package = None if amount else _package(sentence, noun)
    if suspected and (amount or package):
        end, noun = suspected.last, suspected
        category = suspected.category
        item = sentence.words(suspected.first, end)
    source = (noun.substance or noun.sense).item or noun.sense.item or "item.goods"
    last = max(end, phrase.last if noun is phrase.noun else 0)
    return Thing(item, category, source, last, package if suspected else None)


def _package(sentence: Sentence, noun: NounPhrase) -> str | None:
    """The package a noun phrase ends in: bag of "tea bags"."""
    sense = sentence.lexicon.senses.get(sentence.low(noun.last - 1))
    unit = sense.unit.unit if sense and sense.unit else None
    return None if unit in (None, "unit", "kg", "litre") else unit


_SUSPECTED = ("suspected to be", "believed to be", "suspected", "thought to be", "containing")


def _suspected(sentence: Sentence, at: int) -> NounPhrase | None:
    """The thing of "71 slabs of dried leaves suspected to be Indian hemp"."""
    for words in _SUSPECTED:
        size = words.count(" ") + 1
        if " ".join(sentence.low(at + step) for step in range(size)) == words:
            noun = noun_phrase(sentence.tokens, at + size, sentence.lexicon)
            return noun if noun and noun.category in ("drug", "wildlife") else None
    return None


def _joined_end(sentence: Sentence, noun: NounPhrase) -> int:
    """Past "and its derivatives" or "and pangolin scales" after what is weighed together."""
    at = noun.last
    if sentence.low(at) != "and":
        return at
    if sentence.low(at + 1) in ("its", "their"):
        follows = noun_phrase(sentence.tokens, at + 2, sentence.lexicon)
        return follows.last if follows else at
    if at + 1 >= len(sentence.tokens) or sentence.low(at + 1) in STOP:
        return at
    follows = noun_phrase(sentence.tokens, at + 1, sentence.lexicon)
    if follows is None or follows.category != noun.category or follows.sense.nouns & _PERSONAL:
        return at
    passive = any(
        event.voice == "passive" and event.first - follows.last <= 2 and event.first >= follows.last
        for event in sentence.events
    )
    return at if passive and not noun.category else follows.last


def _item_before(sentence: Sentence, phrase: Phrase) -> NounPhrase | None:
    """The thing of "cocaine weighing 40 pounds"; None where it has a number of its own."""
    at = phrase.first - 1
    if phrase.noun is not None or sentence.low(at) not in _WEIGHING | {"(", ":"}:
        return None
    at -= 1
    while at >= 0 and (
        sentence.low(at) in (",", "with", "a", "total") or sentence.low(at) in ("of",)
    ):
        at -= 1
    for size in (4, 3, 2, 1):
        first = at - size + 1
        if first < 0:
            continue
        noun = noun_phrase(sentence.tokens, first, sentence.lexicon)
        if noun and noun.last == at + 1 and noun.category and noun.sense.category:
            own = next((p for p in sentence.phrases if p.first < first and p.last == at + 1), None)
            if own is None:
                return noun
            return (
                noun._replace(first=own.first) if own.value is None and own.amount is None else None
            )
    return None


def _without_number(sentence: Sentence, noun: NounPhrase) -> NounPhrase:
    first = noun.first
    while first < noun.last - 1 and (
        sentence.tokens[first].number is not None or sentence.low(first) == "of"
    ):
        first += 1
    return noun._replace(first=first)


def _is_vague(phrase: Phrase) -> bool:
    return bool(phrase.number and phrase.number.printed.lower() in ("many", "numerous", "various"))


def _printed(sentence: Sentence, phrase: Phrase) -> str | None:
    """The number and its unit, as they stand in the article."""
    if phrase.article or phrase.number is None:
        return None
    return sentence.text[
        phrase.number.start : phrase.amount.printed_end if phrase.amount else phrase.number.end
    ]
