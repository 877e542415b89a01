"""The count that another is a part of, as "including", "of them" or a list after a dash say."""

from collections.abc import Sequence, Set

from facts.counts.parts import describes_last, head, is_larger
from facts.counts.readable import may_be_people
from facts.counts.roles import Counted
from facts.counts.told import HOLD, Told
from facts.frames.phrases import Phrase, share_of
from facts.frames.sentence import Sentence

_PARTS = frozenset("including among whom them includes included comprising".split())


def whole_of(
    sentence: Sentence, phrase: Phrase, found: Sequence[Counted], told: Told, things: Set[int]
) -> Counted | None:
    """The count that a phrase is a part of; `things` are the tokens of phrases of things seized."""
    if phrase.of_whole and phrase.noun is None and _is_of_things(sentence, phrase, told, things):
        return None
    if not _is_part(sentence, phrase, found):
        return None
    if not (phrase.of_whole or may_be_people(phrase)):
        return None
    n = None if phrase.value is None else int(phrase.value)
    for counted in reversed(found):
        if counted.part_of is None and is_larger(counted.n, n):
            return counted
    known = told.of_noun(head(sentence, phrase)) if phrase.of_whole else None
    if known and is_larger(known.n, n):
        return known
    last = told.last
    if last is None or not last.nouns & HOLD or _are_others(sentence, phrase, last):
        return None
    return last if is_larger(last.part_of or last.n, n) else None


def shared_out(sentence: Sentence, phrase: Phrase) -> int | None:
    """The 93 of "78 of 93 suspects", which a phrase opens; None where it opens no such share."""
    if not phrase.of_whole:
        return None
    number = sentence.tokens.numbers.get(share_of(sentence.lows, phrase.last))
    return None if number is None or number.value is None else int(number.value)


def people_before(sentence: Sentence, phrase: Phrase) -> frozenset[str]:
    """The victims of "out of 89 freed victims, 55 of them were held": whose a share is."""
    before = [p for p in sentence.phrases if p.first < phrase.first and p.is_personal]
    return before[-1].nouns if before else frozenset()


def _is_part(sentence: Sentence, phrase: Phrase, found: Sequence[Counted]) -> bool:
    """Whether what stands around a phrase makes it a part of something."""
    at = phrase.first - 1
    before = sentence.lows[at]
    if phrase.of_whole or before in _PARTS or describes_last(sentence, phrase):
        return True
    if found and before in ("and", ",") and _goes_on(sentence, phrase, found[-1]):
        return True
    follows = bool(found) and found[-1].phrase.last == at
    if follows and (before in ("-", ":") or (before == "(" and phrase.noun is None)):
        return True
    return before == "," and sentence.lows[0] == "of" and phrase.noun is None


def _goes_on(sentence: Sentence, phrase: Phrase, last: Counted) -> bool:
    """Whether a phrase goes on with a list of parts: "including a Dane and three Swedes"."""
    if last.part_of is not None:
        return last.phrase.last >= phrase.first - 2
    between = range(last.phrase.last, phrase.first - 1)
    if last.n is None or not any(sentence.lows[at] == "including" for at in between):
        return False
    named = [p for p in sentence.phrases if p.first in between]
    single = all(p.article and p.is_personal for p in named)
    return single and phrase.value is not None and len(named) + phrase.value == last.n


def _is_of_things(sentence: Sentence, phrase: Phrase, told: Told, things: Set[int]) -> bool:
    """Whether "2 of them" are of the cars just named, not of people."""
    before = [other for other in sentence.phrases if other.first < phrase.first]
    if sentence.lows[phrase.last + 1] == "which" and not any(other.noun for other in before):
        return told.ended_with_things
    return bool(before) and before[-1].first in things


def _are_others(sentence: Sentence, phrase: Phrase, last: Counted) -> bool:
    """Whether "two of the leaders" cannot be of those rescued just before."""
    if not phrase.of_whole:
        return False
    led = head(sentence, phrase) in _OF_GANGS and last.role.role.startswith(_OF_THE_WRONGED)
    return led or is_of_other_side(phrase, last)


def is_of_other_side(phrase: Phrase, last: Counted) -> bool:
    """The smugglers of "rescued 15 migrants and a smuggler": they share no role with them."""
    if not last.role.role.startswith(_OF_THE_WRONGED) or "suspect" not in phrase.nouns:
        return False
    return phrase.nouns.isdisjoint(_WRONGED)


_OF_THE_WRONGED = ("victims", "migrants", "kidnapped")
_WRONGED = frozenset({"victim", "migrant"})
_OF_GANGS = frozenset("leaders members bosses heads".split())
