"""What can still be read of a damaged case, whichever way: kept apart until it is decided upon."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

import msgspec

from store.care.leaves import Cell, Row, rows
from store.changes import log
from store.changes.log import Change
from store.engine.failures import FAILURES
from store.engine.schema import ID_BITS
from store.shapes import STATUSES

_DEBRIS: Final = """
CREATE TABLE documents (key INTEGER, body, PRIMARY KEY (key, body)) WITHOUT ROWID;
CREATE TABLE live (key INTEGER, body, PRIMARY KEY (key, body)) WITHOUT ROWID;
CREATE TABLE changes (
    seq INTEGER, at, user, session, action, label, undoes, clock, articles, hash, patches,
    PRIMARY KEY (seq, hash, patches, at, user, session, label)
);
CREATE TABLE tables (no INTEGER, name TEXT, listed INTEGER, last_id INTEGER, UNIQUE (no, name));
CREATE TABLE titles (article INTEGER PRIMARY KEY, title TEXT);
CREATE TABLE drafts (session, about, article, user, process, at, base, text,
    PRIMARY KEY (session, about, article, at, text));
CREATE TABLE picked (user, article, PRIMARY KEY (user, article)) WITHOUT ROWID;
"""
_WITHOUT_SUBJECT: Final = 7
"""How many cells a draft had in format 1, when all were about articles."""


class Debris:
    """The pieces of one damaged file, on the disk as soon as they are many."""

    def __init__(self) -> None:
        self.is_log_read = False
        """Whether SQLite finds all of the log: then what it does not tell has not happened."""
        self.connection = sqlite3.connect("", isolation_level=None)
        self.connection.execute("PRAGMA synchronous = OFF")
        self.connection.executescript(_DEBRIS)
        self.connection.execute("BEGIN")

    def close(self) -> None:
        """Let go of them."""
        self.connection.close()

    def gather(self, path: Path) -> None:
        """Take what SQLite still finds in a file, and every row on every page of it."""
        with suppress(*FAILURES), closing(sqlite3.connect(path)) as case:
            for order in ("ASC", "DESC"):  # from both ends to where it is broken
                self._take_live(case, order)
            self._take_picked(case)
            said = case.execute("PRAGMA integrity_check(changes)").fetchall()
            self.is_log_read = said == [("ok",)]
        for row in rows(path):
            with suppress(sqlite3.Error, UnicodeError, OverflowError):
                self._take(row)

    def _take_live(self, case: sqlite3.Connection, order: str) -> None:
        question = f"SELECT key, body FROM documents ORDER BY key {order}"  # noqa: S608
        with suppress(*FAILURES):
            for row in case.execute(question):
                for table in ("live", "documents"):
                    self._put(table, row)

    def _take_picked(self, case: sqlite3.Connection) -> None:
        """These lie in an index: only SQLite finds them. A case of format 1 has none."""
        with suppress(*FAILURES):
            for row in case.execute("SELECT user, article FROM picked"):
                self._put("picked", row)

    def _take(self, row: Row) -> None:
        match row.cells:
            case (None, str() | bytes() as body) if row.id >= 1 << ID_BITS:
                self._put("documents", (row.id, body))
            case (None, str(), str(), str(), str(), str(), _, _, str(), bytes(), str() | bytes()):
                self._put("changes", (row.id, *row.cells[1:]))
            case (None, str(), int(), int()) if 0 < row.id < 1 << 20:
                self._put("tables", (row.id, *row.cells[1:]))
            case (None, str() as title, _, str(), str() as status, *_) if status in STATUSES:
                self._put("titles", (row.id, title))
            case (str(), int(), str(), str(), str(), str(), str()):
                self._put("drafts", (row.cells[0], "article", *row.cells[1:]))
            case (str(), str(), int(), str(), str(), str(), str(), str()):
                self._put("drafts", row.cells)

    def _put(self, table: str, cells: tuple[Cell, ...]) -> None:
        marks = ", ".join("?" * len(cells))
        self.connection.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", cells)  # noqa: S608

    def keys(self) -> Iterator[int]:
        """The keys of all documents of which there is a piece."""
        for (key,) in self.connection.execute("SELECT DISTINCT key FROM documents ORDER BY key"):
            yield key

    def bodies(self, key: int) -> list[Cell]:
        """What may be the body of a document, the likeliest first."""
        found = self.connection.execute(
            "SELECT body FROM documents WHERE key = :key ORDER BY EXISTS"
            " (SELECT 1 FROM live WHERE live.key = :key AND live.body = documents.body) DESC",
            {"key": key},
        )
        return [body for (body,) in found]

    def is_live(self, key: int) -> bool:
        """Whether SQLite itself still finds the document."""
        found = self.connection.execute("SELECT 1 FROM live WHERE key = ? LIMIT 1", (key,))
        return found.fetchone() is not None

    def entries(self) -> Iterator[tuple[Change, bytes, str | bytes]]:
        """The entries of the log that are what was written, as their hashes tell.

        An entry is known by the hash of the one before it; behind a gap it has none to be known by.
        """
        (last,) = self.connection.execute("SELECT max(seq) FROM changes").fetchone()
        previous: bytes | None = b""
        for seq in range(1, (last or 0) + 1):
            found, hashes = None, []
            for *cells, hashed, patches in self.connection.execute(
                "SELECT * FROM changes WHERE seq = ?", (seq,)
            ):
                change = _change(cells)
                hashes.append(hashed)
                if previous is not None and change is not None:
                    with suppress(UnicodeError, msgspec.MsgspecError):
                        if log.link(previous, change, patches) == hashed:
                            found = (change, hashed, patches)
            previous = found[1] if found else hashes[0] if len(hashes) == 1 else None
            if found:
                yield found

    def last_seq(self) -> int:
        """The highest number of an entry of which there is a piece."""
        (last,) = self.connection.execute("SELECT max(seq) FROM changes").fetchone()
        return int(last or 0)

    def title(self, article: int) -> str:
        """What the list called an article, "" where that is lost too."""
        found = self.connection.execute("SELECT title FROM titles WHERE article = ?", (article,))
        row = found.fetchone()
        return "" if row is None else str(row[0])


def _change(cells: list[Cell]) -> Change | None:
    try:
        return msgspec.convert(dict(zip(Change.__struct_fields__, cells, strict=True)), Change)
    except msgspec.ValidationError:
        return None
