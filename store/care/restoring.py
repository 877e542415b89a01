"""Back to a backup: the case as it is now is set aside first, and nothing is overwritten."""

import os
from datetime import UTC, datetime
from pathlib import Path

from store.care.backups import Backup, glanced
from store.care.exclusive import alone
from store.engine.copying import copy, like, synced
from store.engine.place import unwritable
from store.errors import CaseError, DamagedCase, ReadOnlyCase


def restore(path: Path, backup: Backup) -> Path:
    """Put a backup in the place of the case; returns where the case as it was lies now.

    Raises `DamagedCase` where the backup is not whole, `CaseBusy` where somebody has the case
    open, `ReadOnlyCase` where it may not be changed, so that nobody can be kept from opening it
    meanwhile, and `CaseError` where a file cannot be made.
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
            with alone(path):
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
