"""Which changes stand, and the two stacks from which undo and redo take, also after a restart.

An undo names the change it takes back; a redo is the undo of an undo. Nothing is nested deeper:
to undo a redo is to undo the first change once more.
"""

import sqlite3
from typing import Literal, TypeAlias

from store.changes import log
from store.changes.known import Known
from store.changes.log import BUILDING, Change

Stack: TypeAlias = Literal["undo", "redo"]


def rebuild(connection: sqlite3.Connection) -> None:
    """Make again from the log what it says of articles and of the analysts' keys.

    What a key had passed over it comes to once more.
    """
    connection.execute("DELETE FROM touched")
    connection.execute("DELETE FROM incident_touched")
    connection.execute("DELETE FROM stacks")
    known = Known()
    for change in log.since(connection, 0):
        log.touch(connection, change.seq, change.articles, change.incidents)
        known.has_nothing_to_redo = False  # it may be another's
        record(connection, change, known)


def record(connection: sqlite3.Connection, change: Change, known: Known) -> None:
    """Take a new change into account."""
    target = None if change.undo is None else log.recall(connection, change.undo, known)
    if target is None:
        if change.action not in BUILDING:
            if not known.has_nothing_to_redo:
                _empty(connection, change.user)
                known.has_nothing_to_redo = True
            _push(connection, change, "undo")
    elif target.undo is None:
        drop(connection, target)
        _push(connection, change, "redo")
        known.has_nothing_to_redo = False
    else:
        drop(connection, target)
        first = log.recall(connection, target.undo, known)
        if first is not None and first.action not in BUILDING:
            _push(connection, first, "undo")


def top(connection: sqlite3.Connection, user: str, stack: Stack) -> int | None:
    """What the analyst's key takes next: the last change that stands, or the last undo.

    Nothing is left to redo once the analyst has done something new.
    """
    row = connection.execute(
        "SELECT seq FROM stacks WHERE user = ? AND stack = ? ORDER BY seq DESC LIMIT 1",
        (user, stack),
    ).fetchone()
    return None if row is None else int(row[0])


def drop(connection: sqlite3.Connection, change: Change) -> None:
    """No key comes to this change any more: it was taken back, or is passed over."""
    connection.execute(
        "DELETE FROM stacks WHERE user = ? AND stack IN ('undo', 'redo') AND seq = ?",
        (change.user, change.seq),
    )


def stands(connection: sqlite3.Connection, change: Change) -> bool:
    """Whether a change has effect: not taken back, or taken back and brought again."""
    found = connection.execute(
        "SELECT 1 FROM changes AS back WHERE undoes = ? AND NOT EXISTS"
        " (SELECT 1 FROM changes AS again WHERE again.undoes = back.seq) LIMIT 1",
        (change.seq,),
    ).fetchone()
    return found is None


def _push(connection: sqlite3.Connection, change: Change, stack: Stack) -> None:
    connection.execute(
        "INSERT OR IGNORE INTO stacks VALUES (?, ?, ?)", (change.user, stack, change.seq)
    )


def _empty(connection: sqlite3.Connection, user: str) -> None:
    """Something new was done: what was undone before it is only in the history now."""
    connection.execute("DELETE FROM stacks WHERE user = ? AND stack = 'redo'", (user,))
