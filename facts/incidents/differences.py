"""What tells a passage from the incident before it: day, number, operation, matter, place."""

from collections import Counter

from msgspec import Struct

from facts.folding import fold
from facts.incidents.cues import ACTING_ON, ALSO, LOCATIVE, OTHER_UNIT, SAID_OF_THEM, TOLL
from facts.incidents.draft import Draft
from facts.incidents.elsewhere import (
    fronts_country,
    fronts_scene,
    fronts_unit,
    other_actor,
    other_town,
)
from facts.incidents.items import is_same_day, opens_item
from facts.incidents.passages import Passage
from facts.incidents.periods import is_long_ago, is_period, main_date, overlap
from facts.incidents.sameness import is_definite, is_part, same_kind
from facts.incidents.types import Typing
from facts.model import Count

_AT_ONCE = 5


_NEWS, _RECENT = 14, 45
"""Days before publication that news is told without a date; fewer where a date comes first."""


_LEAD = 3
"""Sentences at the top of an article of which the last may give the news its name."""


class Reading(Struct, frozen=True):
    """What is known of the whole article when a passage is placed."""

    typing: Typing
    published: str | None
    is_review: bool
    is_round_up: bool = False
    """Whether its lead says that it tells of several incidents."""

    @property
    def is_list(self) -> bool:
        """Whether its paragraphs may tell of one incident each."""
        return self.is_review or self.is_round_up


def is_another(passage: Passage, current: Draft, reading: Reading) -> bool:
    """Whether a passage tells of another incident than the one before it."""
    if passage.apart and not passage.towns & current.towns:
        return True
    if is_same_day(passage, current) or (reading.is_list and opens_item(passage, current)):
        return True
    if _tells_parts(passage, current):
        return False
    period = is_period(passage)
    if period or current.aggregate:
        return not _goes_on(passage, current, is_period=period)
    if passage.pattern and passage.index > _LEAD:
        return not reading.typing.shares(passage, current)
    if passage.index <= _LEAD and passage.has(ACTING_ON):
        return _other_day(passage, current, reading.published)
    return (
        passage.is_elsewhere
        or passage.has(OTHER_UNIT)
        or fronts_unit(passage, current)
        or fronts_scene(passage, current)
        or (fronts_country(passage, current) and not is_part(passage))
        or _other_day(passage, current, reading.published)
        or other_operation(passage, current)
        or _exceeds(passage, current)
        or (reading.is_review and _other_report(passage, current, reading.typing))
        or other_town(passage, current)
        or _other_matter(passage, current, reading.typing)
        or other_actor(passage, current)
    )


def _tells_parts(passage: Passage, current: Draft) -> bool:
    """Whether it breaks down a number of the incident: "13 in Uyo and 15 in Benin" of 28."""
    sums: Counter[str] = Counter()
    for mention in passage.core:
        value = mention.value
        if not isinstance(value, Count) or value.n is None:
            continue
        whole = current.most.get(value.role, 0)
        if whole > 1 and value.part_of == str(whole):
            return True
        if _FEWEST <= whole > value.n and value.part_of is None:
            sums[value.role] += value.n
    timed = passage.is_timed or bool(passage.dates)
    return any(
        current.most[role] in (n, n if timed else n + current.parts.get(role, 0))
        for role, n in sums.items()
    )


_FEWEST = 5
"""From which number on parts that add up to it are no chance."""


def _goes_on(passage: Passage, current: Draft, *, is_period: bool) -> bool:
    """Whether a passage goes on with the period that is being told."""
    if not current.aggregate:
        return False
    date = main_date(passage)
    if date and current.date:
        return (date.start, date.end) == (current.date.start, current.date.end)
    return is_period or (date is None and not passage.places and not passage.is_elsewhere)


def _other_day(passage: Passage, current: Draft, published: str | None) -> bool:
    """Whether it happened on another day: the first day told is that of news without one."""
    date = main_date(passage)
    if date is None or _is_later(passage):
        return False
    if current.timed and date.grain in ("month", "year"):
        return same_kind(passage, current) or _is_at_once(passage)
    if current.date is None:
        fronted = passage.dates[0].start - passage.span.start <= _AT_ONCE
        within = _NEWS if fronted and any(current.core) else _RECENT
        return is_long_ago(date, published, within=within) and same_kind(passage, current)
    return not overlap(date, current.date)


def _is_later(passage: Passage) -> bool:
    """Whether its day is counted from the one told: "cash was found at his home two days later"."""
    if not passage.text.endswith(_LATER):
        return False
    return passage.dates[-1].end - passage.span.start >= len(passage.text.rstrip(". ")) - 1


_LATER = ("later", "later.")


def _is_at_once(passage: Passage) -> bool:
    """Whether it opens with its day: "And in July, a court"."""
    return passage.dates[0].start - passage.span.start <= 2 * _AT_ONCE


def clashes(passage: Passage, draft: Draft) -> bool:
    """Whether a passage cannot be of a draft, as it happened on another day."""
    date = main_date(passage)
    return bool(date and draft.date and not overlap(date, draft.date))


def other_operation(passage: Passage, current: Draft) -> bool:
    """Whether it names another operation than the incident's own."""
    named = {fold(name) for name in passage.operations}
    if not named or named & current.operations:
        return False
    if current.operations:
        return True
    lead = current.date is None and passage.index <= _LEAD
    return bool(passage.core and passage.dates and current.kinds) and not lead


def _exceeds(passage: Passage, current: Draft) -> bool:
    """Whether a count is more than the incident's own in the same role."""
    if passage.has(TOLL):
        return False
    for mention in passage.core:
        value = mention.value
        if isinstance(value, Count) and value.part_of is None and value.n is not None:
            own = current.most.get(value.role, 0)
            if value.n > own > 1 and not is_definite(passage, mention):
                return True
    return False


def _other_report(passage: Passage, current: Draft, typing: Typing) -> bool:
    """Whether a bulletin goes on to its next report."""
    if passage.opens_paragraph and not typing.shares(passage, current):
        return True
    return bool(passage.places) and not current.towns and same_kind(passage, current)


def _other_matter(passage: Passage, current: Draft, typing: Typing) -> bool:
    """Whether a new paragraph turns to another crime: drugs after smuggled cash."""
    if not passage.opens_paragraph or passage.has(ALSO) or passage.text.startswith(_PRONOUNS):
        return False
    if passage.has(SAID_OF_THEM):
        return False
    return passage.has(LOCATIVE) or typing.turns(passage, current)


_PRONOUNS = ("he ", "she ", "they ", "his ", "her ", "their ")
"""What opens a paragraph that goes on with who was told of: "He said the team found ..."."""
