"""A case laid on a bench: seen as it stood at one moment, with room beside it to try things."""

# ruff: noqa: S608  # every word in these statements is our own

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from store.engine.copying import address
from store.engine.schema import SCHEMA

CASE = "looked_at"
"""What the case is called in statements on the bench."""

_SEEN = ("documents", "changes", "tables")


@contextmanager
def bench(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection on which the documents and the log are the case's and all else is empty.

    What is made on it lies in a file of its own that is gone with it, so that memory stays small.
    The case is only read, at one moment, and nobody waits for it.
    """
    with closing(sqlite3.connect("", uri=True, isolation_level=None)) as connection:
        connection.execute(f"ATTACH ? AS {CASE}", (address(path),))
        connection.execute("PRAGMA main.synchronous = OFF")
        connection.executescript(SCHEMA)
        for table in _SEEN:
            connection.execute(f"CREATE TEMP VIEW {table} AS SELECT * FROM {CASE}.{table}")
        connection.execute("BEGIN")
        connection.execute(f"SELECT count(*) FROM {CASE}.sqlite_schema").fetchone()
        yield connection
