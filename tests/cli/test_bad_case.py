"""Cases that are none, are newer, are locked or are not there: one sentence each, nothing lost."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.cli.conftest import SEEDS, Result, Run

READING = (["list"], ["show", "1"], ["log"])
CHANGING = (["import", str(SEEDS[0])], ["undo"])


@pytest.mark.parametrize("words", [*READING, *CHANGING], ids=" ".join)
def test_a_file_that_is_no_case_is_named_and_kept(run: Run, home: Path, words: list[str]) -> None:
    other = home / "letter.case"
    other.write_text("Dear editor")
    result = run("--case", other, *words)
    assert (result.code, result.out) == (2, "")
    assert str(other) in result.err
    assert result.err.count("\n") == 1
    assert other.read_text() == "Dear editor"
    assert [path.name for path in home.glob("letter*")] == ["letter.case"]


@pytest.mark.parametrize("words", [["list"], ["import", str(SEEDS[0])]], ids=" ".join)
def test_a_database_of_another_program_is_no_case(run: Run, home: Path, words: list[str]) -> None:
    other = home / "other.case"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")
    connection.close()
    before = other.read_bytes()
    result = run(*words, "--case", other)
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert other.read_bytes() == before


@pytest.mark.parametrize("words", [["list"], ["import", str(SEEDS[0])]], ids=" ".join)
def test_a_case_of_a_newer_format_is_left_alone(run: Run, case: Path, words: list[str]) -> None:
    with sqlite3.connect(case) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute(f"PRAGMA user_version = {version + 1}")
    connection.close()
    before = case.read_bytes()
    result = run(*words)
    assert (result.code, result.out) == (2, "")
    assert "newer" in result.err
    assert result.err.count("\n") == 1
    assert case.read_bytes() == before


@pytest.mark.parametrize("words", [*READING, ["undo"]], ids=" ".join)
def test_a_missing_case_is_named(run: Run, home: Path, words: list[str]) -> None:
    result = run(*words, "--case", home / "gone.case")
    assert (result.code, result.out) == (2, "")
    assert str(home / "gone.case") in result.err
    assert result.err.count("\n") == 1
    assert not list(home.glob("gone*"))


def test_a_folder_is_no_case(run: Run, home: Path) -> None:
    result = run("list", "--case", home)
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1


def test_the_environment_names_the_case_and_the_option_overrules_it(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASEDESK_CASE", str(home / "a.case"))
    assert "a.case" in run("list").err
    assert "b.case" in run("--case", home / "b.case", "list").err
    assert "c.case" in run("--case", home / "b.case", "list", "--case", home / "c.case").err


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that anyone may enter, for a run as somebody else."""
    with TemporaryDirectory(dir="/tmp") as name:
        Path(name).chmod(0o755)
        yield Path(name)


def as_somebody_else(folder: Path, *words: str) -> Result:
    """Run in a process that no file mode lets pass, as root's processes do."""
    result = subprocess.run(
        [sys.executable, "-m", "tui", *words],
        user=65534 if os.geteuid() == 0 else None,
        env={"HOME": str(folder), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
        cwd=Path(__file__).parents[2],
        capture_output=True, text=True, timeout=30,
    )  # fmt: skip
    return Result(result.returncode, result.stdout, result.stderr)


@pytest.fixture
def locked_case(run: Run, open_folder: Path) -> Path:
    """A case in a folder, neither of which may be written."""
    path = open_folder / "locked.case"
    assert run("import", *SEEDS, "--case", path).code == 0
    path.chmod(0o444)
    open_folder.chmod(0o555)
    return path


def test_a_read_only_case_is_read(locked_case: Path) -> None:
    result = as_somebody_else(locked_case.parent, "list", "--case", str(locked_case))
    assert (result.code, result.err) == (0, "")
    assert result.out.count("\n") == 5


def test_a_read_only_case_refuses_changes(locked_case: Path) -> None:
    before = locked_case.read_bytes()
    result = as_somebody_else(
        locked_case.parent, "import", *map(str, SEEDS), "--case", str(locked_case)
    )
    assert (result.code, result.out) == (2, "")
    assert str(locked_case) in result.err
    assert result.err.count("\n") == 1
    assert locked_case.read_bytes() == before


def test_a_folder_that_may_not_be_written_takes_no_case(open_folder: Path) -> None:
    wanted = open_folder / "deeper" / "new.case"
    result = as_somebody_else(open_folder, "import", str(SEEDS[0]), "--case", str(wanted))
    assert (result.code, result.out) == (2, "")
    assert str(open_folder) in result.err
    assert result.err.count("\n") == 1
