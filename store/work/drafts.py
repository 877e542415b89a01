"""What is being typed, not yet a change: no crash can take it, and nobody gets it twice.

A draft is made a note, or set aside, by one change that also says so. Two processes that come to
the same draft find one after the other whether it still waits; a crash leaves it waiting.
"""

import sqlite3
from typing import TYPE_CHECKING, TypeAlias

from store import processes
from store.engine import own
from store.engine.bodies import checked, digest
from store.engine.clock import now
from store.engine.documents import bodies, exists, last_id
from store.engine.spare import words_first
from store.errors import CaseBusy, CaseFull, UnknownArticle, UnknownDraft
from store.shapes import About, Draft, NoteKind
from store.work import notes

if TYPE_CHECKING:
    from store.changes.log import Change
    from store.changes.writing import Engine, Writing

_SETTLED = "settled_drafts"
"""The table that says which drafts are done with; undo takes that back, and they wait again."""


@words_first
def save_draft(engine: "Engine", about: About, text: str, base: str | None = None) -> None:
    """Keep what is being typed; durable when this returns, and no change yet.

    `base` is the note that it is written from, the present one if none is given.
    """
    mine = (engine.session, about.kind, about.id)
    with engine.connections.writing() as connection:
        again = connection.execute(
            "UPDATE drafts SET text = ?, at = ? WHERE session = ? AND about = ? AND article = ?",
            (text, now(), *mine),
        )
        if again.rowcount:
            return
        if about.kind == "article" and not exists(connection, "articles", about.id):
            raise UnknownArticle(f"There is no article {about.id} in this case.")
        base = notes.note(connection, about) if base is None else base
        connection.execute(
            "INSERT INTO drafts (session, about, article, user, process, at, base, text)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*mine, engine.user, processes.here(), now(), base, text),
        )


_DRAFT: TypeAlias = tuple[NoteKind, int, str, str, str, str, str, str]


def left_drafts(connection: sqlite3.Connection, session: str) -> list[Draft]:
    """Drafts that wait since the process that wrote them ended, oldest first."""
    rows = connection.execute(
        "SELECT about, article, text, user, at, session, base, process FROM drafts"
        " WHERE session <> ? ORDER BY at",
        (session,),
    ).fetchall()
    settled = _settled(connection) if rows else frozenset()
    return [
        _draft(connection, About(kind, number), text, user, at, owner, base)
        for kind, number, text, user, at, owner, base, process in checked(rows, list[_DRAFT])
        if (owner, kind, number) not in settled and not processes.is_alive(process)
    ]


def _draft(
    connection: sqlite3.Connection, about: About, text: str, user: str, at: str, owner: str,
    base: str,
) -> Draft:  # fmt: skip
    note = notes.note(connection, about)
    if base == digest(note):  # as a case of format 1 had it
        base = note
    return Draft(about, text, user, at, owner, base, note_moved=note not in (base, text))


def _settled(connection: sqlite3.Connection) -> frozenset[tuple[str, str, int]]:
    found = (own.read(_SETTLED, body) for _, body in bodies(connection, _SETTLED))
    return frozenset((said["session"], said["about"], said["id"]) for said in found)


def recover(engine: "Engine") -> "list[Change]":
    """Make notes of this analyst's own left drafts, as far as the notes have not moved."""
    with engine.reading() as connection:
        left = left_drafts(connection, engine.session)
        mine = [d for d in left if d.user == engine.user and _has_place(connection, d)]
    unmoved = [draft for draft in mine if not draft.note_moved]
    return [change for draft in unmoved if (change := _recover(engine, draft)) is not None]


def _has_place(connection: sqlite3.Connection, draft: Draft) -> bool:
    about = draft.about
    return about.kind != "article" or exists(connection, "articles", about.id)


def offered(connection: sqlite3.Connection, session: str) -> list[Draft]:
    """The drafts that an analyst can do something with now; the others wait for their article."""
    return [draft for draft in left_drafts(connection, session) if _has_place(connection, draft)]


def _recover(engine: "Engine", draft: Draft) -> "Change | None":
    label = f"recovered the note of {notes.named(draft.about)}"
    try:
        with engine.change("note", label) as writing:
            found = _waiting(engine, writing, draft)
            if found is not None and not found.note_moved:
                notes.put(engine, writing, found.about, found.text)
                _forget(writing.connection, found)
    except (CaseBusy, CaseFull):
        return None  # it stays a draft and is offered; the case can be read all the same
    return writing.change


def take(engine: "Engine", draft: Draft) -> "Change | None":
    """Make one note of a left draft and what the note is now, line by line."""
    label = f"took {draft.user}'s unsaved note of {notes.named(draft.about)}"
    with engine.change("note", label) as writing:
        found = _still(engine, writing, draft)
        there = notes.document(writing, found.about)
        merged = notes.combined(engine, there, found.text, found.base, writer=found.user)
        if merged.clashes:
            writing.label += "; lines that both wrote are kept twice, look for --"
        notes.put(engine, writing, found.about, merged.text)
        _settle(engine, writing, found)
    return writing.change


def keep_below(engine: "Engine", draft: Draft) -> "Change | None":
    """Put a left draft below the note as it is now, under the name of who wrote it."""
    label = f"put {draft.user}'s unsaved note below that of {notes.named(draft.about)}"
    with engine.change("note", label) as writing:
        found = _still(engine, writing, draft)
        there = notes.document(writing, found.about)["text"]
        told = f"-- {found.user} wrote, {found.at[:10]}:\n{found.text}"
        notes.put(engine, writing, found.about, f"{there}\n\n{told}" if there else told)
        _settle(engine, writing, found)
    return writing.change


def drop(engine: "Engine", draft: Draft) -> "Change | None":
    """Do without a left draft; the log keeps it, and undo brings it back."""
    label = f"dropped {draft.user}'s unsaved note of {notes.named(draft.about)}"
    with engine.change("draft", label) as writing:
        _settle(engine, writing, _still(engine, writing, draft))
    return writing.change


def leave_drafts(engine: "Engine") -> None:
    """Before the case is closed: what is still a draft belongs to no living process now."""
    mine = (engine.session,)
    with engine.reading() as connection:
        found = connection.execute("SELECT 1 FROM drafts WHERE session = ? LIMIT 1", mine)
        has_drafts = found.fetchone() is not None
    if has_drafts:
        with engine.connections.writing() as connection:
            connection.execute("UPDATE drafts SET process = '' WHERE session = ?", mine)


def _waiting(engine: "Engine", writing: "Writing", draft: Draft) -> Draft | None:
    """The draft as it is in this transaction, None where somebody was first."""
    left = left_drafts(writing.connection, engine.session)
    return next((d for d in left if (d.session, d.about) == (draft.session, draft.about)), None)


def _still(engine: "Engine", writing: "Writing", draft: Draft) -> Draft:
    found = _waiting(engine, writing, draft)
    if found is None:
        raise UnknownDraft(
            f"The unsaved note of {notes.named(draft.about)} does not wait any more: somebody has"
            " dealt with it."
        )
    return found


def _settle(engine: "Engine", writing: "Writing", draft: Draft) -> None:
    """Say that a draft is done with, and keep what it was: undone, this makes it wait again."""
    number = last_id(writing.connection, _SETTLED) + 1
    said = {
        "session": draft.session, "about": draft.about.kind, "id": draft.about.id,
        "text": draft.text, "user": draft.user, "by": engine.user, "at": now(),
    }  # fmt: skip
    writing.put(_SETTLED, number, (), said)


def _forget(connection: sqlite3.Connection, draft: Draft) -> None:
    connection.execute(
        "DELETE FROM drafts WHERE session = ? AND about = ? AND article = ?",
        (draft.session, draft.about.kind, draft.about.id),
    )
