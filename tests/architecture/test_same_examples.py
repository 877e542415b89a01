"""The laws are tried with the same examples whenever the tests are run, unless asked otherwise."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LAWS = "tests/facts/test_model.py"


def told(**environ: str) -> str:
    """What hypothesis tells of the examples that these laws are tried with."""
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-s", "--hypothesis-verbosity=verbose", LAWS],
        cwd=ROOT, env={**os.environ, **environ}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return "".join(re.findall(r"Test case: .*|Trying example: .*|  +name=.*", ran.stdout))


def test_they_are_the_same_unless_they_are_to_be_random() -> None:
    once = told(CASEDESK_RANDOM="0", PYTHONHASHSEED="1")
    assert once.count("name=") > 100
    assert told(CASEDESK_RANDOM="0", PYTHONHASHSEED="2") == once
    assert told(CASEDESK_RANDOM="1", PYTHONHASHSEED="1") != once
