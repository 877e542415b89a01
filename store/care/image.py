"""A damaged case copied to be worked on: what the disk does not give any more is left empty."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import BinaryIO, Final

from store.care.flaws import Flaw
from store.engine.failures import FAILURES

_BLOCK: Final = 4096


def image_of(path: Path, image: Path) -> list[Flaw]:
    """A copy to work on, with its journal written into it; what the disk does not give is empty."""
    journal = Path(f"{path}-wal")
    # The journal first: with the closing of the file itself goes the lock that keeps others out.
    holes = _copied(journal, Path(f"{image}-wal")) if journal.exists() else []
    holes += _copied(path, image)
    try:
        with closing(sqlite3.connect(image)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except FAILURES as error:
        if journal.exists() and journal.stat().st_size:
            holes.append(Flaw("pages", f"the journal beside it could not be used: {error}"))
    return holes


def _copied(path: Path, to: Path) -> list[Flaw]:
    holes = []
    with path.open("rb", buffering=0) as old, to.open("wb") as new:
        for at in range(0, path.stat().st_size, _BLOCK):
            try:
                new.write(_block(old, at))
            except OSError as error:
                new.write(bytes(_BLOCK))
                holes.append(Flaw("pages", f"{_BLOCK} bytes at {at} cannot be read: {error}"))
    return holes


def _block(file: BinaryIO, at: int) -> bytes:
    return os.pread(file.fileno(), _BLOCK, at)
