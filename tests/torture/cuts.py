"""Cuts the power at every moment of a session and holds what a disk may hold then against it.

    python -m tests.torture.cuts SHIM FOLDER [--script restore] [--sample] [--mutant hasty]

Runs itself anew with the shim loaded into it, which notes each call that changes a file with its
bytes. The session is played once; each cut is then a folder of files made from what was noted.
Prints one line of JSON.
"""

import argparse
import ctypes
import json
import os
import random
import re
import shutil
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from store import CaseError
from store.engine import connecting, copying
from tests.torture import putting_back, session
from tests.torture.disk import HEAD, LUCKS, Call, Disk, Luck
from tests.torture.ledger import Ledger
from tests.torture.writer import Line

NAME: Final = "kept/try.case"
"""In a folder that is not there before, as the first case of an analyst is."""

NAMED: Final = 8
"""How often the power is cut after a name came or went."""

LONGEST: Final = 400
"""Characters of what is wrong with one cut."""


Check: TypeAlias = Callable[[Path, Sequence[Line]], None]


class Script(NamedTuple):
    """A session, and what must be there when it is cut short."""

    play: Callable[[Path, int, int], None]
    check: Check


class Noted(NamedTuple):
    """What a session did to its disk, and what it was acknowledged between."""

    steps: tuple[Call | Line, ...]
    status: int


class Cut(NamedTuple):
    """A moment, and what came of what was on its way to the disk."""

    step: int
    """After so many of what was noted."""
    luck: Luck
    dice: int
    """Where those begin that say what got there."""

    @classmethod
    def at(cls, step: int, rng: random.Random) -> "Cut":
        """One at that moment, with any luck."""
        return cls(step, rng.choice(LUCKS), rng.randrange(10**9))


def noted(folder: Path, script: str, mutant: str = "") -> Noted:
    """Play the session in a child, with a fault if one is named, and take down what it did.

    What a cut leaves has to lie in the same folder, which is named in what is told.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    record = folder.with_suffix(".record")
    with record.open("wb") as empty, record.open("ab", buffering=0) as file:
        empty.flush()
        if (child := os.fork()) == 0:
            if mutant:
                MUTANTS[mutant]()
            root = os.fsencode(f"{folder.resolve()}/")
            ctypes.CDLL(None).record_arm(root, file.fileno())
            SCRIPTS[script].play(folder.resolve() / NAME, file.fileno(), file.fileno())
    _, status = os.waitpid(child, 0)
    return Noted(tuple(_steps(record.read_bytes())), os.waitstatus_to_exitcode(status))


def _steps(record: bytes) -> Iterator[Call | Line]:
    at = 0
    while at < len(record):
        end = record.index(b"\n", at)
        line, at = record[at:end], end + 1
        if line.startswith(b"{"):
            yield json.loads(line)
        elif HEAD in line:
            name, number, where, size, path, source = os.fsdecode(line).split("\t")
            data = record[at : at + int(size)]
            yield Call(name, int(number), int(where), path, source, data)
            at += len(data)


def every(steps: Sequence[Call | Line], rng: random.Random) -> list[Cut]:
    """One at each moment, and several where names come and go, as each of them may be there."""
    return [
        Cut.at(step, rng)
        for step, one in enumerate(steps, 1)
        for _ in range(NAMED if isinstance(one, Call) and one.names else 1)
    ]


def sample(steps: Sequence[Call | Line], rng: random.Random) -> list[Cut]:
    """One after one of all that call the same on the same file, and after each kind of act."""
    groups: dict[str, list[int]] = defaultdict(list)
    for step, one in enumerate(steps, 1):
        groups[_plain(one)].append(step)
    return sorted(Cut.at(rng.choice(group), rng) for group in groups.values())


def _plain(step: Call | Line) -> str:
    if isinstance(step, Call):
        return re.sub(r"\.new-\w+", ".new", f"{step.name} {step.path}")
    return f"told of {step.get('done')}"


def run(
    folder: Path, script: str, steps: Sequence[Call | Line], cuts: Iterable[Cut]
) -> Iterator[str]:
    """Make what each cut leaves, look at it, and tell what is wrong with it; "" if nothing is."""
    disk, done = Disk(), 0
    report: list[Line] = [{"name": "1-0"}]
    for step, luck, dice in cuts:
        for one in steps[done:step]:
            if isinstance(one, Call):
                disk.play(one)
            else:
                report.append(one)
        done = step
        shutil.rmtree(folder, ignore_errors=True)
        disk.cut(folder, random.Random(dice), luck)
        said = _said(SCRIPTS[script].check, folder / NAME, report)
        yield said and f"{luck} after {step}, {_plain(steps[step - 1])}: {said}"[:LONGEST]


def _said(check: Check, path: Path, report: Sequence[Line]) -> str:
    """What is wrong with a case after a cut; "" if nothing is."""
    try:
        check(path, report)
    except (AssertionError, CaseError, sqlite3.Error) as error:
        return f"{type(error).__name__}: {error}".replace(str(path.parent), "")
    return ""


def _check(path: Path, report: Sequence[Line]) -> None:
    """All that was acknowledged is there, nothing is half, and nothing is refused."""
    done = {line["done"] for line in report if "took" in line and "refused" not in line}
    ledger = Ledger(path)
    if "fill" in done:
        ledger.check([report])
    elif not path.exists():
        assert "make" not in done, "the case was made, and is not there"
        return
    ledger.check_whole()


SCRIPTS: Final = {
    "work": Script(session.play, _check),
    "restore": Script(putting_back.play, putting_back.check),
}


def _hasty() -> None:
    """Acknowledges what is not on the disk yet."""
    to_write = connecting.to_write

    def to_write_at_once(path: Path, wait_ms: int) -> sqlite3.Connection:
        connection = to_write(path, wait_ms)
        connection.execute("PRAGMA synchronous = OFF")
        return connection

    connecting.to_write = to_write_at_once


def _nameless() -> None:
    """Syncs files and not the folders that name them."""
    synced = copying.synced
    copying.synced = lambda path: None if path.is_dir() else synced(path)


def _hollow() -> None:
    """Syncs folders and not the files that they name."""
    synced = copying.synced
    copying.synced = lambda path: synced(path) if path.is_dir() else None


MUTANTS: Final[Mapping[str, Callable[[], None]]] = {
    "hasty": _hasty, "nameless": _nameless, "hollow": _hollow,
}  # fmt: skip
"""Faults that must be found: else the cuts would prove nothing."""


def main(words: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("shim", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--script", choices=SCRIPTS, default="work")
    parser.add_argument("--sample", action="store_true", help="once at each kind of moment")
    parser.add_argument("--mutant", choices=MUTANTS, default="", help="ends with what finds it")
    asked = parser.parse_args(words)
    if os.environ.get("LD_PRELOAD") != str(asked.shim):
        os.environ["LD_PRELOAD"] = str(asked.shim)
        os.execv(sys.executable, [sys.executable, "-m", "tests.torture.cuts", *sys.argv[1:]])
    folder = asked.folder.resolve()
    told = noted(folder, asked.script, asked.mutant)
    assert told.status == 0, f"the session ended with {told.status}"
    cuts = (sample if asked.sample else every)(told.steps, random.Random(asked.seed))
    looked: list[str] = []
    for said in run(folder, asked.script, told.steps, cuts):
        looked.append(said)
        if said and asked.mutant:
            break
    calls = Counter(step.name for step in told.steps if isinstance(step, Call))
    totals = {"calls": calls, "cuts": len(looked), "wrong": Counter(filter(None, looked))}
    sys.stdout.write(json.dumps(totals) + "\n")


if __name__ == "__main__":
    main()
