"""A full disk: the words in hand are saved, the rest is refused, and all goes on with room."""

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from store import Case, open_case
from store.engine import spare
from store.engine.sqlite import Connections
from store.errors import CaseFull
from tests.store.small_disk import on_small_disk


def test_a_small_disk_that_is_filled_and_emptied(tmp_path: Path) -> None:
    said = on_small_disk(Path(__file__).with_name("filling.py"), tmp_path).splitlines()
    case = f"{tmp_path}/try.case"
    refused = (
        f"tag !! CaseFull The disk is full: make room on {tmp_path} to change {case}; what was "
        "saved is safe, and notes are kept while its spare lasts."
    )
    assert said == [
        "import -> 9",
        refused,
        "trouble -> disk full",
        "draft -> None",
        "note -> kept",
        "trouble -> disk full",
        refused,
        "read -> (9, True, True)",
        "notes !! CaseFull The disk is full, also what was kept free for notes: make room on "
        f"{tmp_path} to save this one in {case}; what was saved before is safe.",
        said[9],
        "tag -> tagged",
        "trouble -> ",
        "beside try.case try.case-here try.case-shm try.case-spare try.case-wal",
        "left try.case",
        f"open !! CaseFull The disk is full: make room on {tmp_path} to work in {case}; what was "
        "saved is safe.",
        said[9],
        "tag -> tagged",
        "drafts -> ['before the kill']",
        "note -> after it",
        "recovered -> (1, 'before the kill')",
    ]
    assert said[9].startswith("read -> (9, '000")


@pytest.fixture
def full(case: Case, monkeypatch: pytest.MonkeyPatch) -> Case:
    """A case that has, as SQLite counts it, no page left but those that the spare gives back.

    The refusals are SQLite's own; only the disk's share, the blocks, is told by hand.
    """
    opened = case.engine.connections
    assert opened._spare.is_there()
    case.tag([1], ["weapons/cbrn"])
    _limit(opened, 0)
    release = spare.Spare.release

    def released(self: spare.Spare) -> bool:
        return release(self) and _limit(opened, 40)

    def no_room(*_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(spare.Spare, "release", released)
    monkeypatch.setattr(os, "posix_fallocate", no_room)
    return case


def _limit(opened: Connections, more: int) -> bool:
    assert opened._writer
    pages = opened._writer.execute("PRAGMA page_count").fetchone()[0]
    return bool(opened._writer.execute(f"PRAGMA max_page_count = {pages + more}").fetchone())


def test_the_note_in_hand_is_saved_and_nothing_else(full: Case, path: Path) -> None:
    assert full.write_note(2, "n" * 9000)
    with pytest.raises(CaseFull, match="notes are kept while its spare lasts"):
        full.tag([1, 2, 3], ["drugs/cannabis"])
    assert full.note(2) == "n" * 9000
    assert full.trouble == "disk full"
    assert not Path(f"{path}-spare").exists()
    with pytest.raises(CaseFull, match="also what was kept free for notes"):
        full.save_draft(2, "n" * 900_000)
    assert full.note(2) == "n" * 9000
    assert "drugs/cannabis" not in full.marks(1).tags


def test_it_goes_on_when_there_is_room(
    full: Case, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full.save_draft(2, "n" * 9000)
    with pytest.raises(CaseFull):
        full.decide([1], "done")
    monkeypatch.undo()
    _limit(full.engine.connections, 10_000)
    assert full.decide([1], "done")
    assert full.trouble == ""
    assert Path(f"{path}-spare").stat().st_size == spare.SIZE


def test_what_one_process_released_keeps_the_other_from_writing(full: Case, path: Path) -> None:
    with open_case(path, user="ben") as other:
        assert other.trouble == ""
        full.save_draft(2, "n" * 9000)
        with pytest.raises(CaseFull):
            other.decide([1], "done")


def test_a_spare_takes_blocks_and_the_mode_of_the_case(case: Case, path: Path) -> None:
    case.close()
    path.chmod(0o660)
    with open_case(path):
        seen = Path(f"{path}-spare").stat()
        assert seen.st_blocks * 512 >= spare.SIZE
        assert seen.st_mode & 0o777 == 0o660
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_where_no_spare_can_be_made_there_is_none(case: Case, path: Path) -> None:
    case.close()
    Path(f"{path}-spare").mkdir()
    with open_case(path) as again:
        assert again.decide([1], "done")
        assert again.trouble == ""


def test_a_disk_that_sets_no_blocks_aside_is_written_to(
    case: Case, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: int) -> None:
        raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))

    case.close()
    monkeypatch.setattr(os, "posix_fallocate", unknown)
    with open_case(path):
        assert Path(f"{path}-spare").stat().st_blocks * 512 >= spare.SIZE


def test_the_last_of_two_takes_the_spare_away(case: Case, path: Path) -> None:
    other = open_case(path, user="ben")
    case.close()
    assert Path(f"{path}-spare").exists()
    other.close()
    assert not Path(f"{path}-spare").exists()


def test_a_search_without_room_for_temporary_files(case: Case) -> None:
    with pytest.raises(CaseFull, match="temporary files is full"):
        _sort_in_no_room(case)
    assert case.trouble == ""
    assert case.decide([1], "done")


def _sort_in_no_room(case: Case) -> None:
    with case.engine.reading(), closing(sqlite3.connect(":memory:")) as tiny:
        tiny.execute("PRAGMA max_page_count = 1")
        tiny.execute("CREATE TABLE t (x)")
