"""What makes two incidents alike: terms that bound where to look, and a score in words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, TypeAlias

from store.search.folding import fold

if TYPE_CHECKING:
    from facts.model import Incident, Period

Term: TypeAlias = tuple[str, str]

_MONTHS: Final = 24
"""Longest period, in months, that is found by its months."""
_FAMILY: Final = {
    "human_trafficking": "people", "migrant_smuggling": "people",
    "goods_smuggling": "goods", "cash_smuggling": "goods", "cultural_goods_trafficking": "goods",
    "terrorism_arrests": "terror", "terrorism_plot_foiled": "terror",
    "terrorism_detection": "terror", "bombing": "terror", "armed_attack": "terror",
}  # fmt: skip
"""Types that reports of one and the same incident give it."""
_COMMON: Final = frozenset({"cities", "countries", "ports", "suspects"})
"""Roles whose numbers agree by chance."""


def near(incident: "Incident") -> set[Term]:
    """Where others like it are looked for; each leads to few, however large the case is."""
    months = _months(incident.date)
    where = [fold(place) for place in incident.places]
    terms = {("op", fold(incident.operation or ""))}
    terms |= {("at", f"{place} {month}") for place in where for month in months}
    terms |= {("when", f"{_family(kind)} {month}") for kind in incident.types for month in months}
    terms |= {("where", f"{_family(kind)} {place}") for kind in incident.types for place in where}
    terms |= {("number", number) for number in numbers(incident)}
    return {(field, value) for field, value in terms if value}


def numbers(incident: "Incident") -> set[str]:
    """Its numbers, as far as they can hardly agree by chance."""
    found = {
        f"{role} {n}" for role, n in incident.counts.items() if n and n > 1 and role not in _COMMON
    }
    return found | {
        f"{fold(one.item).rpartition(' ')[2]} {one.quantity.normalize():f} {one.unit or ''}"
        for one in incident.seizures
        if one.quantity is not None and one.quantity > 1
    }


def likeness(one: "Incident", other: "Incident") -> tuple[float, list[str]]:
    """How alike two incidents are, and in what; nothing where they cannot be the same."""
    if one.scope != other.scope:
        return 0, []
    score, why = 0.0, []
    for points, words in _agreements(one, other):
        score += points
        if words:
            why.append(words)
    return score, why


def _agreements(one: "Incident", other: "Incident") -> Iterator[tuple[float, str]]:
    if one.operation and fold(one.operation) == fold(other.operation or ""):
        yield 8, f"Operation {one.operation}"
    yield _dated(one.date, other.date)
    places = _shared(one.places, other.places)
    if places:
        yield 3, ", ".join(places[:2])
    elif one.places and other.places:
        yield -2, ""
    things = _shared(
        [seizure.item for seizure in one.seizures], [seizure.item for seizure in other.seizures]
    )
    agreeing = sorted(numbers(one) & numbers(other))
    if agreeing:
        yield 4 + len(agreeing), ", ".join(agreeing[:2]).replace("_", " ").strip()
    elif things:
        yield 1.5, things[0]
    actors = _shared([*one.agencies, *one.groups], [*other.agencies, *other.groups])
    if actors:
        yield 1, actors[0]
    if set(one.types) & set(other.types):
        yield 2, one.types[0].replace("_", " ")
    elif {_family(kind) for kind in one.types} & {_family(kind) for kind in other.types}:
        yield 1, ""
    elif one.types and other.types:
        yield -2, ""


def _dated(one: "Period | None", other: "Period | None") -> tuple[float, str]:
    if one is None or other is None:
        return 0, ""
    if not one.start or not other.start or "X" in one.start + other.start:
        same = one.start and other.start and one.start[4:] == other.start[4:]
        return (2, "same day of the year") if same else (0, "")
    if (one.start, one.end) == (other.start, other.end):
        return (3, "same day") if one.start == one.end else (2.5, "same period")
    overlaps = one.start <= (other.end or "9999") and other.start <= (one.end or "9999")
    return (2, "dates overlap") if overlaps else (-3, "")


def _shared(
    some: "list[str] | tuple[str, ...]", others: "list[str] | tuple[str, ...]"
) -> list[str]:
    there = {fold(name) for name in others}
    return [name for name in some if fold(name) in there]


def _family(kind: str) -> str:
    return _FAMILY.get(kind, kind)


def _months(date: "Period | None") -> list[str]:
    if date is None or not date.start or not date.start[:1].isdigit():
        return []
    first, last = _month(date.start), _month(date.end or date.start)
    if last - first >= _MONTHS:
        return []
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(first, last + 1)]


def _month(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7] or 1) - 1
