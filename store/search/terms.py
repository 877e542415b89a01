"""What an article can be found by besides its words: pairs of a field and a folded value."""

from collections.abc import Set
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from store.engine.bodies import Document
from store.search.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facts.model import AnyValue, Incident
    from store.shapes import Finding, Findings

Term: TypeAlias = tuple[str, str]
"""A field of the query language, and one value of it."""

Days: TypeAlias = tuple[str, str]
"""The first and the last day of something, ISO 8601."""


Sum: TypeAlias = tuple[str, str, str, float]
"""A field, what was counted or seized, its unit, and how many or how much."""


_name: Final = lru_cache(maxsize=1 << 14)(fold)
"""A name, folded; a few thousand places and offices are in all of a case's articles."""


class Found(NamedTuple):
    """What an article can be found by because of its facts."""

    terms: Set[Term]
    dates: Set[Days]
    amounts: Set[Sum]


def found_by(findings: "Findings", published: str | None) -> Found:
    """What the facts of an article let it be found by, once it is known when it was published."""
    return Found(of_findings(findings), days_of(findings, published), amounts_of(findings))


def status_of(marks: Document | None) -> str:
    """What was decided about an article: "new" until something is."""
    return str(marks["status"]["is"]) if marks and "status" in marks else "new"


def tags_of(marks: Document | None) -> list[str]:
    """The ids of an article's tags, in the order they were put."""
    return list(marks.get("tags", ())) if marks else []


def of_marks(marks: Document | None) -> set[Term]:
    """Terms from what analysts decided."""
    return {("is", status_of(marks)), *(("tag", tag) for tag in tags_of(marks))}


def of_findings(findings: "Findings") -> set[Term]:
    """Terms from the facts that were not rejected, as they stand, and from the incidents."""
    terms: set[Term] = set()
    for finding in findings.facts:
        if finding.verdict != "rejected":
            terms.update(_of_value(finding.value))
    for incident in findings.incidents:
        terms.update(_of_incident(incident))
    if any(map(is_open_flag, findings.facts)):
        terms.add(("has", "flag"))
    return {(field, value) for field, value in terms if value}


def is_open_flag(finding: "Finding") -> bool:
    """Whether a fact is flagged and nobody has decided about it."""
    return finding.verdict is None and bool(finding.flags)


def amounts_of(findings: "Findings") -> set[Sum]:
    """Counts by role and seizures by item and category, as they stand; vague ones have none."""
    standing = (f.value for f in findings.facts if f.verdict != "rejected")
    return {amount for value in standing for amount in _sums(value)}


def days_of(findings: "Findings", published: str | None) -> set[Days]:
    """The day of publication and the days of the incidents, as far as they are known."""
    spans = {(published, published)} if published else set()
    for incident in findings.incidents:
        if incident.date and incident.date.start and incident.date.end:
            spans.add((incident.date.start, incident.date.end))
    return {(first, last) for first, last in spans if first[:1].isdigit() and last[:1].isdigit()}


def _of_value(value: "AnyValue") -> "Iterator[Term]":
    from facts import model

    match value:
        case model.Place(name=name, aliases=aliases, country=country):
            yield from (("place", _name(word)) for word in (name, *aliases))
            yield "country", _name(country or "")
        case model.Organisation(name=name, acronym=acronym, aliases=aliases):
            yield from (("org", _name(word)) for word in (name, acronym or "", *aliases))
        case model.Acronym(short=short, long=long):
            yield from (("org", _name(word)) for word in (short, long))
        case model.Count(role=role):
            yield "count", role
        case model.Seizure(item=item, category=category):
            yield from (("seized", _name(what)) for what in (item, category or ""))
        case model.Operation(name=name):
            yield "op", _name(name)
        case model.Nationality(country=str(country)):
            yield "country", _name(country)


def _sums(value: "AnyValue") -> "Iterator[Sum]":
    from facts import model

    match value:
        case model.Count(n=int(n), role=role):
            yield "count", role, "", float(n)
        case model.Seizure(item=item, category=category, quantity=quantity, unit=unit):
            if quantity is not None:
                for what in {_name(item), _name(category or item)}:
                    yield "seized", what, unit or "", float(quantity)


def _of_incident(incident: "Incident") -> "Iterator[Term]":
    yield from (("type", name) for name in incident.types)
    yield from (("country", _name(country)) for country in incident.countries)
    yield from (("place", _name(place)) for place in incident.places)
    yield from (("org", _name(agency)) for agency in incident.agencies)
    yield "op", _name(incident.operation or "")
