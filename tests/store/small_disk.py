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
    mount = f'mount -t tmpfs -o size={size} none "{folder}"'
    return "\n".join(mount_in_a_namespace(mount, [sys.executable, str(script), str(folder)]))


def mount_in_a_namespace(mount: str, command: list[str]) -> list[str]:
    """Run a command where something is mounted that nobody else sees; returns its lines."""
    if sys.platform != "linux" or not shutil.which("unshare"):
        pytest.skip("there is no unshare to mount something with")
    unshare = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "-rm"]
    if subprocess.run([*unshare, "sh", "-c", mount], capture_output=True).returncode:
        pytest.skip("this machine does not let one mount something")
    done = subprocess.run(
        [*unshare, "sh", "-c", f'{mount} && exec "$@"', "sh", *command],
        capture_output=True, text=True, timeout=120, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
