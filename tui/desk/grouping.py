"""The facts of an article under their incidents: those of the case, and those only proposed."""

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from facts.model import Incident
from store import Finding, Findings
from store.taken import Taken
from tui import marks
from tui.incident_words import called, incident_words

Standing: TypeAlias = Literal["taken", "proposed", "none"]

_CORE = frozenset({"count", "seizure", "money", "date", "operation"})
"""Kinds of fact that tell one incident from another; places and agencies belong to several."""


class Home(Struct, frozen=True):
    """What a fact is shown under."""

    standing: Standing
    incident: Incident | None = None
    """What the rules propose."""
    number: int = 0
    """The incident of the case."""
    title: str = ""

    @property
    def names(self) -> tuple[int, str]:
        """What tells it from the others of the article, whatever is said of it."""
        return self.number, self.incident.id if self.incident else ""


class Grouped(Struct, frozen=True):
    """A group of the facts pane: what it is, and its facts in the order of the text."""

    home: Home
    facts: tuple[Finding, ...]


def grouped(article: int, findings: Findings, taken: Sequence[Taken]) -> list[Grouped]:
    """Every fact under each of its incidents; those of none come last.

    A proposal gives way to the incident of the case that has most of what tells it.
    """
    linked = {one.id: _linked(article, one) for one in taken}
    shown: set[int] = set()
    groups: list[Grouped] = []
    told: set[str] = set()
    for incident in findings.incidents:
        facts = _of_proposal(findings, incident)
        numbers = [n for n, keys in linked.items() if _is_covered(facts, keys)]
        groups += [_of_taken(n, linked[n], findings, taken) for n in numbers if n not in shown]
        shown.update(numbers)
        if not numbers:
            groups.append(Grouped(_proposed(incident), tuple(facts)))
            told.update(fact.key for fact in facts)
    groups += [_of_taken(n, keys, findings, taken) for n, keys in linked.items() if n not in shown]
    told.update(key for keys in linked.values() for key in keys)
    others = tuple(fact for fact in findings.facts if fact.key not in told)
    if others:
        groups.append(Grouped(Home("none", title="in no incident" if groups else "facts"), others))
    return groups


def begun(groups: Sequence[Grouped]) -> Iterator[tuple[int, Grouped]]:
    """The groups, each with the place of its first fact."""
    first = 0
    for group in groups:
        yield first, group
        first += len(group.facts)


def same_row(groups: Sequence[Grouped], key: str, of: Grouped, place: int) -> int:
    """Where the row of a fact is now that stood in a group, at a place.

    A fact may stand under several incidents, and an incident turns into another when it is taken,
    linked or merged; what was rejected stays behind then, and the cursor goes along.
    """
    home = of.home.names
    is_there = any(group.home.names == home for group in groups)
    heir = None if is_there else _heir(of, groups)
    rows = [
        (group is heir or group.home.names == home, fact.key == key, -abs(row - place), row)
        for first, group in begun(groups)
        for row, fact in enumerate(group.facts, first)
        if fact.key == key or group is heir
    ]
    return max(rows, default=(place,))[-1]


def _heir(of: Grouped, groups: Sequence[Grouped]) -> Grouped | None:
    """The group of an incident that has most of the facts of one that is gone."""
    keys = {fact.key for fact in of.facts}
    shared = [
        (len(keys & {fact.key for fact in group.facts}), group)
        for group in groups
        if group.home.standing != "none"
    ]
    most, heir = max(shared, key=lambda one: one[0], default=(0, None))
    return heir if most else None


def title_of(one: Taken) -> str:
    """An incident of the case on one line: its sign, its number, what it is called."""
    return f"{marks.TAKEN} #{one.id} {called(one)}"


def in_paragraph(fact: Finding, group: Sequence[Finding], text: str) -> list[Finding]:
    """The fact, and those of its group in the same paragraph that were not rejected."""
    start = fact.mentions[0].start
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    last = len(text) if last < 0 else last
    return [
        one for one in group if first <= one.mentions[0].start < last and one.verdict != "rejected"
    ] or [fact]


def _proposed(incident: Incident) -> Home:
    title = f"{marks.PROPOSED} {incident_words(incident)}"
    return Home("proposed", incident=incident, title=title)


def _of_taken(number: int, keys: set[str], findings: Findings, taken: Sequence[Taken]) -> Grouped:
    one = next(one for one in taken if one.id == number)
    facts = tuple(fact for fact in findings.facts if fact.key in keys)
    return Grouped(Home("taken", number=number, title=title_of(one)), facts)


def _linked(article: int, one: Taken) -> set[str]:
    return {fact.key for fact in one.facts if fact.article == article}


def _of_proposal(findings: Findings, incident: Incident) -> list[Finding]:
    return [
        fact
        for fact in findings.facts
        if any(incident.id in mention.incidents for mention in fact.mentions)
    ]


def _is_covered(facts: Sequence[Finding], keys: set[str]) -> bool:
    """Whether an incident of the case has more than half of what tells a proposal."""
    telling = list(_telling(facts)) or list(facts)
    return 2 * sum(fact.key in keys for fact in telling) > len(telling)


def _telling(facts: Sequence[Finding]) -> Iterator[Finding]:
    return (fact for fact in facts if fact.kind in _CORE and fact.verdict != "rejected")
