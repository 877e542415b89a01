"""When the power goes, at any moment, all that was acknowledged is there and nothing is half.

A sample of the moments of one session; ``make torture`` cuts at each of them, several times.
"""

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import laws
from tests.torture.cuts import MUTANTS, SCRIPTS
from tests.torture.disk import LUCKS, Call, Disk, Luck

ROOT = Path(__file__).resolve().parents[2]


def cut(shim: Path, folder: Path, *words: str) -> dict[str, Any]:
    """The totals of a run of cuts."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.torture.cuts", shim, folder, "--sample", *words,
         f"--seed={laws.seed()}"],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    totals: dict[str, Any] = json.loads(ran.stdout)
    return totals


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_power_cut_takes_nothing_that_was_acknowledged(
    shim: Path, tmp_path: Path, script: str
) -> None:
    totals = cut(shim, tmp_path / "f", "--script", script)
    assert totals["wrong"] == {}
    assert totals["cuts"] > len(LUCKS)
    assert totals["calls"]["fdatasync"] > 1
    assert totals["calls"]["fsync"] > 1


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_fault_in_what_is_synced_is_found(shim: Path, tmp_path: Path, mutant: str) -> None:
    assert cut(shim, tmp_path / "f", "--mutant", mutant)["wrong"]


NOTHING, ALL, NAMES = Luck(0.0, 0, 0.0), Luck(1.0, 0, 1.0), Luck(0.0, 0, 1.0)
MADE = Call("open", 7, 0, "a", "", b"")
WRITTEN = Call("pwrite64", 7, 0, "a", "", b"written")
SYNCED = Call("fsync", 7, 0, "a", "", b"")
NAMED = Call("fsync", 2, 0, ".", "", b"")


@pytest.mark.parametrize(
    ("calls", "luck", "left"),
    [
        ([MADE, WRITTEN, SYNCED], NOTHING, None),
        ([MADE, WRITTEN, NAMED], NOTHING, b""),
        ([MADE, WRITTEN, SYNCED, NAMED], NOTHING, b"written"),
        ([MADE, WRITTEN], NAMES, b""),
        ([MADE, WRITTEN], ALL, b"written"),
        ([MADE, NAMED, SYNCED, WRITTEN], NOTHING, b""),
        ([MADE, WRITTEN, SYNCED, NAMED, Call("unlink", 0, 0, "a", "", b"")], NOTHING, b"written"),
        ([MADE, WRITTEN, SYNCED, NAMED, Call("unlink", 0, 0, "a", "", b"")], NAMES, None),
        (
            [MADE, WRITTEN, SYNCED, NAMED, Call("ftruncate", 7, 3, "a", "", b"")],
            NOTHING,
            b"written",
        ),
        ([MADE, WRITTEN, SYNCED, NAMED, Call("ftruncate", 7, 3, "a", "", b"")], ALL, b"wri"),
        ([MADE, WRITTEN, SYNCED, Call("rename", 7, 0, "b", "a", b"")], NAMES, None),
    ],
)
def test_only_what_was_synced_is_certain(
    tmp_path: Path, calls: list[Call], luck: Luck, left: bytes | None
) -> None:
    disk = Disk()
    for call in calls:
        disk.play(call)
    disk.cut(tmp_path, random.Random(1), luck)
    file = tmp_path / "a"
    assert (file.read_bytes() if file.exists() else None) == left


def test_a_write_is_torn_between_sectors_of_the_disk(tmp_path: Path) -> None:
    disk = Disk()
    old, new = b"o" * 1436, b"n" * 1436
    for call in (MADE, WRITTEN._replace(where=100, data=old), SYNCED, NAMED,
                 WRITTEN._replace(where=100, data=new)):  # fmt: skip
        disk.play(call)
    torn = set()
    for seed in range(100):
        disk.cut(tmp_path, random.Random(seed), Luck(0.5, 512, 0.0))
        data = (tmp_path / "a").read_bytes()
        sectors = (data[100:512], data[512:1024], data[1024:])
        assert all(len(set(sector)) == 1 for sector in sectors)
        torn.add(bytes(sector[0] for sector in sectors))
    assert {b"ono", b"non"} < torn


def test_what_is_not_known_of_a_call_is_said() -> None:
    with pytest.raises(ValueError, match="copy_file_range of a"):
        Disk().play(Call("copy_file_range", 7, -1, "a", "", b""))
