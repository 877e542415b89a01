"""Back to a backup: the case as it is now is set aside first, and nothing is overwritten."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from store.care.backups import Backup, glanced
from store.engine.copying import copy, like, synced
from store.errors import CaseBusy, CaseError, DamagedCase

_SHARED_FIRST: Final = 0x40000002
_SHARED_SIZE: Final = 510
"""The bytes that SQLite locks as long as a case is open (https://sqlite.org/fileformat2.html)."""


def restore(path: Path, backup: Backup) -> Path:
    """Put a backup in the place of the case; returns where the case as it was lies now.

    Raises `DamagedCase` where the backup is not whole, `CaseBusy` where somebody has the case
    open, `CaseError` where a file cannot be made.
    """
    flaw = next(glanced(backup.path), None)
    if flaw is not None:
        raise DamagedCase(f"{backup.path} is damaged ({flaw}); {path} was left as it is.")
    aside = _aside(path)
    fresh = aside.with_name(f"{aside.name}.restored")
    try:
        copy(backup.path, fresh)
        try:
            with _alone(path):
                if path.exists():
                    like(path, fresh)
                _exchange(path, fresh, aside)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError as error:
        raise CaseError(f"{path} was left as it is: {error}.") from error
    return aside


def _aside(path: Path) -> Path:
    stem = f"{path.stem}-until-{datetime.now(UTC):%Y-%m-%dT%H%M%SZ}"
    number, aside = 1, path.with_name(f"{stem}{path.suffix}")
    while aside.exists():
        number += 1
        aside = path.with_name(f"{stem}-{number}{path.suffix}")
    return aside


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Nobody has the case open, nor opens it meanwhile."""
    if not path.exists():
        yield
        return
    with path.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED_SIZE, _SHARED_FIRST)
        except OSError as error:
            raise CaseBusy(f"{path} is open somewhere; it was left as it is.") from error
        yield


def _exchange(path: Path, fresh: Path, aside: Path) -> None:
    """At every moment the case as it was has a name; a journal is never beside another's case.

    SQLite is not asked to write the journal into the case first: beside a damaged file it may
    take it for one of no use.
    """
    for end in ("", "-wal"):
        if Path(f"{path}{end}").exists():
            os.link(f"{path}{end}", f"{aside}{end}")
    synced(path.parent)
    for end in ("-wal", "-shm"):
        Path(f"{path}{end}").unlink(missing_ok=True)
    fresh.replace(path)
    synced(path.parent)
