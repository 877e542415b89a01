"""What the table at the end says of the tests that were run."""

import pytest

from tests.torture.parts import last_line


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
