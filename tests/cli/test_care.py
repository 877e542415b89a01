"""``verify``, ``backup``, ``repair`` and ``reindex`` say what they found and what they did."""

import json
import sqlite3
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from store import Case, open_case
from store.care import due
from store.care.daily import DailyBackup
from tests.cli.conftest import Run


def tamper(case: Path, statement: str) -> None:
    with closing(sqlite3.connect(case)) as connection, connection:
        assert connection.execute(statement).rowcount


def test_a_whole_case(run: Run, case: Path) -> None:
    before = case.read_bytes()
    result = run("verify")
    assert (result.code, result.out) == (0, "")
    assert f"{case} is whole: 5 articles" in result.err
    assert result == run("verify", case)
    assert case.read_bytes() == before


def test_each_flaw_is_a_line_with_its_place(run: Run, case: Path) -> None:
    run("backup")
    tamper(case, "UPDATE changes SET user = 'eve' WHERE seq = 1")
    result = run("verify")
    assert result.code == 1
    assert result.out == "change 1: it is not what was written then, or the one before is not\n"
    assert "has a flaw." in result.err
    assert "The newest whole backup is 20" in result.err
    (flaw,) = map(json.loads, run("verify", "--json").out.splitlines())
    assert (flaw["kind"], flaw["seq"]) == ("log", 1)


def test_an_index_is_made_again(run: Run, case: Path) -> None:
    tamper(case, "UPDATE rows SET title = 'Other' WHERE id = 2")
    result = run("verify")
    assert (result.code, "casedesk reindex makes that good" in result.err) == (1, True)
    assert run("reindex").err == "Made the index of 5 articles again.\n"
    assert run("verify").code == 0


def test_backups_are_made_listed_and_gone_back_to(run: Run, case: Path, tmp_path: Path) -> None:
    assert run("backup", "--list").code == 1
    made = Path(run("backup").out.strip())
    assert made.parent == case.with_name("default.case-backups")
    with open_case(case, user="ana") as opened:
        opened.write_note(1, "later")
    listed = run("backup", "--list")
    assert listed.code == 0
    assert listed.out.rstrip("\n").split("\t")[3] == str(made)
    assert json.loads(run("backup", "--list", "--json").out)["path"] == str(made)
    back = run("backup", "--restore", "1")
    assert back.code == 0
    aside = Path(back.err.split("it lies at ")[1].rstrip(".\n"))
    with open_case(case) as now, open_case(aside) as then:
        assert (now.note(1), then.note(1)) == ("", "later")
    (tmp_path / "usb").mkdir()
    assert run("backup", "--to", tmp_path / "usb").out.startswith(str(tmp_path / "usb"))


def test_a_repair_names_what_is_lost(run: Run, case: Path) -> None:
    tamper(case, "UPDATE documents SET body = replace(body, 'olice', 'olive') WHERE key >> 40 = 1")
    before = case.read_bytes()
    result = run("repair")
    new = case.with_name("default-repaired.case")
    assert result.code == 1
    assert result.out.startswith("lost: articles 1: “")
    assert f"into {new}." in result.err
    assert case.read_bytes() == before
    assert run("verify", new).code == 0
    again = run("repair")
    assert (again.code, again.out) == (2, "")
    assert "never writes over a file" in again.err


@pytest.mark.parametrize("command", ["verify", "backup", "repair", "reindex"])
def test_what_is_no_case_is_a_sentence(run: Run, home: Path, command: str) -> None:
    for file in (home / "gone.case", home / "letter.case"):
        if file.name == "letter.case":
            file.write_text("Dear editor")
        result = run(command, file)
        assert (result.code, result.out) == (2, "")
        assert str(file) in result.err
        assert result.err.count("\n") == 1


def test_opening_a_damaged_case_names_the_backup_that_is_whole(run: Run, case: Path) -> None:
    made = Path(run("backup").out.strip())
    with case.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 400)
    result = run("list")
    assert (result.code, result.out) == (2, "")
    assert "is damaged" in result.err
    assert f"The newest whole backup is {made.name}" in result.err
    made.write_bytes(case.read_bytes())
    assert "No backup beside it is whole; casedesk repair" in run("list").err


@pytest.mark.parametrize("is_room", [True, False], ids=["room", "no room"])
def test_the_desk_makes_the_backup_of_the_day_or_says_why_not(
    run: Run, case: Path, monkeypatch: pytest.MonkeyPatch, is_room: bool
) -> None:
    from tui import app, terminal

    def work(opened: Case, *_: object) -> int:
        deadline = time.monotonic() + 120
        while not opened.care.backups() and not opened.care.daily.trouble:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        return 0

    begin = DailyBackup.begin
    monkeypatch.setattr(DailyBackup, "begin", lambda daily: begin(daily, after_s=0))
    monkeypatch.setattr(due, "YOUNG", timedelta(0))
    monkeypatch.setattr(due, "_ROOM", 0 if is_room else 1 << 40)
    monkeypatch.setattr(app, "run", work)
    for name in ("require", "prepare"):
        monkeypatch.setattr(terminal, name, lambda *_: None)
    result = run("open", case)
    assert (result.code, result.out) == (0, "")
    assert ("No backup of" in result.err) is not is_room
    assert run("backup", "--list").code == (0 if is_room else 1)


def test_one_thing_at_a_time(run: Run, case: Path) -> None:
    assert run("backup", "--list", "--restore", "1").code == 2
