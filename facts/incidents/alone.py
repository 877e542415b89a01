"""One person who is held or sentenced, though no number says so: "The driver was arrested"."""

from collections.abc import Iterable
from typing import Final

from facts.incidents.passages import Passage
from facts.model import Mention, Person

_LOOK: Final = 90
_TWO: Final = 2


def held(passages: Iterable[Passage]) -> int:
    """How many are held whom nobody counts: those who are named, or one who is not."""
    passages = list(passages)
    named = {
        m.value.name.rpartition(" ")[2].casefold()
        for passage in passages
        for m in passage.mentions
        if isinstance(m.value, Person) and m.value.role is None and _is_held(passage, m)
    }
    if len(named) < _TWO and any(
        passage.has(passage.acts.people.both_held) for passage in passages
    ):
        return _TWO
    return len(named) or int(any(map(_tells_one, passages)))


def _tells_one(passage: Passage) -> bool:
    """Whether one who is not named is held: "the driver", or "he" with what was found on him."""
    people = passage.acts.people
    return passage.has(people.one_held) or (bool(passage.core) and passage.has(people.they_held))


def is_tried(passages: Iterable[Passage]) -> bool:
    """Whether one person, who is not counted, is sentenced."""
    return any(passage.has(passage.acts.people.one_tried) for passage in passages)


def _is_held(passage: Passage, mention: Mention) -> bool:
    """Whether a name is that of one who is arrested."""
    first, last = mention.start - passage.span.start, mention.end - passage.span.start
    if passage.acts.people.holds.search(passage.text, passage.words, max(0, first - _LOOK), first):
        return True
    return passage.acts.people.held.match(passage.text[last : last + 2 * _LOOK]) is not None
