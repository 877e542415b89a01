"""Documents in a case: a table and a number name one, and its JSON is its body."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from store.engine.bodies import ABSENT, Absent, Document, encode, unpacked
from store.engine.schema import ID_BITS, TABLE_NUMBERS

Value: TypeAlias = object
Place: TypeAlias = tuple[str, int]
"""A table's name and the number of a document in it."""

CONTAINERS: Final = {"marks": frozenset({"tags", "facts"})}
"""Tables whose documents are there as soon as something is in them and gone when nothing is,
with the keys that hold one entry each for a tag or a fact. Two analysts' entries merge and are
undone apart; an entry itself is never split."""


_ID: Final = (1 << ID_BITS) - 1
_DIGITS: Final = len(str(_ID))
_CHOSEN: Final = "FROM documents WHERE key IN (SELECT value FROM json_each(?))"
_AT_ONCE: Final = 200
"""How many documents a loop over a table reads at a time."""


def number_in(words: str) -> int | None:
    """The number of a document as it is written, None for what is none or is of any length."""
    if not words.isdecimal() or len(words) > _DIGITS:
        return None
    number = int(words)
    return number if number <= _ID else None


def key(number: int, doc_id: int) -> int:
    """Where a document lies; raises ValueError for a number that no document can have."""
    if not 0 <= doc_id < 1 << ID_BITS:
        raise ValueError(f"a document's number is between 0 and 2**{ID_BITS}, not {doc_id}")
    return number << ID_BITS | doc_id


def number_of(connection: sqlite3.Connection, table: str) -> int | None:
    """A table's own number, None if the case has no such table. It never changes."""
    if table in TABLE_NUMBERS:
        return TABLE_NUMBERS[table]
    row = connection.execute("SELECT no FROM tables WHERE name = ?", (table,)).fetchone()
    return None if row is None else int(row[0])


def name_of(connection: sqlite3.Connection, number: int) -> str:
    """The name of the table that has a number."""
    own = {no: name for name, no in TABLE_NUMBERS.items()}
    row = connection.execute("SELECT name FROM tables WHERE no = ?", (number,)).fetchone()
    return own.get(number) or (f"table {number}" if row is None else str(row[0]))


def body(connection: sqlite3.Connection, table: str, doc_id: int) -> str | None:
    """The JSON of a document, None where there is none."""
    number = number_of(connection, table)
    if number is None or not 0 <= doc_id < 1 << ID_BITS:
        return None
    found = connection.execute(
        "SELECT body FROM documents WHERE key = ?", (number << ID_BITS | doc_id,)
    ).fetchone()
    return None if found is None else unpacked(found[0])


def bodies_of(connection: sqlite3.Connection, table: str, ids: Iterable[int]) -> dict[int, str]:
    """The JSON of these documents of a table, of those that are there."""
    found = connection.execute(f"SELECT key, body {_CHOSEN}", _keys(connection, table, ids))
    return {key & _ID: unpacked(body) for key, body in found}


def existing(connection: sqlite3.Connection, table: str, ids: Iterable[int]) -> set[int]:
    """Those of these documents of a table that are there, without reading them."""
    found = connection.execute(f"SELECT key {_CHOSEN}", _keys(connection, table, ids))
    return {key & _ID for (key,) in found}


def _keys(connection: sqlite3.Connection, table: str, ids: Iterable[int]) -> tuple[str]:
    number = number_of(connection, table) or 0
    return (encode([number << ID_BITS | one for one in ids if 0 <= one < 1 << ID_BITS]),)


def listed(connection: sqlite3.Connection) -> list[str]:
    """The names of the tables that TinyDB lists: those that were written to and not dropped.

    Of the case's own tables those that hold something, so that a tag need not list its table.
    """
    tables = connection.execute("SELECT name, listed FROM tables").fetchall()
    return [
        name
        for name, is_listed in tables
        if is_listed or (name in TABLE_NUMBERS and last_id(connection, name))
    ]


def with_article(
    connection: sqlite3.Connection, table: str, article: int
) -> tuple[str | None, bool]:
    """The JSON of a document that is about an article, and whether that is there: one question."""
    number = number_of(connection, table)
    if number is None or not 0 <= article < 1 << ID_BITS:
        return None, exists(connection, "articles", article)
    found, is_there = connection.execute(
        "SELECT (SELECT body FROM documents WHERE key = ?),"
        " EXISTS (SELECT 1 FROM documents WHERE key = ?)",
        (number << ID_BITS | article, TABLE_NUMBERS["articles"] << ID_BITS | article),
    ).fetchone()
    return None if found is None else unpacked(found), bool(is_there)


def exists(connection: sqlite3.Connection, table: str, doc_id: int) -> bool:
    """Whether a document is there, without reading it."""
    number = number_of(connection, table)
    if number is None or not 0 <= doc_id < 1 << ID_BITS:
        return False
    found = connection.execute(
        "SELECT 1 FROM documents WHERE key = ?", (number << ID_BITS | doc_id,)
    ).fetchone()
    return found is not None


def ids(connection: sqlite3.Connection, table: str) -> list[int]:
    """The numbers of all documents of a table, ascending."""
    number = number_of(connection, table)
    if number is None:
        return []
    base = number << ID_BITS
    found = connection.execute("SELECT key FROM documents WHERE key BETWEEN ? AND ?", _range(base))
    return [row[0] - base for row in found]


def bodies(connection: sqlite3.Connection, table: str) -> Iterator[tuple[int, str]]:
    """All documents that a table has now, one at a time, by ascending number.

    They are read some at a time: a statement that is left open would show its connection the case
    as it was when it began, also to whoever changes what the loop comes to.
    """
    number = number_of(connection, table)
    if number is None:
        return
    base = number << ID_BITS
    at, last = base - 1, base + last_id(connection, table)
    while some := connection.execute(
        "SELECT key, body FROM documents WHERE key > ? AND key <= ? ORDER BY key LIMIT ?",
        (at, last, _AT_ONCE),
    ).fetchall():
        yield from ((key - base, unpacked(body)) for key, body in some)
        at = some[-1][0]


def count(connection: sqlite3.Connection, table: str) -> int:
    """How many documents a table holds."""
    number = number_of(connection, table)
    if number is None:
        return 0
    found = connection.execute(
        "SELECT count(*) FROM documents WHERE key BETWEEN ? AND ?", _range(number << ID_BITS)
    ).fetchone()
    return int(found[0])


def last_id(connection: sqlite3.Connection, table: str) -> int:
    """The highest number in use in a table, 0 if it is empty."""
    number = number_of(connection, table)
    if number is None:
        return 0
    base = number << ID_BITS
    found = connection.execute(
        "SELECT max(key) FROM documents WHERE key BETWEEN ? AND ?", _range(base)
    ).fetchone()
    return 0 if found[0] is None else int(found[0]) - base


def _range(base: int) -> tuple[int, int]:
    return base, base + (1 << ID_BITS) - 1


def value_at(document: Document | Absent, path: tuple[str, ...]) -> Value:
    """What stands at a path of nested keys, ABSENT if nothing does."""
    value: Value = document
    for part in path:
        if not isinstance(value, dict) or part not in value:
            return ABSENT
        value = value[part]
    return value


def with_value(
    table: str, document: Document | Absent, path: tuple[str, ...], value: Value
) -> Document | Absent:
    """The document with a value put at a path, or taken from it where the value is ABSENT.

    Raises KeyError where what should hold the value is not there.
    """
    if not path:
        return value  # type: ignore[return-value]  # a document's value is a document or ABSENT
    merging = table in CONTAINERS
    if isinstance(document, Absent):
        if not merging:
            raise KeyError(path)
        document = {}
    holder = document
    for part in path[:-1]:
        if merging and part not in holder:
            holder[part] = {}
        holder = holder[part]
    if value is ABSENT:
        holder.pop(path[-1], None)
    else:
        holder[path[-1]] = value
    return _pruned(table, document) if merging else document


def is_entry(table: str, path: tuple[str, ...]) -> bool:
    """Whether a path leads to what is written as one: a status, a tag, a verdict."""
    return len(path) == (2 if path[0] in CONTAINERS.get(table, ()) else 1) and table in CONTAINERS


def _pruned(table: str, document: Document) -> Document | Absent:
    for name in CONTAINERS[table]:
        if document.get(name) == {}:
            del document[name]
    return document or ABSENT
