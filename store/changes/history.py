"""What was done in the case, newest first: by whom, at which article, in which words."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from store.changes import log
from store.changes.log import Change

if TYPE_CHECKING:
    from store.changes.writing import Engine


class Entry(Struct, frozen=True):
    """A change as the history tells of it."""

    change: Change
    undone_by: str | None
    """Who took it back; None while it stands."""


class Past(Struct, frozen=True):
    """Which changes are asked for; whatever is left out leaves none out."""

    article: int | None = None
    user: str | None = None
    words: str = ""
    """What the label holds, every word of it, in upper or lower case."""
    since: str | None = None
    """From which moment on, UTC, ISO 8601."""


EVERYTHING = Past()


class History:
    """The change log to be looked through: all its numbers at once, its entries by the page."""

    def __init__(self, engine: "Engine") -> None:
        self._reading = engine.reading

    def last(self) -> int:
        """The number of the newest change, 0 before the first."""
        with self._reading() as connection:
            return log.last_seq(connection)

    def seqs(self, asked: Past = EVERYTHING, after: int = 0) -> Sequence[int]:
        """The numbers of the changes asked for, newest first; only those after a number."""
        with self._reading() as connection:
            if asked == EVERYTHING:
                return range(log.last_seq(connection), after, -1)
            return _matching(connection, asked, after)

    def entries(self, seqs: Iterable[int]) -> list[Entry]:
        """The changes of these numbers, in this order, and no work for any other."""
        with self._reading() as connection:
            found = (log.get(connection, seq) for seq in seqs)
            return [Entry(one, _undone_by(connection, one)) for one in found if one]

    def analysts(self) -> list[str]:
        """Everybody who ever changed something, by name."""
        with self._reading() as connection:
            found = connection.execute("SELECT DISTINCT user FROM changes ORDER BY user")
            return [str(user) for (user,) in found]


def _matching(connection: sqlite3.Connection, asked: Past, after: int) -> list[int]:
    """Most labels are never decoded: SQLite reads what stands before the patches of a change."""
    found = connection.execute(
        "SELECT seq, label FROM changes"
        " WHERE seq > ?4 AND (?1 IS NULL OR user = ?1) AND (?2 IS NULL OR at >= ?2)"
        " AND (?3 IS NULL OR seq IN (SELECT seq FROM touched WHERE article = ?3))"
        " ORDER BY seq DESC",
        (asked.user, asked.since, asked.article, after),
    )
    words = asked.words.casefold().split()
    return [seq for seq, label in found if not words or _says(str(label), words)]


def _says(label: str, words: list[str]) -> bool:
    label = label.casefold()
    return all(word in label for word in words)


def _undone_by(connection: sqlite3.Connection, change: Change) -> str | None:
    """Who took a change back; to take back a redo is to undo the first change once more."""
    target = change.seq
    if change.action == "redo" and change.undo is not None:
        undone = log.get(connection, change.undo)
        target = target if undone is None or undone.undo is None else undone.undo
    found = connection.execute(
        "SELECT user FROM changes AS back WHERE undoes = ? AND seq > ? AND NOT EXISTS"
        " (SELECT 1 FROM changes AS again WHERE again.undoes = back.seq)"
        " ORDER BY seq DESC LIMIT 1",
        (target, change.seq),
    ).fetchone()
    return None if found is None else str(found[0])
