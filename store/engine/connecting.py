"""Connections to a case's file: to change it, or to read it also where nothing may be written."""

import sqlite3
from pathlib import Path
from typing import Final

from store.engine import failures, place

JOURNAL_BYTES: Final = 16 * 1024 * 1024
"""How large the journal beside the case stays after a large import."""

_CANNOT_WRITE: Final = (
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
)
"""What SQLite says where it cannot keep its journal beside a case."""


def connected(path: Path, wait_ms: int, mode: str = "mode=rw") -> sqlite3.Connection:
    """A connection that waits so long for another process; any thread may use it."""
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=wait_ms / 1000,
    )


def to_read(path: Path, wait_ms: int) -> sqlite3.Connection:
    """A connection for reading only.

    Where it may, SQLite keeps its journal beside the file and tidies it away at the end; where
    nothing may be written, it reads only a file that it is told is at rest.
    """
    modes = ("mode=ro",) if place.unwritable(str(path)) else ("mode=rw", "mode=ro")
    for mode in modes:
        connection = connected(path, wait_ms, mode)
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            if failures.code(error) not in _CANNOT_WRITE or has_journal(path):
                raise
        else:
            return connection
    return connected(path, wait_ms, "mode=ro&immutable=1")


def to_write(path: Path, wait_ms: int) -> sqlite3.Connection:
    """A connection whose transactions are durable when they are over."""
    connection = connected(path, wait_ms)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = OFF")
    connection.execute("PRAGMA temp_store = MEMORY")  # /tmp may be full where the case is not
    connection.execute(f"PRAGMA journal_size_limit = {JOURNAL_BYTES}")
    return connection


def has_journal(path: Path) -> bool:
    """Whether changes lie beside the file that may not be in it yet."""
    journal = Path(f"{path}-wal")
    return journal.exists() and journal.stat().st_size > 0
