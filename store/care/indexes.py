"""What is derived from documents and log, held against the same made anew."""

# ruff: noqa: S608  # every word in these statements is our own

import sqlite3
from collections.abc import Iterator
from itertools import islice
from typing import Final, TypeAlias

from store.care.bench import CASE
from store.care.flaws import Flaw, Progress, silent
from store.changes import standing
from store.engine import documents
from store.search import derived

_SHOWN: Final = 20
"""How many flaws of one index are told; one command makes them all good."""

_KEPT: Final = ("documents", "changes", "tables", "drafts", "picked")
"""Tables of which nothing is derived."""

_QUESTIONS: Final = {
    "names": "SELECT NULL WHERE 0",
    "terms": "SELECT field, value, article FROM {0}.terms JOIN {0}.names ON name = no",
    "totals": "SELECT what, n FROM {0}.totals WHERE n <> 0",
}
"""How a table is asked whose rows depend on the order in which they came about."""

_Places: TypeAlias = tuple[str, int, int]
"""A word, how often it occurs, and the sum of its places."""

_FEWER: Final = ("stacks",)
"""Tables that may rightly say less: an undo that was refused is passed over from then on."""


def indexes(connection: sqlite3.Connection, progress: Progress = silent) -> Iterator[Flaw]:
    """Every row of the list, the filters and the word index that is not what it would be anew."""
    all_ = documents.count(connection, "articles")
    derived.rebuild(connection, lambda done: progress("the index made anew", done, all_))
    standing.rebuild(connection)
    found = connection.execute(
        "SELECT name, sql FROM main.sqlite_schema WHERE type = 'table' ORDER BY name"
    ).fetchall()
    words = [name for name, sql in found if "USING fts5" in sql]
    parts = tuple(f"{name}_" for name in words)
    plain = [name for name, _ in found if name not in (*_KEPT, *words)]
    plain = [name for name in plain if not name.startswith((*parts, "sqlite_"))]
    there = {name for (name,) in connection.execute(f"SELECT name FROM {CASE}.sqlite_schema")}
    plain = [name for name in plain if name in there]  # an older format lacks some
    for done, name in enumerate([*plain, *words]):
        progress("the index", done, len(plain) + len(words))
        yield from _words(connection, name) if name in words else _table(connection, name)


def _table(connection: sqlite3.Connection, table: str) -> Iterator[Flaw]:
    question = _QUESTIONS.get(table, f"SELECT * FROM {{0}}.{table}")
    here, there = question.format("main"), question.format(CASE)
    if table not in _FEWER:
        for row in connection.execute(f"{here} EXCEPT {there} LIMIT {_SHOWN}"):
            yield Flaw("index", f"{_shown(row)} is missing", table)
    for row in connection.execute(f"{there} EXCEPT {here} LIMIT {_SHOWN}"):
        yield Flaw("index", f"{_shown(row)} is not what the documents say", table)


def _words(connection: sqlite3.Connection, index: str) -> Iterator[Flaw]:
    """Word by word: how often it occurs, and where."""
    here, there = (_places(connection, index, database) for database in ("main", CASE))
    for word in islice(_differing(here, there), _SHOWN):
        yield Flaw("index", f"the word {word} is not where it stands", index)


def _places(connection: sqlite3.Connection, index: str, database: str) -> Iterator[_Places]:
    """Every word in their order, and numbers that stand for all its places; none are held."""
    name = f"{index}_{database}"
    connection.execute(
        f"CREATE VIRTUAL TABLE temp.{name} USING fts5vocab('{database}', '{index}', 'instance')"
    )
    return connection.execute(
        "SELECT term, count(*), sum((doc * 1000003 + unicode(col) * 8191 + offset)"
        f" % 2147483647 * 48271 % 2147483647) FROM temp.{name} GROUP BY term"
    )


def _differing(here: Iterator[_Places], there: Iterator[_Places]) -> Iterator[str]:
    """The words that two indexes have not at the same places, or that one of them lacks."""
    one, other = next(here, None), next(there, None)
    while one is not None or other is not None:
        if one is None or (other is not None and other[0] < one[0]):
            assert other is not None
            yield other[0]
            other = next(there, None)
        elif other is None or one[0] < other[0]:
            yield one[0]
            one = next(here, None)
        else:
            if one != other:
                yield one[0]
            one, other = next(here, None), next(there, None)


def _shown(row: tuple[object, ...]) -> str:
    words = " ".join("-" if cell is None else repr(cell)[:40] for cell in row)
    return words if len(words) <= 100 else f"{words[:99]}…"
