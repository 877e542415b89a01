"""Whether everything is in order, and what to do where it is not."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def line(words: str, subject: str) -> str:
    (found,) = (row for row in words.splitlines() if row[4:].startswith(f"{subject} "))
    return found


def test_where_all_is_in_order_it_says_so(run: Run, case: Path) -> None:
    result = run("doctor")
    assert (result.code, result.err) == (0, "")
    assert all(row.startswith("ok  ") for row in result.out.splitlines())
    assert f"{case} (5 articles)" in line(result.out, "case")
    assert "FTS5" in line(result.out, "sqlite")


def test_a_case_that_is_not_there_yet_is_no_illness(run: Run) -> None:
    result = run("doctor")
    assert result.code == 0
    assert "casedesk import makes it" in line(result.out, "case")


def test_a_case_that_is_none_is_told_with_what_to_do(run: Run, home: Path) -> None:
    (home / "letter.case").write_text("Dear editor")
    result = run("doctor", "--case", home / "letter.case")
    assert result.code == 1
    assert line(result.out, "case").startswith("!!")
    assert "is not a case" in result.out


def test_a_library_that_is_missing_is_told_with_what_to_do(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.checkup.LIBRARIES", ("tinydb", "no-such-library"))
    result = run("doctor")
    assert result.code == 1
    assert "pip install no-such-library" in result.out


def test_little_room_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.checkup.LITTLE_MB", 10**12)
    result = run("doctor")
    assert result.code == 1
    assert "full disk" in result.out


def test_own_rules_are_counted_and_broken_ones_told(run: Run, home: Path) -> None:
    folder = home / "config" / "casedesk" / "rules"
    assert f"yours would go into {folder}" in run("doctor").out
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text("[unit.tola]\noff = true\n")
    assert f"files of your own: 1, in {folder}" in run("doctor").out
    (folder / "mine.toml").write_text("[unit.tola]\nof = true\n")
    assert "did you mean off?" in run("doctor").out
