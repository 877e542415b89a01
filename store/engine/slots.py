"""A small file of slots beside a case, each held by a lock that ends with the process holding it.

Nothing in it outlives a process and nothing needs it, so it is never forced to the disk. The locks
are those of the open file (Linux's F_OFD_SETLK), because a plain lock of a process is let go when
any other descriptor of the file is closed, and two openings in one process could not tell their
slots apart. Where the system has none, nobody is seen, and all else works.
"""

import contextlib
import fcntl
import os
import struct
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

SLOT: Final = 512
"""Bytes of a slot."""
SLOTS: Final = 64
"""How many can be seen at once; whoever comes later works unseen."""

_DOOR: Final = SLOT * SLOTS
"""The byte whose lock is held while somebody comes or goes."""
_TRIES, _PAUSE_S = 10, 0.001

_FLOCK: Final = struct.Struct("@hhqqi4x")
_SET: Final = getattr(fcntl, "F_OFD_SETLK", 0)
_GET: Final = getattr(fcntl, "F_OFD_GETLK", 0)
_HAS_LOCKS: Final = bool(_SET and _GET) and sys.platform == "linux" and sys.maxsize > 2**32
"""The shape of the question is that of Linux on 64 bits."""


class Slots:
    """The file as one process has it open, with the slot that is its own, if any."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._fd, self._may_write = _open(path)
        self._inode = os.fstat(self._fd).st_ino
        self.own: int | None = None
        """The slot held here."""

    @classmethod
    def open(cls, path: Path, like: Path | None) -> "Slots | None":
        """Open the file, or make it with the mode and group of `like`; None where that cannot be.

        Without `like` nothing is made.
        """
        if not _HAS_LOCKS:
            return None
        for _ in range(_TRIES):
            try:
                if like is not None and not path.exists():
                    _make(path, like)
                slots = cls(path)
            except OSError:
                return None
            with slots._door() as is_open:
                if slots.is_in_place():
                    if like is not None and is_open:
                        slots._claim()
                    return slots
            os.close(slots._fd)  # its last user has just removed it
        return None

    def is_in_place(self) -> bool:
        """Whether the file is still the one at its path."""
        try:
            return self._path.stat().st_ino == self._inode
        except OSError:
            return False

    def read(self) -> bytes:
        """All slots as they are written."""
        try:
            return os.pread(self._fd, _DOOR, 0)
        except OSError:
            return b""

    def write(self, text: bytes) -> None:
        """Fill the own slot; a full disk leaves it as it was."""
        if self.own is not None:
            try:  # at each change twice: contextlib.suppress takes longer than the writing
                os.pwrite(self._fd, text[: SLOT - 1].ljust(SLOT - 1) + b"\n", self.own * SLOT)
            except OSError:
                return

    def is_held(self, slot: int) -> bool:
        """Whether another opening of the file holds a slot, alive as it must be for that."""
        return is_locked(self._fd, slot * SLOT, SLOT)

    def leave(self) -> None:
        """Let the own slot go; the last to leave removes the file."""
        with self._door() as is_open:
            if self.own is not None:
                self.write(b"")
            if is_open and self.own is not None and self._is_last() and self.is_in_place():
                with contextlib.suppress(OSError):
                    self._path.unlink()
        os.close(self._fd)

    def _claim(self) -> None:
        if self._may_write:
            free = (slot for slot in range(SLOTS) if self._lock(slot * SLOT, SLOT))
            self.own = next(free, None)

    def _is_last(self) -> bool:
        return not any(map(self.is_held, range(SLOTS)))

    @contextlib.contextmanager
    def _door(self) -> Iterator[bool]:
        """Hold the door for a moment; False where somebody else holds it for longer."""
        is_open = self._lock(_DOOR, 1)
        for _ in range(_TRIES * self._may_write):
            if is_open:
                break
            time.sleep(_PAUSE_S)
            is_open = self._lock(_DOOR, 1)
        try:
            yield is_open
        finally:
            if is_open:
                self._unlock(_DOOR, 1)

    def _lock(self, start: int, length: int) -> bool:
        return self._set(fcntl.F_WRLCK, start, length)

    def _unlock(self, start: int, length: int) -> None:
        with contextlib.suppress(OSError):  # closed meanwhile, which lets go of it too
            self._set(fcntl.F_UNLCK, start, length)

    def _set(self, kind: int, start: int, length: int) -> bool:
        try:
            fcntl.fcntl(self._fd, _SET, _FLOCK.pack(kind, os.SEEK_SET, start, length, 0))
        except OSError:
            return False
        return True


def is_locked(opened: int, start: int, length: int) -> bool:
    """Whether somebody else has locked some of these bytes; False where the system cannot tell.

    To ask, a file need not be open for writing.
    """
    if not _HAS_LOCKS:
        return False
    asked = _FLOCK.pack(fcntl.F_WRLCK, os.SEEK_SET, start, length, 0)
    try:
        return bool(_FLOCK.unpack(fcntl.fcntl(opened, _GET, asked))[0] != fcntl.F_UNLCK)
    except OSError:
        return False


def _open(path: Path) -> tuple[int, bool]:
    """Whoever may only read the file sees the others and is not seen."""
    flags = os.O_CLOEXEC | os.O_NOFOLLOW
    try:
        return os.open(path, os.O_RDWR | flags), True
    except PermissionError:
        return os.open(path, os.O_RDONLY | flags), False


def _make(path: Path, like: Path) -> None:
    """The file appears with its mode and group, or not at all: others wait to open it."""
    known = like.stat()
    fresh = path.with_name(f"{path.name}.new-{os.urandom(4).hex()}")
    fd = os.open(fresh, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with contextlib.suppress(OSError):  # a group that one is not in
            os.fchown(fd, -1, known.st_gid)
        os.fchmod(fd, known.st_mode & 0o666)
        with contextlib.suppress(FileExistsError):
            os.link(fresh, path)
    finally:
        os.close(fd)
        fresh.unlink(missing_ok=True)
