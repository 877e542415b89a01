"""The change log: who changed what, and when; each entry is chained to the one before it."""

import sqlite3
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Annotated, Final, TypeAlias

import msgspec
from msgspec import Meta, Struct

from store.changes import touching
from store.changes.known import Known, Last
from store.changes.patches import Patch
from store.engine.bodies import Garbled, checked, packed, unpacked

BUILDING: Final = frozenset({"import", "facts", "digits"})
"""What fills a case or sets it up rather than judges it: a bare undo passes it by."""


class Change(Struct, frozen=True):
    """One entry of the log: a thing an analyst did, whole or not at all."""

    seq: int
    """Its place in the order of all changes, which is never the clock's."""
    at: str
    """When, in UTC, ISO 8601 to the millisecond."""
    user: str
    session: str
    action: str
    """A word for the kind of change: "tag", "decide", "judge", "note", "import", "undo", ..."""
    label: str
    """What was done, as the status line says it: "tagged drugs/cannabis"."""
    undo: int | None = None
    """The change that this one takes back."""
    clock: str | None = None
    """A remark where the clock had gone back since the change before."""
    spans: str = ""
    """The articles it touched, as printed ranges, then the incidents: "1-2000,2005,#7"."""

    @property
    def articles(self) -> tuple[int, ...]:
        """The numbers of the articles it touched, ascending."""
        return tuple(touching.articles_in(self.spans))

    @property
    def incidents(self) -> tuple[int, ...]:
        """The numbers of the incidents it touched, ascending."""
        return tuple(touching.incidents_in(self.spans))


_SELECT: Final = (
    "SELECT seq, at, user, session, action, label, undoes, clock, articles FROM changes"
)


_ROW: TypeAlias = tuple[
    int, str, str, str, str, str, int | None, str | None,
    Annotated[str, Meta(pattern=r"^((\d+(-\d+)?|#\d+)(,|$))*$")],
]  # fmt: skip


def append(
    connection: sqlite3.Connection,
    change: Change,
    patches: list[Patch],
    known: Known,
) -> Change:
    """Write a change at the end of the log, chained to the one before; gives it its number."""
    last = known.last or _last(connection)
    articles, incidents = touching.touched(connection, patches)
    change = msgspec.structs.replace(
        change,
        seq=last.seq + 1,
        clock=f"the clock had gone back, from {last.at}" if change.at < last.at else None,
        spans=touching.printed(articles, incidents),
    )
    stored = packed(msgspec.json.encode(patches).decode())
    values = msgspec.structs.astuple(change)
    linked = _linked(last.hash, values, stored)
    connection.execute(
        "INSERT INTO changes VALUES (?,?,?,?,?,?,?,?,?,?,?)", (*values, linked, stored)
    )
    touch(connection, change.seq, articles, incidents)
    known.remember(change)
    known.last = Last(change.seq, change.at, linked)
    return change


def _last(connection: sqlite3.Connection) -> Last:
    last = connection.execute(
        "SELECT seq, at, hash FROM changes ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    return Last(*last) if last else Last(0, "", b"")


def touch(
    connection: sqlite3.Connection, seq: int, articles: Sequence[int], incidents: Sequence[int]
) -> None:
    """Note at each article and at each incident that a change touched it."""
    for statement, touched in (
        ("INSERT INTO touched VALUES (?, ?)", articles),
        ("INSERT INTO incident_touched VALUES (?, ?)", incidents),
    ):
        if touched:
            connection.executemany(statement, [(one, seq) for one in touched])


def link(previous: bytes, change: Change, patches: str | bytes) -> bytes:
    """The hash that chains a change to the one before it, so that tampering shows."""
    return _linked(previous, msgspec.structs.astuple(change), patches)


def _linked(previous: bytes, values: tuple[object, ...], patches: str | bytes) -> bytes:
    stored = patches.encode() if isinstance(patches, str) else patches
    return sha256(previous + msgspec.json.encode(values) + stored).digest()


def get(connection: sqlite3.Connection, seq: int) -> Change | None:
    """One change by its number."""
    row = connection.execute(_SELECT + " WHERE seq = ?", (seq,)).fetchone()
    return None if row is None else _change(row)


def recall(connection: sqlite3.Connection, seq: int, known: Known) -> Change | None:
    """One change by its number; nothing in the log is ever rewritten, so it may be known."""
    if seq not in known.changes and (change := get(connection, seq)) is not None:
        known.remember(change)
    return known.changes.get(seq)


def patches_of(connection: sqlite3.Connection, seq: int) -> list[Patch]:
    """What a change wrote and what it replaced."""
    row = connection.execute("SELECT patches FROM changes WHERE seq = ?", (seq,)).fetchone()
    try:
        return msgspec.json.decode(unpacked(row[0]), type=list[Patch])
    except (TypeError, msgspec.DecodeError) as error:
        raise Garbled(f"what change {seq} wrote is not what it was: {error}") from error


def latest(connection: sqlite3.Connection, limit: int, article: int | None = None) -> list[Change]:
    """The newest changes, newest first; of one article only, if it is named."""
    if article is None:
        rows = connection.execute(_SELECT + " ORDER BY seq DESC LIMIT ?", (limit,))
    else:
        rows = connection.execute(
            _SELECT + " JOIN touched USING (seq) WHERE article = ? ORDER BY seq DESC LIMIT ?",
            (article, limit),
        )
    return [_change(row) for row in rows]


def of_incidents(
    connection: sqlite3.Connection, incidents: Iterable[int], limit: int
) -> list[Change]:
    """The newest changes of some incidents, newest first."""
    numbers = list(incidents)
    marks = ", ".join("?" * len(numbers))
    rows = connection.execute(
        f"{_SELECT} WHERE seq IN (SELECT seq FROM incident_touched WHERE incident IN ({marks}))"  # noqa: S608  # question marks
        " ORDER BY seq DESC LIMIT ?",
        (*numbers, limit),
    )
    return [_change(row) for row in rows]


def since(connection: sqlite3.Connection, seq: int) -> list[Change]:
    """The changes after a number, in their order."""
    rows = connection.execute(_SELECT + " WHERE seq > ? ORDER BY seq", (seq,))
    return [_change(row) for row in rows]


def last_seq(connection: sqlite3.Connection) -> int:
    """The number of the newest change, 0 before the first."""
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM changes").fetchone()[0])


def _change(row: tuple[object, ...]) -> Change:
    return Change(*checked(row, _ROW))
