"""The rows each analyst has marked in the list: kept with the case, and no change of it."""

from collections.abc import Collection
from typing import TYPE_CHECKING

import msgspec

from store.search.lookup import numbers

if TYPE_CHECKING:
    import sqlite3

    from store.changes.writing import Engine


def picked(connection: "sqlite3.Connection", user: str) -> list[int]:
    """The articles that an analyst has marked, those that left the case apart."""
    statement = "SELECT article FROM picked JOIN rows ON id = article WHERE user = ?"
    return numbers(connection, statement, user)


class Picked:
    """What this analyst has marked.

    A mark says nothing about an article: it is not in the history, and undo passes it by.
    """

    def __init__(self, engine: "Engine") -> None:
        self._engine = engine

    def ids(self) -> list[int]:
        """The marked articles."""
        with self._engine.reading() as connection:
            return picked(connection, self._engine.user)

    def mark(self, articles: Collection[int]) -> None:
        """Mark articles; durable when this returns."""
        statement = "INSERT OR IGNORE INTO picked SELECT ?, value FROM json_each(?)"
        self._write(statement, articles)

    def unmark(self, articles: Collection[int]) -> None:
        """Take marks off; durable when this returns."""
        statement = (
            "DELETE FROM picked WHERE user = ? AND article IN (SELECT value FROM json_each(?))"
        )
        self._write(statement, articles)

    def _write(self, statement: str, articles: Collection[int]) -> None:
        numbers = msgspec.json.encode(list(articles)).decode()
        with self._engine.connections.writing() as connection:
            connection.execute(statement, (self._engine.user, numbers))
