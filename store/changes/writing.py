"""One change under way: documents as they will be, made durable together with their log entry."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from threading import get_ident
from typing import Final, cast

from store.changes import log, standing, storing
from store.changes.known import Known
from store.changes.log import Change
from store.changes.patches import Patch, differences, patch
from store.engine import documents, own
from store.engine.bodies import (
    ABSENT,
    Absent,
    Body,
    Document,
    Garbled,
    encode,
    encode_own,
    printable,
)
from store.engine.clock import now
from store.engine.documents import Place, Value
from store.engine.here import Presence
from store.engine.sqlite import Connections
from store.search import derived, noted, tagged
from store.search.following import Move

_MANY: Final = 20_000
"""More names than are kept in memory from one change to the next."""


class Writing:
    """The documents that one transaction has in hand.

    `get` is for reading, `put` writes one place of a document, and one that was taken with `take`
    may be changed in place. What differs in the end is the change.
    """

    _numbers = count(1)

    def __init__(
        self, connection: sqlite3.Connection, known: Known, action: str, label: str
    ) -> None:
        self.number = next(self._numbers)
        self.connection = connection
        self.known = known
        self.action = action
        self.label = label
        self.undo: int | None = None
        self.change: Change | None = None
        """The change, once it is durable; None where nothing differed."""
        self._before: dict[Place, str | None] = {}
        self._now: dict[Place, Document | Body | Absent] = {}
        self._put: dict[Place, dict[tuple[str, ...], str | None] | None] = {}
        """What stood where something was put; None for a document that may differ anywhere."""
        self._stored: dict[Place, bool] = {}
        """Whether a document that was not taken in hand is there."""

    def has(self, table: str, doc_id: int) -> bool:
        """Whether the document is there, as things stand in this transaction."""
        if (table, doc_id) in self._now:
            return self._now[table, doc_id] is not ABSENT
        if (table, doc_id) not in self._stored:
            self._stored[table, doc_id] = documents.exists(self.connection, table, doc_id)
        return self._stored[table, doc_id]

    def get(self, table: str, doc_id: int) -> Document | None:
        """The document as it stands in this transaction, to be read; None where there is none."""
        value = self._load(table, doc_id)
        if isinstance(value, Body):
            value = self._now[table, doc_id] = own.read(table, value)
        return None if isinstance(value, Absent) else value

    def take(self, table: str, doc_id: int) -> Document | None:
        """The document itself, which may be changed in place; None where there is none."""
        self._put[table, doc_id] = None
        return self.get(table, doc_id)

    def expect(self, table: str, ids: Iterable[int]) -> None:
        """Read these documents in one go, as they are going to be asked for."""
        missing = [i for i in dict.fromkeys(ids) if (table, i) not in self._now]
        found = documents.bodies_of(self.connection, table, missing)
        for doc_id in missing:
            self._hold((table, doc_id), found.get(doc_id))

    def expect_about(self, table: str, articles: Sequence[int]) -> None:
        """Read what these articles have in a table, and whether they are there, in one go."""
        if len(articles) != 1:
            self.expect_there("articles", articles)
            self.expect(table, articles)
        elif (table, articles[0]) not in self._now:
            found, is_there = documents.with_article(self.connection, table, articles[0])
            self._hold((table, articles[0]), found)
            self._stored["articles", articles[0]] = is_there

    def expect_there(self, table: str, ids: Iterable[int]) -> None:
        """Look in one go which of these documents are there, as that is going to be asked for."""
        there = documents.existing(self.connection, table, every := set(ids))
        self._stored |= {(table, doc_id): doc_id in there for doc_id in every}

    def put(self, table: str, doc_id: int, path: tuple[str, ...], value: Value) -> None:
        """Put a value at a path of a document; an empty path is all of it, ABSENT removes."""
        if not path:
            self._load(table, doc_id)
            self._put[table, doc_id] = None
            self._now[table, doc_id] = cast("Document | Body | Absent", value)
            return
        document = self.get(table, doc_id)
        if not documents.is_entry(table, path):
            self._put[table, doc_id] = None
        elif (known := self._put.setdefault((table, doc_id), {})) is not None and path not in known:
            known[path] = _text_in(document, path)
        self._now[table, doc_id] = documents.with_value(
            table, ABSENT if document is None else document, path, value
        )

    def text_at(self, table: str, doc_id: int, path: tuple[str, ...]) -> str | None:
        """The JSON that stands at a path now, None where nothing does."""
        if not path:
            whole = self._load(table, doc_id)
            return None if whole is ABSENT else encode(whole)
        return _text_in(self.get(table, doc_id), path)

    def ids(self, table: str) -> list[int]:
        """The numbers of all documents of a table as things stand in this transaction."""
        stored = documents.ids(self.connection, table)
        changed = {
            i: value is not ABSENT for (name, i), value in self._now.items() if name == table
        }
        kept = [i for i in stored if changed.get(i, True)]
        known = set(stored)
        return kept + [i for i, is_there in changed.items() if is_there and i not in known]

    def in_hand(self, table: str) -> list[int]:
        """The numbers of the documents of a table that were taken or put, and are there."""
        taken = [place[1] for place in self._now if place[0] == table]
        return [doc_id for doc_id in taken if self._now[table, doc_id] is not ABSENT]

    def has_put(self, table: str) -> bool:
        """Whether a document of a table was taken or put, so that it may differ."""
        return any(place[0] == table for place in self._put)

    def new_article_ids(self, count: int) -> range:
        """Numbers for new articles, which no article ever had before."""
        row = self.connection.execute(
            "UPDATE tables SET last_id = max(last_id, ?) + ? WHERE name = 'articles'"
            " RETURNING last_id",
            (documents.last_id(self.connection, "articles"), count),
        ).fetchone()
        if row is None:
            raise Garbled("it does not know its articles any more")
        return range(row[0] - count + 1, row[0] + 1)

    def abandon(self) -> None:
        """Let go of every document in hand, as if none had been touched."""
        self._before.clear()
        self._now.clear()
        self._put.clear()

    def flush(self) -> list[Patch]:
        """Write the documents that differ, with all that is derived from them."""
        patches: list[Patch] = []
        moved: derived.Moved = {}
        texts: dict[Place, str | None] = {}
        for place, value in self._now.items():
            if place not in self._put:
                continue
            known = self._put[place]
            text = _text(value, is_own=known is not None)
            if here := self._patches(place, text):
                patches += here
                parts = None if known is None else frozenset(patch.path[0] for patch in here)
                moved[place] = Move(self._before[place], value, parts)
                texts[place] = text
        storing.store(self.connection, texts, self._before)
        derived.follow(
            self.connection,
            moved,
            lambda article: self.has("articles", article),
            self.known.names,
        )
        if self.has_put(tagged.TABLE):
            self.known.tags = None
        return patches

    def _load(self, table: str, doc_id: int) -> Document | Body | Absent:
        place = (table, doc_id)
        if place not in self._now:
            self._hold(place, documents.body(self.connection, table, doc_id))
        return self._now[place]

    def _hold(self, place: Place, text: str | None) -> None:
        self._before[place] = text
        self._now[place] = ABSENT if text is None else Body(text)

    def _patches(self, place: Place, text: str | None) -> list[Patch]:
        known = self._put[place]
        if known is None:
            return list(differences(*place, self._before[place], self._now[place], text))
        return [
            patch(*place, path, before, after)
            for path, before in known.items()
            if (after := self.text_at(*place, path)) != before
        ]


def _text_in(document: Document | None, path: tuple[str, ...]) -> str | None:
    value = documents.value_at(ABSENT if document is None else document, path)
    return None if value is ABSENT else encode(value)


def _text(value: Document | Body | Absent, *, is_own: bool) -> str | None:
    """The JSON of a document; one that a script had in hand may hold what JSON has no form for."""
    if isinstance(value, Absent):
        return None
    return encode_own(value) if is_own else encode(value)


class Engine:
    """A case as documents and changes, for as long as it is open."""

    def __init__(self, path: Path, *, user: str, read_only: bool = False) -> None:
        self.path = path
        self.user = user = printable(user)
        self.read_only = read_only
        self.session = os.urandom(8).hex()
        """Tells this opening of the case from every other, by anyone."""
        self.presence = Presence(path, user)
        """Who else is in the case, and who is writing."""
        self.connections = Connections(
            path, read_only=read_only, derive=noted.begin, presence=self.presence
        )
        self.reading = self.connections.reading
        self._known = Known()
        self._turn = -1
        """The connections' turn in which what is known was last brought up."""
        self._current: Writing | None = None
        self._owner = 0

    @contextmanager
    def change(self, action: str, label: str = "") -> Iterator[Writing]:
        """A change: durable when this returns, without a trace if it raises.

        Inside another change of the same thread it becomes part of that one.
        """
        with self.connections.lock:
            if self._current is not None:
                yield self._current
                return
            self._owner = get_ident()
            try:
                with self.connections.writing(label or action) as connection:
                    known = self._known_now()
                    writing = self._current = Writing(connection, known, action, label)
                    yield writing
                    done = self._finish(writing)
                writing.change = done
                self._turn = self.connections.turn
            finally:
                self._current = None

    def current(self) -> Writing | None:
        """The change that this thread is in the middle of."""
        return self._current if self._owner == get_ident() else None

    def _known_now(self) -> Known:
        """What is known still; nothing, where it was not the last change here that came last."""
        if self.connections.turn != self._turn + 1 or len(self._known.names) > _MANY:
            self._known = Known()
        return self._known

    def _finish(self, writing: Writing) -> Change | None:
        patches = writing.flush()
        if not patches:
            return None
        change = Change(
            seq=0, at=now(), user=self.user, session=self.session,
            action=writing.action, label=printable(writing.label), undo=writing.undo,
        )  # fmt: skip
        change = log.append(writing.connection, change, patches, writing.known)
        standing.record(writing.connection, change, writing.known)
        return change

    def close(self) -> None:
        """Close the file."""
        self.connections.close()
