"""What ``make torture`` runs, each part a program of its own, and how each tells what it did."""

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from tests.torture.faults import WAYS

ROOT: Final = Path(__file__).resolve().parents[2]

KILLS: Final = {1: 400, 2: 300, 4: 320}
"""How many kills for one, two and four writers."""

CHUNK: Final = 100
DESK_KILLS: Final = 200
CUTS: Final = 4
"""How often the power is cut at each moment of each session."""
DAMAGE: Final = 600
TIMES: Final = {"two analysts and a model": 25, "keys pressed at random": 25, "laws": 10}
"""How many times as many examples as among the tests, all of them at random."""
OWN_ROWS: Final = {
    "test_two_hands.py": "two analysts and a model",
    "test_random_keys.py": "keys pressed at random",
}
"""Files of laws that have a row of the table to themselves."""


class Part(NamedTuple):
    """One program, and the line of the table that its output is read for."""

    row: str
    """Parts of one row are told together."""
    words: list[str]
    tell: Callable[[list[str]], str]
    """What happened, from the outputs of all parts of the row."""
    environ: Mapping[str, str] = {}


def parts(folder: Path, share: float) -> list[Part]:
    """All there is to run, the longest first; `share` makes each smaller."""
    return [
        *_kills(folder, share),
        *_faults(folder),
        *_cuts(folder, share),
        _tests("desks killed in a terminal", "tests/terminal/test_kills.py",
               CASEDESK_DESK_KILLS=max(12, DESK_KILLS * share)),
        _tests("damage: flips and cuts", "tests/store/test_damage.py",
               CASEDESK_DAMAGE=max(24, DAMAGE * share)),
        *_laws(share),
        _tests("faulty writers are found", "tests/torture/test_kills_of_writers.py",
               "tests/torture/test_cuts.py", "-k", "a_writer_with_a_fault or a_fault_in_what",
               CASEDESK_RANDOM=1),
        _tests("the shim sees what strace sees", "tests/torture/test_faults.py", "-k", "shim"),
        _tests("disks full or failing", "tests/terminal/test_full_disk.py",
               "tests/store/test_full_disk.py", "tests/store/test_failing_disk.py"),
        Part("TinyDB's own suite", _python("bench/tinydb_suite.py"), last_line),
    ]  # fmt: skip


def _kills(folder: Path, share: float) -> Iterable[Part]:
    for writers in sorted(KILLS, reverse=True):
        left = max(writers, round(KILLS[writers] * share))
        for seed in range(0, left, CHUNK):
            own = folder / f"kills-{writers}-{seed}"
            words = _python(
                "-m", "tests.torture.kills", own, f"--kills={min(CHUNK, left - seed)}",
                f"--writers={writers}", f"--seed={seed + writers}",
            )  # fmt: skip
            yield Part(f"kills, writers: {writers}", words, told_of_kills)


def _faults(folder: Path) -> Iterable[Part]:
    for way in WAYS:
        words = _python(
            "-m", "tests.torture.faults", folder / "shim.so", folder / f"faults-{way}", "--way", way
        )
        yield Part(f"every call fails: {way}", words, told_of_faults)


def _cuts(folder: Path, share: float) -> Iterable[Part]:
    for seed in range(max(1, round(CUTS * share))):
        for script in ("work", "restore"):
            own = folder / f"cuts-{script}-{seed}"
            words = _python(
                "-m", "tests.torture.cuts", folder / "shim.so", own,
                f"--script={script}", f"--seed={seed}",
            )  # fmt: skip
            yield Part(f"the power is cut: {script}", words, told_of_cuts)


def _laws(share: float) -> Iterable[Part]:
    """Every file of tests that hypothesis draws the examples of."""
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        if re.search(r"^from hypothesis import .*\b(given|settings)\b", path.read_text(), re.M):
            row = OWN_ROWS.get(path.name, "laws")
            yield _tests(
                row, str(path.relative_to(ROOT)), CASEDESK_RANDOM=max(1, TIMES[row] * share)
            )


def _tests(row: str, *words: str, **environ: float) -> Part:
    pytest = _python("-m", "pytest", "-q", "-rs", *words)
    return Part(row, pytest, last_line, {name: str(int(n)) for name, n in environ.items()})


def _python(*words: object) -> list[str]:
    return [sys.executable, *map(str, words)]


def told_of_kills(outputs: list[str]) -> str:
    """How many, and in what they fell."""
    totals = [json.loads(output) for output in outputs]
    inside, done = _summed(totals, "inside"), _summed(totals, "acknowledged")
    fell = ", ".join(f"{kind} {n}" for kind, n in inside.most_common())
    changes, backups = (sum(t[name] for t in totals) for name in ("changes", "backups"))
    return (
        f"{inside.total()} kills ({fell}); {done.total()} acts acknowledged, 0 lost; "
        f"{changes} changes verified, {backups} backups whole; "
        f"counted {sum(t['counted'] for t in totals)}, counter {sum(t['counters'] for t in totals)}"
    )


def told_of_faults(outputs: list[str]) -> str:
    """Which calls failed, and what was wrong then."""
    totals = [json.loads(output) for output in outputs]
    fell: Counter[str] = Counter()
    for total in totals:
        for calls in total["fell"].values():
            fell.update(calls)
    calls = ", ".join(f"{call} {n}" for call, n in fell.most_common())
    wrong = _summed(totals, "wrong")
    said = "".join(f"\n    {n} x {what}" for what, n in wrong.items())
    return f"{fell.total()} failed ({calls}); {wrong.total()} wrong{said}"


def told_of_cuts(outputs: list[str]) -> str:
    """How many, in a session of which calls, and what was wrong then."""
    totals = [json.loads(output) for output in outputs]
    calls = ", ".join(f"{call} {n}" for call, n in Counter(totals[0]["calls"]).most_common())
    wrong = _summed(totals, "wrong")
    said = "".join(f"\n    {n} x {what}" for what, n in wrong.items())
    return f"{sum(t['cuts'] for t in totals)} cuts ({calls}); {wrong.total()} wrong{said}"


def is_wrong(row: str, told: str) -> bool:
    """Whether a part that ended well tells of something that is wrong."""
    return bool(re.search(r"\b[1-9]\d* wrong", told)) and needs_shim(row)


def needs_shim(row: str) -> bool:
    """Whether the calls of what is told in that row are watched."""
    return row.startswith(("every call", "the power"))


def _summed(totals: Iterable[Mapping[str, Any]], name: str) -> Counter[str]:
    summed: Counter[str] = Counter()
    for total in totals:
        summed.update(total[name])
    return summed


def last_line(outputs: list[str]) -> str:
    """The closing lines of pytest runs as one, and what they skipped."""
    lines = [line.strip() for output in outputs for line in output.splitlines() if line.strip()]
    skipped = [line for line in lines if line.startswith("SKIPPED")]
    dots = [line.split("[")[0].strip() for line in lines]
    passed = sum(row.count(".") for row in dots if set(row) <= set(".sFE"))
    summary = [line for line in lines if " passed" in line or " skipped" in line]
    return "; ".join([*(summary[-1:] or [f"{passed} tests passed"]), *skipped])


def environ_of(part: Part) -> dict[str, str]:
    """The environment that a part is run in."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **part.environ}
