"""Commands that file modes bind, also where root runs the tests."""

import os
import shutil

import pytest


def bound_by_modes() -> list[str]:
    """What to start a command with so that it may only what modes allow; skips where none is."""
    if os.geteuid() != 0:
        return []
    if not shutil.which("setpriv"):
        pytest.skip("root passes every file mode, and there is no setpriv to give that up")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
