"""Saved queries: named ways to limit the list, kept in the case and shared by its analysts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from facts.nearest import nearest
from store.engine import own
from store.engine.bodies import ABSENT
from store.engine.clock import now
from store.engine.documents import bodies
from store.errors import CaseError
from store.search.parse import parse_query

if TYPE_CHECKING:
    import sqlite3

    from store.changes.log import Change
    from store.changes.writing import Engine, Writing

_TABLE = "queries"


class SavedQuery(Struct, frozen=True):
    """A query under a name."""

    id: int
    name: str
    query: str
    """As it was typed."""


class SavedQueries:
    """The saved queries of a case. A method that changes one returns when that is durable."""

    def __init__(self, engine: "Engine") -> None:
        self._engine = engine

    def all(self) -> tuple[SavedQuery, ...]:
        """Every saved query, in the order in which they were first saved."""
        with self._engine.reading() as connection:
            return tuple(_all(connection))

    def named(self, name: str) -> SavedQuery:
        """The saved query of that name; raises `CaseError`, which names the nearest."""
        every = self.all()
        found = _find(every, name)
        if found is None:
            raise CaseError(_unknown(name, every))
        return found

    def save(self, name: str, query: str) -> "Change | None":
        """Save a query under a name; one that has the name already gives way.

        Raises `QueryError` for what is no query.
        """
        name, query = _named(name), query.strip()
        parse_query(query)
        if not query:
            raise CaseError("There is nothing to save: the list is not limited by a query.")
        with self._engine.change("query") as writing:
            every = list(_all(writing.connection))
            same = _find(every, name)
            number = same.id if same else max((one.id for one in every), default=0) + 1
            if same is None or same.query != query:
                self._put(writing, number, name, query)
            writing.label = f"{'changed' if same else 'saved'} the query {name}"
        return writing.change

    def rename(self, number: int, name: str) -> "Change | None":
        """Give a saved query another name; raises `CaseError` where one has that name."""
        name = _named(name)
        with self._engine.change("query") as writing:
            every = list(_all(writing.connection))
            one = _at(every, number)
            same = _find(every, name)
            if same is not None and same.id != number:
                raise CaseError(f"Another query is called {same.name} already.")
            if name != one.name:
                self._put(writing, number, name, one.query)
            writing.label = f"renamed the query {one.name} to {name}"
        return writing.change

    def delete(self, number: int) -> "Change | None":
        """Delete a saved query."""
        with self._engine.change("query") as writing:
            one = _at(list(_all(writing.connection)), number)
            writing.put(_TABLE, number, (), ABSENT)
            writing.label = f"deleted the query {one.name}"
        return writing.change

    def _put(self, writing: "Writing", number: int, name: str, query: str) -> None:
        saved = {"name": name, "query": query, "by": self._engine.user, "at": now()}
        writing.put(_TABLE, number, (), saved)


def _all(connection: "sqlite3.Connection") -> list[SavedQuery]:
    read = ((number, own.read(_TABLE, text)) for number, text in bodies(connection, _TABLE))
    return [SavedQuery(number, saved["name"], saved["query"]) for number, saved in read]


def _named(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise CaseError("A saved query needs a name.")
    return name


def _find(every: Sequence[SavedQuery], name: str) -> SavedQuery | None:
    """Capitals do not tell names apart."""
    return next((one for one in every if one.name.casefold() == name.strip().casefold()), None)


def _at(every: Sequence[SavedQuery], number: int) -> SavedQuery:
    found = next((one for one in every if one.id == number), None)
    if found is None:
        raise CaseError("That query was deleted meanwhile.")
    return found


def _unknown(name: str, every: Sequence[SavedQuery]) -> str:
    if not every:
        return "The case has no saved queries; Q in the desk saves some."
    return f"There is no saved query {name}{nearest(name, [one.name for one in every], most=None)}"
