"""A disk that fails: nothing more is written, what is there can be read, and it is said once."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from store import Case, CaseError, open_case, parse_query
from store.engine import failures
from store.errors import CaseBusy, CaseFull, CaseStopped

ROOT = Path(__file__).parents[2]

WRITING_ON = """
import resource, signal, sys
from store import CaseError, open_case
path = sys.argv[1]
with open_case(path, user="ana") as case:
    case.write_note(1, "before")
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, resource.RLIM_INFINITY))
    for act in (
        lambda: case.write_note(1, "n" * 90_000),
        lambda: case.tag([2], ["drugs/cannabis"]),
        lambda: (case.trouble, case.note(1), list(case.marks(2).tags)),
    ):
        try:
            print(act())
        except CaseError as error:
            print(type(error).__name__, error)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    try:
        case.tag([2], ["drugs/cannabis"])
    except CaseError as error:
        print(type(error).__name__, error)
"""
"""The kernel refuses to write past the limit, which SQLite hears as from a disk that fails."""


def test_after_an_error_nothing_is_written_and_all_can_be_read(case: Case, path: Path) -> None:
    case.close()
    said = subprocess.run(
        [sys.executable, "-c", WRITING_ON, str(path)],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=True,
    ).stdout.splitlines()  # fmt: skip
    sentence = (
        f"CaseStopped The disk failed: {path} is not written to any more (disk I/O error, "
        "SQLITE_IOERR_WRITE); what was saved before can be read, a copy of it is wise now, and "
        "opening it again tries anew."
    )
    assert said == [sentence, sentence, "('disk failed', 'before', [])", sentence]
    with open_case(path) as again:
        assert again.note(1) == "before"
        assert again.tag([2], ["drugs/cannabis"])


TAKING_IN = """
import os, resource, signal, sys
from store import CaseError, open_case
from store.engine import connecting
path = sys.argv[1]
connecting.JOURNAL_BYTES = 0
with open_case(path, user="ana") as case:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    case.write_note(1, "first")
    resource.setrlimit(resource.RLIMIT_FSIZE, (210_000, resource.RLIM_INFINITY))
    notes = []
    try:
        for n in range(40):
            notes.append(f"{n:04}" * 2000)
            case.write_note(1, notes[-1])
    except CaseError as error:
        print(type(error).__name__, os.stat(path + "-wal").st_size < 150_000, n > 1)
        print(case.note(1) == notes[-2])
"""


def test_a_failure_to_take_the_journal_in_is_heard_and_loses_nothing(
    case: Case, path: Path
) -> None:
    """What was acknowledged before stays, also where the case itself could not grow any more."""
    case.close()
    run = [sys.executable, "-c", TAKING_IN, str(path)]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout == "CaseStopped True True\nTrue\n"
    with open_case(path) as again:
        assert len(again.note(1)) == 8000


def _error(code: int, name: str) -> sqlite3.Error:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode, error.sqlite_errorname = code, name
    return error


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_IOERR_SHMSIZE", CaseFull),
        ("SQLITE_IOERR_WRITE", CaseFull),  # as a quota is told
        ("SQLITE_CANTOPEN", CaseFull),
        ("SQLITE_IOERR_FSYNC", CaseStopped),
        ("SQLITE_IOERR_DIR_FSYNC", CaseStopped),
    ],
)
def test_on_a_full_disk_only_what_was_not_made_durable_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, kind: type[Exception]
) -> None:
    def no_room(_: Path) -> bool:
        return False

    monkeypatch.setattr(failures, "_has_room", no_room)
    error = _error(getattr(sqlite3, name), name)
    assert type(failures.explained(tmp_path / "a.case", error, "nobody")) is kind


def emptied(path: Path) -> None:
    os.truncate(path, 0)


def cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 3)


def without_a_table_of_contents(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\x0d\0\0\0\0\x10\0\0")


def overwritten(path: Path) -> None:
    size = path.stat().st_size
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * (size - 4096))


ASKED: Final[Mapping[str, Callable[[Case], object]]] = {
    "rows": lambda case: case.rows([2]),
    "words": lambda case: case.ids(parse_query("hashish")),
    "newest": lambda case: case.search.newest(parse_query("tag:drugs"), 50),
    "order": lambda case: case.search.in_order(case.ids(), "title", None),
    "article": lambda case: case.article(1),
    "findings": lambda case: case.findings(1),
    "note": lambda case: case.note(1),
    "history": lambda case: case.history(5),
    "poll": lambda case: case.poll(),
    "incidents": lambda case: case.incidents.ids(),
    "drafts": lambda case: case.drafts(),
    "tag": lambda case: case.tag([3], ["drugs/cannabis"]),
}  # fmt: skip


@pytest.mark.parametrize("spoil", [emptied, cut_short, without_a_table_of_contents, overwritten])
def test_what_cannot_be_read_any_more_is_told_with_the_file(
    case: Case, path: Path, spoil: Callable[[Path], None]
) -> None:
    """Also to a thread that has just begun to read, which knows nothing of the case yet."""
    case.close()
    with open_case(path, user="ana") as opened:
        spoil(path)
        told = {name: _told(partial(ask, opened)) for name, ask in ASKED.items()}
    assert all(str(path) in said and said.endswith(".") for said in told.values() if said), told
    assert any(told.values())


def test_a_journal_that_others_never_leave_alone_is_one_that_is_held(tmp_path: Path) -> None:
    error = _error(sqlite3.SQLITE_PROTOCOL, "SQLITE_PROTOCOL")
    assert type(failures.explained(tmp_path / "a.case", error, "ana")) is CaseBusy


def _told(ask: Callable[[], object]) -> str:
    try:
        with ThreadPoolExecutor(1) as pool:
            pool.submit(ask).result()
    except CaseError as error:
        return str(error)
    return ""
