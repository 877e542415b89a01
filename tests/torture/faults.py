"""Lets every call of a session that changes a file fail once, in several ways.

    python -m tests.torture.faults SHIM FOLDER [--sample SEED] [--way EIO] [--call fsync]

Runs itself anew with the shim loaded into it, and forks the session for each point, which makes a
run cheap: nothing is imported twice. After each, the case is opened without faults and held
against what the session had been acknowledged. Prints one line of JSON.
"""

import argparse
import ctypes
import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from store import CaseError, open_case
from store.errors import CaseMissing
from tests.torture import session
from tests.torture.ledger import Ledger

if TYPE_CHECKING:
    from tests.torture.writer import Line

SOURCE: Final = Path(__file__).with_name("shim.c")

Point: TypeAlias = tuple[int, str]
"""The number of a call, and the way it fails."""

COUNT: Final = 0
WAYS: Final = {"kill": 1, "torn": 2, "EIO": 3, "ENOSPC": 4, "full": 5, "broken": 6}
"""Killed before a call, killed half-way through it, one error, and errors from then on."""


class Session:
    """The session in a folder of its own, with one call failing."""

    def __init__(
        self, folder: Path, at: int = 0, way: int = COUNT, *, is_commit: bool = False
    ) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.path = folder.resolve() / "try.case"
        self.at, self.way, self.is_commit = at, way, is_commit
        self.report: list[Line] = []
        self.calls: list[str] = []
        """What was called, in order, with the file's name."""
        self.closing = range(0)
        """Which of them were made while the case was closed, where nothing is promised any more."""
        self.status = 0
        self.said = ""
        """What it wrote to stderr, which should be nothing."""

    def play(self) -> "Session":
        """Play it in a child; the calls and the report come over pipes."""
        reported, report = os.pipe()
        calls, said = (self.path.parent.with_suffix(end) for end in (".calls", ".said"))
        with calls.open("w+b", buffering=0) as trace, said.open("wb") as errors:
            if (child := os.fork()) == 0:
                os.dup2(errors.fileno(), 2)
                shim = ctypes.CDLL(None)
                root = os.fsencode(f"{self.path.parent}/")
                shim.fault_arm(root, ctypes.c_long(self.at), self.way, trace.fileno())
                session.play(self.path, report, trace.fileno())
            os.close(report)
            with os.fdopen(reported) as lines:
                self.report = [{"name": "1-0"}, *(json.loads(s) for s in lines if s.endswith("\n"))]
            _, status = os.waitpid(child, 0)
        self.status = os.waitstatus_to_exitcode(status)
        before, *closing = calls.read_text().split(f"{session.CLOSING}\n")
        self.calls = [*before.splitlines(), *"".join(closing).splitlines()]
        first = before.count("\n") + 1
        self.closing = range(first, first + "".join(closing[:1]).count("\n"))
        self.said = said.read_text()
        return self

    @property
    def failing(self) -> str:
        """The call that failed, and on what."""
        return _plain(self.calls[self.at - 1]) if 0 < self.at <= len(self.calls) else ""

    def check(self) -> None:
        """All that was acknowledged is there, nothing is half, and what was refused was told."""
        killed = self.way in (WAYS["kill"], WAYS["torn"])
        assert self.status == (-9 if killed else 0), f"it ended with {self.status}: {self.said}"
        for line in self.report:
            if "refused" in line and "undo" not in line["error"].lower():
                assert str(self.path) in line["refused"], f"it names no case: {line}"
                assert line["refused"].endswith("."), f"no sentence: {line}"
        done = {line["done"] for line in self.report if "took" in line and "refused" not in line}
        if "fill" in done:
            ledger = Ledger(self.path)
            ledger.check([self.report])
            ledger.check_whole()
        else:
            self._check_unfilled(made="make" in done)
        if not killed:
            self._check_errors(done)

    def _check_unfilled(self, *, made: bool) -> None:
        try:
            open_case(self.path).close()
        except CaseMissing:
            assert not made, "the case was made, and is not there"

    def _check_errors(self, done: set[str]) -> None:
        litter = [p.name for p in self.path.parent.rglob("*") if ".new-" in p.name]
        assert not litter or self._cannot_tidy(), f"left behind: {litter}"
        if self.way == WAYS["ENOSPC"] and self.failing.split()[0] == "pwrite64":
            assert "again" in done, "it does not go on, with room"
        if self.way == WAYS["EIO"] and self.is_commit:
            self._check_stopped()

    def _cannot_tidy(self) -> bool:
        return self.way == WAYS["broken"] or self.failing.startswith("unlink")

    def _check_stopped(self) -> None:
        """What could not be made durable ends the writing, until the case is opened again."""
        worked = iter(self.report)
        failed = next((x for x in worked if "The disk failed" in x.get("refused", "")), None)
        assert failed, f"nobody was told, {self.report}"
        for line in worked:
            if failed["done"] == "fill" or line.get("begin") == "again":
                break
            is_same = (line.get("done") == "count") == (failed["done"] == "count")
            assert not is_same or "seq" not in line, f"written after a failed fsync: {line}"


def _is_commit(whole: Session, at: int) -> bool:
    """Whether this call makes a change durable.

    Not where it is the first of a checkpoint: what that cannot bring into the case stays in the
    journal, which was durable before, and the next checkpoint tries all of it again.
    """
    after = "".join(whole.calls[at : at + 1])
    syncs = whole.calls[at - 1] == "fdatasync try.case-wal" and not after.endswith(" try.case")
    return syncs and at not in whole.closing


def _plain(call: str) -> str:
    return re.sub(r"\.new-\w+", ".new", call)


def run(folder: Path, points: Callable[[Session], list[Point]]) -> dict[str, object]:
    """Play the session once for each point; what fell where, and all that was wrong."""
    whole = Session(folder / "count").play()
    assert whole.status == 0, whole.said
    fell: dict[str, Counter[str]] = defaultdict(Counter)
    wrong: Counter[str] = Counter()
    for at, way in points(whole):
        is_commit = _is_commit(whole, at)
        one = Session(folder / way, at, WAYS[way], is_commit=is_commit).play()
        try:
            one.check()
        except (AssertionError, CaseError) as error:
            said = f"{way} at {at}, {one.failing}: {error}"
            wrong[said.replace(str(folder), "")[:400]] += 1
        fell[way][one.failing.partition(" ")[0]] += 1
    return {
        "calls": Counter(c.partition(" ")[0] for c in whole.calls),
        "fell": fell,
        "wrong": wrong,
    }


def every(whole: Session, ways: Sequence[str], call: str = "") -> list[Point]:
    """Each call in each way."""
    wanted = [at for at, name in enumerate(whole.calls, 1) if name.startswith(call)]
    return [(at, way) for way in ways for at in wanted]


def sample(whole: Session, ways: Sequence[str], rng: random.Random) -> list[Point]:
    """One of all that call the same on the same file, in one way."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, call in enumerate(whole.calls, 1):
        groups[_plain(call)].append(at)
    return [(rng.choice(group), rng.choice(ways)) for group in groups.values()]


def compiled(folder: Path) -> Path:
    """The shim, made with this machine's C compiler; raises OSError where there is none."""
    shim = folder / "shim.so"
    words = ["cc", "-shared", "-fPIC", "-O1", "-o", str(shim), str(SOURCE), "-ldl"]
    ran = subprocess.run(words, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise OSError(f"the shim cannot be compiled here: {ran.stderr}")
    return shim


def main(words: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("shim", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, help="a seed, to try one of each kind")
    parser.add_argument("--way", choices=WAYS, action="append", default=[])
    parser.add_argument("--call", default="", help="such as fdatasync")
    asked = parser.parse_args(words)
    if os.environ.get("LD_PRELOAD") != str(asked.shim):
        os.environ["LD_PRELOAD"] = str(asked.shim)
        os.execv(sys.executable, [sys.executable, "-m", "tests.torture.faults", *sys.argv[1:]])
    folder = asked.folder.resolve()
    ways = asked.way or list(WAYS)
    if asked.sample is None:
        totals = run(folder, lambda whole: every(whole, ways, asked.call))
    else:
        totals = run(folder, lambda whole: sample(whole, ways, random.Random(asked.sample)))
    sys.stdout.write(json.dumps(totals) + "\n")


if __name__ == "__main__":
    main()
