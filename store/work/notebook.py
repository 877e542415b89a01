"""The notes of a case as its screens use them: on articles, on incidents, on the case itself."""

import sqlite3
from typing import TYPE_CHECKING

from store.search import noted
from store.search.happened import rows
from store.search.query import Query
from store.shapes import THE_CASE, About, Draft, Kept
from store.work import drafts, notes

if TYPE_CHECKING:
    from store.changes.log import Change
    from store.changes.writing import Engine


class Notebook:
    """Every note of an open case, and the drafts of notes."""

    def __init__(self, engine: "Engine") -> None:
        self._engine = engine

    def text(self, about: About) -> str:
        """The note on something, empty where there is none."""
        with self._engine.reading() as connection:
            return notes.note(connection, about)

    def on_incident(self, number: int) -> list[tuple[About, str]]:
        """The notes on an incident and on those that were merged into it, its own first."""
        with self._engine.reading() as connection:
            family = [About("incident", n) for n in _family(connection, number)]
            found = [(about, notes.note(connection, about)) for about in family]
        return [(about, text) for about, text in found if text]

    def case_note_has(self, query: Query) -> bool:
        """Whether the note of the case has the words that a query asks for."""
        with self._engine.reading() as connection:
            return noted.is_in(connection, query, THE_CASE)

    def linking_into(self, article: int) -> dict[str, list[About]]:
        """The notes that link to an article or its facts, by the words of the key, "" if none."""
        with self._engine.reading() as connection:
            found = noted.linking_into(connection, article)
        return {target.partition(":")[2]: about for target, about in found.items()}

    def linking_to_incident(self, number: int) -> list[About]:
        """The notes that link to an incident, or to one that was merged into it."""
        with self._engine.reading() as connection:
            targets = [f"#{n}" for n in _family(connection, number)]
            found = [about for t in targets for about in noted.linking_to(connection, t)]
        return list(dict.fromkeys(found))

    def write(self, about: About, text: str, base: str | None = None) -> Kept:
        """Make a text the note, put together with what others wrote since `base`."""
        return notes.write_note(self._engine, about, text, base)

    def save_draft(self, about: About, text: str, base: str | None = None) -> None:
        """Keep what is being typed; durable when this returns, and no change yet."""
        drafts.save_draft(self._engine, about, text, base)

    def left(self) -> list[Draft]:
        """All drafts left by processes that have ended, also of articles that have left."""
        with self._engine.reading() as connection:
            return drafts.left_drafts(connection, self._engine.session)

    def offered(self) -> list[Draft]:
        """Drafts left by processes that have ended, which somebody has to decide about."""
        with self._engine.reading() as connection:
            return drafts.offered(connection, self._engine.session)

    def take(self, draft: Draft) -> "Change | None":
        """Make one note of a left draft and what the note is now; raises `UnknownDraft`."""
        return drafts.take(self._engine, draft)

    def keep_below(self, draft: Draft) -> "Change | None":
        """Put a left draft below the note as it is now; raises `UnknownDraft`."""
        return drafts.keep_below(self._engine, draft)

    def drop(self, draft: Draft) -> "Change | None":
        """Do without a left draft; undo brings it back. Raises `UnknownDraft`."""
        return drafts.drop(self._engine, draft)


def _family(connection: sqlite3.Connection, number: int) -> list[int]:
    """The incident that stands for this one, and all that were merged into it."""
    root = rows.root(connection, number)
    return [member for member, _ in rows.members(connection, root)] or [root]
