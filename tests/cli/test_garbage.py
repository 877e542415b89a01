"""Until the first article is read, Python hardly looks for garbage."""

import subprocess
import sys

from tests.cli.conftest import SEEDS

LOOKED = """
import gc
import sys

looked = []
gc.callbacks.append(lambda phase, info: looked.append(phase))
from tui.__main__ import main

loaded = len(looked)
code = main()
print(loaded, len(looked), file=sys.stderr)
sys.exit(code)
"""


def test_a_start_does_not_look_for_garbage_time_and_again() -> None:
    words = [sys.executable, "-c", LOOKED, "extract", str(SEEDS[0])]
    result = subprocess.run(words, capture_output=True, text=True, timeout=120)
    loaded, in_all = map(int, result.stderr.split())
    assert result.returncode == 0
    assert in_all - loaded < 60
