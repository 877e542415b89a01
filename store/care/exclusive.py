"""A case that nobody has open, and that nobody opens meanwhile."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from store.engine import held
from store.engine.slots import is_locked
from store.errors import CaseBusy

_SHARED_FIRST: Final = 0x40000002
_SHARED_SIZE: Final = 510
"""The bytes that SQLite locks as long as a case is open (https://sqlite.org/lockingv3.html)."""


@contextmanager
def alone(path: Path) -> Iterator[BinaryIO | None]:
    """The file of the case, None where there is none; `CaseBusy` where somebody has it open.

    It has to be read by this and by no other opening, with whose end its lock would go. Nobody
    can be kept out of one that may only be read here. SQLite itself is not asked: it might mend
    what is to be left as it is.
    """
    with held.unless_held(path) as may_be_opened:
        if not may_be_opened:  # nor could it be asked: with the file it closes go its locks
            raise CaseBusy(f"{path} is open here; it was left as it is.")
    is_mine = os.access(path, os.W_OK)
    if not path.exists():
        yield None
        return
    with path.open("r+b" if is_mine else "rb") as file:
        try:
            if is_locked(file.fileno(), _SHARED_FIRST, _SHARED_SIZE):
                raise BlockingIOError
            if is_mine:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED_SIZE, _SHARED_FIRST)
        except OSError as error:
            raise CaseBusy(f"{path} is open somewhere; it was left as it is.") from error
        yield file
