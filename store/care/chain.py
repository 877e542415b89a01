"""The chain of the change log: consecutive numbers, and in each entry the hash of those before."""

import sqlite3
from collections.abc import Iterator

import msgspec

from store.care.flaws import Flaw, Progress, silent
from store.changes import log
from store.engine.bodies import Garbled

END_OF_NOTHING = b""


def chain(connection: sqlite3.Connection, progress: Progress = silent) -> Iterator[Flaw]:
    """Every entry whose number, hash or content is not what the entries before it make it.

    Who changes an entry and makes every hash after it anew is not found by this, but by the last
    hash, where somebody has kept it elsewhere.
    """
    all_, at, previous = log.last_seq(connection), 0, END_OF_NOTHING
    for (seq,) in connection.execute("SELECT seq FROM changes ORDER BY seq"):
        if seq != at + 1:
            yield Flaw("log", _missing(at + 1, seq - 1), seq=at + 1)
        at = seq
        try:
            hashed, is_linked = _entry(connection, seq, previous)
        except Garbled as error:
            yield Flaw("log", str(error), seq=seq)
            previous = _hash(connection, seq)
            continue
        if not is_linked:
            yield Flaw("log", "it is not what was written then, or the one before is not", seq=seq)
        previous = hashed
        progress("the log", seq, all_)


def end(connection: sqlite3.Connection) -> tuple[int, str]:
    """The number of the last entry and its hash in hexadecimal: the whole log in one line."""
    found = connection.execute("SELECT seq, hash FROM changes ORDER BY seq DESC LIMIT 1").fetchone()
    return (0, "") if found is None else (found[0], bytes(found[1]).hex())


def _entry(connection: sqlite3.Connection, seq: int, previous: bytes) -> tuple[bytes, bool]:
    change = log.get(connection, seq)
    row = connection.execute("SELECT hash, patches FROM changes WHERE seq = ?", (seq,)).fetchone()
    hashed, stored = row or (None, None)
    if change is None or not isinstance(hashed, bytes) or not isinstance(stored, bytes | str):
        raise Garbled("it is not an entry of a log")
    try:
        return hashed, log.link(previous, change, stored) == hashed
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise Garbled(f"it is not text any more: {error}") from error


def _hash(connection: sqlite3.Connection, seq: int) -> bytes:
    row = connection.execute("SELECT hash FROM changes WHERE seq = ?", (seq,)).fetchone()
    return row[0] if row is not None and isinstance(row[0], bytes) else END_OF_NOTHING


def _missing(first: int, last: int) -> str:
    return "it is missing" if first == last else f"it is missing, and all up to {last} are"
