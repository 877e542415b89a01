"""What the numbers of a sentence count: the phrase each number opens."""

import re
from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct, structs

from facts.frames.amounts import Amount, amount
from facts.frames.lexicon import Lexicon, Sense
from facts.frames.nouns import UNKNOWN, NounPhrase, noun_phrase
from facts.frames.tokens import Token
from facts.frames.words import BE, STOP
from facts.numbers import Number

_ONE = Decimal(1)
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
    """True where "a" or "an" is the number."""
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


def phrases(tokens: Sequence[Token], lexicon: Lexicon) -> list[Phrase]:
    """The phrases of a sentence, in order and apart."""
    found: list[Phrase] = []
    after = 0
    for at, token in enumerate(tokens):
        if at < after:
            continue
        phrase = None
        if token.number:
            phrase = _numbered(tokens, at, lexicon)
        elif token.low in ("a", "an"):
            phrase = _with_article(tokens, at, lexicon)
        if phrase:
            found.append(phrase)
            after = phrase.last
    return found


def _numbered(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Phrase | None:
    number = tokens[at].number
    if number is None:
        return None
    if people := _range_of_people(tokens, at, number, lexicon):
        return people
    if _is_label(tokens, at):
        return None
    first = _first_token(tokens, at, number.mod_start)
    head = Phrase(
        first, at + 1, number.mod_start, number.end, number.value, number.mod, None, number
    )
    measured = amount(tokens, at, lexicon)
    if measured:
        return _measured(tokens, head, measured, lexicon)
    return _counted(tokens, head, lexicon, vague=number.value is None)


def _range_of_people(
    tokens: Sequence[Token], at: int, number: Number, lexicon: Lexicon
) -> Phrase | None:
    """ "5 to 10 people", "5-10 people": at least the first number of them."""
    most = tokens[at + 2].number if at + 2 < len(tokens) else None
    if most is None or most.value is None:
        return None
    between = tokens[at + 1].low == "and" and _low(tokens, at - 1) == "between"
    if not between and tokens[at + 1].low not in ("to", "-"):
        return None
    if number.value is None or number.value >= most.value or _low(tokens, at - 1) == "from":
        return None
    first = at - 1 if between else _first_token(tokens, at, number.mod_start)
    start = tokens[first].start if between else number.mod_start
    head = Phrase(first, at + 3, start, most.end, number.value, "at_least", None, number)
    found = _counted(tokens, head, lexicon, vague=False)
    return found if found.is_personal else None


def _measured(tokens: Sequence[Token], head: Phrase, measured: Amount, lexicon: Lexicon) -> Phrase:
    noun = None
    last = measured.last
    if last < len(tokens) and tokens[last].low == "of":
        noun = noun_phrase(tokens, _past_article(tokens, last + 1), lexicon)
        if noun is None:
            noun = noun_phrase(tokens, _past_vague(tokens, last + 1), lexicon)
    elif measured.takes_item and last < len(tokens):
        noun = noun_phrase(tokens, last, lexicon)
        if noun and not (noun.category or noun.sense.category):
            noun = None
    end = noun.last if noun else last
    return structs.replace(head, last=end, end=tokens[end - 1].end, noun=noun, amount=measured)


def _counted(tokens: Sequence[Token], head: Phrase, lexicon: Lexicon, *, vague: bool) -> Phrase:
    at = head.last
    low = tokens[at].low if at < len(tokens) else ""
    if low == "of" and vague:
        at += 1
    elif low == "of":
        return _of_whole(tokens, head, lexicon)
    elif low in ("more", "other", "such", "additional", "further") and at + 1 < len(tokens):
        at += 1
    noun = noun_phrase(tokens, at, lexicon) if at < len(tokens) else None
    if noun is None:
        if low == "more" and _low(tokens, at) in BE:
            return structs.replace(head, last=at, end=tokens[at - 1].end)
        return structs.replace(head, each=low == "each")
    return structs.replace(head, last=noun.last, end=tokens[noun.last - 1].end, noun=noun)


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if at < len(tokens) else ""


def _of_whole(tokens: Sequence[Token], head: Phrase, lexicon: Lexicon) -> Phrase:
    at = head.last + 1
    low = tokens[at].low if at < len(tokens) else ""
    if low in ("them", "whom", "which", "these", "those") and (
        low not in ("these", "those") or not _noun_follows(tokens, at + 1)
    ):
        noun = noun_phrase(tokens, at + 1, lexicon) if at + 1 < len(tokens) else None
        if low in ("whom", "which") or (noun and not noun.sense.nouns):
            noun = None
        end = noun.last if noun else at + 1
        if low in ("whom", "which"):
            return structs.replace(head, of_whole=True)
        return structs.replace(head, last=end, end=tokens[end - 1].end, noun=noun, of_whole=True)
    if low in ("the", "these", "those", "its", "their", "his"):
        noun = noun_phrase(tokens, at + 1, lexicon) if at + 1 < len(tokens) else None
        if noun and noun.sense.nouns:
            return structs.replace(
                head, last=noun.last, end=tokens[noun.last - 1].end, noun=noun, of_whole=True
            )
    return structs.replace(head, of_whole=True)


def _noun_follows(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].is_word and tokens[at].low not in STOP


def _with_article(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Phrase | None:
    if at + 1 >= len(tokens):
        return None
    noun = noun_phrase(tokens, _after_age(tokens, at + 1), lexicon)
    if noun is None or not (noun.sense.nouns or noun.category):
        return None
    head = Phrase(at, noun.last, tokens[at].start, tokens[noun.last - 1].end, _ONE, None, noun)
    return structs.replace(head, article=True)


def _after_age(tokens: Sequence[Token], at: int) -> int:
    return at + 1 if tokens[at].low == "age" and tokens[at].opaque else at


def _past_vague(tokens: Sequence[Token], at: int) -> int:
    """Past "various" and "several", which are numbers of their own elsewhere."""
    number = tokens[at].number if at < len(tokens) else None
    return at + 1 if number and number.value is None and at + 1 < len(tokens) else at


def _past_article(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and tokens[at].low in ("the", "a", "an", "same", "this", "such"):
        at += 1
    return at


_BARE_SCALES = frozenset({"million", "billion", "thousand", "hundred", "trillion"})
"""Scales whose number could not be read: the million of "P244.8 million"."""
_LABELS = frozenset(
    "no number article section chapter page route flight kilometre aged age".split()
)


def _is_label(tokens: Sequence[Token], at: int) -> bool:
    """A number that names and does not count: "Article 12", "34-year-old", "15-member"."""
    token = tokens[at]
    if token.number and token.number.printed.lower() in _BARE_SCALES:
        return True
    if at + 1 < len(tokens):
        after = tokens[at + 1]
        if after.start == token.end and after.low in "-/%°":
            return True
        if after.low == "percent":
            return True
    if at == 0:
        return False
    before = tokens[at - 1]
    if before.low in _OF_A_YEAR and _is_year(token):
        return True
    if before.end == token.start and before.low in "-/#$€£+":
        return True
    return before.low in _LABELS or (before.low == "." and at > 1 and tokens[at - 2].low == "no")


_OF_A_YEAR = frozenset("the a this that its his her their".split())
"""Words before a year that tells which one something is: "the 2019 police raid"."""
_YEAR = re.compile(r"(?:199|20[0-4])[0-9]")


def _is_year(token: Token) -> bool:
    printed = token.number.printed if token.number else ""
    return printed != "2000" and _YEAR.fullmatch(printed) is not None


def _first_token(tokens: Sequence[Token], at: int, start: int) -> int:
    while at > 0 and tokens[at - 1].start >= start:
        at -= 1
    return at
