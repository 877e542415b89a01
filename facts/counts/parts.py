"""Parts and wholes among counts."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from facts.counts.roles import Counted
from facts.frames.phrases import Phrase
from facts.frames.sentence import Sentence


def with_appositions(found: Sequence[Counted]) -> Iterator[Counted]:
    """ "Five suspects, four Bulgarians and an Afghan": what adds up to a number is its parts."""
    parts: dict[int, int] = {}
    for at, counted in enumerate(found):
        total, rest = 0, at + 1
        while rest < len(found) and total < (counted.n or 0) and _continues(found, rest):
            total += found[rest].n or 0
            rest += 1
        if total == counted.n and rest > at + 2:
            parts.update(dict.fromkeys(range(at + 1, rest), counted.n))
    for at, counted in enumerate(found):
        own = counted.part_of is None and at in parts
        yield structs.replace(counted, part_of=parts[at]) if own else counted


def broken_down(sentence: Sentence, whole: Counted | None) -> list[Counted]:
    """ "In Spain (65), Italy (47) and Malta (38)": numbers in brackets that add up to the whole."""
    if whole is None or whole.n is None:
        return []
    lows = sentence.lows
    inside = [
        phrase
        for phrase in sentence.phrases
        if phrase.noun is None and lows[phrase.first - 1] == "(" and lows[phrase.last] == ")"
    ]
    parts = [int(phrase.value) for phrase in inside if phrase.value is not None]
    if len(inside) < _FEWEST or len(parts) < len(inside) or sum(parts) != whole.n:
        return []
    return [
        Counted(phrase, whole.nouns, whole.role, n, whole.n)
        for phrase, n in zip(inside, parts, strict=True)
    ]


_FEWEST = 3
"""Numbers in brackets that make a list of parts."""


def adding_up(
    sentence: Sentence, found: Sequence[Counted], before: Counted | None
) -> Iterator[Counted]:
    """ "Five were held: two Finns, a Dane, a Swede and an Estonian": people who are the five.

    They may stand in the sentence after: `before` is the last count of an earlier one.
    """
    if len(sentence.phrases) < _FEWEST_PARTS or (found and _LIST_OPENS.isdisjoint(sentence.spoken)):
        return
    counted = {one.phrase.first for one in found}
    for whole in found or filter(None, [before]):
        after = whole.phrase.last if found else 0
        run = _run(sentence, whole.n or 0, after, opened=bool(found))
        for phrase in run:
            if phrase.first not in counted and whole.part_of is None:
                n = None if phrase.value is None else int(phrase.value)
                yield Counted(phrase, phrase.nouns, whole.role, n, whole.n)


def _run(sentence: Sentence, total: int, after: int, *, opened: bool) -> list[Phrase]:
    """The people in a row, from a token on, that add up to a total; none where they do not."""
    run: list[Phrase] = []
    for phrase in sentence.phrases:
        if phrase.first < after:
            continue
        if phrase.value is None or not phrase.is_personal or phrase.of_whole:
            return []
        if run and not _is_next(sentence, run[-1], phrase):
            run = []
        if not run and opened and sentence.lows[phrase.first - 1] not in _LIST_OPENS:
            return []
        run.append(phrase)
        adds = sum(int(one.value or 0) for one in run)
        if adds >= total:
            return run if adds == total and len(run) > 1 else []
    return []


_FEWEST_PARTS = 2
_LIST_OPENS = frozenset([":", "-", "("])


def _is_next(sentence: Sentence, before: Phrase, phrase: Phrase) -> bool:
    """Whether a phrase follows another in a list, past an age at most."""
    between = sentence.lows[before.last : phrase.first]
    return bool(between) and between[-1] in (",", "and") and _BETWEEN.issuperset(between)


_BETWEEN = frozenset([",", "and", "age"])


def _continues(found: Sequence[Counted], at: int) -> bool:
    """Whether a count follows the one before in a list, in the same role."""
    before, own = found[at - 1], found[at]
    return own.role.role == before.role.role and own.phrase.first - before.phrase.last <= 2


def describes_last(sentence: Sentence, phrase: Phrase) -> bool:
    """ "They are A, B and three others", "The arrested, 15 men and two women": who was counted."""
    first, second, third = sentence.lows[:3]
    before = sentence.lows[phrase.first - 1]
    if first in ("they", "these", "those") and second in _TELLING:
        return before in ("and", ",", *_TELLING)
    if first == "among" and third in _TELLING:  # "Among them were 94 men"
        return second == "them" and before in ("and", ",", "were")
    if first != "the" or second not in _HELD or phrase.first != _AFTER_HELD:
        return False
    return third in (",", "-", "(", "include", "included", "are", "were")


_TELLING = frozenset("are include were included comprise".split())
_HELD = frozenset(
    "arrested detained detainees suspects arrestees victims dead deceased injured migrants group "
    "accused defendants gang crew".split()
)
_AFTER_HELD = 3


def is_compared(sentence: Sentence, phrase: Phrase) -> bool:
    """ "85 people were abducted, compared with 112 in 2002": the same of another time."""
    before, at = sentence.lows[phrase.first - 1], phrase.first - 2
    if sentence.lows[phrase.last] not in _TIMES:
        return False
    return before == "against" or (before in ("with", "to") and sentence.lows[at] == "compared")


_TIMES = frozenset("in for over during a the last at".split())


def head(sentence: Sentence, phrase: Phrase) -> str:
    """The noun a phrase counts; empty where it leaves it out."""
    return sentence.lows[phrase.noun.last - 1] if phrase.noun and phrase.noun.last else ""


def is_larger(whole: int | None, part: int | None) -> bool:
    """Whether a whole is known to be more than its part."""
    return whole is not None and part is not None and whole > part
