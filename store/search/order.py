"""Orders of the list: each steady, so that rows that are alike stand as they were imported."""

import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from typing import Final, Literal, TypeAlias, get_args

import msgspec

from store.search.folding import fold
from store.search.lookup import in_index, numbers
from store.search.query import And, Or, Query, Words

Order: TypeAlias = Literal[
    "import", "newest", "oldest", "title", "status", "source", "facts", "doubts", "relevance"
]
ORDERS: Final[tuple[Order, ...]] = get_args(Order)

_BY: Final = {
    "newest": "published IS NULL, published DESC",
    "oldest": "published IS NULL, published",
    "status": "instr('new flagged done dismissed', status)",
    "source": "lower(source)",
    "facts": "facts DESC",
    "doubts": "flagged DESC, facts DESC",
}
"""What comes first, in columns of the list. What has no date comes last either way."""

_OPENING: Final = " \"'([#*-_.!?"
"""What a title may open with and is not sorted by."""


def ordered(
    connection: sqlite3.Connection, ids: Sequence[int], order: Order, query: Query
) -> Sequence[int]:
    """These articles in an order; by relevance to a query that has no word they stay as imported.

    A case of a hundred thousand is put in order in a tenth of a second.
    """
    if order == "import":
        return ids if isinstance(ids, range) else array("q", sorted(ids))
    if order == "title":
        return array("q", _by_title(connection, ids))
    if order == "relevance":
        return _by_relevance(connection, ids, query)
    where, parameters = _among(ids)
    statement = f"SELECT id AS article FROM rows {where} ORDER BY {_BY[order]}, id"  # noqa: S608
    return array("q", numbers(connection, statement, *parameters))


def has_words(query: Query) -> bool:
    """Whether articles can be more or less relevant to a query."""
    return any(True for _ in _words(query))


def _among(ids: Sequence[int]) -> tuple[str, tuple[str, ...]]:
    if isinstance(ids, range):
        return "", ()
    chosen = msgspec.json.encode(list(ids)).decode()
    return "WHERE id IN (SELECT value FROM json_each(?))", (chosen,)


def _by_title(connection: sqlite3.Connection, ids: Sequence[int]) -> list[int]:
    """By the words of the title: accents, capitals and quotes do not come first or last."""
    where, parameters = _among(ids)
    found = connection.execute(f"SELECT id, title FROM rows {where}", parameters)  # noqa: S608
    return [article for _, article in sorted((_title(title), article) for article, title in found)]


def _title(title: str) -> str:
    """Folding a hundred thousand titles takes a second, and most are in ASCII."""
    return title.lower().lstrip(_OPENING) if title.isascii() else fold(title)


def _by_relevance(
    connection: sqlite3.Connection, ids: Sequence[int], query: Query
) -> Sequence[int]:
    """By bm25 over all the words that an article may match by; those without any come last."""
    wanted = " OR ".join(in_index([words]) for words in _words(query))
    if not wanted:
        return ordered(connection, ids, "import", query)
    statement = "SELECT rowid AS article FROM words WHERE words MATCH ? ORDER BY rank, rowid"
    listed, best = set(ids), numbers(connection, statement, wanted)
    first = [article for article in best if article in listed]
    return array("q", [*first, *sorted(listed.difference(first))])


def _words(query: Query) -> Iterator[Words]:
    match query:
        case Words():
            yield query
        case And(parts) | Or(parts):
            for part in parts:
                yield from _words(part)
