"""What facts say of an incident, one item at a time, each with the facts that say it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from store.engine.bodies import Document

if TYPE_CHECKING:
    from facts.model import AnyValue, Incident
    from store.shapes import Finding
    from store.taken import LinkedFact

_GROUPS = frozenset({"armed_group", "criminal_group", "group", "cartel", "terrorist_group"})
_NOT_A_SPOT = frozenset({"country", "continent"})
_NO_ROLES = frozenset({"records", "other"})


class Item(Struct, frozen=True):
    """One value of one field; of the names of the facts behind it none where no fact says it."""

    field: str
    value: Any
    facts: tuple[str, ...] = ()


def proposed(article: int, incident: "Incident", found: "Iterable[Finding]") -> list[Item]:
    """A proposal of the rules, item by item."""
    backing: dict[str, list[str]] = {}
    for finding in found:
        for field, value in said(finding.fact.value):
            backing.setdefault(_same(field, value), []).append(f"{article}:{finding.key}")
    return [
        Item(field, value, tuple(backing.get(_same(field, value), ())))
        for field, value in _of_proposal(incident)
    ]


def standing(items: Iterable[Item], facts: "Mapping[str, LinkedFact]") -> Iterator[Item]:
    """The items as their facts stand: corrected, or left out where every fact is refused.

    A fact that the rules do not find any more still says what it said.
    """
    for item in items:
        if not item.facts:
            yield item
            continue
        for name in item.facts:
            fact = facts.get(name)
            if fact is None or fact.verdict == "rejected":
                continue
            values = [item.value]
            if fact.corrected and fact.value is not None:
                values = [value for field, value in said(fact.value) if field == item.field]
            yield from (Item(item.field, value, (name,)) for value in values)


def of_facts(facts: "Iterable[LinkedFact]") -> Iterator[Item]:
    """What facts say that were linked one by one."""
    for fact in facts:
        if fact.stands and fact.value is not None:
            yield from (Item(field, value, (fact.name,)) for field, value in said(fact.value))


def of_value(article: int, finding: "Finding") -> Iterator[Item]:
    """What one fact of an article says, as it stands."""
    name = f"{article}:{finding.key}"
    return (Item(field, value, (name,)) for field, value in said(finding.value))


def said(value: "AnyValue") -> Iterator[tuple[str, Any]]:
    """The fields of an incident that a fact says something of, as plain values."""
    from facts import model

    match value:
        case model.Date(start=start, end=end) if start or end:
            yield "date", {"start": start, "end": end}
        case model.Place(name=name, country=country, type=kind, role="location"):
            if kind not in _NOT_A_SPOT:
                yield "places", name
            if country:
                yield "countries", country
        case model.Nationality(country=str(country)):
            yield "countries", country
        case model.Organisation(name=name, acronym=acronym, type=kind):
            yield ("groups", name) if kind in _GROUPS else ("agencies", acronym or name)
        case model.Operation(name=name):
            yield "operation", name
        case model.Count(n=n, role=role, part_of=None) if role not in _NO_ROLES:
            yield "counts", [role, n]
        case model.Seizure(item=item, quantity=quantity, unit=unit, mod=mod, flags=flags):
            fill = model.SeizureFill(item, quantity, unit, mod, flagged=bool(flags))
            yield "seizures", msgspec.to_builtins(fill)
        case model.Money(amount=amount, currency=currency, usd=usd):
            yield "money", msgspec.to_builtins(model.MoneyFill(amount, currency, usd))


def plain(items: Iterable[Item]) -> list[Document]:
    """Items as they lie in a document."""
    return [msgspec.to_builtins(item) for item in items]


def _of_proposal(incident: "Incident") -> Iterator[tuple[str, Any]]:
    one: Document = msgspec.to_builtins(incident)
    yield "scope", incident.scope
    for field in ("date", "operation", "status"):
        if one[field]:
            yield field, one[field]
    for field in ("types", "places", "countries", "agencies", "groups", "seizures", "money"):
        yield from ((field, value) for value in one[field])
    yield from (("counts", [role, n]) for role, n in incident.counts.items())


def _same(field: str, value: Any) -> str:
    """What two ways of writing one item have in common."""
    if field == "seizures":
        value = [value["item"], value.get("quantity"), value.get("unit")]
    elif field == "money":
        value = [value["amount"], value["currency"]]
    return f"{field}:{value}".casefold()
