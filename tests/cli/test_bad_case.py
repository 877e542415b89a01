"""Cases that are none, are newer, are locked or are not there: one sentence each, nothing lost."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import SEEDS, Result, Run
from tests.unprivileged import bound_by_modes

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


def run_bound(*words: str | Path) -> Result:
    """Run ``casedesk`` bound by file modes."""
    command = [*bound_by_modes(), sys.executable, "-m", "tui", *map(str, words)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=120)
    return Result(result.returncode, result.stdout, result.stderr)


@pytest.fixture
def locked_case(run: Run, home: Path) -> Iterator[Path]:
    """A case in a folder, neither of which may be written."""
    folder = home / "locked"
    path = folder / "a.case"
    assert run("import", *SEEDS, "--case", path).code == 0
    path.chmod(0o444)
    folder.chmod(0o555)
    yield path
    folder.chmod(0o755)


def test_a_read_only_case_is_read(locked_case: Path) -> None:
    result = run_bound("list", "--case", locked_case)
    assert (result.code, result.err) == (0, "")
    assert result.out.count("\n") == 5


@pytest.mark.parametrize("words", [["import", *SEEDS], ["undo"]], ids=["import", "undo"])
def test_a_read_only_case_refuses_changes(locked_case: Path, words: list[str | Path]) -> None:
    before = locked_case.read_bytes()
    result = run_bound(*words, "--case", locked_case)
    assert (result.code, result.out) == (2, "")
    assert str(locked_case) in result.err
    assert result.err.count("\n") == 1
    assert locked_case.read_bytes() == before
    assert [path.name for path in locked_case.parent.iterdir()] == ["a.case"]


def test_a_folder_that_may_not_be_written_takes_no_case(home: Path) -> None:
    folder = home / "locked"
    folder.mkdir(mode=0o555)
    result = run_bound("import", SEEDS[0], "--case", folder / "deeper" / "new.case")
    folder.chmod(0o755)
    assert (result.code, result.out) == (2, "")
    assert str(folder) in result.err
    assert result.err.count("\n") == 1
