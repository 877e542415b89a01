"""What the table at the end says of the tests that were run."""

import re
from pathlib import Path

import pytest

from tests.torture.parts import last_line, parts


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        (".                        [100%]\n", "1 tests passed"),
        ("..s..  [ 50%]\n.....  [100%]\nSKIPPED [1] no cc\n", "9 tests passed; SKIPPED [1] no cc"),
        ("TinyDB 4.9.0: 150 passed, 1 failed\n", "TinyDB 4.9.0: 150 passed, 1 failed"),
    ],
)
def test_the_tests_that_passed_are_counted(printed: str, told: str) -> None:
    assert last_line([printed]) == told


def test_every_law_is_tried_at_random(tmp_path: Path) -> None:
    drawn = {
        word
        for part in parts(tmp_path, 1.0)
        if "CASEDESK_RANDOM" in part.environ
        for word in part.words
    }
    tests = Path(__file__).parents[1]
    assert {
        f"tests/{path.relative_to(tests)}"
        for path in tests.rglob("test_*.py")
        if re.search(r"^ *@given\b|\.TestCase$", path.read_text(), re.M)
    } <= drawn
