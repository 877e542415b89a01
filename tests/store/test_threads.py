"""Any thread may use a case; reading waits for nobody, and a change that cannot be is refused."""

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from store import Case, Change, open_case, parse_query
from store.errors import CaseBusy

PATIENCE_S = 120
"""What takes so long has not come to an end, on however slow a machine."""


def test_threads_read_while_others_write(case: Case) -> None:
    stop = threading.Event()

    def read() -> int:
        rounds = 0
        while not stop.is_set():
            (row,) = case.rows([1])
            assert row.id == 1
            assert len(case.ids(parse_query("the"))) == 2
            case.marks(1)
            case.poll()
            rounds += 1
        return rounds

    def write(tag: str) -> None:
        for _ in range(50):
            case.tag([1], [tag])

    with ThreadPoolExecutor(5) as pool:
        readers = [pool.submit(read) for _ in range(2)]
        writers = [pool.submit(write, tag) for tag in ("drugs/cannabis", "drugs/cocaine")]
        try:
            for writer in writers:
                writer.result(PATIENCE_S)
        finally:
            stop.set()
        assert all(reader.result(PATIENCE_S) for reader in readers)
    assert [change.seq for change in case.history(limit=200)] == list(range(101, 0, -1))
    assert case.rows([1])[0].tags == ()


def test_reading_does_not_wait_for_a_change_under_way(
    case: Case, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.engine.sqlite.BUSY_MS", 1)  # whatever has to wait is refused
    with closing(sqlite3.connect(path, isolation_level=None)) as other, open_case(path) as mine:
        other.execute("BEGIN IMMEDIATE")
        assert mine.count() == 3
        assert mine.rows([1])[0].status == "new"
        with pytest.raises(CaseBusy, match="held by another process"):
            mine.decide([1], "done")
        other.execute("ROLLBACK")
        assert mine.decide([1], "done") is not None
    assert case.marks(1).status == "done"


def test_a_change_waits_its_turn(case: Case, opened: Callable[[str], Case]) -> None:
    bob = opened("bob")
    with ThreadPoolExecutor(2) as pool:
        both = [
            pool.submit(who.tag, [2], ["goods/wildlife"]) for _ in range(40) for who in (case, bob)
        ]
        for one in both:
            one.result(PATIENCE_S)
    assert len(case.history(limit=200)) == 81


def test_what_fails_inside_a_change_leaves_nothing_and_blocks_nobody(case: Case) -> None:
    def fail() -> None:
        with case.engine.change("tag") as writing:
            writing.put("marks", 1, ("tags", "drugs/cannabis"), {"by": "ana", "at": ""})
            raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError):
        fail()
    assert case.rows([1])[0].tags == ()
    assert len(case.history()) == 1
    assert case.decide([1], "done") is not None


def test_a_threads_first_reading_waits_for_no_change(case: Case) -> None:
    with ThreadPoolExecutor(1) as pool, case.engine.change("tag"):
        assert pool.submit(case.count).result(PATIENCE_S) == 3


def test_threads_that_have_ended_leave_no_open_files(case: Case) -> None:
    def files() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    for _ in range(3):
        _in_a_thread(case.count)
    before = files()
    for _ in range(20):
        _in_a_thread(case.count)
    assert files() <= before + 3


def test_a_poll_in_another_thread_misses_nothing(case: Case, opened: Callable[[str], Case]) -> None:
    bob, heard = opened("bob"), list[Change]()
    for n in range(8):
        bob.decide([1], ("done", "new")[n % 2])
        _in_a_thread(lambda: heard.extend(case.poll()))
    assert [change.seq for change in heard] == list(range(2, 10))


CLOSING = """
import sys, threading, time
from store import open_case
from store.errors import CaseClosed

LONG = ("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
        " SELECT group_concat(i) FROM n")
told = []

def read(case):
    try:
        while True:
            with case.engine.reading() as connection:
                connection.execute(LONG).fetchall()
    except CaseClosed as closed:
        told.append(str(closed))

for _ in range(12):
    case = open_case(sys.argv[1])
    threads = [threading.Thread(target=read, args=(case,), daemon=True) for _ in range(3)]
    for thread in threads:
        thread.start()
    time.sleep(0.05)
    case.close()
    for thread in threads:
        thread.join(int(sys.argv[2]))
print(len(told), *set(told))
"""
"""Closes a case again and again while threads read in it."""


def test_a_case_can_be_closed_while_threads_read(case: Case, path: Path) -> None:
    """In a process of its own: what goes wrong there ends the process."""
    root = Path(__file__).resolve().parents[2]
    ran = subprocess.run(
        [sys.executable, "-c", CLOSING, path, str(PATIENCE_S)], cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout) == (0, f"36 {path} was closed.\n"), ran.stderr


def _in_a_thread(act: Callable[[], object]) -> None:
    thread = threading.Thread(target=act)
    thread.start()
    thread.join(PATIENCE_S)
    assert not thread.is_alive()
