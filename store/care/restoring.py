"""Back to a backup: the case as it is now is set aside first, and nothing is overwritten."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Final

from store.care.backups import Backup, glanced
from store.care.exclusive import alone
from store.engine.copying import copy, like, synced
from store.engine.copying import fresh as appearing
from store.engine.place import unwritable
from store.errors import CaseError, DamagedCase, ReadOnlyCase

_AT_ONCE: Final = 1024 * 1024
"""How much is copied at a time, in bytes."""


def restore(path: Path, backup: Backup) -> Path:
    """Put a backup in the place of the case; returns where the case as it was lies now.

    Raises `DamagedCase` where the backup is not whole, `CaseBusy` where somebody has the case
    open, `ReadOnlyCase` where it may not be changed, so that nobody can be kept from opening it
    meanwhile, and `CaseError` where a file cannot be made; it says where the case lies then.
    """
    if path.exists() and (reason := unwritable(str(path))):
        raise ReadOnlyCase(reason)
    flaw = next(glanced(backup.path), None)
    if flaw is not None:
        raise DamagedCase(f"{backup.path} is damaged ({flaw}); {path} was left as it is.")
    aside = _aside(path)
    fresh = aside.with_name(f"{aside.name}.restored")
    try:
        copy(backup.path, fresh)
        try:
            with alone(path) as file:
                if file is not None:
                    like(path, fresh)
                    _set_aside(path, file, aside)
                _exchange(path, fresh)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError as error:
        if aside.exists():  # the journal may be gone from beside the case already
            said = f"{path} is not the backup yet, and as it was it lies at {aside}"
        else:
            said = f"{path} was left as it is"
        raise CaseError(f"{said}: {error}.") from error
    return aside


def _aside(path: Path) -> Path:
    stem = f"{path.stem}-until-{datetime.now(UTC):%Y-%m-%dT%H%M%SZ}"
    number, aside = 1, path.with_name(f"{stem}{path.suffix}")
    while aside.exists():
        number += 1
        aside = path.with_name(f"{stem}-{number}{path.suffix}")
    return aside


def _set_aside(path: Path, file: BinaryIO, aside: Path) -> None:
    """Give the case as it is, with its journal, a second name; the journal is there first.

    SQLite is not asked to write the journal into the case first: beside a damaged file it may
    take it for one of no use.
    """
    journal = Path(f"{path}-wal")
    if journal.exists():
        with journal.open("rb") as changes:
            _keep(journal, changes, Path(f"{aside}-wal"))
    _keep(path, file, aside)


def _keep(path: Path, file: BinaryIO, aside: Path) -> None:
    """Keep a copy, as what is then written under the one name must not be there under the other.

    Where there is no room for it, or the disk does not give all of it, it is one file of two names.
    """
    try:
        with appearing(aside) as copied, copied.open("wb") as target:
            like(path, copied)
            shutil.copyfileobj(file, target, _AT_ONCE)
    except OSError:
        os.link(path, aside)
        synced(aside.parent)


def _exchange(path: Path, fresh: Path) -> None:
    """A journal is never beside another's case, also where the power is cut in between."""
    for end in ("-wal", "-shm"):
        Path(f"{path}{end}").unlink(missing_ok=True)
    synced(path.parent)
    fresh.replace(path)
    synced(path.parent)
