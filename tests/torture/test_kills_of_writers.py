"""What was acknowledged is there after kills at any moment, whoever writes beside.

A sample; ``make torture`` kills a thousand.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import laws

ROOT = Path(__file__).resolve().parents[2]


def kill(folder: Path, kills: int, writers: int, mutant: str = "") -> dict[str, Any]:
    """The totals of a run of kills; raises with what was lost."""
    seed = laws.seed()
    ran = subprocess.run(
        [sys.executable, "-m", "tests.torture.kills", folder, f"--kills={kills}",
         f"--writers={writers}", f"--seed={seed}", f"--mutant={mutant}"],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert ran.returncode == 0, f"seed {seed}: {ran.stderr}"
    totals: dict[str, Any] = json.loads(ran.stdout)
    return totals


@pytest.mark.parametrize(("writers", "kills"), [(1, 20), (2, 12), (4, 4)])
def test_no_acknowledged_change_is_lost(tmp_path: Path, writers: int, kills: int) -> None:
    totals = kill(tmp_path, kills, writers)
    assert totals["kills"] >= kills
    assert sum(totals["acknowledged"].values()) > kills
    assert len(totals["inside"]) > kills // 5, "the kills fell in few acts"


@pytest.mark.parametrize(
    ("mutant", "writers", "found"),
    [
        ("hasty", 1, "lost"),  # acknowledges before the change is durable
        ("piecemeal", 1, "is not there|is not what|is lost"),  # commits half a change
        ("forgetful", 2, "and (?!0)[0-9]+ is there"),  # reads before it holds the right to write
    ],
)
def test_a_writer_with_a_fault_is_found(
    tmp_path: Path, mutant: str, writers: int, found: str
) -> None:
    with pytest.raises(AssertionError, match=found):
        kill(tmp_path, 200, writers, mutant)
