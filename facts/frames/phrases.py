"""What the numbers of a sentence count: the phrase each number opens."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct, structs

from facts.frames.amounts import Amount, amount, in_one, of_load, one
from facts.frames.labels import is_label
from facts.frames.lexicon import Lexicon, Sense
from facts.frames.nouns import UNKNOWN, NounPhrase, noun_phrase
from facts.frames.tokens import Tokens
from facts.frames.words import STOP
from facts.numbers import Number, modifier

_ONE, _TWO = Decimal(1), Decimal(2)
_PERSONAL = frozenset(
    {"person", "suspect", "fighter", "migrant", "victim", "officer", "nationality"}
)


class Phrase(Struct, frozen=True, gc=False):
    """A number with what it counts or measures, by tokens and by characters."""

    first: int
    """The token of its modifier, number or article."""
    last: int
    """The token after it."""
    start: int
    end: int
    value: Decimal | None
    """The number as printed; None for vague amounts."""
    mod: str | None
    noun: NounPhrase | None
    """What is counted; None where the sentence leaves it out ("nine in France")."""
    number: Number | None = None
    """The number itself; None for an article."""
    amount: Amount | None = None
    """The mass, volume or packages, where there is a unit."""
    article: bool = False
    """True where "a", "an" or "both" is the number."""
    of_whole: bool = False
    """True for "six of them", "18 of the suspects"."""
    each: bool = False

    @property
    def sense(self) -> Sense:
        """What its noun stands for; empty where there is none."""
        return self.noun.sense if self.noun else UNKNOWN

    @property
    def nouns(self) -> frozenset[str]:
        """The noun rules its head belongs to."""
        return self.sense.nouns

    @property
    def category(self) -> str | None:
        """What is counted as a thing; None for people and for a number alone."""
        return self.noun.category if self.noun else None

    @property
    def is_personal(self) -> bool:
        """Whether people are counted."""
        return bool(self.nouns & _PERSONAL)


def phrases(tokens: Tokens, lexicon: Lexicon) -> list[Phrase]:
    """The phrases of a sentence, in order and apart."""
    found: list[Phrase] = []
    after = 0
    for at in tokens.places_of(_OPENING):
        if at < after:
            continue
        number = tokens.numbers.get(at)
        if number:
            phrase = _numbered(tokens, at, number, lexicon)
        elif tokens.lows[at] == "both":
            phrase = _both(tokens, at, lexicon)
        elif tokens.lows[at] != "#":
            phrase = _with_article(tokens, at, lexicon)
        else:  # the mark itself
            continue
        if phrase:
            found.append(phrase)
            after = phrase.last
    return found


_OPENING = frozenset(["#", "a", "an", "both"])


def _numbered(tokens: Tokens, at: int, number: Number, lexicon: Lexicon) -> Phrase | None:
    if span := _range(tokens, at, number, lexicon):
        return span
    first = _first_token(tokens, at, number.mod_start)
    head = Phrase(
        first, at + 1, number.mod_start, number.end, number.value, number.mod, None, number
    )
    if haul := _haul(tokens, at, head, lexicon):
        return haul
    load = of_load(tokens, at, lexicon)
    if load is None and is_label(tokens, at, number):
        return None
    measured = load or amount(tokens, at, lexicon)
    if measured:
        return _measured(tokens, head, measured, lexicon)
    return _counted(tokens, head, lexicon, vague=number.value is None)


def _haul(tokens: Tokens, at: int, head: Phrase, lexicon: Lexicon) -> Phrase | None:
    """ "a 3-tonne cocaine haul": the drug before the word for what was caught."""
    found = in_one(tokens, at, lexicon) if tokens.lows[at + 1] == "-" else None
    if found is None:
        return None
    weighed, noun = found
    end = tokens.ends[noun.last - 1]
    return structs.replace(head, last=noun.last, end=end, noun=noun, amount=weighed)


def _range(tokens: Tokens, at: int, number: Number, lexicon: Lexicon) -> Phrase | None:
    """ "5 to 10 people", "between 20 and 30 cells": at least the first number of them."""
    lows, most = tokens.lows, tokens.numbers.get(at + 2)
    if most is None or most.value is None:
        return None
    between = lows[at + 1] == "and" and lows[at - 1] == "between"
    if not between and lows[at + 1] not in ("to", "-"):
        return None
    if number.value is None or number.value >= most.value or lows[at - 1] == "from":
        return None
    first = at - 1 if between else _first_token(tokens, at, number.mod_start)
    start = tokens.starts[first] if between else number.mod_start
    head = Phrase(first, at + 3, start, most.end, number.value, "at_least", None, number)
    found = _counted(tokens, head, lexicon, vague=False)
    if found.is_personal:
        return found
    counted = found.nouns - _MEASURES or found.category
    return found if between and counted else None


_MEASURES = frozenset({"measure"})


def _measured(tokens: Tokens, head: Phrase, measured: Amount, lexicon: Lexicon) -> Phrase:
    noun = None
    last = measured.last
    if tokens.lows[last] == "of":
        noun = noun_phrase(tokens, _past_article(tokens, last + 1), lexicon)
        if noun is None:
            noun = noun_phrase(tokens, _past_vague(tokens, last + 1), lexicon)
    elif measured.takes_item:
        noun = noun_phrase(tokens, last, lexicon)
        if noun and not (noun.category or noun.sense.category):
            noun = None
    end = noun.last if noun else last
    cut = noun is not None and noun.sense.substance and not tokens.lows[noun.last - 1].endswith("s")
    if cut and tokens.lows[measured.last - 1] in _PIECES:
        measured = structs.replace(measured, unit="piece")
    return structs.replace(head, last=end, end=tokens.ends[end - 1], noun=noun, amount=measured)


_PIECES = frozenset({"piece", "pieces"})
"""What cuts a substance up: four pieces of ivory are not four ivories, but of tusks four tusks."""


def _counted(tokens: Tokens, head: Phrase, lexicon: Lexicon, *, vague: bool) -> Phrase:
    at = head.last
    low = tokens.lows[at]
    if low == "of" and vague:
        at += 1
    elif low in ("of", "out") and (share := _of_number(tokens, head, lexicon)):
        return share
    elif low == "of":
        return _of_whole(tokens, head, lexicon)
    elif low in ("more", "other", "such", "additional", "further") and at + 1 < tokens.size:
        at += 1
    noun = noun_phrase(tokens, at, lexicon)
    if noun is None:
        if low == "more" and tokens.lows[at] != "than":
            return structs.replace(head, last=at, end=tokens.ends[at - 1])
        return structs.replace(head, each=low == "each")
    return structs.replace(head, last=noun.last, end=tokens.ends[noun.last - 1], noun=noun)


def _of_number(tokens: Tokens, head: Phrase, lexicon: Lexicon) -> Phrase | None:
    """The 78 of "78 of 93 suspects", "78 out of the 93": people, by the noun of the 93."""
    at = share_of(tokens.lows, head.last)
    if at not in tokens.numbers:
        return None
    noun = noun_phrase(tokens, at + 1, lexicon)
    if noun is None or noun.sense.nouns.isdisjoint(_PERSONAL):
        return None
    return structs.replace(head, noun=noun, of_whole=True)


def share_of(lows: Sequence[str], at: int) -> int:
    """The token after "of", "out of" or "of the" at a token; -1 where there is none of them."""
    at += lows[at] == "out"
    if lows[at] != "of":
        return -1
    return at + 1 + (lows[at + 1] in ("the", "these", "those"))


def _of_whole(tokens: Tokens, head: Phrase, lexicon: Lexicon) -> Phrase:
    at = head.last + 1
    low = tokens.lows[at]
    if low == "those" and _is_done(tokens.lows[at + 1], lexicon):  # "eleven of those arrested"
        return structs.replace(head, last=at + 2, end=tokens.ends[at + 1], of_whole=True)
    if low in ("them", "whom", "which", "these", "those") and (
        low not in ("these", "those") or not _noun_follows(tokens, at + 1)
    ):
        noun = noun_phrase(tokens, at + 1, lexicon)
        if low in ("whom", "which") or (noun and not noun.sense.nouns):
            noun = None
        end = noun.last if noun else at + 1
        if low in ("whom", "which"):
            return structs.replace(head, of_whole=True)
        return structs.replace(head, last=end, end=tokens.ends[end - 1], noun=noun, of_whole=True)
    if low in ("the", "these", "those", "its", "their", "his"):
        noun = noun_phrase(tokens, at + 1, lexicon)
        people = noun is not None and bool(noun.sense.nouns)
        if noun and (people or (head.value != _ONE and _are_things(tokens, noun))):
            return structs.replace(
                head, last=noun.last, end=tokens.ends[noun.last - 1], noun=noun, of_whole=people
            )
    return structs.replace(head, of_whole=True)


def _are_things(tokens: Tokens, noun: NounPhrase) -> bool:
    """Whether 46 of the guns are meant, and not one of the country's largest hauls."""
    words = tokens.lows[noun.first : noun.last]
    many = noun.category is not None and noun.sense.many
    return many and not any("'s" in low for low in words)


_DONE = frozenset({"arrest", "catch", "suspect"})
"""Triggers whose participles stand for those they were done to."""
_CONCERNED = frozenset({"involved", "accused"})


def _is_done(low: str, lexicon: Lexicon) -> bool:
    if low in _CONCERNED:
        return True
    acts = lexicon.acts.get(low, ())
    return any(act.form in ("ed", "participle") and act.triggers & _DONE for act in acts)


def _noun_follows(tokens: Tokens, at: int) -> bool:
    return tokens.is_word(at) and tokens.lows[at] not in STOP


def _with_article(tokens: Tokens, at: int, lexicon: Lexicon) -> Phrase | None:
    weighed = one(tokens, at, lexicon)
    if weighed:
        mod, start = modifier(tokens.text, tokens.starts[at])
        first = _first_token(tokens, at, start)
        return _measured(tokens, Phrase(first, at + 1, start, 0, _ONE, mod, None), weighed, lexicon)
    noun = noun_phrase(tokens, _after_age(tokens, at + 1), lexicon)
    if noun is None or not (noun.sense.nouns or noun.category):
        return None
    head = Phrase(at, noun.last, tokens.starts[at], tokens.ends[noun.last - 1], _ONE, None, noun)
    return structs.replace(head, article=True)


def _both(tokens: Tokens, at: int, lexicon: Lexicon) -> Phrase | None:
    """ "both men were arrested": two of them; not "both men and women"."""
    noun = noun_phrase(tokens, at + 1, lexicon)
    if noun is None or not noun.sense.many or tokens.lows[noun.last] in ("and", "or"):
        return None
    end = tokens.ends[noun.last - 1]
    both = Phrase(at, noun.last, tokens.starts[at], end, _TWO, None, noun, article=True)
    return both if both.is_personal else None


def _after_age(tokens: Tokens, at: int) -> int:
    return at + 1 if tokens.lows[at] == "age" and at in tokens.opaque else at


def _past_vague(tokens: Tokens, at: int) -> int:
    """Past "various" and "several", which are numbers of their own elsewhere."""
    number = tokens.numbers.get(at)
    return at + 1 if number and number.value is None and at + 1 < tokens.size else at


def _past_article(tokens: Tokens, at: int) -> int:
    while tokens.lows[at] in ("the", "a", "an", "same", "this", "such"):
        at += 1
    return at


def _first_token(tokens: Tokens, at: int, start: int) -> int:
    while at > 0 and tokens.starts[at - 1] >= start:
        at -= 1
    return at
