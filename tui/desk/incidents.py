"""Incidents at the desk: taken, made, linked, merged and split, from whatever is in view."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from store import CaseError, Change, Finding
from store.taken import Alike, IncidentRow
from store.work.incidents import MOST_SUGGESTED
from tui import wording
from tui.desk.grouping import Home, title_of
from tui.desk.part import Part
from tui.keymaps.named import key, prefix
from tui.views import Offer, Offers

if TYPE_CHECKING:
    from tui.desk.desk import Desk

NOTHING_OFFERED = Offers()
_BESIDE = 3
"""Articles of an incident whose other incidents are offered too."""


class Incidents:
    """What `I`, `i`, `m` and `M` do, to the fact under the cursor or to the incident in view."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self.in_view = 0
        """The incident whose screen is open, or the list's row; 0 where facts are in view."""
        self._in_hand: tuple[str, ...] = ()
        self.offers = NOTHING_OFFERED
        """What the digits stand for since `i` or `m` was pressed."""
        self._offered_for: tuple[object, ...] = ()

    def look_at(self, number: int, in_hand: tuple[str, ...] = ()) -> None:
        """Turn to an incident and to some of its facts; 0 turns back to the facts pane."""
        self.in_view, self._in_hand = number, in_hand

    # -- taking

    def take(self) -> None:
        """Take the proposed incident of the fact under the cursor, or make one of its facts.

        The cursor goes on to the next proposal.
        """
        fact, home = self._fact_and_home()
        if fact is None or home is None:
            return
        article, incidents = self._desk.cursor, self._desk.case.incidents
        if home.standing == "taken":
            link = prefix("incident.link_words")
            words = f"that is #{home.number} already; {link} links it to another"
            self._desk.say(words, "problem")
        elif home.incident is not None:
            proposal = home.incident.id
            self._desk.change(lambda: incidents.take(article, proposal), then=self._goes_on())
        else:
            keys = [one.key for one in self._at_hand(fact)]
            self._desk.change(lambda: incidents.make(article, keys))

    # -- linking and merging

    def offer_links(self) -> Offers:
        """The incidents that the fact under the cursor, or its proposal, may belong to."""
        self.offers, self._offered_for = self._links(), self._at("link")
        return self.offers

    def offer_merges(self) -> Offers:
        """The incidents that the one in view may be merged into."""
        self.offers, self._offered_for = self._merges(), self._at("merge")
        return self.offers

    def _at(self, verb: str) -> tuple[object, ...]:
        """What is offered for: a digit pressed for anything else does not mean it."""
        return verb, self.in_view, self._desk.cursor, self._desk.facts.place

    def _links(self) -> Offers:
        fact, home = self._fact_and_home()
        if fact is None or home is None:
            return NOTHING_OFFERED
        case, article = self._desk.case, self._desk.cursor
        if home.incident is not None:
            rows = case.incidents.suggest(home.incident)
            what = wording.incident_words(home.incident)
        else:
            rows = case.incidents.suggest_for(article, self._context(fact, home))
            what = wording.words(fact.value)
        left_out = self._having(fact, home)
        return Offers(f"link {what} to", self._offer(rows, {article}, left_out))

    def _merges(self) -> Offers:
        number = self.current()
        if not number:
            return self._links()
        one = self._desk.case.incidents.get(number)
        but = {number, *one.merged}
        found = self._desk.case.incidents.suggest(one.value, but)
        articles = {int(fact.name.partition(":")[0]) for fact in one.facts}
        title = f"merge {title_of(one).partition(' ')[2]} into"
        return Offers(title, self._offer(found, articles, but))

    def _offer(
        self, found: Sequence[Alike], articles: Iterable[int], but: set[int]
    ) -> tuple[Offer, ...]:
        """The incidents that are alike, and after them those that the same articles are about."""
        incidents = self._desk.case.incidents
        alike = {one.row.id: Offer(one.row.id, _words(one.row), one.why) for one in found}
        beside = (one.id for article in sorted(articles)[:_BESIDE] for one in incidents.of(article))
        others = [number for number in dict.fromkeys(beside) if number not in alike]
        rows = incidents.rows(number for number in others if number not in but)
        more = [Offer(row.id, _words(row), "same article") for row in rows]
        return tuple([*(one for n, one in alike.items() if n not in but), *more][:MOST_SUGGESTED])

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
        elif number := self._offered(digit, self.offer_links, "link"):
            self.link_to(number)

    def link_to(self, number: int) -> None:
        """Link the proposal of the fact under the cursor, or else the fact, to an incident."""
        fact, home = self._fact_and_home()
        if fact is None or home is None:
            return
        article, incidents = self._desk.cursor, self._desk.case.incidents
        if home.incident is not None:
            proposal = home.incident.id
            self._desk.change(
                lambda: incidents.link_proposal(number, article, proposal),
                then=self._goes_on(),
            )
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
        if winner := self._offered(digit, self.offer_merges, "merge"):
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

    def tag(self, number: int, tags: Sequence[str], on: bool | None = None) -> None:
        """Give an incident tags, or take them off; None toggles."""
        self._desk.change(lambda: self._desk.case.incidents.tag([number], tags, on))

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

    def _goes_on(self) -> Callable[[], None]:
        """What takes the cursor to the next proposal."""
        return self._desk.facts.if_here(self._desk.facts.to_next_proposal)

    def _at_hand(self, fact: Finding) -> list[Finding]:
        """The fact, and those of no incident in its paragraph."""
        text, start = self._desk.text, fact.mentions[0].start
        first = text.rfind("\n", 0, start) + 1
        last = text.find("\n", start)
        last = len(text) if last < 0 else last
        group = self._desk.facts.beside()
        return [one for one in group if first <= one.mentions[0].start < last
                and one.verdict != "rejected"] or [fact]  # fmt: skip

    def _context(self, fact: Finding, home: Home) -> list[Finding]:
        """What tells where a fact belongs: its paragraph, or the incident it is in."""
        return self._at_hand(fact) if home.standing == "none" else self._desk.facts.beside()

    def _having(self, fact: Finding, home: Home) -> set[int]:
        """The incidents that have the fact already; a proposal as a whole may still go to them."""
        if home.incident is not None:
            return set()
        name = f"{self._desk.cursor}:{fact.key}"
        taken = self._desk.facts.taken
        return {one.id for one in taken if any(linked.name == name for linked in one.facts)}

    def _offered(self, digit: int, offer: Callable[[], Offers], verb: str) -> int:
        """The incident under a digit, 0 where there is none; says so."""
        if self._offered_for != self._at(verb):
            offer()
        offers, self.offers = self.offers, NOTHING_OFFERED
        self._offered_for = ()
        if digit > len(offers.choices):
            find = key(f"incident.{verb}_words")
            self._desk.say(f"there is no {digit}; {find} finds incidents by their words", "problem")
            return 0
        return offers.choices[digit - 1].number

    def _look_at(self, loser: int, winner: int) -> None:
        if self.in_view == loser:
            self.look_at(winner)
            self._desk.tell(Part.INCIDENTS)


def _words(row: IncidentRow) -> str:
    articles = f"{row.articles} article{'' if row.articles == 1 else 's'}"
    return f"#{row.id} {row.title or wording.incident_words(row.value)} · {articles}"
