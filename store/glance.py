"""A first glance at a case, with none of the store behind it: what a screen shows at once.

It only looks. Whatever is odd about the file, the answer is None: opening the case says what.
"""

import os
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from typing import Any, NamedTuple

from store.engine import place
from store.engine.schema import APPLICATION_ID, FORMAT, ID_BITS, OLDEST, TABLE_NUMBERS

_WAIT_S = 0.05

_FORMATS = range(OLDEST, FORMAT + 1)
"""In all of them lies what is looked at here as it does now."""

_DATED = ("published.date", "published.basis")
_ARTICLE = ("text", "name", "note", *_DATED)
"""Parts of documents."""


class GlancedRow(NamedTuple):
    """An article of the list."""

    id: int
    title: str
    published: str
    status: str
    tags: tuple[str, ...]
    flagged: int
    has_note: bool


class GlancedDate(NamedTuple):
    """When an article was published, and how that is known."""

    date: str
    basis: str


class Glance(NamedTuple):
    """The first articles of a case, and the text of the very first."""

    total: int
    undecided: int
    rows: tuple[GlancedRow, ...]
    text: str
    name: str
    note: str
    """How the file was decoded, if that is worth a word."""
    published: GlancedDate | None


def glance(path: str, count: int) -> Glance | None:
    """The first `count` articles of a case; None where there is none or it is not to be read."""
    if place.unwritable(path) or place.network(path):
        return None
    try:
        with closing(_connect(path)) as connection:
            return _look(connection.execute, count)
    except (sqlite3.Error, zlib.error, LookupError, TypeError, ValueError):
        return None


def _connect(path: str) -> sqlite3.Connection:
    address = os.path.abspath(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")  # noqa: PTH100
    return sqlite3.connect(f"file:{address}?mode=rw", uri=True, timeout=_WAIT_S)


def _look(execute: Callable[..., sqlite3.Cursor], count: int) -> Glance | None:
    execute("PRAGMA query_only = 1")
    marks = [execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    if marks[0] != APPLICATION_ID or marks[1] not in _FORMATS:
        return None
    found = execute(
        "SELECT id, title, published, status, tags, flagged, has_note FROM rows"
        " ORDER BY id LIMIT ?",
        (count,),
    ).fetchall()
    if not found:
        return None
    (total,) = execute("SELECT n FROM totals WHERE what = 'articles'").fetchone()
    (undecided,) = execute(
        "SELECT count(*) FROM terms WHERE name ="
        " (SELECT no FROM names WHERE field = 'is' AND value = 'new')"
    ).fetchone()
    first = found[0][0]
    text, name, note, *published = _parts(execute, "articles", first, _ARTICLE)
    if not published[0]:
        published = _parts(execute, "facts", first, _DATED) or [None, None]
    return Glance(
        total, undecided, tuple(map(_row, found)), text, name, note or "",
        GlancedDate(*published) if published[0] else None,
    )  # fmt: skip


def _row(found: tuple[Any, ...]) -> GlancedRow:
    article, title, published, status, tags, flagged, has_note = found
    return GlancedRow(
        article, title, published or "", status, tuple(tags.split()), flagged, bool(has_note)
    )


def _parts(
    execute: Callable[..., sqlite3.Cursor], table: str, article: int, parts: tuple[str, ...]
) -> list[Any]:
    """Parts of a document; none at all where it is not there."""
    key = TABLE_NUMBERS[table] << ID_BITS | article
    found = execute("SELECT body FROM documents WHERE key = ?", (key,)).fetchone()
    if found is None:
        return []
    text = found[0] if isinstance(found[0], str) else zlib.decompress(found[0]).decode()
    chosen = ", ".join(f"json_extract(:text, '$.{part}')" for part in parts)
    return list(execute(f"SELECT {chosen}", {"text": text}).fetchone())
