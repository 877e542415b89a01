"""Whatever call fails, and however, all that was acknowledged is there and nothing is half.

A sample of the calls of one session; ``make torture`` lets every one of them fail in every way.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests import laws
from tests.torture.faults import WAYS

ROOT = Path(__file__).resolve().parents[2]

NAMES = {"ftruncate64": "ftruncate", "posix_fallocate64": "fallocate", "open64": "openat"}
"""What the C library's functions are to the system."""

CHANGING = (
    "write", "pwrite64", "writev", "pwritev", "pwritev2", "sendfile", "copy_file_range", "fsync",
    "fdatasync", "sync_file_range", "msync", "ftruncate", "truncate", "fallocate", "unlink",
    "unlinkat", "rmdir", "rename", "renameat", "renameat2", "link", "linkat", "symlink",
    "symlinkat", "mkdir", "mkdirat", "chmod", "fchmod", "fchmodat", "chown", "fchown", "lchown",
    "fchownat",
)  # fmt: skip


def faults(*words: object, under: Sequence[str] = ()) -> dict[str, Any]:
    """The totals of a run of sessions with faults."""
    ran = subprocess.run(
        [*under, sys.executable, "-m", "tests.torture.faults", *map(str, words)],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    totals: dict[str, Any] = json.loads(ran.stdout)
    return totals


def test_a_call_that_fails_takes_nothing_that_was_acknowledged(shim: Path, tmp_path: Path) -> None:
    totals = faults(shim, tmp_path / "f", "--sample", laws.seed())
    assert totals["wrong"] == {}
    assert set(totals["fell"]) == set(WAYS)
    assert {call for fell in totals["fell"].values() for call in fell} == set(totals["calls"])


def test_no_call_that_changes_a_file_passes_the_shim_by(shim: Path, tmp_path: Path) -> None:
    if not shutil.which("strace"):
        pytest.skip("there is no strace to compare with")
    log, folder = tmp_path / "log", tmp_path / "f"
    strace = ["strace", "-f", "-y", "-o", str(log), "-e", f"trace={','.join(CHANGING)}"]
    seen = faults(shim, folder, "--call", "none", under=strace)["calls"]
    traced: Counter[str] = Counter()
    lines = [line.split(maxsplit=1) for line in log.read_text().splitlines()]
    for child, call in lines:  # the first is who forks the session
        found = re.match(rf'(\w+)\(.*{re.escape(str(folder))}/count[/>"]', call)
        if found and child != lines[0][0]:
            traced[found[1]] += 1
    wanted = {NAMES.get(name, name): n for name, n in seen.items()}
    wanted.pop("openat")  # of which strace cannot tell those that make a file
    assert traced == wanted
