"""SQLite under a case: a connection for each reading thread, one for writing, errors in words."""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from store.engine import connecting, failures, held, migrations, place, schema
from store.engine.here import Presence
from store.engine.readers import Readers
from store.engine.spare import Spare
from store.errors import CaseClosed, CaseFull, CaseStopped, DamagedCase, ReadOnlyCase

Saved = TypeVar("Saved")

BUSY_MS = 10_000
"""How long a change waits for another process before it gives up."""


class Connections:
    """The connections of one open case. Readers see the last commit and wait for nobody."""

    def __init__(
        self,
        path: Path,
        *,
        read_only: bool,
        derive: Callable[[sqlite3.Connection], None],
        presence: Presence | None = None,
    ) -> None:
        """Open a case; `derive` makes what a case of an older format did not derive."""
        self.path = path
        self._derive = derive
        self.read_only = read_only
        self._journal = f"{path}-wal"
        self._presence = presence
        self._readers = Readers(self._open_reader)
        self._writer: sqlite3.Connection | None = None
        self.lock = threading.RLock()
        """Held by the one thread of this process that changes the case."""
        self.turn = 0
        """One more with every transaction here, and one more than that where others came between.

        What was read in one turn holds in the next, if that transaction was a whole change.
        """
        self._version: int | None = None
        """What SQLite calls the case as it was when somebody else had last changed it."""
        self._stopped: CaseStopped | None = None
        self._spare = Spare(path)
        self._has_room = True
        self._is_saving_words = False
        self.is_closed = False
        self._held: held.Which = held.hold(path)
        try:
            self._open()
        except BaseException:
            self.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection for reading."""
        if self.is_closed:
            raise CaseClosed(f"{self.path} was closed.")
        try:
            with self._readers.mine() as connection:
                yield connection
        except failures.FAILURES as error:
            raise self._explained(error, is_reading=True) from error

    @contextmanager
    def writing(self, what: str = "a change") -> Iterator[sqlite3.Connection]:
        """The connection for writing, in a transaction that is durable when this returns.

        The others in the case are told what is written, so that whoever waits knows for whom.
        """
        with self.lock:
            self._refuse_writing()
            try:
                writer = self._begin(what)
                yield writer
                writer.execute("COMMIT")
                self._hear_of_journal(writer)
            except failures.FAILURES as error:
                raise self._explained(error) from error
            finally:
                self._end()

    def _begin(self, what: str) -> sqlite3.Connection:
        """Begin a transaction that holds the right to write from its first read on."""
        if self._writer is None:
            self._writer = self._open_writer()
        writer = self._writer
        try:
            writer.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if failures.code(error) != sqlite3.SQLITE_BUSY:
                raise
            self._wait(writer, what)
        self._announce(what)
        self._take_turn(writer)
        return writer

    def _take_turn(self, writer: sqlite3.Connection) -> None:
        version = writer.execute("PRAGMA data_version").fetchone()[0]
        self.turn += 1
        if version != self._version:
            migrations.refuse_newer(writer, self.path)
            self._version = version
            self.turn += 1

    def _wait(self, writer: sqlite3.Connection, what: str) -> None:
        """Begin as soon as nobody else writes; only who has to wait tells the others so."""
        self._announce(what, is_waiting=True)
        writer.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        try:
            writer.execute("BEGIN IMMEDIATE")
        finally:
            writer.execute("PRAGMA busy_timeout = 0")

    def _end(self) -> None:
        """Take back what was begun and did not become durable, and tell the others it is over."""
        if self._writer is not None and self._writer.in_transaction:
            with suppress(sqlite3.Error):  # what went wrong first is what is told
                self._writer.execute("ROLLBACK")
        self._announce("")

    def _hear_of_journal(self, writer: sqlite3.Connection) -> None:
        """Hear what goes wrong when the journal is taken into the case, now and from then on.

        SQLite does that by itself and keeps its failures to itself; the journal then grows. The
        change before is durable all the same.
        """
        with suppress(FileNotFoundError):
            if os.stat(self._journal).st_size > connecting.JOURNAL_BYTES:  # noqa: PTH116  # at each change
                try:
                    writer.execute("PRAGMA wal_checkpoint(PASSIVE)")
                except sqlite3.Error as error:
                    self._explained(error)

    def save_words(self, save: Callable[[], Saved]) -> Saved:
        """Run what saves an analyst's words; on a full disk the spare makes room for them."""
        with self.lock:
            was, self._is_saving_words = self._is_saving_words, True
            try:
                self._has_room = self._spare.keep()
                return self._saved_with_the_spare(save)
            except CaseFull as error:
                raise failures.full_for_words(self.path) from error
            finally:
                self._is_saving_words = was

    def _saved_with_the_spare(self, save: Callable[[], Saved]) -> Saved:
        try:
            return save()
        except CaseFull:
            if not self._spare.release():
                raise
            return save()

    @property
    def trouble(self) -> str:
        """What keeps changes from being saved, in two words; "" while nothing does."""
        if self.read_only:
            return "read only"
        if self._stopped:
            return "disk failed"
        return "" if self._has_room else "disk full"

    def close(self) -> None:
        """Close every connection; what was acknowledged is on the disk already."""
        with self.lock:
            self.is_closed = True
            if self._presence:
                self._presence.close()
            self._readers.close()
            if self._writer is not None:
                self._writer.close()
                self._writer = None
            self._spare.leave()
            held.let_go(self._held)
            self._held = None

    def _open(self) -> None:
        """See what is in the file; where the disk has no room even for that, the spare goes."""
        try:
            version = self._check_layout()
        except CaseFull:
            if self.read_only or not self._spare.release():
                raise failures.full_at_opening(self.path) from None
            version = self._check_layout()
        if self.read_only:
            return
        place.share(str(self.path))
        self._has_room = self._spare.keep()
        if version < schema.FORMAT:
            self._bring_up()

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
            migrations.bring_up(connection, self.path, self._derive)
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
            raise CaseStopped(*self._stopped.args)
        if not self._is_saving_words:
            self._has_room = self._spare.keep()
            if not self._has_room:
                raise failures.full(self.path)

    def _open_reader(self) -> sqlite3.Connection:
        if self.read_only:
            connection = connecting.to_read(self.path, BUSY_MS)
            migrations.show(connection)
        else:
            connection = connecting.connected(self.path, BUSY_MS)
        connection.execute("PRAGMA query_only = 1")
        return connection

    def _open_writer(self) -> sqlite3.Connection:
        writer = connecting.to_write(self.path, BUSY_MS)
        writer.execute("PRAGMA busy_timeout = 0")  # it is told before one waits
        return writer

    def _explained(self, error: failures.Failure, *, is_reading: bool = False) -> Exception:
        """The error in an analyst's words; after a failure of the disk nothing more is written."""
        if self.is_closed:
            return CaseClosed(f"{self.path} was closed.")
        if is_reading and failures.code(error) == sqlite3.SQLITE_FULL:
            return failures.full_for_searching(self.path)
        explained = failures.explained(self.path, error, self._holder())
        if isinstance(explained, CaseStopped):
            self._stopped = explained
        self._has_room &= not isinstance(explained, CaseFull)
        return explained
