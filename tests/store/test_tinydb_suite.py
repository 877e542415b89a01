"""TinyDB's own tests pass on a case, but for those that compare class names."""

import runpy
from pathlib import Path

import pytest

SUITE = Path(__file__).resolve().parents[2] / "bench" / "tinydb_suite.py"


def test_tinydbs_own_suite(tmp_path: Path) -> None:
    suite = runpy.run_path(str(SUITE))
    try:
        tests = suite["fetch"](timeout=40)
    except OSError as error:
        pytest.skip(str(error))
    passed, failed, printed = suite["run"](tests, tmp_path)
    assert suite["unexpected"](failed) == [], printed
    assert passed >= 150, printed
