"""What the list, its filters and its search are read from; all of it can be made again."""

import sqlite3
from collections.abc import Callable, Iterable, Set
from functools import cached_property
from itertools import islice
from typing import Any, Final, TypeAlias

from store.engine import documents, own
from store.engine.bodies import Absent, Body, Document, checked, decode, encode, printable
from store.engine.documents import Place
from store.findings import findings
from store.search import noted
from store.search.happened import rows as incidents
from store.search.named import NameIndex
from store.search.terms import (
    Found,
    Term,
    found_by,
    is_open_flag,
    of_marks,
    status_of,
    tags_of,
)
from store.search.words import WordIndex

_Move: TypeAlias = tuple[str | None, Document | Body | Absent]
_Moves: TypeAlias = dict[str, _Move]
Moved: TypeAlias = dict[Place, _Move]
"""The documents that a change moved: the JSON before, what it is now."""

_DATES = (
    "DELETE FROM dates WHERE (first, last, article) = (?, ?, ?)",
    "INSERT INTO dates VALUES (?, ?, ?)",
)
_AMOUNTS = (
    "DELETE FROM amounts WHERE (field, what, unit, n, article) = (?, ?, ?, ?, ?)",
    "INSERT INTO amounts VALUES (?, ?, ?, ?, ?)",
)
_AT_ONCE: Final = 500
"""How many articles are derived from at a time when all are."""

_NOTED: Term = ("has", "note")
_NOTHING = Found(frozenset(), frozenset(), frozenset())


def follow(
    connection: sqlite3.Connection, moved: Moved, has_article: Callable[[int], bool]
) -> None:
    """Bring everything derived up to what the documents are now, article by article.

    Nothing is derived from marks or a note that a script gave to an article that is not there.
    """
    by_article: dict[int, _Moves] = {}
    for (table, doc_id), move in moved.items():
        if table in ("articles", "facts", "marks", "notes"):
            by_article.setdefault(doc_id, {})[table] = move
    _follow(
        connection,
        (one for one in by_article.items() if has_article(one[0]) or "articles" in one[1]),
    )
    judged = (article for article, moves in by_article.items() if _is_judged(moves))
    moved_incidents = [doc_id for table, doc_id in moved if table == incidents.TABLE]
    incidents.follow(connection, moved_incidents, judged)
    noted.follow(connection, moved)


def _follow(connection: sqlite3.Connection, articles: Iterable[tuple[int, _Moves]]) -> None:
    derived = _Derived(connection)
    for article, moves in articles:
        _Article(derived, article, moves).follow()
    derived.flush()


def _is_judged(moves: _Moves) -> bool:
    """Whether facts of an article may stand otherwise than before."""
    if moves.keys() & {"articles", "facts"}:
        return True
    if "marks" not in moves:
        return False
    before, after = moves["marks"]
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
    while some := list(islice(articles, _AT_ONCE)):
        _follow(connection, ((article, {"articles": (None, Body(text))}) for article, text in some))
        done += len(some)
        come_to(done)
    incidents.rebuild(connection)
    noted.rebuild(connection)


class _Derived:
    """What is derived from some articles and is written last, all at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.words = WordIndex()
        self.names = NameIndex(connection)
        self.articles = 0
        """How many more articles there are."""

    def flush(self) -> None:
        """Write it."""
        self.names.flush()
        self.words.flush(self.connection)
        if self.articles:
            self.connection.execute(
                "INSERT INTO totals VALUES ('articles', ?)"
                " ON CONFLICT (what) DO UPDATE SET n = n + excluded.n",
                (self.articles,),
            )


class _Article:
    """One article some documents of which moved: the JSON before and what each is now."""

    def __init__(self, derived: _Derived, article: int, moves: _Moves) -> None:
        self.derived = derived
        self.connection = derived.connection
        self.id = article
        self.before = {table: before for table, (before, _) in moves.items()}
        self.after = {table: after for table, (_, after) in moves.items()}
        self.is_new = False
        """Whether nothing is derived from it yet."""
        self._read: dict[str, Document | None] = {}

    def follow(self) -> None:
        """An article that came, went or was read anew takes all of its derived rows along."""
        if "articles" not in self.before:
            self._follow_words()
            self._update(self.before)
            return
        old, new = self._was("articles"), self._now("articles")
        self._follow_words()
        if old is not None:
            self._leave(old)
        if new is not None:
            self._enter(new)

    def _follow_words(self) -> None:
        if not self.before.keys() & {"articles", "notes"}:
            return
        if (old := self._was("articles")) is not None:
            self.derived.words.drop(self.id, old, self._was("notes"))
        if (new := self._now("articles")) is not None:
            self.derived.words.add(self.id, new, self._now("notes"))

    def _update(self, tables: Iterable[str]) -> None:
        is_judged_anew = False
        if "marks" in tables:
            old, new = self._was("marks") or {}, self._now("marks") or {}
            is_judged_anew = old.get("facts") != new.get("facts")
            if any(old.get(part) != new.get(part) for part in ("status", "tags")):
                self._follow_marks(old, new)
        if "facts" in tables or is_judged_anew:
            self._follow_facts()
        if "notes" in tables:
            self._follow_note(self._was("notes"), self._now("notes"))

    def _enter(self, article: Document) -> None:
        self.connection.execute(
            "INSERT INTO rows VALUES (?, ?, NULL, ?, 'new', '', 0, 0, 0, 0)",
            (self.id, printable(article["title"]), printable(article["name"])),
        )
        self.connection.execute("INSERT INTO texts VALUES (?, ?)", self._text_hash(article))
        self._add({("is", "new")})
        self.derived.articles += 1
        self.is_new = True
        self.before = dict.fromkeys(("facts", "marks", "notes"))
        there = [table for table in ("marks", "notes") if self._now(table) is not None]
        has_more = self._facts is not None or self._published() is not None
        self._update([*there, "facts"] if has_more else there)

    def _leave(self, article: Document) -> None:
        note = self._was("notes")
        self.connection.execute(
            "DELETE FROM texts WHERE sha256 = ? AND article = ?", self._text_hash(article)
        )
        self._drop(of_marks(self._was("marks")) | ({_NOTED} if note else set()))
        self._set_found(_NOTHING)
        self.connection.execute("DELETE FROM rows WHERE id = ?", (self.id,))
        self.derived.articles -= 1

    def _follow_marks(self, old: Document | None, new: Document | None) -> None:
        was, now = of_marks(old), of_marks(new)
        self._drop(was - now)
        self._add(now - was)
        self.connection.execute(
            "UPDATE rows SET status = ?, tags = ? WHERE id = ?",
            (status_of(new), " ".join(tags_of(new)), self.id),
        )

    def _follow_facts(self) -> None:
        found = findings(self._facts, self._now("marks"))
        date = self._published() or (found.published.date if found.published else None)
        self._set_found(found_by(found, date))
        flagged = sum(map(is_open_flag, found.facts))
        accepted = sum(finding.verdict == "accepted" for finding in found.facts)
        self.connection.execute(
            "UPDATE rows SET published = ?, facts = ?, flagged = ?, accepted = ? WHERE id = ?",
            (date, len(found.facts), flagged, accepted, self.id),
        )

    @cached_property
    def _facts(self) -> str | None:
        return documents.body(self.connection, "facts", self.id)

    def _published(self) -> str | None:
        """The day that the file itself gave; it comes before what the rules read."""
        published = (self._now("articles") or {}).get("published") or {}
        return published.get("date")

    def _follow_note(self, old: Document | None, new: Document | None) -> None:
        if old == new:
            return
        if (old is None) is not (new is None):
            (self._add if new else self._drop)({_NOTED})
        self.connection.execute(
            "UPDATE rows SET has_note = ? WHERE id = ?", (new is not None, self.id)
        )

    def _now(self, table: str) -> Document | None:
        if table not in self._read:
            self._read[table] = self._read_now(table)
        return self._read[table]

    def _read_now(self, table: str) -> Document | None:
        if table not in self.after:
            return own.find(self.connection, table, self.id)
        after = self.after[table]
        if isinstance(after, Body):
            return own.read(table, after)
        return None if isinstance(after, Absent) else after

    def _was(self, table: str) -> Document | None:
        if table not in self.before:
            return self._now(table)
        text = self.before[table]
        return None if text is None else own.read(table, text)

    def _text_hash(self, article: Document) -> tuple[bytes, int]:
        return bytes.fromhex(article["sha256"]), self.id

    def _set_found(self, new: Found) -> None:
        old = _NOTHING if self.is_new else self._found()
        if old == new:
            return
        self._drop(old.terms - new.terms)
        self._add(new.terms - old.terms)
        self._swap(_DATES, old.dates - new.dates, new.dates - old.dates)
        self._swap(_AMOUNTS, old.amounts - new.amounts, new.amounts - old.amounts)
        if any(old):
            self.connection.execute("DELETE FROM found WHERE article = ?", (self.id,))
        if any(new):
            texts = [encode(sorted(some)) for some in new]
            self.connection.execute("INSERT INTO found VALUES (?, ?, ?, ?)", (self.id, *texts))

    def _found(self) -> Found:
        row = self.connection.execute(
            "SELECT terms, dates, amounts FROM found WHERE article = ?", (self.id,)
        ).fetchone()
        return checked(tuple(map(decode, row)), Found) if row else _NOTHING

    def _swap(self, statements: tuple[str, str], gone: Set[Any], come: Set[Any]) -> None:
        for statement, some in zip(statements, (gone, come), strict=True):
            if some:
                self.connection.executemany(statement, [(*one, self.id) for one in some])

    def _add(self, terms: Set[Term]) -> None:
        self.derived.names.add(self.id, terms)

    def _drop(self, terms: Set[Term]) -> None:
        self.derived.names.drop(self.id, terms)
