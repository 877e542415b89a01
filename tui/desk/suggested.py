"""The incidents that digits choose from: where a fact may belong, and what may be the same."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

from store import Finding
from store.taken import Alike, IncidentRow
from store.work.incidents import MOST_SUGGESTED
from tui import wording
from tui.desk.grouping import Home, in_paragraph, title_of
from tui.incident_words import called, incident_words
from tui.keymaps.named import key
from tui.views import NOTHING_OFFERED, Offer, Offers

if TYPE_CHECKING:
    from tui.desk.desk import Desk

Verb: TypeAlias = Literal["link", "merge", "part"]
"""What becomes of the incident that is chosen."""

_BESIDE = 3
"""Articles of an incident whose other incidents are offered too."""


class Suggested:
    """What the digits stand for since `i`, `m` or `O` was pressed."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._offers = NOTHING_OFFERED
        self._offered_for: tuple[object, ...] = ()

    def offer(self, verb: Verb) -> Offers:
        """What the fact under the cursor may belong to, or the incident in view be merged into.

        Or what that incident may be a part of.
        """
        if verb == "link":
            self._offers = self._links()
        else:
            self._offers = self._merges() if verb == "merge" else self._wholes()
        self._offered_for = self._at(verb)
        return self._offers

    def chosen(self, verb: Verb, digit: int) -> int:
        """The incident under a digit, 0 where there is none; says so."""
        if self._offered_for != self._at(verb):
            self.offer(verb)
        choices, self._offers, self._offered_for = self._offers.choices, NOTHING_OFFERED, ()
        if digit > len(choices):
            find = key(f"incident.{verb}_words")
            self._desk.say(f"there is no {digit}; {find} finds incidents by their words", "problem")
            return 0
        return choices[digit - 1].number

    def _at(self, verb: Verb) -> tuple[object, ...]:
        """What is offered for: a digit pressed for anything else does not mean it."""
        return verb, self._desk.incidents.in_view, self._desk.cursor, self._desk.facts.place

    def _links(self) -> Offers:
        fact, home = self._desk.facts.chosen(), self._desk.facts.home
        if fact is None or home is None:
            return NOTHING_OFFERED
        case, article = self._desk.case, self._desk.cursor
        if home.incident is not None:
            rows = case.incidents.suggest(home.incident)
            what = incident_words(home.incident)
        else:
            rows = case.incidents.suggest_for(article, self._context(fact, home))
            what = wording.words(fact.value)
        left_out = self._having(fact, home)
        return Offers(f"link {what} to", self._offer(rows, {article}, left_out))

    def _merges(self) -> Offers:
        number = self._desk.incidents.current()
        if not number:
            return self._links()
        return self._others(number, "merge {} into")

    def _wholes(self) -> Offers:
        number = self._desk.incidents.current()
        return self._others(number, "say that {} is a part of") if number else NOTHING_OFFERED

    def _others(self, number: int, title: str) -> Offers:
        """The incidents that something may be done with to this one."""
        one = self._desk.case.incidents.get(number)
        but = {number, *one.merged}
        found = self._desk.case.incidents.suggest(one.value, but)
        articles = {int(fact.name.partition(":")[0]) for fact in one.facts}
        words = title.format(title_of(one).partition(" ")[2])
        return Offers(words, self._offer(found, articles, but))

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

    def _context(self, fact: Finding, home: Home) -> list[Finding]:
        """What tells where a fact belongs: its paragraph, or the incident it is in."""
        group = self._desk.facts.beside()
        return in_paragraph(fact, group, self._desk.text) if home.standing == "none" else group

    def _having(self, fact: Finding, home: Home) -> set[int]:
        """The incidents that have the fact already; a proposal as a whole may still go to them."""
        if home.incident is not None:
            return set()
        name = f"{self._desk.cursor}:{fact.key}"
        taken = self._desk.facts.taken
        return {one.id for one in taken if any(linked.name == name for linked in one.facts)}


def _words(row: IncidentRow) -> str:
    articles = f"{row.articles} article{'' if row.articles == 1 else 's'}"
    return f"#{row.id} {called(row)} · {articles}"
