"""The list of articles: which match a query, how many, the newest, and the rows on the screen."""

import sqlite3
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, TypeAlias

import msgspec

from store.engine.bodies import checked
from store.search import noted
from store.search.lookup import Among, Lookup, Part, every, in_index, numbers
from store.search.matching import Marked, Matcher
from store.search.query import All, And, Field, Query, Words
from store.shapes import ArticleRow, Status

_WINDOW: Final = 1000
"""How many of the newest articles are looked through first for a screenful."""

_CHOSEN: Final = 250
"""How many articles that have what few have are looked at first for what else must be there."""

_ANY: Final = sys.maxsize - 1

_WIDER: Final = 4
"""How many times more are looked through next, where these had too few."""


def count(connection: sqlite3.Connection, query: Query, marked: Marked = tuple) -> int:
    """How many articles match."""
    if isinstance(query, All):
        found = connection.execute("SELECT n FROM totals WHERE what = 'articles'").fetchone()
        return int(checked(found[0], int)) if found else 0
    if isinstance(query, Field) and query.name == "is" and query.value != "marked":
        return Lookup(connection).at_most(query, _ANY)  # an article has one status
    return len(Matcher(connection, marked).matching(query))


def ids(connection: sqlite3.Connection, query: Query, marked: Marked = tuple) -> Sequence[int]:
    """The numbers of the articles that match, in the order of their import."""
    if isinstance(query, All):
        return every(connection)
    return array("q", sorted(Matcher(connection, marked).matching(query)))


def newest(
    connection: sqlite3.Connection, query: Query, wanted: int, marked: Marked = tuple
) -> list[int]:
    """The articles that match and were imported last, newest first, at most so many.

    Words are asked of the index from its end. Anything else is looked for in the newest articles,
    then in ever more before them: a screenful of a large case costs what a small case would.
    """
    words = _only_words(query)
    if words is not None and not noted.elsewhere(connection, words):
        statement = "SELECT rowid AS article FROM words WHERE words MATCH ? ORDER BY rowid DESC"
        return numbers(connection, f"{statement} LIMIT ?", in_index(words), wanted)
    rarest = Matcher(connection, marked).rarest(query)
    if rarest is not None:
        return list(islice(_chosen(connection, *rarest, marked), wanted))
    return list(islice(_backwards(connection, query, marked), wanted))


def _chosen(
    connection: sqlite3.Connection, articles: list[int], query: Query, marked: Marked
) -> Iterator[int]:
    """Those of a few articles, by ascending numbers, that match, from the newest on."""
    if isinstance(query, All):
        yield from reversed(articles)
        return
    width = _CHOSEN
    while articles:
        part, articles = articles[-width:], articles[:-width]
        matching = Matcher(connection, marked, Among(part)).matching(query)
        yield from sorted(set(part).intersection(matching), reverse=True)
        width *= _WIDER


def _backwards(connection: sqlite3.Connection, query: Query, marked: Marked) -> Iterator[int]:
    """What matches, from the newest article on."""
    ends = "SELECT (SELECT min(id) FROM rows), (SELECT max(id) FROM rows)"  # both at once scan all
    first, last = connection.execute(ends).fetchone()
    width = _WINDOW
    while last is not None and last >= first:
        part = Part(max(first, last - width + 1), last)
        yield from sorted(Matcher(connection, marked, part).matching(query), reverse=True)
        last, width = part.first - 1, width * _WIDER


def _only_words(query: Query) -> list[Words] | None:
    parts = query.parts if isinstance(query, And) else (query,)
    words = [part for part in parts if isinstance(part, Words)]
    return words if len(words) == len(parts) else None


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
