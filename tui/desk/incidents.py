"""Incidents at the desk: taken, made, linked, merged and split, from whatever is in view."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from facts.model import Incident
from store import CaseError, Change, Finding
from tui.desk.grouping import Home, in_paragraph
from tui.desk.part import Part
from tui.desk.suggested import Suggested
from tui.keymaps.named import key, prefix

if TYPE_CHECKING:
    from tui.desk.desk import Desk


class Incidents:
    """What `I`, `i`, `m` and `M` do, to the fact under the cursor or to the incident in view."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self.in_view = 0
        """The incident whose screen is open, or the list's row; 0 where facts are in view."""
        self._in_hand: tuple[str, ...] = ()
        self._being_taken: set[tuple[int, str]] = set()
        """Articles with the proposals, and facts, that become incidents at this moment."""
        self.suggested = Suggested(desk)
        """What the digits after `i`, `m` and `O` stand for."""

    def look_at(self, number: int, in_hand: tuple[str, ...] = ()) -> None:
        """Turn to an incident and to some of its facts; 0 turns back to the facts pane."""
        self.in_view, self._in_hand = number, in_hand

    # -- taking

    def take(self) -> None:
        """Take the proposed incident of the fact under the cursor, or make one of its facts.

        The cursor stays. On an incident that is taken it goes on to the next proposal, and takes
        that, so that the same key takes one after the other.
        """
        fact, home = self._fact_and_home()
        if fact is None or home is None:
            return
        if home.standing == "none":
            self._make(fact)
        elif home.incident is not None and not self._is_being_taken(home.incident):
            self._take(home.incident)
        elif incident := self._turn_to_next():
            self._take(incident)
        elif home.standing == "taken":
            link = prefix("incident.link_words")
            words = f"that is #{home.number} already; {link} links it to another"
            self._desk.say(words, "problem")

    def turn_from_taken(self) -> Incident | None:
        """Go from what is an incident of the case already to the next proposal, if one is left."""
        home = self._desk.facts.home
        if home is None or home.standing == "none":
            return None
        is_left = home.incident is not None and not self._is_being_taken(home.incident)
        return None if is_left else self._turn_to_next()

    def _turn_to_next(self) -> Incident | None:
        facts = self._desk.facts
        for place, incident in facts.proposals():
            if not self._is_being_taken(incident):
                facts.move(place - facts.place)
                return incident
        return None

    def _take(self, incident: Incident) -> None:
        article, incidents = self._desk.cursor, self._desk.case.incidents
        left = sum(not self._is_being_taken(one) for _, one in self._desk.facts.proposals()) - 1
        self._once(
            incident.id,
            lambda: incidents.take(article, incident.id),
            also=f"{left} more proposed" if left else "",
        )

    def _make(self, fact: Finding) -> None:
        article, incidents = self._desk.cursor, self._desk.case.incidents
        keys = [one.key for one in in_paragraph(fact, self._desk.facts.beside(), self._desk.text)]
        if (article, fact.key) not in self._being_taken:
            self._once(fact.key, lambda: incidents.make(article, keys))

    def _once(self, name: str, job: Callable[[], Change | None], also: str = "") -> None:
        """Make an incident of something, of which none more is made meanwhile."""
        being_taken = self._desk.cursor, name
        self._being_taken.add(being_taken)
        self._desk.change(job, after=lambda: self._being_taken.discard(being_taken), also=also)

    def _is_being_taken(self, incident: Incident) -> bool:
        return (self._desk.cursor, incident.id) in self._being_taken

    # -- linking and merging

    def current(self) -> int:
        """The incident of the case that is in view or has the fact under the cursor, else 0."""
        if self.in_view:
            return self.in_view
        self._desk.load()
        home = self._desk.facts.home
        return home.number if home else 0

    def link(self, digit: int) -> None:
        """Link to the incident under a digit what it was offered for."""
        if self.in_view:
            merge = prefix("incident.merge_words")
            words = f"facts are linked from their article; {merge} merges incidents"
            self._desk.say(words, "problem")
        elif number := self.suggested.chosen("link", digit):
            self.link_to(number)

    def link_to(self, number: int) -> None:
        """Link the proposal of the fact under the cursor, or else the fact, to an incident."""
        fact, home = self._fact_and_home()
        if fact is None or home is None:
            return
        article, incidents = self._desk.cursor, self._desk.case.incidents
        if home.incident is not None:
            proposal = home.incident.id
            self._desk.change(lambda: incidents.link_proposal(number, article, proposal))
        else:
            self._desk.change(lambda: incidents.link(number, article, [fact.key]))

    def unlink(self) -> None:
        """Take the fact under the cursor off the incident it is shown under."""
        fact, home = self._fact_and_home()
        if fact is None or home is None:
            return
        name = f"{self._desk.cursor}:{fact.key}"
        if not home.number:
            self._desk.say("that fact is linked to no incident of the case", "problem")
        else:
            self._desk.change(lambda: self._desk.case.incidents.unlink(home.number, [name]))

    def merge(self, digit: int) -> None:
        """Merge the incident in view into the one under a digit; a proposal is linked to it."""
        if winner := self.suggested.chosen("merge", digit):
            self.merge_into(winner)

    def merge_into(self, winner: int) -> None:
        """Merge the incident in view into another."""
        loser = self.current()
        if not loser:
            self.link_to(winner)
        else:
            self._desk.change(
                lambda: self._desk.case.incidents.merge(loser, winner),
                then=lambda: self._look_at(loser, winner),
            )

    def split(self) -> None:
        """Take the last merge apart; where nothing was merged, split facts off as an incident.

        Of an incident with several articles those of the article in hand, of others the one fact.
        """
        number = self.current()
        if not number:
            take = key("incident.take")
            self._desk.say(f"no incident of the case is here to split; {take} takes one", "problem")
            return
        one = self._desk.case.incidents.get(number)
        if one.merged:
            self._desk.change(lambda: self._desk.case.incidents.unmerge(number))
        elif names := self._in_hand if self.in_view else self._desk.facts.names_in_hand(one):
            self._desk.change(lambda: self._desk.case.incidents.split(number, names))
        else:
            self._desk.say(f"nothing was merged into #{number}, and no fact is in hand", "problem")

    # -- saying more of one

    def edit(self, number: int, field: str, text: str) -> str:
        """Write a field of an incident; returns what is wrong with it, "" if nothing is."""
        incidents = self._desk.case.incidents
        try:
            incidents.check(number, field, text)
        except CaseError as error:
            return str(error)
        self._desk.change(lambda: incidents.edit(number, field, text))
        return ""

    def completing(self, field: str, before: str) -> tuple[int, Sequence[str]]:
        """How the word of a field that is being typed may go on."""
        start = len(before) - len(before.rpartition(",")[2].lstrip())
        begun = before[start:].casefold()
        known = self._desk.case.incidents.choices(field)
        return start, [word for word in known if word.casefold().startswith(begun)]

    def hear(self, changes: Iterable[Change]) -> bool:
        """Whether changes concern an incident that the article in view is linked to."""
        moved = {incident for change in changes for incident in change.incidents}
        if moved:
            self._desk.tell(Part.INCIDENTS)
        here = {one for taken in self._desk.facts.taken for one in (taken.id, *taken.merged)}
        return not here.isdisjoint(moved)

    def go_to_fact(self, article: int, key: str) -> bool:
        """Put the cursors on an article and on a fact of it; a limit that hides it is lifted."""
        desk = self._desk
        if not desk.lists.go_to(article):
            return False
        desk.load()
        desk.facts.go_to(key)
        return True

    # -- what is at hand

    def _fact_and_home(self) -> tuple[Finding | None, Home | None]:
        fact = self._desk.facts.chosen()
        return fact, self._desk.facts.home

    def _look_at(self, loser: int, winner: int) -> None:
        if self.in_view == loser:
            self.look_at(winner)
            self._desk.tell(Part.INCIDENTS)
