"""The note of an article, and drafts of it that no crash can take."""

import sqlite3
from typing import TYPE_CHECKING, TypeAlias

from store import processes
from store.changes.log import now
from store.engine import own
from store.engine.bodies import ABSENT, Document, checked, digest
from store.engine.documents import exists
from store.errors import CaseBusy, CaseFull, UnknownArticle
from store.shapes import Draft
from store.work.intake import require

if TYPE_CHECKING:
    from store.changes.log import Change
    from store.changes.writing import Engine, Writing


def note(connection: sqlite3.Connection, article: int) -> str:
    """The note of an article, empty where there is none."""
    document = own.find(connection, "notes", article)
    return "" if document is None else str(document["text"])


def write_note(engine: "Engine", article: int, text: str) -> "Change | None":
    """Make a text the note of an article; an empty one removes it. The draft is done with."""
    with engine.change("note", "noted" if text else "removed the note") as writing:
        require(writing, article)
        _put(engine, writing, article, text)
        writing.connection.execute(
            "DELETE FROM drafts WHERE session = ? AND article = ?", (engine.session, article)
        )
    return writing.change


def save_draft(engine: "Engine", article: int, text: str) -> None:
    """Keep what is being typed; durable when this returns, and no change yet."""
    mine = (engine.session, article)
    with engine.connections.writing() as connection:
        again = connection.execute(
            "UPDATE drafts SET text = ?, at = ? WHERE session = ? AND article = ?",
            (text, now(), *mine),
        )
        if again.rowcount:
            return
        if not exists(connection, "articles", article):
            raise UnknownArticle(f"There is no article {article} in this case.")
        base = digest(note(connection, article))
        connection.execute(
            "INSERT INTO drafts (session, article, user, process, at, base, text)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*mine, engine.user, processes.here(), now(), base, text),
        )


_DRAFT: TypeAlias = tuple[int, str, str, str, str, str, str]


def left_drafts(connection: sqlite3.Connection, session: str) -> list[Draft]:
    """Drafts that a process left when it ended, oldest first."""
    rows = connection.execute(
        "SELECT article, text, user, at, session, base, process FROM drafts"
        " WHERE session <> ? ORDER BY at",
        (session,),
    ).fetchall()
    return [
        Draft(article, text, user, at, owner, digest(note(connection, article)) != base)
        for article, text, user, at, owner, base, process in checked(rows, list[_DRAFT])
        if not processes.is_alive(process)
    ]


def recover(engine: "Engine") -> "list[Change]":
    """Make notes of this analyst's own left drafts, as far as the notes have not moved."""
    with engine.reading() as connection:
        left = left_drafts(connection, engine.session)
    mine = [draft for draft in left if draft.user == engine.user and not draft.note_moved]
    return [change for draft in mine if (change := _recover(engine, draft)) is not None]


def drop_draft(engine: "Engine", draft: Draft) -> None:
    """Do without a draft that a process left."""
    with engine.connections.writing() as connection:
        _drop(connection, draft)


def leave_drafts(engine: "Engine") -> None:
    """Before the case is closed: what is still a draft belongs to no living process now."""
    mine = (engine.session,)
    with engine.reading() as connection:
        found = connection.execute("SELECT 1 FROM drafts WHERE session = ? LIMIT 1", mine)
        has_drafts = found.fetchone() is not None
    if has_drafts:
        with engine.connections.writing() as connection:
            connection.execute("UPDATE drafts SET process = '' WHERE session = ?", mine)


def _recover(engine: "Engine", draft: Draft) -> "Change | None":
    label = f"recovered the note of article {draft.article}"
    try:
        with engine.change("note", label) as writing:
            _make_note(engine, writing, draft)
    except (CaseBusy, CaseFull):
        return None  # it stays a draft and is offered; the case can be read all the same
    return writing.change


def _make_note(engine: "Engine", writing: "Writing", draft: Draft) -> None:
    left = {(d.session, d.article): d for d in left_drafts(writing.connection, engine.session)}
    again = left.get((draft.session, draft.article))
    if again is not None and not again.note_moved and writing.has("articles", draft.article):
        _put(engine, writing, draft.article, again.text)
        _drop(writing.connection, draft)


def _put(engine: "Engine", writing: "Writing", article: int, text: str) -> None:
    old: Document = writing.get("notes", article) or {"text": ""}
    if text == old["text"]:
        return
    document = {"text": text, "by": engine.user, "at": now()}
    writing.put("notes", article, (), document if text else ABSENT)


def _drop(connection: sqlite3.Connection, draft: Draft) -> None:
    connection.execute(
        "DELETE FROM drafts WHERE session = ? AND article = ?", (draft.session, draft.article)
    )
