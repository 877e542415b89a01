"""A case that is opened twice by one process keeps its locks, and its journal under it."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store import Case, CaseDB, open_case
from store.care.backups import Backup, backup
from store.care.repair import repair
from store.care.restoring import restore
from store.care.verify import verify
from store.errors import CaseBusy, ReadError
from store.readers.formats import format_of
from store.readers.text import read_text
from store.readers.tinydb import TinyFile

ROOT = Path(__file__).resolve().parents[2]


def elsewhere(path: Path, act: str) -> str:
    """What another process prints that opens the case as `case`, does something and leaves."""
    code = (
        "import sys; from pathlib import Path; from store import open_case\n"
        f"with open_case(Path(sys.argv[1]), user='cleo') as case: {act}"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, path], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return ran.stdout.strip()


def twice(path: Path) -> None:
    open_case(path, user="bea").close()


def as_tables(path: Path) -> None:
    CaseDB(path, user="bea").close()


def refused_repair(path: Path) -> None:
    with pytest.raises(CaseBusy, match="is open here"):
        repair(path, path.with_name("new.case"))


def refused_restore(path: Path) -> None:
    with pytest.raises(CaseBusy, match="is open here"):
        restore(path, Backup(backup(path), datetime.now(UTC), 0))


def refused_as_an_article(path: Path) -> None:
    assert format_of(path) == "text"
    with pytest.raises(ReadError, match="is a case that is open here"):
        read_text(path)


def refused_as_a_tinydb_file(path: Path) -> None:
    with pytest.raises(ReadError, match="is a case that is open here"):
        TinyFile(path)


@pytest.mark.parametrize(
    "touch",
    [
        *(twice, as_tables, verify, backup, refused_repair, refused_restore),
        *(refused_as_an_article, refused_as_a_tinydb_file),
    ],
)
def test_what_is_acknowledged_after_another_left_is_there(
    case: Case, path: Path, touch: object
) -> None:
    assert callable(touch)
    case.write_note(1, "before")
    touch(path)
    elsewhere(path, "case.tag([1], ['drugs/cannabis'])")
    assert Path(f"{path}-wal").exists(), "somebody still has the case open"
    case.write_note(1, "after")
    assert elsewhere(path, "print(case.note(1), *case.marks(1).tags)") == "after drugs/cannabis"
