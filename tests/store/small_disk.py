"""A disk of a few megabytes to fill, for a test: a tmpfs of its own, seen by nobody else."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def on_small_disk(script: Path, folder: Path, size: str = "12m") -> str:
    """Run a test's own script with a small disk mounted on a folder; returns what it printed.

    In a namespace of its own, so that the disk goes with the process; skips where there is none.
    """
    if sys.platform != "linux" or not shutil.which("unshare"):
        pytest.skip("no unshare to mount a small disk with")
    unshare = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "-rm"]
    mounted = f'mount -t tmpfs -o size={size} none "$1" && exec "$2" "$3" "$1"'
    words = [str(folder), sys.executable, str(script)]
    if subprocess.run([*unshare, "sh", "-c", mounted, "sh", str(folder), "true", ""]).returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    done = subprocess.run(
        [*unshare, "sh", "-c", mounted, "sh", *words],
        capture_output=True, text=True, timeout=120, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout
