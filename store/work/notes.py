"""Notes on articles, on incidents and on the case: who writes one keeps what others wrote in it."""

import sqlite3
from typing import TYPE_CHECKING

from store.engine import own
from store.engine.bodies import ABSENT, Document
from store.engine.clock import now
from store.engine.spare import words_first
from store.search.noted import TABLES
from store.shapes import About, Kept
from store.work.intake import require
from store.work.merging import Merged, Names, merge

if TYPE_CHECKING:
    from store.changes.writing import Engine, Writing


def note(connection: sqlite3.Connection, about: About) -> str:
    """The note on something, empty where there is none."""
    document = own.find(connection, TABLES[about.kind], about.id)
    return "" if document is None else str(document["text"])


@words_first
def write_note(engine: "Engine", about: About, text: str, base: str | None = None) -> Kept:
    """Make a text the note; an empty one removes it. The draft is done with.

    `base` is the note that the text was written from. Where somebody has changed it since, what
    both wrote is put together inside the transaction; without a base the text takes its place.
    """
    with engine.change("note") as writing:
        if about.kind == "article":
            require(writing, about.id)
        there = document(writing, about)
        merged = combined(engine, there, text, base)
        writing.label = _label(about, there, merged, is_alone=base in (None, there["text"]))
        put(engine, writing, about, merged.text)
        writing.connection.execute(
            "DELETE FROM drafts WHERE session = ? AND about = ? AND article = ?",
            (engine.session, about.kind, about.id),
        )
    return Kept(writing.change, merged.text, merged.clashes)


def document(writing: "Writing", about: About) -> Document:
    """The note as it is in this transaction, with who wrote it."""
    return writing.get(TABLES[about.kind], about.id) or {"text": "", "by": "", "at": ""}


def combined(
    engine: "Engine", there: Document, text: str, base: str | None, writer: str = ""
) -> Merged:
    """A text that was written from `base`, put together with the note as it is now."""
    if base is None:
        return Merged(text, 0)
    mine, theirs = writer or engine.user, there["by"] or "somebody"
    names = Names(mine, theirs if theirs != mine else f"{mine} at another desk")
    return merge(base, text, there["text"], names)


def put(engine: "Engine", writing: "Writing", about: About, text: str) -> None:
    """Make a text the note, unless it is so already."""
    if text == document(writing, about)["text"]:
        return
    new = {"text": text, "by": engine.user, "at": now()}
    writing.put(TABLES[about.kind], about.id, (), new if text else ABSENT)


def named(about: About) -> str:
    """What a note is about, in words: "article 12", "incident #3", "the case"."""
    return {"case": "the case", "incident": f"incident #{about.id}"}.get(
        about.kind, f"article {about.id}"
    )


def _label(about: About, there: Document, merged: Merged, *, is_alone: bool) -> str:
    of = "" if about.kind == "article" else f" on {named(about)}"
    if not merged.text:
        return "removed the note" + of
    if is_alone or merged.text == there["text"]:
        return "noted" + of
    beside = there["by"] or "what was removed"
    if merged.clashes:
        return f"noted{of}; {beside} wrote the same lines: both are kept there, look for --"
    return f"noted{of}, together with {beside}"
