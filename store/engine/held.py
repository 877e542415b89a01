"""Which cases this process has open, so that none of them is opened and closed as a plain file.

On POSIX, whoever closes a file lets go of all locks that its process has on it, also those that
SQLite took through another opening (https://sqlite.org/howtocorrupt.html, 2.2). Another process
would then think it is the last to leave, and take the journal away under who still writes to it.
"""

import errno
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

Which: TypeAlias = tuple[int, int] | None
"""The device and the number of a file, None where there is none."""

_HELD: Final[Counter[Which]] = Counter()
_LOCK: Final = threading.Lock()


def hold(path: Path) -> Which:
    """Note that a case is opened here; to be let go of when it is closed."""
    with _LOCK:
        which = _which(path)
        _HELD[which] += 1
        return which


def let_go(which: Which) -> None:
    """Note that a case was closed."""
    with _LOCK:
        _HELD[which] -= 1


@contextmanager
def unless_held(path: Path) -> Iterator[bool]:
    """Whether a file may be opened as a plain one; nobody opens it as a case meanwhile."""
    with _LOCK:
        which = _which(path)
        yield which is None or _HELD[which] <= 0


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A file that anybody may have named, to be read; `OSError` for a case that is open here."""
    with unless_held(path) as may_be_opened:
        if not may_be_opened:
            raise OSError(errno.EBUSY, "it is a case that is open here", str(path))
        with path.open("rb") as file:
            yield file


def _which(path: Path) -> Which:
    try:
        seen = path.stat()
    except OSError:
        return None
    return seen.st_dev, seen.st_ino
