"""The list of articles: which match a query, how many, and the rows on the screen."""

import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import msgspec

from store.engine.bodies import Garbled, checked
from store.search.query import All, Amount, And, Days, Field, Not, Or, Query, Words
from store.shapes import ArticleRow, Status
from store.tags import catalogue

_WITHIN = frozenset({"place", "org", "op", "seized"})
"""Fields whose values are names: a word of the name finds it."""


def count(connection: sqlite3.Connection, query: Query) -> int:
    """How many articles match."""
    if isinstance(query, All):
        found = connection.execute("SELECT n FROM totals WHERE what = 'articles'").fetchone()
        return int(checked(found[0], int)) if found else 0
    return len(_matching(connection, query))


def ids(connection: sqlite3.Connection, query: Query) -> Sequence[int]:
    """The numbers of the articles that match, in the order of their import."""
    if isinstance(query, All):
        return _all(connection)
    return array("q", sorted(_matching(connection, query)))


def rows(connection: sqlite3.Connection, wanted: Iterable[int]) -> list[ArticleRow]:
    """The rows of these articles, in this order; one that has left the case is left out."""
    order = list(wanted)
    found = connection.execute(
        "SELECT id, title, published, source, status, tags, facts, flagged, accepted, has_note"
        " FROM rows WHERE id IN (SELECT value FROM json_each(?))",
        (msgspec.json.encode(order).decode(),),
    )
    by_id = {row[0]: _row(*row) for row in checked(found.fetchall(), list[_ROW])}
    return [by_id[article] for article in order if article in by_id]


_ROW: TypeAlias = tuple[int, str, str | None, str, Status, str, int, int, int, int]


def _row(
    article: int, title: str, published: str | None, source: str, status: Status, tags: str,
    facts: int, flagged: int, accepted: int, has_note: int,
) -> ArticleRow:  # fmt: skip
    return ArticleRow(
        article, title, published, source, status, tuple(tags.split()),
        facts, flagged, accepted, bool(has_note),
    )  # fmt: skip


def _all(connection: sqlite3.Connection) -> Sequence[int]:
    """Without gaps the numbers are a range, whatever the size of the case."""
    first, last, total = connection.execute(
        "SELECT (SELECT min(id) FROM rows), (SELECT max(id) FROM rows),"
        " (SELECT n FROM totals WHERE what = 'articles')"
    ).fetchone()
    if first is None:
        return range(0)
    if last - first + 1 == total:
        return range(first, last + 1)
    return array("q", _numbers(connection, "SELECT id AS article FROM rows ORDER BY id"))


def _matching(connection: sqlite3.Connection, query: Query) -> list[int] | set[int]:
    match query:
        case All():
            return list(_all(connection))
        case Words():
            return _with_words(connection, [query])
        case Field(name, value):
            return _with_field(connection, name, value)
        case Days(first, last):
            return _numbers(
                connection,
                "SELECT DISTINCT article FROM dates WHERE first <= ? AND last >= ?",
                last or "9999-12-31", first or "0000-01-01",
            )  # fmt: skip
        case Amount():
            return _with_amount(connection, query)
        case Not(part):
            return set(_all(connection)).difference(_matching(connection, part))
        case Or(parts):
            return set[int]().union(*(_matching(connection, part) for part in parts))
        case And(parts):
            return _matching_all(connection, parts)


def _matching_all(connection: sqlite3.Connection, parts: Iterable[Query]) -> set[int]:
    """Words that must all be there are one question to the index; what must not comes last."""
    words = [part for part in parts if isinstance(part, Words)]
    refused = [part.part for part in parts if isinstance(part, Not)]
    others = [part for part in parts if not isinstance(part, Words | Not)]
    found = [_matching(connection, part) for part in others]
    if words:
        found.append(_with_words(connection, words))
    found.sort(key=len)
    left = set(found[0]) if found else set(_all(connection))
    for more in found[1:]:
        left.intersection_update(more)
    for part in refused:
        left.difference_update(_matching(connection, part))
    return left


def _with_words(connection: sqlite3.Connection, words: list[Words]) -> list[int]:
    phrases = [
        f'{word.column and word.column + " : "}"{word.phrase}"{" *" if word.is_prefix else ""}'
        for word in words
    ]
    return _numbers(
        connection,
        "SELECT rowid AS article FROM words WHERE words MATCH ? ORDER BY rowid",
        " AND ".join(phrases),
    )


def _with_field(connection: sqlite3.Connection, name: str, value: str) -> list[int]:
    if name == "source":
        return _from_file(connection, value)
    wanted = _names(connection, name, value)
    statement = "SELECT article FROM terms WHERE name = ?"
    if len(wanted) != 1:
        statement = (
            "SELECT DISTINCT article FROM terms WHERE name IN (SELECT value FROM json_each(?))"
        )
    return _numbers(connection, statement, *(wanted if len(wanted) == 1 else (str(wanted),)))


def _from_file(connection: sqlite3.Connection, value: str) -> list[int]:
    """SQLite knows the capitals of ASCII only."""
    if value.isascii():
        statement = "SELECT id AS article FROM rows WHERE instr(lower(source), ?)"
        return _numbers(connection, statement, value)
    sources = connection.execute("SELECT id, source FROM rows")
    return [article for article, source in sources if value in source.casefold()]


def _with_amount(connection: sqlite3.Connection, amount: Amount) -> list[int]:
    what = "what = ?" if amount.name == "count" else "instr(' ' || what || ' ', ' ' || ? || ' ')"
    unit = "unit = ?" if amount.unit else "? = ''"
    return _numbers(
        connection,
        f"SELECT DISTINCT article FROM amounts WHERE field = ? AND {what} AND {unit}"  # noqa: S608
        f" AND n {amount.sign} ?",  # the sign is one of the five that the parser knows
        amount.name, amount.what, amount.unit, amount.n,
    )  # fmt: skip


def _names(connection: sqlite3.Connection, name: str, value: str) -> list[int]:
    """The numbers of the names that a field's value means."""
    if name == "tag":
        tags = [tag.id for tag in catalogue().resolve(value)]
        which, parameter = "value IN (SELECT value FROM json_each(?))", _json(tags)
    elif name in _WITHIN:
        which, parameter = "instr(' ' || value || ' ', ?)", f" {value} "
    else:
        which, parameter = "value = ?", value
    found = connection.execute(
        f"SELECT no FROM names WHERE field = ? AND {which}",  # noqa: S608  # our own words
        (name, parameter),
    )
    return [row[0] for row in found]


def _numbers(connection: sqlite3.Connection, statement: str, *parameters: object) -> list[int]:
    """The column `article` of a statement; as one text it is read in a third of the time."""
    joined = connection.execute(
        f"SELECT group_concat(article) FROM ({statement})",  # noqa: S608  # our own words
        parameters,
    ).fetchone()[0]
    try:
        return msgspec.json.decode(f"[{joined or ''}]", type=list[int])
    except msgspec.DecodeError as error:
        raise Garbled("the number of an article is none") from error


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
