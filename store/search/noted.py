"""What notes say beside the articles' own words: links, and the words of other notes."""

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TypeAlias

from store.engine import documents, own
from store.engine.bodies import Absent, Body, Garbled, checked, encode
from store.links import links
from store.search.folding import fold
from store.search.following import Move
from store.search.query import And, Or, Query, Words
from store.shapes import About, NoteKind

if TYPE_CHECKING:
    from store.engine.documents import Place

TABLES: Final[dict[NoteKind, str]] = {
    "article": "notes",
    "incident": "incident_notes",
    "case": "case_notes",
}
"""Where the notes on each kind of thing lie, each under the number of what it is about."""

_KINDS: Final = {table: kind for kind, table in TABLES.items()}
_LINK: Final = "[["
"""What links begin with among the words; no word does."""

_FOUND: TypeAlias = list[tuple[str, NoteKind, int]]


def follow(
    connection: sqlite3.Connection,
    moved: "dict[Place, Move]",
) -> None:
    """Bring the links and words up to what these notes are now."""
    for (table, doc_id), (before, after, _) in moved.items():
        kind = _KINDS.get(table)
        if kind is None:
            continue
        old = _said(kind, before)
        new = _said(kind, None if isinstance(after, Absent) else encode(after))
        gone, come = ([(word, kind, doc_id) for word in some] for some in (old - new, new - old))
        connection.executemany("DELETE FROM noted WHERE (word, kind, id) = (?, ?, ?)", gone)
        connection.executemany("INSERT OR IGNORE INTO noted VALUES (?, ?, ?)", come)


def rebuild(connection: sqlite3.Connection) -> None:
    """Forget all of it and make it again from the notes."""
    connection.execute("DELETE FROM noted")
    for table in _KINDS:
        for doc_id, text in documents.bodies(connection, table):
            follow(connection, {(table, doc_id): Move(None, Body(text))})


def begin(connection: sqlite3.Connection) -> None:
    """Make it from the notes of a case that was just brought up from a format without it.

    That one knew notes on articles alone; whatever else has such a name is a script's. A note that
    is damaged does not keep the case from being opened: who reads it is told.
    """
    table = TABLES["article"]
    for doc_id, text in documents.bodies(connection, table):
        with suppress(Garbled):
            follow(connection, {(table, doc_id): Move(None, Body(text))})


def _said(kind: NoteKind, body: str | None) -> set[str]:
    if body is None:
        return set()
    text = own.read(TABLES[kind], body)["text"]
    words = set() if kind == "article" else set(fold(text).split())
    return words | {_LINK + link.target for link in links(text)}


def linking_to(connection: sqlite3.Connection, target: str) -> list[About]:
    """The notes that have a link to a fact, an article or an incident."""
    found = connection.execute(
        "SELECT kind, id FROM noted WHERE word = ? ORDER BY kind, id", (_LINK + target,)
    )
    return [
        About(kind, number)
        for kind, number in checked(found.fetchall(), list[tuple[NoteKind, int]])
    ]


def linking_into(connection: sqlite3.Connection, article: int) -> dict[str, list[About]]:
    """The notes that have a link to an article or to one of its facts, by the link's target."""
    found = connection.execute(
        "SELECT word, kind, id FROM noted WHERE word >= ? AND word < ? ORDER BY kind, id",
        (f"{_LINK}{article}:", f"{_LINK}{article};"),
    )
    by_target: dict[str, list[About]] = {}
    for word, kind, number in checked(found.fetchall(), _FOUND):
        by_target.setdefault(word.removeprefix(_LINK), []).append(About(kind, number))
    return by_target


def having(connection: sqlite3.Connection, words: Words) -> list[About]:
    """The notes on incidents and on the case that have these words beside each other."""
    first, *others = words.phrase.split()
    last = others[-1] if others else first
    found = [
        _with(connection, word, is_prefix=words.is_prefix and word is last)
        for word in {first, *others}
    ]
    both = set.intersection(*found)
    return sorted(
        (about for about in both if _reads(connection, about, words)),
        key=lambda about: (about.kind, about.id),
    )


def elsewhere(connection: sqlite3.Connection, asked: Iterable[Words]) -> list[Words]:
    """Those of the words that were asked of notes and that notes on incidents have."""
    return [
        words
        for words in asked
        if words.column == "note"
        and any(about.kind == "incident" for about in having(connection, words))
    ]


def is_in(connection: sqlite3.Connection, query: Query, about: About) -> bool:
    """Whether a note on an incident or on the case has words that a query asks for."""
    match query:
        case Words(column=column) if column in ("", "note"):
            return about in having(connection, query)
        case And(parts):
            asked = [part for part in parts if isinstance(part, Words)]
            return bool(asked) and all(is_in(connection, part, about) for part in asked)
        case Or(parts):
            return any(is_in(connection, part, about) for part in parts)
    return False


def _with(connection: sqlite3.Connection, word: str, *, is_prefix: bool) -> set[About]:
    end = f"{word}\U0010ffff" if is_prefix else word
    found = connection.execute(
        "SELECT kind, id FROM noted WHERE word >= ? AND word <= ? AND kind <> 'article'",
        (word, end),
    )
    return {
        About(kind, number)
        for kind, number in checked(found.fetchall(), list[tuple[NoteKind, int]])
    }


def _reads(connection: sqlite3.Connection, about: About, words: Words) -> bool:
    """Whether a note that has every word has them beside each other, in this order."""
    document = own.find(connection, TABLES[about.kind], about.id)
    text = f" {fold(document['text'])} " if document else ""
    return f" {words.phrase}{'' if words.is_prefix else ' '}" in text
