"""The documents of a change, written all at once, and the tables they lie in."""

import sqlite3
from collections.abc import Mapping
from typing import Final

from store.engine import documents
from store.engine.bodies import Garbled, packed
from store.engine.documents import Place
from store.engine.schema import TABLE_NUMBERS

_PACKED: Final = frozenset({"facts"})
"""Tables whose long documents are packed; the time it takes would show in an import of articles."""


def store(
    connection: sqlite3.Connection,
    texts: Mapping[Place, str | None],
    was: Mapping[Place, str | None],
) -> None:
    """Write the JSON of these documents, None for one that goes; `was` is what each was before.

    By ascending keys, as the documents lie.
    """
    new = {place[0] for place in texts if was[place] is None} - TABLE_NUMBERS.keys()
    numbers = {
        table: list_table(connection, table)
        if table in new
        else documents.number_of(connection, table) or 0
        for table, _ in texts
    }
    gone: list[tuple[int]] = []
    come: list[tuple[int, str | bytes]] = []
    for (table, doc_id), text in texts.items():
        key = documents.key(numbers[table], doc_id)
        if text is None:
            gone.append((key,))
        else:
            come.append((key, packed(text) if table in _PACKED else text))
    if gone:
        connection.executemany("DELETE FROM documents WHERE key = ?", sorted(gone))
    if come:
        connection.executemany(
            "INSERT INTO documents VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET body = excluded.body",
            sorted(come),
        )


def list_table(connection: sqlite3.Connection, table: str) -> int:
    """The number of a table, which is given one and listed if it was not there."""
    row = connection.execute("SELECT no, listed FROM tables WHERE name = ?", (table,)).fetchone()
    if row is None and table in TABLE_NUMBERS:
        raise Garbled(f"it does not know its table {table} any more")
    if row is None:
        row = connection.execute(
            "INSERT INTO tables (name, listed) VALUES (?, 1) RETURNING no, listed", (table,)
        ).fetchone()
    elif not row[1]:
        connection.execute("UPDATE tables SET listed = 1 WHERE no = ?", (row[0],))
    return int(row[0])
