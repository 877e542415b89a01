"""The bench of sharing still runs, whatever this machine's speed today."""

import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parents[2] / "bench" / "sharing.py"


def test_a_few_changes_are_measured() -> None:
    words = [sys.executable, str(BENCH), "3", "30"]
    result = subprocess.run(words, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "a colleague's decision on the screen" in result.stdout
    assert ", 0 bytes sent" in result.stdout
