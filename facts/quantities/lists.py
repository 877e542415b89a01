"""Lists of things without a number: "weapons, phones and a quantity of ammunition"."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from facts.frames.amounts import MASS_OR_VOLUME, unit_at
from facts.frames.nouns import NounPhrase, noun_phrase
from facts.frames.phrases import Phrase
from facts.frames.sentence import Sentence
from facts.model import Mention, Seizure
from facts.quantities.things import PERSONAL, is_vague, mention_of

SOLID = frozenset({"seize", "recover", "foil_goods"})
"""The triggers that leave no doubt that a thing was taken."""
SEIZING = SOLID | {"find", "destroy", "intercept"}
"""The triggers that things without a number are seized by."""
JOINTS = frozenset([",", "and", "&", "or", "plus"])
"""What stands between the things of a list."""
FILLERS = frozenset(
    "as well other some also various both additional several along of cash large multiple "
    "quantities quantity amounts sums different".split()
)
"""What stands before a thing of a list and says little of it."""
SURE_CATEGORIES = frozenset({"drug", "weapon"})
"""What is seized where it is found."""
_GENERAL = frozenset(
    "accessories goods items products equipment materials articles merchandise".split()
)


def things_from(
    sentence: Sentence, at: int, *, solid: bool, weighed: str | None = None
) -> Iterator[Mention]:
    """The things of a list that begins at a token, with or without numbers between.

    Without a `solid` trigger all are taken only if there is a drug or a weapon among them.
    `weighed` is the category of what the list weighs together before that token.
    """
    waiting: list[Mention] = []
    covered = _covered(sentence)
    while at < sentence.tokens.size:
        low = sentence.lows[at]
        if phrase := covered.get(at):
            at = phrase.last
            if sentence.lows[at] == "of":
                return  # "70 cases of drugs": what is counted is none of the list
            weighed = weighed_together(phrase)
            solid = solid or phrase.category in SURE_CATEGORIES
        elif at in sentence.tokens.opaque:
            at = _past_sum(sentence, at)
        elif low in JOINTS or low in FILLERS or low == "#":
            at += 1
        elif (past := _past_sorts(sentence.lows, at)) > at:
            at = past
        else:
            step = _thing_at(sentence, at)
            if step is None:
                return
            mention, at = step
            if mention and (weighed is None or _category(mention) != weighed):
                waiting.append(mention)
                solid = solid or _is_sure(mention)
        if solid:
            yield from waiting
            waiting.clear()


def things_to(sentence: Sentence, first: int, end: int) -> list[Mention] | None:
    """The things of a list from one token to another; None where it is no such list."""
    found: list[Mention] = []
    covered = _covered(sentence)
    at = first
    while at < end:
        low = sentence.lows[at]
        if at in covered:
            at = covered[at].last
        elif at in sentence.tokens.numbers or low in JOINTS or low in FILLERS:
            at += 1
        elif at in sentence.tokens.opaque and low == "money":
            at = _past_sum(sentence, at)
        elif (past := _past_sorts(sentence.lows, at)) > at:
            at = past
        else:
            step = _thing_at(sentence, at)
            if step is None:
                return None
            mention, at = step
            if mention:
                found.append(mention)
    return found if at == end else None


def _past_sorts(lows: Sequence[str], at: int) -> int:
    """Past "a wide assortment of" at a token; the token itself where it is no such thing."""
    last = at + (lows[at] in ("a", "an"))
    last += lows[last] in _SIZES
    return last + 2 if lows[last] in _SORTS and lows[last + 1] == "of" else at


_SIZES = frozenset("small large big huge wide vast whole full".split())
_SORTS = frozenset("assortment range variety collection array selection number".split())


def weighed_together(phrase: Phrase) -> str | None:
    """What is weighed together in "20 tonnes of flour, sugar and oil": all of one category."""
    exact = phrase.amount and phrase.amount.is_measured and phrase.value is not None
    return (phrase.category or "goods") if exact else None


def _covered(sentence: Sentence) -> dict[int, Phrase]:
    """The phrases by their first token; "various devices" are things without a number."""
    return {p.first: p for p in sentence.phrases if not is_vague(p)}


def _past_sum(sentence: Sentence, at: int) -> int:
    """Past "45,000 euros in cash"."""
    return at + 3 if sentence.lows[at + 1 : at + 3] == ["in", "cash"] else at + 1


def _is_sure(mention: Mention) -> bool:
    """Whether what is listed with it was seized as well: with a drug, with tons of a thing."""
    value = mention.value
    if not isinstance(value, Seizure):
        return False
    return value.category in SURE_CATEGORIES or value.unit in MASS_OR_VOLUME


def _category(mention: Mention) -> str | None:
    return mention.value.category if isinstance(mention.value, Seizure) else None


def _thing_at(sentence: Sentence, at: int) -> tuple[Mention | None, int] | None:
    """The thing at a token and the token after it; None where the list ends."""
    if _is_verb(sentence, at):
        return None
    measured = _unit_of(sentence, at)
    first = measured[1] if measured else at
    noun = noun_phrase(sentence.tokens, first, sentence.lexicon)
    if noun and sentence.lows[noun.last - 1] == "money":
        return None, noun.last  # "marked money"
    if noun is None or not _is_seizable(sentence, noun):
        return None
    unit = measured[0] if measured else None
    start = at - 1 if sentence.lows[at - 1] in ("other", "some", "#") else at
    noun = _with_joined_goods(sentence, noun)
    if _is_spelt_out(sentence, noun.last):
        return None, noun.last
    return mention_of(sentence, noun, start, unit), noun.last


def _is_verb(sentence: Sentence, at: int) -> bool:
    """Whether a token is the second verb of "recovered and seized tablets"."""
    return any(
        event.first == at and event.voice == "active" and event.triggers & SEIZING
        for event in sentence.events
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
    """ "tonnes of", "bags of", without a number before it."""
    found = unit_at(sentence.tokens, at, sentence.lexicon)
    if found is None or sentence.lows[found[1]] != "of":
        return None
    unit, last = found
    packed = unit.unit != "unit" and not unit.form and sentence.lows[last - 1].endswith("s")
    return (unit.unit, last + 1) if packed or unit.unit in MASS_OR_VOLUME else None


def _says_nothing(sentence: Sentence, noun: NounPhrase) -> bool:
    """ "seized goods worth a million": goods alone, of no kind."""
    alone = noun.last - noun.first == 1 and sentence.lows[noun.first] in _GENERAL
    return alone and sentence.lows[noun.last] not in ("and", ",", "of", "for", "to")


def _is_seizable(sentence: Sentence, noun: NounPhrase) -> bool:
    if noun.category is None or not noun.sense.category or noun.sense.nouns & PERSONAL:
        return False
    if not noun.sense.many or _says_nothing(sentence, noun):
        return False
    return not (noun.capital and noun.last - noun.first > 1)
