"""A connection for each thread that reads, closed when nobody is in the middle of reading.

SQLite may be asked by any thread, but a connection that is closed while another thread asks takes
the whole process down, and with it what is being typed.
"""

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

PATIENCE_S: Final = 2.0
"""How long who closes waits for readers; one that takes longer is left to close its own."""

_LOOK_S: Final = 0.002


class _Reader:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.uses = 0
        """How deep its thread is in reading; no other thread changes it."""


class Readers:
    """The connections of the threads that read, each made when its thread first does."""

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self._connect = connect
        self._readers: dict[threading.Thread, _Reader] = {}
        self._lock = threading.Lock()
        self._is_closed = False

    @contextmanager
    def mine(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection; raises `sqlite3.ProgrammingError` once they are closed."""
        reader = self._readers.get(threading.current_thread()) or self._add()
        reader.uses += 1  # before it is seen whether they are closed, as `close` looks after
        try:
            if self._is_closed:
                self.close()  # what was added since
                raise sqlite3.ProgrammingError("the case was closed")
            yield reader.connection
        finally:
            reader.uses -= 1

    def close(self) -> None:
        """Interrupt who is reading, and close all."""
        self._is_closed = True
        until = time.monotonic() + PATIENCE_S
        for thread, reader in self._taken(lambda _: True):
            while reader.uses and thread.is_alive() and thread is not threading.current_thread():
                if time.monotonic() > until:
                    break  # it is closed with the last who holds it
                reader.connection.interrupt()
                time.sleep(_LOOK_S)
            else:
                reader.connection.close()

    def _add(self) -> _Reader:
        for _, reader in self._taken(lambda thread: not thread.is_alive()):
            reader.connection.close()
        reader = _Reader(self._connect())
        with self._lock:
            self._readers[threading.current_thread()] = reader
        return reader

    def _taken(
        self, which: Callable[[threading.Thread], bool]
    ) -> list[tuple[threading.Thread, _Reader]]:
        with self._lock:
            chosen = [thread for thread in self._readers if which(thread)]
            return [(thread, self._readers.pop(thread)) for thread in chosen]
