"""Things seized that have no number: "weapons and ammunition", "tonnes of cannabis"."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import structs

from facts.frames.amounts import MASS_OR_VOLUME, unit_at
from facts.frames.nouns import NounPhrase, noun_phrase
from facts.frames.phrases import Phrase
from facts.frames.sentence import Sentence
from facts.frames.triggers import Event
from facts.frames.words import BE, HAVE
from facts.model import Mention, Seizure
from facts.quantities.things import PERSONAL, is_vague

_ONE = Decimal(1)

_JOINTS = frozenset([",", "and", "&", "or", "plus"])
_SOLID = frozenset({"seize", "recover", "foil_goods"})
_LOOSE = frozenset({"find", "destroy", "intercept"})
SEIZING = _SOLID | _LOOSE
"""The triggers that things without a number are seized by."""
_LOOSE_CATEGORIES = frozenset({"drug", "weapon"})


def bare_things(sentence: Sentence) -> Iterator[Mention]:
    """The things without a number that a seizing trigger of the sentence governs."""
    if "no" in sentence.spoken or "without" in sentence.spoken or "nothing" in sentence.spoken:
        return
    for event in sentence.events:
        solid = bool(event.triggers & _SOLID)
        if not solid and not event.triggers & _LOOSE:
            continue
        if event.voice == "of" and (_is_trend(sentence, event) or _is_load(sentence, event)):
            continue
        if event.voice in ("active", "of"):
            yield from _after(sentence, event, solid=solid)
        elif event.voice == "passive":
            yield from _before(sentence, event, solid=solid)
        elif "seize" in event.triggers:
            yield from _seized_thing(sentence, event)


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
    "soared surged climbed plunged".split()
)
_NEAR = 6


def _after(sentence: Sentence, event: Event, *, solid: bool) -> Iterator[Mention]:
    """A list that follows its trigger, with or without numbers between."""
    at = event.last
    covered = _covered(sentence)
    weighed: str | None = None
    while at < sentence.tokens.size:
        low = sentence.lows[at]
        if phrase := covered.get(at):
            at = phrase.last
            weighed = _weighed(phrase)
            solid = solid or phrase.category in _LOOSE_CATEGORIES
        elif at in sentence.tokens.opaque:
            at = _past_sum(sentence, at)
        elif low in _JOINTS or low in _FILLERS or low == "#":
            at += 1
        else:
            step = _thing_at(sentence, at, solid=solid)
            if step is None:
                return
            mention, at = step
            if mention and (weighed is None or _category(mention) != weighed):
                solid = solid or _is_sure(mention)
                yield mention


def _past_sum(sentence: Sentence, at: int) -> int:
    """Past "45,000 euros in cash"."""
    return at + 3 if sentence.lows[at + 1 : at + 3] == ["in", "cash"] else at + 1


def _is_sure(mention: Mention) -> bool:
    """Whether what is listed with it was seized as well: with a drug, with tons of a thing."""
    value = mention.value
    if not isinstance(value, Seizure):
        return False
    return value.category in _LOOSE_CATEGORIES or value.unit is not None


def _covered(sentence: Sentence) -> dict[int, Phrase]:
    """The phrases by their first token; "various devices" are things without a number."""
    return {p.first: p for p in sentence.phrases if not is_vague(p)}


def _weighed(phrase: Phrase) -> str | None:
    """What is weighed together in "20 tonnes of flour, sugar and oil": all of one category."""
    exact = phrase.amount and phrase.amount.is_measured and phrase.value is not None
    return (phrase.category or "goods") if exact else None


def _category(mention: Mention) -> str | None:
    return mention.value.category if isinstance(mention.value, Seizure) else None


_FILLERS = frozenset(
    "as well other some also various both additional several along of cash large "
    "quantities quantity amounts sums different".split()
)


def _thing_at(sentence: Sentence, at: int, *, solid: bool) -> tuple[Mention | None, int] | None:
    """The thing at a token and the token after it; None where the list ends."""
    measured = _unit_of(sentence, at)
    first = measured[1] if measured else at
    noun = noun_phrase(sentence.tokens, first, sentence.lexicon)
    if noun is None or not _is_seizable(sentence, noun, solid=solid or measured is not None):
        return None
    unit = measured[0] if measured else None
    start = at - 1 if sentence.lows[at - 1] in ("other", "some", "#") else at
    noun = _with_joined_goods(sentence, noun)
    if _is_spelt_out(sentence, noun.last):
        return None, noun.last
    return _mention(sentence, noun, start, unit), noun.last


_GENERAL = frozenset(
    "accessories goods items products equipment materials articles merchandise".split()
)


def _with_joined_goods(sentence: Sentence, noun: NounPhrase) -> NounPhrase:
    """ "accessories and goods" are one thing that is not said more closely."""
    at = noun.last
    if sentence.lows[at - 1] in _GENERAL and sentence.lows[at] == "and":
        follows = noun_phrase(sentence.tokens, at + 1, sentence.lexicon)
        if follows and sentence.lows[follows.last - 1] in _GENERAL:
            return structs.replace(noun, last=follows.last)
    return noun


def _is_spelt_out(sentence: Sentence, at: int) -> bool:
    """ "hard drugs, including 5 kg of heroin": what follows says it better."""
    at += sentence.lows[at] == ","
    return sentence.lows[at] in ("including", "namely", "such", ":", "comprising")


def _unit_of(sentence: Sentence, at: int) -> tuple[str, int] | None:
    """ "tonnes of", without a number before it."""
    found = unit_at(sentence.tokens, at, sentence.lexicon)
    if found and found[0].unit in MASS_OR_VOLUME and sentence.lows[found[1]] == "of":
        return found[0].unit, found[1] + 1
    return None


def _says_nothing(sentence: Sentence, noun: NounPhrase) -> bool:
    """ "seized goods worth a million": goods alone, of no kind."""
    alone = noun.last - noun.first == 1 and sentence.lows[noun.first] in _GENERAL
    return alone and sentence.lows[noun.last] not in ("and", ",", "of")


def _is_seizable(sentence: Sentence, noun: NounPhrase, *, solid: bool) -> bool:
    if noun.category is None or not noun.sense.category or noun.sense.nouns & PERSONAL:
        return False
    if not noun.sense.many or _says_nothing(sentence, noun):
        return False
    if noun.capital and noun.last - noun.first > 1:
        return False
    return solid or noun.category in _LOOSE_CATEGORIES


def _before(sentence: Sentence, event: Event, *, solid: bool) -> Iterator[Mention]:
    """A list that precedes a passive: "weapons and ammunition were also seized"."""
    end = event.first
    while end > 0 and (
        sentence.lows[end - 1] in BE | HAVE or sentence.lows[end - 1] in ("also", "all")
    ):
        end -= 1
    if end == event.first:
        return
    numbers = sentence.scope.clauses
    for first in range(max(0, end - _LONGEST_LIST), end):
        before = sentence.lows[first - 1]
        opens = (
            first == 0
            or before in _JOINTS
            or numbers[first - 1] != numbers[first]
            or before in ("some", "other", "that", "while")
        )
        if opens and numbers[first] == numbers[end - 1]:
            found = _list_to(sentence, first, end, solid=solid)
            if found:
                yield from found
                return


_LONGEST_LIST = 24
"""Tokens before a passive that may be the list of what was seized."""


def _list_to(sentence: Sentence, first: int, end: int, *, solid: bool) -> list[Mention]:
    found: list[Mention] = []
    covered = _covered(sentence)
    at = first
    while at < end:
        if at in covered:
            at = covered[at].last
        elif (
            at in sentence.tokens.numbers
            or sentence.lows[at] in _JOINTS
            or sentence.lows[at] in _FILLERS
        ):
            at += 1
        elif at in sentence.tokens.opaque and sentence.lows[at] == "money":
            at = _past_sum(sentence, at)
        else:
            step = _thing_at(sentence, at, solid=solid)
            if step is None:
                return []
            mention, at = step
            if mention:
                found.append(mention)
    return found if at == end else []


def _seized_thing(sentence: Sentence, event: Event) -> Iterator[Mention]:
    """ "the seized car": one thing, named by what was done to it."""
    if sentence.lows[event.first - 1] not in ("the", "this", "that"):
        return
    noun = noun_phrase(sentence.tokens, event.last, sentence.lexicon)
    if noun is None or noun.category is None or noun.sense.many or noun.sense.substance:
        return
    yield _mention(sentence, noun, event.first, None, single=True)


def _mention(
    sentence: Sentence, noun: NounPhrase, start: int, unit: str | None, *, single: bool = False
) -> Mention:
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
