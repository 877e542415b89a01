"""Where another incident begins: the passages of an article dealt out to its incidents."""

from collections.abc import Sequence

from facts.incidents.cues import ANOTHER, SAME_SCENE, STATES
from facts.incidents.differences import Reading, clashes, is_another, other_operation
from facts.incidents.draft import Draft, Key, keys
from facts.incidents.passages import Passage
from facts.incidents.periods import is_history, is_long_ago, main_date, review_period
from facts.incidents.types import Typing
from facts.model import Date

_REACH = 2
"""Sentences without facts that still tell of the incident before them."""


def drafts(found: Sequence[Passage], typing: Typing, published: str | None) -> list[Draft]:
    """The incidents of an article, in the order they are first told of.

    `published` is the day of publication: what happened long before it is no detail of the news.
    """
    review = review_period(found)
    dealing = _Dealing(Reading(typing, published, review is not None))
    for passage in found:
        dealing.deal(passage)
    if review:
        _settle_scope(dealing.made, review)
    return [d for d in dealing.made if d.passages and not (d.aggregate and is_history(d.date))]


class _Dealing:
    """Deals passages out, in their order."""

    def __init__(self, reading: Reading) -> None:
        self.made: list[Draft] = []
        self._reading = reading
        self._current: Draft | None = None
        self._distance = 0
        self._told: dict[Key, Draft] = {}

    def deal(self, passage: Passage) -> None:
        """Give a passage to the incident it tells of, or open one."""
        current = self._current
        if passage.core or passage.pattern or (passage.operations and current is None):
            self._report(passage)
        elif current is None:
            self._open().surround(passage)
        elif passage.adds and not other_operation(passage, current):
            current.add(passage)
        else:
            self._distance += 1
            near = self._distance <= _REACH and not current.aggregate
            if near and not passage.has(STATES):
                current.surround(passage, dates_it=self._dates(passage))

    def _dates(self, passage: Passage) -> bool:
        """Whether a sentence right after the news says when it happened."""
        date = main_date(passage)
        if self._distance > 1 or date is None or date.grain != "day":
            return False
        return not is_long_ago(date, self._reading.published)

    def _report(self, passage: Passage) -> None:
        before = self._current
        draft = self._home(passage)
        if draft is None:
            draft = self._open()
            if before is not None and passage.has(SAME_SCENE):
                draft.scene = before.scene_of()
        draft.add(passage)
        for key in keys(passage):
            self._told.setdefault(key, draft)
        self._current, self._distance = draft, 0

    def _open(self) -> Draft:
        draft = Draft()
        self.made.append(draft)
        self._current = draft
        return draft

    def _home(self, passage: Passage) -> Draft | None:
        """The draft a passage belongs to; None for another incident."""
        current = self._current
        if current is None or not current.passages:
            return current
        if not passage.has(ANOTHER):
            for key in keys(passage):
                draft = self._told.get(key)
                if draft and not clashes(passage, draft):
                    return draft
        return None if is_another(passage, current, self._reading) else current


def _settle_scope(made: Sequence[Draft], review: Date) -> None:
    """Everything in a bulletin is a total of its period, unless it has a day of its own."""
    for draft in made:
        if draft.date is None or draft.date.grain != "day":
            draft.date = draft.date or review
            draft.aggregate = True
