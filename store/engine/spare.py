"""Room kept beside a case, so that on a full disk the words in hand can still be saved."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, Final, ParamSpec, Protocol, TypeVar

from store.engine.copying import like

if TYPE_CHECKING:
    from store.engine.sqlite import Connections


class _Opened(Protocol):
    connections: "Connections"


Keeper = TypeVar("Keeper", bound=_Opened)
Saved = TypeVar("Saved")
Given = ParamSpec("Given")

SIZE: Final = 4 * 1024 * 1024
"""How much is kept: a note of 3 MB with what its change holds."""

_MARGIN: Final = 256 * 1024
"""Left to others when the spare is made, or making it would fill the disk by itself."""

NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT)
"""What the system says where a disk, or what a user may have of it, is full."""


class Spare:
    """A file of blocks that hold nothing, given back to the disk when it is full.

    It belongs to all who have the case open: that it is gone tells each of them that the disk
    was full, and whoever first finds room makes it again.
    """

    def __init__(self, case: Path) -> None:
        self._case = case
        self.path = case.with_name(f"{case.name}-spare")
        self._name = str(self.path)

    def is_there(self) -> bool:
        """Whether it is kept, whole."""
        try:
            return os.stat(self._name).st_size >= SIZE  # noqa: PTH116  # at each change
        except OSError:
            return False

    def keep(self) -> bool:
        """Make it unless it is there; False if the disk has no room for it.

        Where it cannot be made for another reason, there is none, and that is no error.
        """
        if self.is_there():
            return True
        try:
            self._make()
        except OSError as error:
            return error.errno not in NO_ROOM
        return True

    def release(self) -> bool:
        """Give its room back to the disk; whether there was any."""
        had = self.is_there()
        try:
            self.path.unlink()
        except OSError:
            return False
        return had

    def leave(self) -> None:
        """Take it away if nobody has the case open any more: a case at rest is one file."""
        if not Path(f"{self._case}-wal").exists():
            with suppress(OSError):  # there is none, or it is another user's
                self.path.unlink()

    def _make(self) -> None:
        disk = os.statvfs(self._case.absolute().parent)
        if disk.f_bavail * disk.f_frsize < SIZE + _MARGIN:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        flags = os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
        opened = os.open(self.path, flags, 0o600)
        try:
            allocate(opened, SIZE)
            like(self._case, self.path)
        except OSError:
            self.path.unlink(missing_ok=True)
            raise
        finally:
            os.close(opened)


def allocate(opened: int, size: int) -> None:
    """Have the disk set blocks aside; where it cannot, write what no disk can make smaller."""
    try:
        os.posix_fallocate(opened, 0, size)
    except AttributeError:  # macOS has no such call
        _write_noise(opened, size)
    except OSError as error:
        if error.errno not in (errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS):
            raise
        _write_noise(opened, size)


def _write_noise(opened: int, size: int) -> None:
    while (at := os.lseek(opened, 0, os.SEEK_CUR)) < size:
        os.write(opened, os.urandom(min(size - at, 256 * 1024)))


def words_first(
    save: Callable[Concatenate[Keeper, Given], Saved],
) -> Callable[Concatenate[Keeper, Given], Saved]:
    """Declare that this saves what an analyst has written: on a full disk it may use the spare."""

    @wraps(save)
    def saved(engine: Keeper, /, *args: Given.args, **kwargs: Given.kwargs) -> Saved:
        return engine.connections.save_words(lambda: save(engine, *args, **kwargs))

    return saved
