"""What the list, its filters and its search are read from; all of it can be made again."""

import sqlite3
from collections.abc import Callable, Sequence
from itertools import islice
from typing import Final, TypeAlias

from store.engine import documents, own
from store.engine.bodies import Absent, Body, Document, decode
from store.engine.documents import Place
from store.search import noted
from store.search.following import Derived, Following, Move, Moves, comes_in, is_only_filed
from store.search.happened import rows as incidents
from store.search.terms import Term

Moved: TypeAlias = dict[Place, Move]
"""The documents that a change moved: the JSON before, what it is now."""

_AT_ONCE: Final = 500
"""How many articles are derived from at a time when all are."""


def follow(
    connection: sqlite3.Connection,
    moved: Moved,
    has_article: Callable[[int], bool],
    names: dict[Term, int],
) -> None:
    """Bring everything derived up to what the documents are now, article by article.

    Nothing is derived from marks or a note that a script gave to an article that is not there.
    `names` are numbers of names in the index that are known already; others are added to them.
    """
    by_article: dict[int, Moves] = {}
    for (table, doc_id), move in moved.items():
        if table in ("articles", "facts", "marks", "notes"):
            by_article.setdefault(doc_id, {})[table] = move
    _follow(
        connection,
        [one for one in by_article.items() if has_article(one[0]) or "articles" in one[1]],
        names,
    )
    judged = (article for article, moves in by_article.items() if _is_judged(moves))
    moved_incidents = [doc_id for table, doc_id in moved if table == incidents.TABLE]
    incidents.follow(connection, moved_incidents, judged)
    noted.follow(connection, moved)


def _follow(
    connection: sqlite3.Connection, articles: Sequence[tuple[int, Moves]], names: dict[Term, int]
) -> None:
    derived = Derived(connection, names)
    derived.expect([article for article, moves in articles if comes_in(moves)])
    for article, moves in articles:
        if is_only_filed(moves):
            before, after, _ = moves["marks"]
            derived.file(article, own.filed(before) if before else None, _plain(after))
        else:
            Following(derived, article, moves).follow()
    derived.flush()


def _is_judged(moves: Moves) -> bool:
    """Whether facts of an article may stand otherwise than before."""
    if moves.keys() & {"articles", "facts"}:
        return True
    if "marks" not in moves:
        return False
    before, after, parts = moves["marks"]
    if parts is not None:
        return "facts" in parts
    old: Document = {} if before is None else decode(before)
    return _of_facts(old) != _of_facts(_plain(after) or {})


def _plain(after: Document | Body | Absent) -> Document | None:
    """A document as a value, None where it is gone."""
    if isinstance(after, Absent):
        return None
    document: Document = decode(after) if isinstance(after, Body) else after
    return document


def _of_facts(marks: Document) -> Document:
    """What marks say of facts."""
    return {name: part for name, part in marks.items() if name not in ("status", "tags")}


def rebuild(
    connection: sqlite3.Connection, come_to: Callable[[int], object] = lambda _: None
) -> None:
    """Forget everything derived from the documents and make it again from them.

    `come_to` is told how many articles are done.
    """
    for table in ("rows", "texts", "terms", "names", "dates", "amounts", "found", "totals"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608  # our own words
    connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
    articles, done = documents.bodies(connection, "articles"), 0
    names: dict[Term, int] = {}
    while some := list(islice(articles, _AT_ONCE)):
        _follow(
            connection,
            [(article, {"articles": Move(None, Body(text))}) for article, text in some],
            names,
        )
        done += len(some)
        come_to(done)
    incidents.rebuild(connection)
    noted.rebuild(connection)
