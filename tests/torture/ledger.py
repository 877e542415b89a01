"""What a case must hold after kills: all that was acknowledged, nothing by halves.

The log is read on from where the last look ended; the whole of it once, at the end.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final, TypeAlias

from store import Case, CaseDB, open_case
from store.care.backups import KEPT
from store.care.verify import verify
from store.changes import log
from store.changes.patches import Patch
from store.engine.bodies import ABSENT, decode, encode
from store.engine.copying import backup_folder
from store.engine.documents import body, value_at
from tests.torture.writer import Line

Place: TypeAlias = tuple[str, int, tuple[str, ...]]
Written: TypeAlias = Mapping[int, Sequence[Patch]]
"""The patches of changes, by their numbers, ascending."""


class Ledger:
    """What one case was seen to hold so far."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.seq, self._hash = 0, b""
        self.counted = self.kills = self.backups = 0

    def check(self, reports: Sequence[Sequence[Line]]) -> None:
        """Hold the case against what writers reported until each of them was killed."""
        self.kills += len(reports)
        lines = [line for report in reports for line in report]
        self.counted += sum(line.get("counted", 0) for line in lines)
        with open_case(self.path, user="checker") as case:
            with case.engine.reading() as connection:
                written = self._read_on(connection)
                check_places(connection, written)
            for line in lines:
                if "seq" in line:
                    check_change(written, line)
            for report in reports:
                check_typed(case, report)
        self._check_backups(lines)
        n, most = counter(self.path), self.counted + self.kills
        assert self.counted <= n <= most, f"counted {self.counted} times, and {n} is there"

    def check_whole(self) -> None:
        """Hold all of the case against its own log, its own pages, and its count."""
        self.seq, self._hash = 0, b""
        with open_case(self.path, user="checker") as case:
            with case.engine.reading() as connection:
                self._read_on(connection)
                found = connection.execute("PRAGMA integrity_check").fetchall()
                assert found == [("ok",)], found
            followed = derived(self.path)
            case.reindex()
            anew = derived(self.path)
        for name, rows in followed.items():
            assert rows == anew[name], f"{name} is not what it would be, made anew"

    def check_verified(self) -> None:
        """Hold what the case says of itself against what was seen here."""
        verified = verify(self.path)
        assert not verified.flaws, verified.flaws
        assert verified.changes == self.seq

    def _read_on(self, connection: sqlite3.Connection) -> dict[int, list[Patch]]:
        """The changes since the last look: numbers without a gap, each chained to the last."""
        rows = connection.execute(
            "SELECT hash, patches FROM changes WHERE seq > ? ORDER BY seq", (self.seq,)
        )
        written: dict[int, list[Patch]] = {}
        for change, (hashed, packed) in zip(log.since(connection, self.seq), rows, strict=True):
            assert change.seq == self.seq + 1, f"change {self.seq + 1} is lost"
            self._hash = log.link(self._hash, change, packed)
            assert self._hash == hashed, f"change {change.seq} is not what was hashed"
            written[change.seq] = log.patches_of(connection, change.seq)
            self.seq = change.seq
        return written

    def _check_backups(self, lines: Iterable[Line]) -> None:
        """Those that were made are there, and each that is there is whole."""
        holds = {Path(line["backup"]): line["holds"] for line in lines if "backup" in line}
        there = {path for path in backup_folder(self.path).iterdir() if path.suffix == ".case"}
        for made in holds.keys() - there:
            assert len(there) >= KEPT, f"lost: {made}"
        for path in there:
            with open_case(path, read_only=True) as case, case.engine.reading() as connection:
                assert log.last_seq(connection) >= holds.get(path, 1), f"{path} is too old"
                assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)], path
            path.unlink()
        self.backups += len(there)


def check_change(written: Written, line: Line) -> None:
    """An acknowledged change is in the log, with all that it wrote."""
    assert line["seq"] in written, f"lost: {line}"
    patches = written[line["seq"]]
    if "text" in line:
        texts = [p.digest for p in patches if p.path == ("text",)]
        assert texts in ([], [line["text"]]), f"another text: {line}"
    if "first" in line:
        wanted = list(range(line["first"], line["last"] + 1))
        assert [p.id for p in patches if p.table == "articles"] == wanted, f"half: {line}"


def check_places(connection: sqlite3.Connection, written: Written) -> None:
    """What the newest patch of each place wrote stands there."""
    settled: set[Place] = set()
    parts: set[tuple[str, int]] = set()
    for seq in sorted(written, reverse=True):
        for patch in written[seq]:
            places = [(patch.table, patch.id, patch.path[:n]) for n in range(len(patch.path) + 1)]
            if settled.intersection(places):
                continue
            settled.add(places[-1])
            if patch.path:
                parts.add((patch.table, patch.id))
            elif (patch.table, patch.id) in parts:  # its digest is that of a whole since changed
                continue
            assert _stands(connection, patch), f"{patch} of change {seq} is not there"


def _stands(connection: sqlite3.Connection, patch: Patch) -> bool:
    text = body(connection, patch.table, patch.id)
    if not patch.path:
        return patch.stands(text)
    value = value_at(decode(text) if text else ABSENT, patch.path)
    return patch.stands(None if value is ABSENT else encode(value))


def check_typed(case: Case, report: Sequence[Line]) -> None:
    """What was typed last is there as a draft or a note, or what was being written over it."""
    typed = [(line["typed"], line["article"]) for line in report if "typed" in line]
    if typed:
        last, article = typed[-1]
        name = report[0]["name"]
        kept = [*(draft.text for draft in case.drafts()), case.note(article)]
        numbers = [int(text.split(" ", 2)[1]) for text in kept if text.startswith(f"{name} ")]
        assert len(numbers) == 1, f"typed {last} of {name}, and there is {numbers}"
        assert numbers[0] >= last, f"typed {last} of {name}, and there is {numbers}"


def counter(path: Path) -> int:
    """What the counter that all writers share says."""
    with CaseDB(path) as database:
        document: Any = database.table("shared").get(doc_id=1)
    assert document, "the counter is lost"
    return int(document["n"])


_DERIVED: Final = {
    "rows": "SELECT * FROM rows",
    "terms": "SELECT field, value, article FROM terms JOIN names ON name = no",
    "texts": "SELECT * FROM texts",
    "totals": "SELECT * FROM totals WHERE n",
    "words": "SELECT * FROM temp.vocabulary",
    "touched": "SELECT * FROM touched",
}


def derived(path: Path) -> dict[str, list[Any]]:
    """What is derived from documents and log, in an order that does not depend on how."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, words, col)")
        return {name: sorted(connection.execute(ask).fetchall()) for name, ask in _DERIVED.items()}
