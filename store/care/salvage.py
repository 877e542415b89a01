"""A new case from the pieces of a damaged one, its log and documents held against each other."""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Final

import msgspec

from store import processes
from store.care.contents import look_at
from store.care.debris import Debris
from store.care.flaws import Flaw, Progress
from store.care.healing import healed
from store.care.leaves import Cell
from store.care.told import mentioned, mentioned_documents, told
from store.care.unwinding import REPAIR, unwind
from store.changes import log, standing
from store.changes.known import Known
from store.changes.log import Change
from store.changes.patches import Patch, patch
from store.engine import documents
from store.engine.bodies import ABSENT, Garbled, decode, encode, unpacked
from store.engine.clock import now
from store.engine.schema import ID_BITS, TABLE_NUMBERS
from store.search import derived

_PIECES: Final = 3
"""How many pieces of one document are tried against the log."""

_FOUND_AGAIN: Final = "facts"
"""The table of which nothing is worth keeping that is not certain: the rules find it again."""


class Saved(msgspec.Struct, frozen=True):
    """What came of a damaged case."""

    path: Path
    """The new case."""
    articles: int
    changes: int
    """How many entries of the log were kept, of how many at least there were."""
    of_changes: int
    lost: tuple[Flaw, ...]
    """What is gone, each with its place."""
    unsure: tuple[Flaw, ...]
    """What was kept and is not certain to be what was written."""


class Salvage:
    """One new case, made from pieces."""

    def __init__(
        self, connection: sqlite3.Connection, debris: Debris, path: Path, progress: Progress
    ) -> None:
        self.new = connection
        self.debris = debris
        self.path = path
        self.progress = progress
        self.lost: dict[int, str] = {}
        self.unsure: dict[int, str] = {}
        self.behind: dict[int, Patch] = {}
        """The last patch of each document in entries of the log that lie behind a gap."""

    def run(self) -> Saved:
        """Put all together; the connection is left with a whole case."""
        self.new.execute("BEGIN")
        kept = self._keep_log()
        self._name_tables()
        self._keep_documents()
        self._settle(kept)
        if not (self.debris.is_log_read and kept == self.debris.last_seq()):
            self._miss_titles()
        self._tell(kept)
        self._count_articles()
        self._keep_drafts()
        self._keep_picked()
        articles = documents.count(self.new, "articles")
        derived.rebuild(self.new, lambda done: self.progress("the index made anew", done, articles))
        standing.rebuild(self.new)
        self.new.execute("COMMIT")
        return Saved(
            self.path,
            documents.count(self.new, "articles"),
            kept,
            max(kept, self.debris.last_seq()),
            tuple(self._flaws(self.lost)),
            tuple(self._flaws(self.unsure)),
        )

    def _keep_log(self) -> int:
        kept = 0
        for change, hashed, patches in self.debris.entries():
            if change.seq == kept + 1:
                kept = change.seq
                self.new.execute(
                    "INSERT INTO changes VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                    (*msgspec.structs.astuple(change), hashed, patches),
                )
            else:
                self._note_behind(patches)
        return kept

    def _note_behind(self, patches: str | bytes) -> None:
        with suppress(Garbled, msgspec.DecodeError):
            for one in msgspec.json.decode(unpacked(patches), type=list[Patch]):
                with suppress(ValueError):
                    self.behind[self._key(one.table, one.id)] = one

    def _name_tables(self) -> None:
        self.new.executemany(
            "INSERT OR IGNORE INTO tables (no, name, listed) VALUES (?, ?, ?)",
            self.debris.connection.execute("SELECT no, name, listed FROM tables ORDER BY no"),
        )
        (last,) = self.debris.connection.execute(
            "SELECT max(last_id) FROM tables WHERE name = 'articles'"
        ).fetchone()
        self.new.execute("UPDATE tables SET last_id = ? WHERE name = 'articles'", (last or 0,))

        self._guess_tables()

    def _count_articles(self) -> None:
        """No number that an article had is given to another."""
        had = [doc_id for table, doc_id in mentioned_documents(self.new) if table == "articles"]
        had.append(documents.last_id(self.new, "articles"))
        for said in (
            "SELECT max(last_id) FROM tables WHERE name = 'articles'",
            "SELECT max(article) FROM titles",
        ):
            had += [last or 0 for (last,) in self.debris.connection.execute(said)]
        self.new.execute("UPDATE tables SET last_id = ? WHERE name = 'articles'", (max(had),))

    def _guess_tables(self) -> None:
        """A table that only the log knows has the next number: they are given as they come."""
        names = [
            name for name in mentioned(self.new) if documents.number_of(self.new, name) is None
        ]
        taken = {no for (no,) in self.new.execute("SELECT no FROM tables")}
        free = (no for no in count(1) if no not in taken)
        for name, no in zip(names, free, strict=False):
            self.new.execute("INSERT INTO tables (no, name, listed) VALUES (?, ?, 1)", (no, name))

    def _miss_titles(self) -> None:
        """Where the log is not whole, the list alone may know of an article."""
        for (article,) in self.debris.connection.execute("SELECT article FROM titles"):
            if not documents.exists(self.new, "articles", article):
                self.lost.setdefault(self._key("articles", article), "")

    def _keep_documents(self) -> None:
        for key in self.debris.keys():  # noqa: SIM118  # no dict
            for body in self.debris.bodies(key):
                if self._fits(key, body):
                    self._put(key, body)
                    break
            else:
                self._heal(key)

    def _heal(self, key: int) -> None:
        whole = (text for body in self.debris.bodies(key) if (text := healed(body)) is not None)
        if key >> ID_BITS == TABLE_NUMBERS["articles"] and (text := next(whole, None)) is not None:
            self._put(key, text)
        elif self.debris.is_live(key):
            self.lost[key] = ""

    def _fits(self, key: int, body: object) -> bool:
        number, _ = divmod(key, 1 << ID_BITS)
        row = self.new.execute("SELECT name FROM tables WHERE no = ?", (number,)).fetchone()
        try:
            if row is not None:
                look_at(row[0], unpacked(body))
        except (Garbled, UnicodeError):
            return False
        return row is not None

    def _settle(self, kept: int) -> None:
        """Bring documents and log together, or leave what they differ in to be told of."""
        if self.debris.is_log_read and kept == self.debris.last_seq():
            self._try_pieces()
        for key in self._disagreeing():
            self._leave(key)
        self.lost = {key: why for key, why in self.lost.items() if not self._is_there(key)}

    def _try_pieces(self) -> None:
        """Where the log is whole, one of the pieces is what it says, or what it has itself."""
        known = mentioned_documents(self.new)
        for attempt in range(_PIECES + 2):
            wrong = [key for key in self._disagreeing() if self._place(key) in known]
            if not wrong:
                return
            short = told(self.new, wrong)
            for key in wrong:
                others: list[object] = [short[key]] if key in short else []
                others += self._fitting(key)[:_PIECES]
                self._put(key, others[attempt] if attempt < len(others) else None)

    def _fitting(self, key: int) -> list[Cell]:
        return [body for body in self.debris.bodies(key) if self._fits(key, body)]

    def _leave(self, key: int) -> None:
        """What the log does not settle stays as it was found, unless it can be found again."""
        fitting = self._fitting(key)
        certain = [body for body in fitting if self._stands_behind(key, body)]
        if certain:
            self._put(key, certain[0])
        elif key in self.behind and self._stands_behind(key, None):
            self._put(key, None)
        elif self._place(key)[0] == _FOUND_AGAIN or not (
            fitting or (short := told(self.new, [key]))
        ):
            self._put(key, None)
            self.lost[key] = ""
        else:
            self._put(key, fitting[0] if fitting else short[key])
            self.unsure[key] = ""

    def _stands_behind(self, key: int, body: object) -> bool:
        """Whether a piece is what the last change behind a gap wrote."""
        try:
            last = self.behind[key]
            text = None if body is None else unpacked(body)
            if not last.path:
                return last.stands(text)
            value = documents.value_at(ABSENT if text is None else decode(text), last.path)
            return last.stands(None if value is ABSENT else encode(value))
        except (KeyError, Garbled):
            return False

    def _place(self, key: int) -> documents.Place:
        number, doc_id = divmod(key, 1 << ID_BITS)
        return documents.name_of(self.new, number), doc_id

    def _disagreeing(self) -> list[int]:
        self.progress("documents against the log", 0, 1)
        flaws = unwind(self.new)
        return sorted({self._key(f.table, f.id) for f in flaws if f.table and f.id is not None})

    def _is_there(self, key: int) -> bool:
        found = self.new.execute("SELECT 1 FROM documents WHERE key = ?", (key,))
        return found.fetchone() is not None

    def _tell(self, kept: int) -> None:
        """One last change that names every document that the log cannot explain."""
        known = {no for (no,) in self.new.execute("SELECT no FROM tables")}
        wrong = {*self._disagreeing(), *(key for key in self.lost if key >> ID_BITS in known)}
        if not wrong:
            return
        patches = []
        for key in sorted(wrong):
            table, doc_id = self._place(key)
            text = documents.body(self.new, table, doc_id)
            patches.append(patch(table, doc_id, (), None, text))
        label = f"repaired from {self.path.name}; {len(self.lost)} lost, {len(self.unsure)} unsure"
        change = Change(
            seq=kept + 1,
            at=now(),
            user=processes.user(),
            session="",
            action=REPAIR,
            label=label,
        )
        log.append(self.new, change, patches, Known())

    def _keep_drafts(self) -> None:
        """As they were last: older ones may lie on pages that are free again."""
        self.new.executemany(
            "INSERT OR IGNORE INTO drafts (session, about, article, user, process, at, base, text)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            self.debris.connection.execute("SELECT * FROM drafts ORDER BY at DESC"),
        )

    def _keep_picked(self) -> None:
        self.new.executemany(
            "INSERT INTO picked VALUES (?, ?)",
            self.debris.connection.execute("SELECT user, article FROM picked"),
        )

    def _put(self, key: int, body: object) -> None:
        if body is None:
            self.new.execute("DELETE FROM documents WHERE key = ?", (key,))
        else:
            self.new.execute("INSERT OR REPLACE INTO documents VALUES (?, ?)", (key, body))

    def _key(self, table: str, doc_id: int) -> int:
        return documents.key(documents.number_of(self.new, table) or 0, doc_id)

    def _flaws(self, which: dict[int, str]) -> Iterator[Flaw]:
        for key in sorted(which):
            table, doc_id = self._place(key)
            title = self.debris.title(doc_id) if table in ("articles", "facts", "notes") else ""
            reason = f"“{title}”" if title else "its article is not known"
            yield Flaw("documents", reason, table, doc_id)
