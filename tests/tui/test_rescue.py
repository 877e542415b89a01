"""A note that the case refuses: it is in a file that the analyst is told of, until it is saved."""

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from store import About, Case
from store.engine.sqlite import Connections
from store.errors import CaseBusy
from tests.tui.playing import playing
from tests.tui.sitting import Sitting, fill_disk
from tui import locations
from tui.desk.rescue import RescuedError, Rescuer

NOTE = About("article", 1)


def kept(folder: Path | None = None) -> list[str]:
    folder = folder or locations.rescued_folder()
    return [file.read_text() for file in folder.iterdir()] if folder.exists() else []


def refuse() -> None:
    raise OSError(5, "Input/output error")


def test_what_is_typed_is_in_the_file_until_the_case_takes_it(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = Sitting(case)
    fill_disk(case, monkeypatch)
    for text in ("o", "on", "one"):
        sitting.desk.typed(text)
        sitting.settle()
    assert kept() == ["one"]
    assert sitting.desk.note.state == "NOT SAVED"
    (file,) = locations.rescued_folder().iterdir()
    assert str(file.name) in sitting.desk.status.words
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    monkeypatch.undo()
    sitting.desk.note.settle()
    sitting.settle()
    assert case.note(sitting.desk.cursor) == "one"
    assert not file.exists()


def test_what_was_refused_is_saved_after_the_first_change_that_goes_through(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = Sitting(case)
    article = sitting.desk.cursor
    with monkeypatch.context() as full:
        fill_disk(case, full)
        sitting.desk.typed("refused")
        sitting.desk.walk.next()
        sitting.settle()
        assert case.note(article) == ""
    sitting.desk.load()
    sitting.desk.decide.done()
    sitting.settle()
    assert case.note(article) == "refused"
    assert kept() == []


def test_the_last_text_is_in_the_file_when_the_desk_is_left_without(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = Sitting(case)
    fill_disk(case, monkeypatch)
    sitting.desk.typed("all of it")
    sitting.desk.flush()
    sitting.settle()
    assert kept() == ["all of it"]


def test_where_one_folder_takes_nothing_the_next_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locations.rescued_folder().parent.mkdir(parents=True)
    locations.rescued_folder().write_text("in the way")
    monkeypatch.setattr("tui.desk.rescue.SHARED", (str(tmp_path / "a"), str(tmp_path / "b")))
    (tmp_path / "a").write_text("in the way too")
    with pytest.raises(RescuedError, match=r"kept in .*/b/"):
        Rescuer(tmp_path / "x.case").saving(NOTE, "words", refuse)
    assert kept(tmp_path / "b" / f"casedesk-rescued-{os.getuid()}") == ["words"]


def test_a_failing_disk_is_the_last_that_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    monkeypatch.setattr("tui.desk.rescue.SHARED", (str(other),))
    monkeypatch.setattr("tui.desk.rescue._disk", lambda path: other in path.parents)

    def busy() -> None:
        raise CaseBusy("It is held.")

    with pytest.raises(RescuedError, match="/state/casedesk/rescued/"):
        Rescuer(tmp_path / "x.case").saving(NOTE, "words", busy)
    with pytest.raises(RescuedError, match="/other/"):
        Rescuer(tmp_path / "x.case").saving(NOTE, "words", refuse)


def test_what_another_desk_kept_stays(tmp_path: Path) -> None:
    for words in ("hers", "his"):
        with pytest.raises(RescuedError):
            Rescuer(tmp_path / "x.case").saving(NOTE, words, refuse)
    assert sorted(kept()) == ["hers", "his"]


def test_a_folder_that_others_can_look_into_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.desk.rescue.SHARED", ())
    locations.rescued_folder().mkdir(parents=True, mode=0o755)
    locations.rescued_folder().chmod(0o755)
    with pytest.raises(OSError, match="Input/output error"):
        Rescuer(tmp_path / "x.case").saving(NOTE, "words", refuse)
    assert kept() == []


async def test_a_disk_that_fails_is_said_and_stays_said(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Connections) -> sqlite3.Connection:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
        error.sqlite_errorname = "SQLITE_IOERR_FSYNC"
        raise error

    monkeypatch.setattr(Connections, "_open_writer", fail)
    async with playing(case) as player:
        await player.press("d")
        assert player.status.startswith(f"The disk failed: {case.path} is not written to any more")
        assert "DISK FAILED" in player.rows[37]
        await player.press("c", "a", "escape")
        assert player.status.startswith("NOT SAVED, but kept in ")
        await player.press("j")
        assert "DISK FAILED" in player.rows[37]
        assert "note NOT SAVED" in player.rows[37]
        assert player.app.is_running
    assert kept() == ["a"]


def test_what_is_kept_is_there_after_a_power_cut(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is on the disk, and so is the folder that lists it under its name."""
    synced, real = list[bool](), os.fsync

    def fsync(opened: int) -> None:
        synced.append(stat.S_ISDIR(os.fstat(opened).st_mode))
        real(opened)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(RescuedError):
        Rescuer(case.path).saving(NOTE, "typed", refuse)
    assert synced == [False, True]
