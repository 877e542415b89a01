"""An incident as it stands: its own document, those merged into it, and their facts, as one."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from store.engine.bodies import Document, checked
from store.search.happened import items
from store.search.happened.items import Item
from store.shapes import Stamp
from store.taken import LinkedFact, Taken

if TYPE_CHECKING:
    from facts.model import Incident

Members = Sequence[tuple[int, Document]]
"""An incident and those merged into it, itself first, each with its number."""


def taken(members: Members, facts: tuple[LinkedFact, ...], parts: tuple[int, ...] = ()) -> Taken:
    """The incident; what the first member says comes before what the others say."""
    number, own = members[0]
    edits = _edits(members)
    fields, sources = _fields(members, facts)
    for name, edit in edits.items():
        fields[name], sources[name] = edit["value"], ()
    title = fields.pop("title", None) or ""
    tags = {tag: Stamp(**at) for _, doc in reversed(members) for tag, at in doc["tags"].items()}
    return Taken(
        number, str(title), _incident(number, fields), sources,
        {name: Stamp(edit["by"], edit["at"]) for name, edit in edits.items()},
        facts, tags,
        {i: Stamp(doc["merged"]["by"], doc["merged"]["at"]) for i, doc in members[1:]},
        own["merged"]["into"] if "merged" in own else None,
        own["part_of"]["of"] if "part_of" in own else None,
        parts, Stamp(own["by"], own["at"]),
    )  # fmt: skip


def of_items(some: Iterable[Item]) -> "Incident":
    """What some items say together, as an incident that is none yet."""
    every = _by_field(some)
    return _incident(0, {name: _COLLECT[name](found) for name, found in every.items()})


def _by_field(some: Iterable[Item]) -> dict[str, list[Item]]:
    every: dict[str, list[Item]] = {}
    for item in some:
        every.setdefault(item.field, []).append(item)
    return every


def _edits(members: Members) -> Document:
    return {name: edit for _, doc in reversed(members) for name, edit in doc["fields"].items()}


def _fields(
    members: Members, facts: tuple[LinkedFact, ...]
) -> tuple[Document, dict[str, tuple[str, ...]]]:
    by_name = {fact.name: fact for fact in facts}
    every = _by_field(_items(members, by_name))
    fields = {name: _COLLECT[name](some) for name, some in every.items()}
    sources = {
        name: tuple(dict.fromkeys(fact for item in some for fact in item.facts))
        for name, some in every.items()
    }
    return fields, sources


def _items(members: Members, facts: dict[str, LinkedFact]) -> Iterable[Item]:
    """The proposals that were taken, then the facts that came one by one."""
    told: set[str] = set()
    for _, document in members:
        for name, proposal in document["given"].items():
            article = name.partition(":")[0]
            told.update(f"{article}:{key}" for key in proposal["facts"])
            given = checked(proposal["items"], list[Item])
            yield from items.standing(given, facts)
    yield from items.of_facts(fact for fact in facts.values() if fact.name not in told)


def _incident(number: int, fields: Document) -> "Incident":
    from facts.model import Incident

    document = {"id": f"#{number}", "types": [], "scope": "event"} | fields
    document["facts"] = []
    incident: Incident = checked(document, Incident)
    return incident


def _first(some: list[Item]) -> Any:
    return some[0].value


def _best_date(some: list[Item]) -> Any:
    """The first whose year is known."""
    known = (item.value for item in some if str(item.value["start"] or "X")[:1].isdigit())
    return next(known, some[0].value)


def _distinct(some: list[Item]) -> list[Any]:
    seen: dict[str, Any] = {}
    for item in some:
        seen.setdefault(_folded(item.value), item.value)
    return list(seen.values())


def _folded(value: Any) -> str:
    if isinstance(value, dict):
        value = {name: part for name, part in value.items() if name not in ("flagged", "mod")}
    return str(value).casefold()


def _most_said(some: list[Item]) -> dict[str, int | None]:
    """For each role the number that most facts give, of these the first."""
    votes: dict[str, dict[int | None, int]] = {}
    for item in some:
        role, n = item.value
        of_role = votes.setdefault(role, {})
        of_role[n] = of_role.get(n, 0) + (n is not None)
    return {role: max(numbers, key=numbers.__getitem__) for role, numbers in votes.items()}


_COLLECT: Final[dict[str, Callable[[list[Item]], Any]]] = {
    "types": _distinct,
    "scope": _first,
    "date": _best_date,
    "places": _distinct,
    "countries": _distinct,
    "agencies": _distinct,
    "groups": _distinct,
    "operation": _first,
    "counts": _most_said,
    "seizures": _distinct,
    "money": _distinct,
    "status": _first,
}
"""How the items of a field become its one value."""
