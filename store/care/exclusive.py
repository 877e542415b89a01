"""A case that nobody has open, and that nobody opens meanwhile."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from store.engine import held
from store.errors import CaseBusy

_SHARED_FIRST: Final = 0x40000002
_SHARED_SIZE: Final = 510
"""The bytes that SQLite locks as long as a case is open (https://sqlite.org/lockingv3.html)."""


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Raise `CaseBusy` where somebody has the case open; one that may only be read is not asked.

    SQLite itself is not asked either: it might mend what is to be left as it is.
    """
    with held.unless_held(path) as may_be_opened:
        if not may_be_opened:  # nor could it be asked: with the file it closes go its locks
            raise CaseBusy(f"{path} is open here; it was left as it is.")
    if not os.access(path, os.W_OK):
        yield
        return
    with path.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED_SIZE, _SHARED_FIRST)
        except OSError as error:
            raise CaseBusy(f"{path} is open somewhere; it was left as it is.") from error
        yield
