"""The same examples of every law in every run of the tests; see `tests.laws`."""

import gc
from typing import Final

import pytest
from hypothesis import is_hypothesis_test

from tests import laws

laws.load()

_UNTIL_LOOKED_AT: Final = (20_000, 20, 20)
"""How much is made before garbage is looked for: a screen leaves much, and what is loaded none."""


def pytest_collection_finish(session: pytest.Session) -> None:
    if any(is_hypothesis_test(getattr(item, "obj", None)) for item in session.items):
        laws.import_all("facts", "store", "tui", "seeds")
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_UNTIL_LOOKED_AT)
