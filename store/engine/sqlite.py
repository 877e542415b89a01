"""SQLite under a case: a connection for each reading thread, one for writing, errors in words."""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from store.engine import migrations, schema
from store.engine.bodies import Garbled
from store.engine.here import Presence
from store.errors import (
    CaseBusy,
    CaseClosed,
    CaseFull,
    CaseStopped,
    DamagedCase,
    ReadOnlyCase,
)

BUSY_MS = 10_000
"""How long a change waits for another process before it gives up."""


JOURNAL_BYTES = 16 * 1024 * 1024
"""How large the journal beside the case stays after a large import."""


_DAMAGE = (
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_CONSTRAINT,  # what a change writes keeps to them, so what is there does not
    sqlite3.SQLITE_MISMATCH,
)


class Connections:
    """The connections of one open case. Readers see the last commit and wait for nobody."""

    def __init__(self, path: Path, *, read_only: bool, presence: Presence | None = None) -> None:
        self.path = path
        self.read_only = read_only
        self._presence = presence
        self._readers: dict[threading.Thread, sqlite3.Connection] = {}
        self._readers_lock = threading.Lock()
        self._writer: sqlite3.Connection | None = None
        self.lock = threading.RLock()
        """Held by the one thread of this process that changes the case."""
        self._stopped: str | None = None
        self.is_closed = False
        try:
            if self._check_layout() < schema.FORMAT and not read_only:
                self._bring_up()
        except BaseException:
            self.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection for reading."""
        if self.is_closed:
            raise CaseClosed(f"{self.path} was closed.")
        try:
            yield self._readers.get(threading.current_thread()) or self._add_reader()
        except (sqlite3.Error, Garbled) as error:
            raise self._explained(error) from error

    @contextmanager
    def writing(self, what: str = "a change") -> Iterator[sqlite3.Connection]:
        """The connection for writing, in a transaction that is durable when this returns.

        The others in the case are told what is written, so that whoever waits knows for whom.
        """
        with self.lock:
            self._refuse_writing()
            try:
                if self._writer is None:
                    self._writer = self._open_writer()
                self._announce(what, is_waiting=True)
                with _immediate(self._writer) as connection:
                    self._announce(what)
                    yield connection
            except (sqlite3.Error, Garbled) as error:
                raise self._explained(error) from error
            finally:
                self._announce("")

    def close(self) -> None:
        """Close every connection; what was acknowledged is on the disk already."""
        with self.lock:
            self.is_closed = True
            if self._presence:
                self._presence.close()
            self._close_readers(lambda _: True)
            if self._writer is not None:
                self._writer.close()
                self._writer = None

    def _check_layout(self) -> int:
        """The format that the case has; raises `DamagedCase` where it is not laid out so."""
        with self.reading() as connection:
            version = migrations.format_of(connection)
            unlike = schema.unlike(connection, migrations.layout_before(version))
        if unlike is not None:
            raise DamagedCase(
                f"{self.path} is laid out otherwise than a case, at {unlike}: it is damaged or was "
                "made before the first release; open a backup, or import its articles anew."
            )
        return version

    def _bring_up(self) -> None:
        with self.writing() as connection:
            migrations.bring_up(connection, self.path)
        self._check_layout()

    def _announce(self, what: str, *, is_waiting: bool = False) -> None:
        if self._presence:
            self._presence.writes(what, is_waiting=is_waiting)

    def _holder(self) -> str:
        """Who keeps others from writing, as far as that is known."""
        holder = self._presence.holder() if self._presence else None
        return f"{holder.user}, who is writing ({holder.writing})" if holder else "another process"

    def _refuse_writing(self) -> None:
        if self.is_closed:
            raise CaseClosed(f"{self.path} was closed.")
        if self.read_only:
            raise ReadOnlyCase(f"{self.path} is open for reading only; nothing was changed.")
        if self._stopped:
            raise CaseStopped(self._stopped)

    def _add_reader(self) -> sqlite3.Connection:
        self._close_readers(lambda thread: not thread.is_alive())
        connection = self._open_reader()
        with self._readers_lock:
            self._readers[threading.current_thread()] = connection
        return connection

    def _close_readers(self, is_over: Callable[[threading.Thread], bool]) -> None:
        with self._readers_lock:
            for thread in [thread for thread in self._readers if is_over(thread)]:
                self._readers.pop(thread).close()

    def _open_reader(self) -> sqlite3.Connection:
        """Where it may, SQLite keeps its journal beside the file and tidies it away at the end."""
        if not self.read_only or is_writable(self.path):
            connection = self._connect("mode=rw")
        else:
            connection = self._connect_without_writing()
        if self.read_only:
            migrations.show(connection)
        connection.execute("PRAGMA query_only = 1")
        return connection

    def _connect_without_writing(self) -> sqlite3.Connection:
        """In a folder that may not be written, SQLite reads only a file it is told is at rest."""
        connection = self._connect("mode=ro")
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.OperationalError:
            connection.close()
            if Path(f"{self.path}-wal").exists():
                raise
            return self._connect("mode=ro&immutable=1")
        return connection

    def _open_writer(self) -> sqlite3.Connection:
        connection = self._connect("mode=rw")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute(f"PRAGMA journal_size_limit = {JOURNAL_BYTES}")
        return connection

    def _connect(self, mode: str) -> sqlite3.Connection:
        return sqlite3.connect(
            f"{self.path.absolute().as_uri()}?{mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=BUSY_MS / 1000,
        )

    def _explained(self, error: sqlite3.Error | Garbled) -> Exception:
        """The error in an analyst's words; one that only a programmer can mend stays as it is."""
        if self.is_closed:
            return CaseClosed(f"{self.path} was closed.")
        if isinstance(error, Garbled) or "Could not decode to UTF-8" in str(error):
            reason = error if isinstance(error, Garbled) else "a part of it is no text any more"
            return DamagedCase(f"{self.path} is damaged: {reason}; open a backup of it instead.")
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return CaseBusy(f"{self.path} is held by {self._holder()}; nothing was changed.")
        if code == sqlite3.SQLITE_FULL:
            return CaseFull(f"{self.path} was not changed: the disk is full.")
        if code == sqlite3.SQLITE_IOERR:
            self._stopped = f"{self.path} is not written to any more: {error}."
            return CaseStopped(self._stopped)
        if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
            return ReadOnlyCase(f"{self.path} may not be written by you ({error}).")
        if code in _DAMAGE:
            return DamagedCase(f"{self.path} is damaged: {error}; open a backup of it instead.")
        return error


def is_writable(path: Path) -> bool:
    """Whether a case may be changed: its file, and its folder for the journal beside it."""
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)


@contextmanager
def _immediate(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """A transaction that holds the right to write from its first read on."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
