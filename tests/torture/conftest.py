"""What stands between a session and its disk."""

from pathlib import Path

import pytest

from tests.torture.faults import compiled


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shim, where this machine can compile it."""
    try:
        return compiled(tmp_path_factory.mktemp("shim"))
    except OSError as error:
        pytest.skip(str(error))
