"""What a change touched, as its entry in the log says it: articles, and incidents of the case."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Final

from store.changes.patches import Patch
from store.engine.bodies import decode

_OF_ARTICLES: Final = frozenset({"articles", "facts", "marks", "notes"})
_OF_INCIDENTS: Final = frozenset({"incidents", "incident_notes"})


def touched(
    connection: sqlite3.Connection, patches: Iterable[Patch]
) -> tuple[list[int], list[int]]:
    """The numbers of the articles and of the incidents that patches touch, ascending.

    An article is touched by what links its facts to an incident, and takes them from it.
    """
    articles: set[int] = set()
    incidents: set[int] = set()
    for patch in patches:
        if patch.table in _OF_ARTICLES:
            articles.add(patch.id)
        elif patch.table in _OF_INCIDENTS:
            incidents.add(patch.id)
            if patch.table == "incidents":
                articles.update(_linked(connection, patch))
    return sorted(articles), sorted(incidents)


def printed(articles: Iterable[int], incidents: Iterable[int]) -> str:
    """The articles as printed ranges, then the incidents: "1-2000,2005,#7"."""
    return ",".join([*_ranges(articles), *(f"#{number}" for number in incidents)])


def articles_in(text: str) -> Iterator[int]:
    """The articles that printed ranges name."""
    for span in text.split(","):
        if span and not span.startswith("#"):
            first, _, last = span.partition("-")
            yield from range(int(first), int(last or first) + 1)


def incidents_in(text: str) -> Iterator[int]:
    """The incidents that are named after the ranges."""
    return (int(span[1:]) for span in text.split(",") if span.startswith("#"))


def _linked(connection: sqlite3.Connection, patch: Patch) -> Iterator[int]:
    """The articles of the facts that a patch of an incident links or unlinks."""
    if patch.path[:1] == ("facts",) and len(patch.path) > 1:
        yield int(patch.path[1].partition(":")[0])
    elif not patch.path and patch.before is not None:
        yield from (int(name.partition(":")[0]) for name in decode(patch.before).get("facts", ()))
    elif not patch.path:
        found = connection.execute(
            "SELECT DISTINCT article FROM incident_facts WHERE incident = ?", (patch.id,)
        )
        yield from (article for (article,) in found)


def _ranges(numbers: Iterable[int]) -> list[str]:
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return [str(a) if a == b else f"{a}-{b}" for a, b in ranges]
