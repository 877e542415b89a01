"""The same examples of every law in every run of the tests; see `tests.laws`."""

import pytest
from hypothesis import is_hypothesis_test

from tests import laws

laws.load()


def pytest_collection_finish(session: pytest.Session) -> None:
    if any(is_hypothesis_test(getattr(item, "obj", None)) for item in session.items):
        laws.import_all("facts", "store", "tui", "seeds")
