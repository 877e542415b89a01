"""The list of articles: which match a query, how many, and the rows on the screen."""

import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import msgspec

from store.query import All, And, Days, Field, Not, Or, Query, Words
from store.shapes import ArticleRow
from store.tags import catalogue

_Sql: TypeAlias = tuple[str, list[str]]
"""A condition on the column `id`, and its parameters."""

_NAMED = (
    "id IN (SELECT article FROM terms WHERE name IN (SELECT no FROM names WHERE field = ? AND ?2))"
)

_WITHIN = frozenset({"place", "org", "op", "source"})
"""Fields whose values are names: a word of the name finds it."""


def count(connection: sqlite3.Connection, query: Query) -> int:
    """How many articles match."""
    if isinstance(query, All):
        found = connection.execute("SELECT n FROM totals WHERE what = 'articles'").fetchone()
        return int(found[0]) if found else 0
    condition, parameters = _compiled(query)
    statement = f"SELECT count(*) FROM rows WHERE {condition}"  # noqa: S608  # our own words
    return int(connection.execute(statement, parameters).fetchone()[0])


def ids(connection: sqlite3.Connection, query: Query) -> Sequence[int]:
    """The numbers of the articles that match, in the order of their import."""
    if isinstance(query, All):
        return _all(connection)
    condition, parameters = _compiled(query)
    statement = f"SELECT id FROM rows WHERE {condition} ORDER BY id"  # noqa: S608  # our own words
    return array("q", [row[0] for row in connection.execute(statement, parameters)])


def rows(connection: sqlite3.Connection, wanted: Iterable[int]) -> list[ArticleRow]:
    """The rows of these articles, in this order; one that has left the case is left out."""
    order = list(wanted)
    found = connection.execute(
        "SELECT id, title, published, source, status, tags, facts, flagged, accepted, has_note"
        " FROM rows WHERE id IN (SELECT value FROM json_each(?))",
        (msgspec.json.encode(order).decode(),),
    )
    by_id = {row[0]: _row(*row) for row in found}
    return [by_id[article] for article in order if article in by_id]


def _row(
    article: int, title: str, published: str | None, source: str, status: str, tags: str,
    facts: int, flagged: int, accepted: int, has_note: int,
) -> ArticleRow:  # fmt: skip
    return ArticleRow(
        article, title, published, source, status,  # type: ignore[arg-type]  # only `decide` sets it
        tuple(tags.split()), facts, flagged, accepted, bool(has_note),
    )  # fmt: skip


def _all(connection: sqlite3.Connection) -> Sequence[int]:
    """Without gaps the numbers are a range, whatever the size of the case."""
    first, last = connection.execute("SELECT min(id), max(id) FROM rows").fetchone()
    if first is None:
        return range(0)
    if last - first + 1 == count(connection, All()):
        return range(first, last + 1)
    return array("q", [row[0] for row in connection.execute("SELECT id FROM rows ORDER BY id")])


def _compiled(query: Query) -> _Sql:
    match query:
        case All():
            return "1", []
        case Words():
            return _words([query])
        case Field(name, value):
            return _field(name, value)
        case Days(first, last):
            return (
                "id IN (SELECT article FROM dates WHERE first <= ? AND last >= ?)",
                [last or "9999-12-31", first or "0000-01-01"],
            )
        case Not(part):
            condition, parameters = _compiled(part)
            return f"NOT ({condition})", parameters
        case Or(parts):
            return _joined(" OR ", [_compiled(part) for part in parts])
        case And(parts):
            words = [part for part in parts if isinstance(part, Words)]
            others = [_compiled(part) for part in parts if not isinstance(part, Words)]
            return _joined(" AND ", ([_words(words)] if words else []) + others)


def _joined(word: str, parts: list[_Sql]) -> _Sql:
    condition = word.join(f"({condition})" for condition, _ in parts)
    return condition, [parameter for _, parameters in parts for parameter in parameters]


def _words(words: list[Words]) -> _Sql:
    """Words that must all be there are one question to the index."""
    phrases = [
        f'{word.column and word.column + " : "}"{word.phrase}"{" *" if word.is_prefix else ""}'
        for word in words
    ]
    return "id IN (SELECT rowid FROM words WHERE words MATCH ?)", [" AND ".join(phrases)]


def _field(name: str, value: str) -> _Sql:
    if name == "tag":
        tags = [tag.id for tag in catalogue().resolve(value)]
        which, parameters = f"value IN ({', '.join('?' * len(tags))})", tags
    elif name in _WITHIN:
        which, parameters = "instr(' ' || value || ' ', ?)", [f" {value} "]
    else:
        which, parameters = "value = ?", [value]
    condition = _NAMED.replace("?2", which)
    return condition, [name, *parameters]
