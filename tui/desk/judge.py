"""Judging facts: the fact under the cursor, and what an analyst says of it."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from facts.model import Incident
from store import Finding, Findings, Judgement
from store.taken import Taken
from store.work.judging import is_added
from tui import wording
from tui.desk import labels, present, verdicts
from tui.desk.decider import left_above
from tui.desk.grouping import Grouped, Home, begun, grouped, same_row
from tui.desk.part import Part
from tui.views import NO_FACTS, Facts

if TYPE_CHECKING:
    from tui.desk.desk import Desk


class Judge:
    """The facts of the article being read, and a cursor among them."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._ordered: list[Finding] = []
        self._judging: set[str] = set()
        self._groups: list[Grouped] = []
        self.findings = Findings()
        self.taken: list[Taken] = []
        """The incidents of the case that the article is linked to."""
        self.shown: Facts = NO_FACTS
        """The facts as the pane shows them."""
        self.place = 0
        """Where the cursor stands among them."""

    def open(self, article: int, keep_place: bool = False) -> None:
        """Turn to the facts of an article; the cursor goes to the first undecided one."""
        before, of = self.current, self._group()
        self.findings = self._desk.case.findings(article)
        self.taken = self._desk.case.incidents.of(article)
        self._groups = grouped(article, self.findings, self.taken)
        self._ordered = [fact for group in self._groups for fact in group.facts]
        shown = present.facts(self._groups, self._desk.text, self.findings.extracted)
        self.shown = self._desk.links.marked(shown, self._ordered, article)
        if not keep_place:
            self._judging.clear()
            self.place = self._undecided_from(0) or 0
        elif before and of:
            self.place = same_row(self._groups, before.key, of, self.place)
        self.place = max(0, min(self.place, len(self._ordered) - 1))

    def close(self, why: str) -> None:
        """Show no facts, and why: the article cannot be read."""
        self._ordered, self._groups, self.taken = [], [], []
        self.findings, self.shown, self.place = Findings(), Facts(empty=why), 0

    @property
    def current(self) -> Finding | None:
        """The fact under the cursor."""
        return self._ordered[self.place] if self.place < len(self._ordered) else None

    @property
    def home(self) -> Home | None:
        """What the fact under the cursor is shown under."""
        group = self._group()
        return group.home if group else None

    def beside(self) -> list[Finding]:
        """The facts of the group that the cursor is in."""
        group = self._group()
        return list(group.facts) if group else []

    def names_in_hand(self, one: Taken) -> tuple[str, ...]:
        """The article's facts in an incident that has others too, else the one under the cursor."""
        article = self._desk.cursor
        if one.articles != (article,):
            return tuple(fact.name for fact in one.facts if fact.article == article)
        return (f"{article}:{self.current.key}",) if self.current else ()

    def go_to(self, key: str) -> None:
        """Put the cursor on a fact, where the article has it."""
        places = [place for place, fact in enumerate(self._ordered) if fact.key == key]
        if places:
            self.place = min(places, key=lambda place: abs(place - self.place))
            self._desk.tell(Part.FACT)

    def go_to_words(self, start: int, end: int) -> None:
        """Put the cursor on the fact that has these words, where the article has one."""
        for fact in self._ordered:
            if any((m.start, m.end) == (start, end) for m in fact.mentions):
                self.go_to(fact.key)

    def proposals(self) -> Iterator[tuple[int, Incident]]:
        """The incidents that are only proposed, with the place of their first fact.

        From the cursor on, then from the first.
        """
        firsts = [(place, group.home.incident) for place, group in begun(self._groups)]
        here = sum(place <= self.place for place, _ in firsts)
        for place, incident in firsts[here:] + firsts[:here]:
            if incident:
                yield place, incident

    def next_group(self) -> None:
        """Go to the first fact of the next incident."""
        later = [place for place, _ in begun(self._groups) if place > self.place]
        self.move(later[0] - self.place if later else len(self._ordered))

    def previous_group(self) -> None:
        """Go to the first fact of this incident, from there to that of the one before."""
        before = [place for place, _ in begun(self._groups) if place < self.place]
        self.move((before[-1] if before else 0) - self.place)

    def _group(self) -> Grouped | None:
        above = [group for first, group in begun(self._groups) if first <= self.place]
        return above[-1] if above else None

    def next(self) -> None:
        """Go to the next fact."""
        self.move(1)

    def previous(self) -> None:
        """Go to the previous fact."""
        self.move(-1)

    def first(self) -> None:
        """Go to the first fact."""
        self.move(-len(self._ordered))

    def last(self) -> None:
        """Go to the last fact."""
        self.move(len(self._ordered))

    def move(self, by: int) -> None:
        """Move the cursor by so many facts, at most to the ends."""
        self._desk.load()
        place = max(0, min(self.place + by, len(self._ordered) - 1))
        if place != self.place:
            self.place = place
            self._desk.tell(Part.FACT)

    def accept(self) -> None:
        """Accept the fact under the cursor and go to the next undecided one."""
        if fact := self.chosen():
            self._judge(fact, verdicts.kept(fact, "accepted"), labels.said("accepted", fact))

    def reject(self) -> None:
        """Reject the fact under the cursor and go to the next undecided one."""
        if fact := self.chosen():
            verb = "took away" if is_added(fact) else "rejected"
            self._judge(fact, verdicts.kept(fact, "rejected"), labels.said(verb, fact))

    def take_reading(self) -> None:
        """Take the suggested reading of the fact under the cursor."""
        fact = self.chosen()
        if fact is None:
            return
        read = verdicts.suggested(fact)
        if read is None:
            said = wording.words(fact.fact.value)
            self._desk.say(f"no other reading is suggested for {said}", "problem")
        else:
            self._judge(fact, verdicts.read_as(fact, read), labels.corrected(fact, read))

    def take_all_like(self) -> None:
        """Take every suggested reading of the article that the same check made, as one change."""
        desk, article, fact = self._desk, self._desk.cursor, self.chosen()
        if fact is None:
            return
        alike = {
            one.key: verdicts.read_as(one, read)
            for one in self.findings.facts
            if set(one.flags) & set(fact.flags) and not one.verdict
            and (read := verdicts.suggested(one))
        }  # fmt: skip
        if not alike:
            said = wording.words(fact.fact.value)
            desk.say(f"no other reading is suggested for {said}, nor for any like it", "problem")
            return
        n = len(alike)
        label = f"took {n} suggested reading{'s' * (n != 1)}"
        desk.change(
            lambda: desk.case.judge(article, alike, label), then=self.if_here(self._to_undecided)
        )

    def accept_all(self) -> None:
        """Accept every unflagged undecided fact, with the tags they propose, as one change."""
        if self.chosen():
            article = self._desk.cursor
            self._desk.change(
                lambda: self._desk.case.accept_all(article), then=self.if_here(self._to_undecided)
            )

    def if_here(self, step: Callable[[], None]) -> Callable[[], None]:
        """A step to be made when a change has ended, unless the article was left by then."""
        desk, article = self._desk, self._desk.cursor

        def go() -> None:
            if desk.cursor == article and not desk.is_stale:
                step()

        return go

    def chosen(self) -> Finding | None:
        """The fact under the cursor; says so where there is none."""
        self._desk.load()
        if self.current is None:
            self._desk.say(self.shown.empty or "there is no article", "problem")
        return self.current

    def _judge(self, fact: Finding, judgement: Judgement, label: str) -> None:
        desk, article = self._desk, self._desk.cursor
        self._judging.add(fact.key)
        following = self._undecided_from(self.place + 1)
        desk.change(
            lambda: desk.case.judge(article, {fact.key: judgement}, label),
            after=lambda: self._judging.discard(fact.key),
            also=left_above(self._left()) if following is None else "",
        )
        if following is not None:
            self.place = following
            desk.tell(Part.FACT)

    def _to_undecided(self) -> None:
        place = self._undecided_from(0)
        if place is not None and place != self.place:
            self.place = place
            self._desk.tell(Part.FACT)

    def _undecided_from(self, place: int) -> int | None:
        return next(self._undecided(place), None)

    def _left(self) -> int:
        """How many facts are undecided, each counted once."""
        return len({self._ordered[place].key for place in self._undecided(0)})

    def _undecided(self, place: int) -> Iterator[int]:
        """The places from one on where facts stand that are not judged and not being judged."""
        for here, fact in enumerate(self._ordered[place:], start=place):
            if not fact.verdict and fact.key not in self._judging:
                yield here
