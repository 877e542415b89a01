"""What one article is listed and found by: its row, words, names, days and amounts, kept up."""

import sqlite3
from collections.abc import Collection, Iterable, Set
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from store.engine import documents, own
from store.engine.bodies import Absent, Body, Document, checked, decode, encode, printable
from store.findings import findings
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

if TYPE_CHECKING:
    from store.engine.documents import Place


class Move(NamedTuple):
    """A document that moved."""

    before: str | None
    """Its JSON before the change."""
    after: Document | Body | Absent
    """What it is now."""
    parts: Set[str] | None = None
    """The names in it under which something is another now, as far as that is known."""


Moves: TypeAlias = dict[str, Move]
"""What moved of one article, by the table."""


def is_only_filed(moves: Moves) -> bool:
    """Whether an article was only given another status or other tags, as most often."""
    if len(moves) != 1 or "marks" not in moves:
        return False
    parts = moves["marks"].parts
    return parts is not None and "facts" not in parts


def comes_in(moves: Moves) -> bool:
    """Whether an article was not there before."""
    return "articles" in moves and moves["articles"].before is None


_DATES: Final = (
    "DELETE FROM dates WHERE (first, last, article) = (?, ?, ?)",
    "INSERT INTO dates VALUES (?, ?, ?)",
)
_AMOUNTS: Final = (
    "DELETE FROM amounts WHERE (field, what, unit, n, article) = (?, ?, ?, ?, ?)",
    "INSERT INTO amounts VALUES (?, ?, ?, ?, ?)",
)
_OTHERS: Final = ("facts", "marks", "notes")
"""Where what is said of an article lies; a script may have been there before the article."""
_MARKED: Final = "UPDATE rows SET status = ?, tags = ? WHERE id = ?"
_NOTED: Final[Term] = ("has", "note")
_NOTHING: Final = Found(frozenset(), frozenset(), frozenset())


class Derived:
    """What is derived from some articles and is written last, all at once."""

    def __init__(self, connection: sqlite3.Connection, names: dict[Term, int]) -> None:
        self.connection = connection
        self.words = WordIndex()
        self.names = NameIndex(connection, names)
        self.absent: set[Place] = set()
        """Documents that are known not to be there."""
        self.marks: list[tuple[str, str, int]] = []
        """The status and the tags that articles have now."""
        self.articles = 0
        """How many more articles there are."""

    def expect(self, articles: Collection[int]) -> None:
        """Look in one go what else there is about articles that come: mostly nothing."""
        for table in _OTHERS if articles else ():
            there = documents.existing(self.connection, table, articles)
            self.absent.update((table, article) for article in articles if article not in there)

    def file(self, article: int, old: Document | None, new: Document | None) -> None:
        """Note that an article was given another status or other tags."""
        was, now = of_marks(old), of_marks(new)
        self.names.drop(article, was - now)
        self.names.add(article, now - was)
        self.marks.append((status_of(new), " ".join(tags_of(new)), article))

    def flush(self) -> None:
        """Write it."""
        self.names.flush()
        self.words.flush(self.connection)
        if self.marks:
            self.connection.executemany(_MARKED, self.marks)
        if self.articles:
            self.connection.execute(
                "INSERT INTO totals VALUES ('articles', ?)"
                " ON CONFLICT (what) DO UPDATE SET n = n + excluded.n",
                (self.articles,),
            )


class Following:
    """One article some documents of which moved: the JSON before and what each is now."""

    def __init__(self, derived: Derived, article: int, moves: Moves) -> None:
        self.derived = derived
        self.connection = derived.connection
        self.id = article
        self.moves = moves
        self.before = {table: move.before for table, move in moves.items()}
        self.is_new = False
        """Whether nothing is derived from it yet."""
        self._read: dict[str, Document | None] = {}

    def follow(self) -> None:
        """Bring it up to what the documents are now.

        An article that came, went or was read anew takes all of its derived rows along.
        """
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
                self.derived.file(self.id, old, new)
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
        return self._stored("facts")

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
        if table not in self.moves:
            text = self._stored(table)
            return None if text is None else own.read(table, text)
        after = self.moves[table].after
        if isinstance(after, Body):
            return own.read(table, after)
        return None if isinstance(after, Absent) else after

    def _stored(self, table: str) -> str | None:
        if (table, self.id) in self.derived.absent:
            return None
        return documents.body(self.connection, table, self.id)

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
