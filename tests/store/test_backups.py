"""A backup is the case as it stood at one moment, is kept beside it, and can be gone back to."""

import errno
import os
import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store import Case, CaseError, open_case
from store.care import backups, due, restoring
from store.care.backups import KEPT, GivenUp, backup, chosen, listed, newest_whole
from store.care.due import is_due
from store.care.restoring import restore
from store.care.verify import verify
from store.errors import CaseBusy, DamagedCase, ReadOnlyCase
from tests.unprivileged import bound_by_modes

ROOT = Path(__file__).resolve().parents[2]

PATIENCE_S = 120
"""What takes so long has not come to an end, on however slow a machine."""


def aged(file: Path, by: timedelta) -> Path:
    """A backup as if it had been made that much earlier."""
    return file.rename(file.with_name(f"{datetime.now(UTC) - by:%Y-%m-%dT%H%M%SZ}.case"))


def spoil(path: Path, at: int = 4096 * 3) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(b"\xff" * 4096)


def name(path: Path) -> str:
    """The one thing by which cases here are told apart: the note of article 1."""
    with open_case(path, read_only=True) as case:
        return case.note(1)


def test_a_backup_is_a_case_with_everything_acknowledged(case: Case, path: Path) -> None:
    path.chmod(0o640)
    case.write_note(1, "kept")
    made = case.care.backup()
    case.write_note(1, "later")
    assert made.parent == path.with_name("try.case-backups")
    assert made.stat().st_mode & 0o777 == 0o640
    assert [file.name for file in made.parent.iterdir()] == [made.name]
    assert name(made) == "kept"
    assert verify(made).flaws == ()
    with open_case(made, user="ana") as again:
        assert again.undo().label == "undid: noted"


def test_writers_do_not_wait_and_the_copy_is_of_one_moment(
    case: Case, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.engine.sqlite.BUSY_MS", 1)  # whoever had to wait would be refused
    begun, ends = threading.Event(), threading.Event()

    def write() -> None:
        while not ends.is_set():
            case.tag([1, 2, 3], ["drugs/cannabis"])
            begun.set()

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write)
        try:
            assert begun.wait(PATIENCE_S)
            made = [backup(path) for _ in range(3)]
            assert all(verify(one).flaws == () for one in made)
        finally:
            ends.set()
        writing.result(PATIENCE_S)


def test_the_newest_five_are_kept_and_what_is_not_ours_is_left(case: Case, path: Path) -> None:
    first = case.care.backup()
    other = first.with_name("letter.case")
    other.write_text("Dear editor")
    old = [aged(case.care.backup(), timedelta(days=n)) for n in range(1, KEPT + 2)]
    newest = case.care.backup()
    there = [one.path for one in case.care.backups()]
    assert len(there) == KEPT
    assert there[:2] in ([newest, first], [first, newest])
    assert not old[-1].exists()
    assert other.exists()


def test_a_folder_of_ones_own_keeps_all(case: Case, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    made = [case.care.backup(tmp_path / "usb") for _ in range(KEPT + 1)]
    assert all(one.exists() and one.name.startswith("try-2") for one in made)
    assert case.care.backups() == []


def test_a_damaged_case_drops_no_good_backup(case: Case, path: Path) -> None:
    good = [case.care.backup() for _ in range(KEPT)]
    case.close()
    spoil(path)
    with pytest.raises(DamagedCase, match="no older backup was dropped"):
        backup(path)
    assert all(one.exists() for one in good)
    assert {one.path for one in listed(path)} == set(good)
    spoil(max(good))
    whole = newest_whole(path)
    assert whole is not None
    assert whole.path == sorted(good)[-2]


def test_what_is_given_up_leaves_nothing(case: Case, path: Path) -> None:
    asked = 0

    def is_over() -> bool:
        nonlocal asked
        asked += 1
        return asked > 1

    for over in (lambda: True, is_over):
        with pytest.raises(GivenUp):
            backup(path, is_over=over)
    assert list(path.with_name("try.case-backups").iterdir()) == []


def test_no_room_for_the_folder_is_a_sentence(case: Case, path: Path) -> None:
    path.with_name("try.case-backups").write_text("in the way")
    with pytest.raises(CaseError, match=r"No backup of .* was made"):
        case.care.backup()


def test_it_is_due_once_a_day_and_only_if_something_was_changed(
    case: Case, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not is_due(case.engine), "the case is younger than ten minutes"
    monkeypatch.setattr(due, "YOUNG", timedelta(0))
    assert is_due(case.engine)
    made = case.care.backup()
    case.write_note(1, "changed")
    assert not is_due(case.engine), "there is one of today"
    made = aged(made, timedelta(hours=25))
    assert is_due(case.engine)
    monkeypatch.setattr(due, "_ROOM", 1 << 40)
    with pytest.raises(CaseError, match="little room on its disk"):
        is_due(case.engine)
    monkeypatch.setattr(due, "DAY", timedelta(0))
    aged(made, timedelta(hours=-1))
    assert not is_due(case.engine), "nothing was changed since"


def test_it_is_made_in_the_background_and_a_quit_does_not_wait(
    case: Case, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(due, "YOUNG", timedelta(0))
    case.care.daily.begin(after_s=2 * PATIENCE_S)
    begun = time.monotonic()
    case.close()
    assert time.monotonic() - begun < PATIENCE_S
    assert not path.with_name("try.case-backups").exists()
    with open_case(path) as again:
        again.care.daily.begin(after_s=0)
        deadline = time.monotonic() + PATIENCE_S
        while not again.care.backups() and time.monotonic() < deadline:
            time.sleep(0.01)
        assert [verify(one.path).flaws for one in again.care.backups()] == [()]
        assert again.care.daily.trouble == ""


def test_going_back_sets_the_present_case_aside(case: Case, path: Path) -> None:
    case.write_note(1, "then")
    then = case.care.backup()
    case.write_note(1, "now")
    case.close()
    path.chmod(0o660)
    aside = restore(path, chosen(path, "1"))
    assert (name(path), name(aside), name(then)) == ("then", "now", "then")
    assert path.stat().st_mode & 0o777 == 0o660
    again = restore(path, chosen(path, then.name[:15]))
    assert again != aside
    assert sorted(f.name for f in path.parent.iterdir() if f.suffix == ".case") == sorted(
        [aside.name, again.name, path.name]
    )


def test_a_damaged_case_and_its_journal_are_set_aside_too(case: Case, path: Path) -> None:
    case.write_note(1, "then")
    case.care.backup()
    case.close()
    spoil(path, 0)
    Path(f"{path}-wal").write_bytes(b"journal")
    aside = restore(path, listed(path)[0])
    assert name(path) == "then"
    assert Path(f"{aside}-wal").read_bytes() == b"journal"
    assert not Path(f"{path}-wal").exists()
    path.unlink()
    restore(path, listed(path)[0])
    assert name(path) == "then"


def test_a_case_that_cannot_be_copied_is_set_aside_itself(
    case: Case, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.write_note(1, "then")
    case.care.backup()
    case.write_note(1, "now")
    case.close()
    was = path.stat().st_ino

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("store.care.restoring.shutil.copyfileobj", fail)
    aside = restore(path, listed(path)[0])
    assert (name(path), name(aside), aside.stat().st_ino) == ("then", "now", was)
    assert not list(path.parent.glob("*.new-*"))


def test_a_case_whose_journal_is_gone_is_not_said_to_be_as_it_was(
    case: Case, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.care.backup()
    case.close()
    Path(f"{path}-wal").write_bytes(b"journal")

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        with pytest.raises(CaseError, match="is not the backup yet") as said:
            restore(path, listed(path)[0])
    aside = Path(str(said.value).split(" lies at ")[1].partition(": ")[0])
    assert Path(f"{aside}-wal").read_bytes() == b"journal"
    assert not Path(f"{path}-wal").exists()
    monkeypatch.setattr(restoring, "_set_aside", fail)
    with pytest.raises(CaseError, match="was left as it is"):
        restore(path, listed(path)[0])


RESTORE = "from store.care.restoring import restore; restore(p, listed(p)[0])"
REPAIR = "from store.care.repair import repair; repair(p, p.with_name('repaired.case'))"


def said_by_another(path: Path, act: str) -> str:
    """What another process, which file modes bind, says that is to do something to a case."""
    code = (
        "import sys; from pathlib import Path; from store.care.backups import listed;"
        f" p = Path(sys.argv[1]); {act}"
    )
    ran = subprocess.run(
        [*bound_by_modes(), sys.executable, "-c", code, path],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return ran.stderr


@pytest.mark.parametrize("mode", [0o644, 0o444])
def test_a_case_that_somebody_has_open_is_not_put_away(case: Case, path: Path, mode: int) -> None:
    case.care.backup()
    before = path.stat().st_ino
    path.chmod(mode)
    said = said_by_another(path, RESTORE)
    if mode == 0o644:
        assert f"{CaseBusy.__name__}: {path} is open somewhere" in said
    else:
        assert f"{ReadOnlyCase.__name__}: {path} may not be changed by you" in said
    assert f"{CaseBusy.__name__}: {path} is open somewhere" in said_by_another(path, REPAIR)
    assert path.stat().st_ino == before
    case.close()
    assert (said_by_another(path, RESTORE) == "") is (mode == 0o644)
    assert said_by_another(path, REPAIR) == ""


def test_a_damaged_backup_is_not_gone_back_to(case: Case, path: Path) -> None:
    made = case.care.backup()
    case.close()
    spoil(made)
    before = path.read_bytes()
    with pytest.raises(DamagedCase, match="was left as it is"):
        restore(path, listed(path)[0])
    assert path.read_bytes() == before
    for which in ("2019", "9" * 5000):
        with pytest.raises(CaseError, match=f"no backup '{which}'"):
            chosen(path, which)


def test_what_was_begun_and_never_ended_goes(case: Case, path: Path) -> None:
    made = case.care.backup()
    begun = [made.with_name(f"x.case.new-{n}") for n in ("old", "young")]
    for file in begun:
        file.write_bytes(b"half")
    os.utime(begun[0], (0, 0))
    case.care.backup()
    assert [file.exists() for file in begun] == [False, True]
    assert backups.KEPT == 5


def test_a_backup_that_tells_a_changed_log_is_not_whole(case: Case, path: Path) -> None:
    made = case.care.backup()
    with closing(sqlite3.connect(made)) as connection, connection:
        connection.execute("UPDATE changes SET user = 'eve' WHERE seq = 1")
    assert newest_whole(path) is None


def test_of_several_made_within_a_second_the_newest_stay(case: Case, path: Path) -> None:
    made = [case.care.backup() for _ in range(8)]
    assert [one.path for one in listed(path)] == made[: -backups.KEPT - 1 : -1]


def test_what_is_called_a_backup_and_leads_nowhere_is_passed_over(case: Case, path: Path) -> None:
    made = backup(path)
    made.with_name("2020-01-01T000000Z.case").symlink_to("gone")
    assert [one.path for one in listed(path)] == [made]
    assert newest_whole(path) is not None
