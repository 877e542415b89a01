"""Who else is in a case, seen from two openings and from two processes."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store import Case, CaseError, open_case
from store.errors import CaseBusy

ROOT = Path(__file__).resolve().parents[2]

HOLD = """
import sys, time
from store import open_case
with open_case(sys.argv[1], user="ben") as case:
    case.presence.at(2)
    print("there", flush=True)
    if sys.stdin.readline() == "write\\n":
        with case.engine.change("import", "import of 4,000 articles") as writing:
            writing.put("notes", 3, (), {"text": "held", "by": "ben", "at": "2026-11-21T00:00:00Z"})
            print("holding", flush=True)
            sys.stdin.readline()
"""


@contextmanager
def ben(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A colleague in a process of his own, on article 2."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        try:
            assert read(process) == "there"
            yield process
        finally:
            process.kill()


def read(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def tell(process: subprocess.Popen[str], words: str) -> None:
    assert process.stdin is not None
    process.stdin.write(f"{words}\n")
    process.stdin.flush()


def sidecar(path: Path) -> Path:
    return path.with_name(f"{path.name}-here")


def seen(case: Case) -> list[tuple[str, int]]:
    return [(colleague.user, colleague.article) for colleague in case.presence.here()]


def test_two_openings_of_one_process_see_each_other_and_not_themselves(
    case: Case, opened: Callable[[str], Case]
) -> None:
    other = opened("ben")
    assert seen(case) == []
    other.presence.at(2)
    case.presence.at(1)
    assert (seen(case), seen(other)) == ([("ben", 2)], [("ana", 1)])
    opened("carl").presence.at(3)
    other.close()
    assert seen(case) == [("carl", 3)]


def test_a_killed_process_is_gone_at_once_and_its_slot_is_free(case: Case, path: Path) -> None:
    case.presence.at(1)
    with ben(path) as process:
        assert seen(case) == [("ben", 2)]
        process.kill()
        process.wait()
        assert seen(case) == []
    with ben(path) as process:
        assert seen(case) == [("ben", 2)]
    assert sidecar(path).stat().st_size == 1024


def test_nothing_changes_where_nothing_happens(case: Case, opened: Callable[[str], Case]) -> None:
    opened("ben").presence.at(2)
    assert case.presence.here() is case.presence.here()


def test_reading_alone_makes_no_file_and_the_last_to_leave_takes_it_along(
    case: Case, path: Path
) -> None:
    case.close()
    with open_case(path, user="ben", read_only=True) as reader:
        reader.rows(reader.ids())
        assert seen(reader) == []
        assert not sidecar(path).exists()
        with open_case(path, user="ana") as ana, open_case(path, user="carl") as carl:
            ana.presence.at(1)
            assert seen(reader) == [("ana", 1)]
            carl.decide([2], "done")
            assert seen(reader) == [("ana", 1), ("carl", 0)]
        assert not sidecar(path).exists()


def test_the_file_has_the_mode_of_the_case_whatever_the_umask(
    case: Case, path: Path, opened: Callable[[str], Case]
) -> None:
    case.close()
    path.chmod(0o660)
    before = os.umask(0o077)
    try:
        opened("ana").presence.at(1)
    finally:
        os.umask(before)
    assert sidecar(path).stat().st_mode & 0o777 == 0o660


def test_a_removed_file_is_made_again(
    case: Case, path: Path, opened: Callable[[str], Case]
) -> None:
    other = opened("ben")
    other.presence.at(2)
    case.presence.at(1)
    sidecar(path).unlink()
    for one in (case, other, case):
        one.presence.here()
    assert (seen(case), seen(other)) == ([("ben", 2)], [("ana", 1)])


def test_sharing_works_where_the_file_cannot_be_made(
    case: Case, path: Path, opened: Callable[[str], Case]
) -> None:
    case.close()
    sidecar(path).mkdir()
    ana, other = opened("ana"), opened("ben")
    ana.presence.at(1)
    other.decide([2], "done")
    assert seen(ana) == []
    assert [change.label for change in ana.poll()] == ["done"]


def test_who_holds_the_right_to_write_is_known_and_named_when_one_gives_up(
    case: Case, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.engine.sqlite.BUSY_MS", 50)
    with ben(path) as process:
        assert case.presence.holder() is None
        tell(process, "write")
        assert read(process) == "holding"
        holder = case.presence.holder()
        assert holder is not None
        assert (holder.user, holder.writing) == ("ben", "import of 4,000 articles")
        with pytest.raises(CaseBusy, match=r"held by ben, who is writing \(import of 4,000 art"):
            case.tag([1], ["drugs/cannabis"])
        tell(process, "go on")
        process.wait()
    assert case.presence.holder() is None
    case.tag([1], ["drugs/cannabis"])
    assert case.note(3) == "held"


def test_no_slot_is_lost_or_shared_by_many_comings_and_goings(case: Case, path: Path) -> None:
    case.presence.at(1)
    for round_ in range(20):
        others = [open_case(path, user=f"u{n}") for n in range(5)]
        for n, one in enumerate(others):
            one.presence.at(n)
        assert seen(case) == [(f"u{n}", n) for n in range(5)], round_
        for one in others:
            one.close()
    assert sidecar(path).stat().st_size == 6 * 512


def test_looking_is_cheap(case: Case, opened: Callable[[str], Case]) -> None:
    """Ten times a second for a whole shift: bounded here far above what it takes."""
    for name in ("ben", "carl", "dora"):
        opened(name).presence.at(1)
    started = time.process_time()
    for _ in range(200):
        case.presence.here()
    assert (time.process_time() - started) / 200 < 0.002


def test_a_closed_case_is_not_entered_again(case: Case, path: Path) -> None:
    case.close()
    case.presence.at(1)
    with pytest.raises(CaseError):
        case.decide([1], "done")
    assert not sidecar(path).exists()
