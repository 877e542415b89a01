"""A disk that fails: nothing more is written, what is there can be read, and it is said once."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from store import Case, open_case
from store.engine import failures
from store.errors import CaseFull, CaseStopped

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
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=True,
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
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
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
