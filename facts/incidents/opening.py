"""Where another incident begins: the passages of an article dealt out to its incidents."""

from collections.abc import Sequence

from facts.incidents.again import is_told_again, tells_exactly
from facts.incidents.asides import looks_back, turns_aside
from facts.incidents.cues import (
    BRINGS_TOTAL,
    CONDUCTED,
    COURT,
    GOES_ON,
    RESUMES,
    SAME_SCENE,
    STATES,
    TOOK_PART,
    WORKED_ON,
)
from facts.incidents.differences import Reading, clashes, is_another, other_operation
from facts.incidents.draft import Draft, Key, is_vague_toll, keys
from facts.incidents.items import day_of, is_round_up, only_announces, opens_item
from facts.incidents.passages import Passage
from facts.incidents.periods import (
    earlier,
    is_history,
    is_long_ago,
    main_date,
    overlap,
    review_period,
    tells_period,
    tells_when,
)
from facts.incidents.types import Typing
from facts.model import Date, Organisation

_OWNERS = 12
"""Incidents of an article whose things a later sentence may go back to."""
_TOP = 4
"""Lines at the top of an article that may be headlines."""
_LATE = 100
"""Days before publication of news that is told late, where it says on which day it happened."""
_REACH = 2
"""Sentences without facts that still tell of the incident before them."""


def drafts(found: Sequence[Passage], typing: Typing, published: str | None) -> list[Draft]:
    """The incidents of an article, in the order they are first told of.

    `published` is the day of publication: what happened long before it is no detail of the news.
    """
    review = review_period(found)
    dealing = _Dealing(Reading(typing, published, review is not None, is_round_up(found)))
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
        self._listing = False
        self._digression: Passage | None = None
        """A sentence without facts that turns to another incident; the next facts are of that."""
        self._told: dict[Key, Draft] = {}
        self._lead: Draft | None = None
        """What a round-up tells of all its items."""

    def deal(self, passage: Passage) -> None:
        """Give a passage to the incident it tells of, or open one."""
        current = self._resumed(passage)
        if self._reports(passage, current):
            self._report(passage)
        elif current is None:
            self._open().surround(passage)
        elif passage.adds and not other_operation(passage, current):
            current.add(passage)
        elif turns_aside(passage, current, self._reading.published):
            self._digression = passage
        elif self._lists_actors(passage):
            self.made[0].surround(passage)
        elif (owner := self._owner(passage, current)) is not current:
            owner.surround(passage, dates_it=tells_when(passage))
        else:
            self._distance += 1
            if current.aggregate:
                return
            dates_it = self._dates(passage)
            near = self._distance <= _REACH and not passage.has(STATES)
            if (near and not tells_period(passage)) or (dates_it and current.date is None):
                current.surround(passage, dates_it=dates_it)
            elif not tells_period(passage):
                current.trail.append(passage)
                if passage.has(WORKED_ON):
                    current.helpers.append(passage)

    def _resumed(self, passage: Passage) -> Draft | None:
        """The incident told of, which after a look back is the main one in the next paragraph."""
        current = self._current
        if current is None or self.made[0].aggregate:
            return current
        if not passage.opens_paragraph or passage.core:
            return current
        goes_on = passage.has(GOES_ON)
        if goes_on if current.aggregate else current.looks_back and not goes_on:
            self._current, self._distance = self.made[0], 0
        return self._current

    def _reports(self, passage: Passage, current: Draft | None) -> bool:
        """Whether it has facts of an incident."""
        if passage.pattern or (passage.operations and current is None):
            return True
        if current is None or not current.passages or self._digression is not None:
            return bool(passage.core) or passage.deed
        if self._turns_to_deed(passage, current):
            return True
        if self._reading.is_list and passage.opens_paragraph and opens_item(passage, current):
            return True
        return any(not is_vague_toll(mention) for mention in passage.core)

    def _turns_to_deed(self, passage: Passage, current: Draft) -> bool:
        """Whether a paragraph tells of somebody held on another day in another town."""
        if not passage.deed or not passage.opens_paragraph or not passage.dates:
            return False
        elsewhere = bool(passage.towns and current.towns) and not passage.towns & current.towns
        return elsewhere and clashes(passage, current)

    def _lists_actors(self, passage: Passage) -> bool:
        """Whether it is one of the lines after "The following authorities took part:"."""
        self._listing = passage.has(TOOK_PART) or (
            self._listing and any(isinstance(m.value, Organisation) for m in passage.mentions)
        )
        return self._listing

    def _owner(self, passage: Passage, current: Draft) -> Draft:
        """The draft a sentence without facts goes on about: "The tablets are worth ..."."""
        if tried := self._tried(passage):
            return tried
        if not passage.text.startswith(("the ", "these ", "those ", "this ")):
            return current
        if not current.aggregate and current.names_thing(passage):
            return current
        if passage.has(CONDUCTED):
            named = [draft for draft in self.made[:_OWNERS] if draft.operations]
            return named[0] if len(named) == 1 else current
        told = (draft for draft in self.made[:_OWNERS] if draft.names_thing(passage))
        return next((draft for draft in told if draft is not current), current)

    def _tried(self, passage: Passage) -> Draft | None:
        """The one trial that is told of, where a sentence speaks of judges and sentences."""
        if not passage.has(COURT) or passage.is_elsewhere:
            return None
        tried = [draft for draft in self.made[:_OWNERS] if "convicted" in draft.kinds]
        return tried[0] if len(tried) == 1 and not clashes(passage, tried[0]) else None

    def _dates(self, passage: Passage) -> bool:
        """Whether a sentence right after the news, or one on an arrest, says when it happened."""
        date = main_date(passage)
        if date is None:
            return False
        if is_long_ago(date, self._reading.published):
            late = is_long_ago(date, self._reading.published, within=_LATE)
            return not late and tells_when(passage)
        return (self._distance <= 1 and date.grain == "day") or tells_when(passage)

    def _report(self, passage: Passage) -> None:
        before = self._current
        draft = self._home(passage)
        aside, self._digression = self._digression, None
        if aside is not None and not self._leads(aside, passage):
            aside = None
        if aside is not None and draft is before:
            draft = None
        if draft is None:
            if passage.index and not passage.apart:
                self._forget_headline()
                self._take_lead(passage)
            draft = self._open()
            draft.looks_back = looks_back(passage)
            if before is not None and passage.operations and passage.has(BRINGS_TOTAL):
                before.context.append(passage)  # the operation is the event's, the total is not
                draft.sums_up = True
            if aside is not None:
                draft.add(aside)
                if tells_when(aside, wide=True):
                    draft.aggregate = False  # "They were arrested in 2005": a year, but no total
            if before is not None and passage.has(SAME_SCENE):
                draft.scene = before.scene_of()
            if before is not None:
                self._date_from(before, draft, passage)
        draft.add(passage)
        for key in keys(passage):
            self._told.setdefault(key, draft)
        self._current, self._distance = draft, 0

    def _date_from(self, before: Draft, draft: Draft, passage: Passage) -> None:
        """Give an incident whose sentence tells no day that of those told before it."""
        if draft.date or main_date(passage):
            return
        lead = self._lead or before
        draft.date = (before.date and earlier(passage, before.date)) or day_of(
            passage, before, lead, listed=self._reading.is_list and opens_item(passage, before)
        )

    def _leads(self, aside: Passage, passage: Passage) -> bool:
        """Whether the facts of a passage are those of the sentence that turned to another case."""
        there, here = main_date(aside), main_date(passage)
        near = passage.index <= aside.index + _REACH
        return near and (there is None or here is None or overlap(there, here))

    def _forget_headline(self) -> None:
        """Drop what only the headline told: it sums up what the article goes on to tell apart."""
        current = self._current
        if current is None or len(self.made) > 1 or not _is_headline(current):
            return
        self.made.clear()
        self._told = {key: draft for key, draft in self._told.items() if draft is not current}

    def _take_lead(self, passage: Passage) -> None:
        """Keep the lead of a round-up for its day; drop it where it has no number of its own."""
        if not self._reading.is_list or len(self.made) != 1 or self._lead is not None:
            return
        self._lead = self.made[0]
        if opens_item(passage, self._lead) and only_announces(self._lead):
            self.made.clear()

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
        main = self.made[0]
        if passage.has(RESUMES) and not main.aggregate and not clashes(passage, main):
            return main
        if tried := self._tried(passage):
            return tried
        if not passage.is_elsewhere:
            for key in keys(passage):
                draft = self._told.get(key)
                if draft and not clashes(passage, draft) and self._again(key, passage, draft):
                    return draft
            if named := self._of_person(passage, current):
                return named
            if tells_exactly(passage, current) and not clashes(passage, current):
                return current
        return None if is_another(passage, current, self._reading) else current

    def _again(self, key: Key, passage: Passage, draft: Draft) -> bool:
        return is_told_again(key, passage, draft, is_list=self._reading.is_list)

    def _of_person(self, passage: Passage, current: Draft) -> Draft | None:
        """The draft that named the person a passage goes on about, if the one before did not."""
        persons = passage.persons
        if not persons or persons & current.persons:
            return None
        return next((draft for draft in self.made if draft.persons & persons), None)


def _is_headline(draft: Draft) -> bool:
    """Whether a draft's facts all stand in the article's first lines, which are no sentences."""
    return all(
        one.index <= _TOP and not one.printed.rstrip().endswith((".", "!", '"', "”"))
        for one in draft.passages
    )


def _settle_scope(made: Sequence[Draft], review: Date) -> None:
    """Everything in a bulletin is a total of its period, unless it has a day of its own."""
    for draft in made:
        if draft.date is None or draft.date.grain != "day":
            draft.date = draft.date or review
            draft.aggregate = True
