"""A case copied while others work in it: as it stood at one moment, whole or not there at all."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

PAGES_AT_ONCE: Final = 256
"""How much is copied between two looks at whether to go on: a megabyte."""

_READING: Final = 0o444


def copy(
    source: Path,
    target: Path,
    going_on: Callable[[int, int], object] = lambda _left, _all: None,
    check: Callable[[Path], object] = lambda _copy: None,
) -> None:
    """Copy the case at one moment to a place where nothing is; nobody waits for it meanwhile.

    `going_on` is told how many pages are left, of how many, and `check` is given the copy before it
    counts; what either raises ends the copying without a trace. The target appears when it is on
    the disk, with the permissions of the case.
    """
    with fresh(target) as unfinished:
        unfinished.touch(mode=0o600)
        with closing(connected(source)) as old, closing(sqlite3.connect(unfinished)) as new:
            new.execute("PRAGMA synchronous = OFF")
            new.execute("PRAGMA journal_mode = OFF")
            # A snapshot that is held is not begun anew whenever somebody writes meanwhile.
            old.execute("BEGIN")
            old.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            old.backup(
                new, pages=PAGES_AT_ONCE, progress=lambda _status, left, all_: going_on(left, all_)
            )
        like(source, unfinished)
        check(unfinished)


def backup_folder(path: Path) -> Path:
    """The folder beside a case that its backups are kept in, made where there is none."""
    folder = path.with_name(f"{path.name}-backups")
    with suppress(FileExistsError):  # it is there, or another process was first
        folder.mkdir(mode=0o700)
        like(path, folder)
    synced(path.parent)  # whoever made it may not have come to that
    return folder


def make_folder(folder: Path) -> None:
    """Make a folder, and those it lies in, where they are not there; the disk then has their names.

    What is synced in a folder is lost all the same if a power cut takes the folder's own name.
    """
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(exist_ok=True)
        synced(one.parent)


@contextmanager
def fresh(target: Path, *, replace: bool = False) -> Iterator[Path]:
    """A file to fill, which takes its place on the disk afterwards; gone if that fails.

    What is there already stays, unless `replace` says otherwise.
    """
    unfinished = target.with_name(f"{target.name}.new-{os.urandom(4).hex()}")
    try:
        yield unfinished
        synced(unfinished)
        if replace:
            unfinished.replace(target)
        else:
            _appear(unfinished, target)
    finally:
        for rest in ("", "-wal", "-shm", "-journal"):
            Path(f"{unfinished}{rest}").unlink(missing_ok=True)
    synced(target.parent)


def _appear(unfinished: Path, target: Path) -> None:
    """Nothing is put over a file that is there already."""
    try:
        os.link(unfinished, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if target.exists():
            raise
        unfinished.rename(target)


def connected(path: Path) -> sqlite3.Connection:
    """A connection that only reads, and that ends a journal beside the file if it may."""
    connection = sqlite3.connect(address(path), uri=True, isolation_level=None)
    connection.execute("PRAGMA query_only = 1")
    return connection


def address(path: Path) -> str:
    """Where the journal beside it may not be touched, a file at rest is read as it is."""
    if os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK):
        return f"{path.absolute().as_uri()}?mode=rw"
    at_rest = "" if Path(f"{path}-wal").exists() else "&immutable=1"
    return f"{path.absolute().as_uri()}?mode=ro{at_rest}"


def like(case: Path, path: Path) -> None:
    """Give a file the owner and permissions that the case has, as far as one may."""
    seen = case.stat()
    mode = seen.st_mode & 0o666
    if path.is_dir():
        mode |= (mode & _READING) >> 2
    with suppress(PermissionError):  # one of a group cannot give a file to the other
        os.chown(path, -1, seen.st_gid)
    path.chmod(mode)


def synced(path: Path) -> None:
    """See that a file, or what a folder lists, is on the disk."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
