"""The backup that a case is given once a day by whoever has it open, without being asked."""

import shutil
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from store.care import backups
from store.care.backups import GivenUp
from store.changes import log
from store.changes.writing import Engine
from store.errors import CaseError

AFTER_S: Final = 20.0
"""How long after the opening it begins: the first screen and the first keys are not its time."""

DAY: Final = timedelta(days=1)
YOUNG: Final = timedelta(minutes=10)
"""A case is not worth a backup before it is as old as this."""

_GIVEN_UP_S: Final = 0.2
"""How long the closing of a case waits for a backup to end that is under way."""

_ROOM: Final = 2
"""A backup is only made where this many would fit: the last room on a disk is for the case."""


class DailyBackup:
    """One backup in the background, where it is due; it ends with the opening of the case."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._ends = threading.Event()
        self._thread: threading.Thread | None = None
        self.trouble = ""
        """Why it could not be made, one sentence; "" where it could or was not due."""

    def begin(self, after_s: float = AFTER_S) -> None:
        """See after a while whether a backup is due, and make it; returns at once."""
        self._thread = threading.Thread(
            target=self._run, args=(after_s,), name="daily backup", daemon=True
        )
        self._thread.start()

    def end(self) -> None:
        """Give up what is not done; no part of it stays."""
        self._ends.set()
        if self._thread is not None:
            self._thread.join(_GIVEN_UP_S)

    def _run(self, after_s: float) -> None:
        if self._ends.wait(after_s):
            return
        try:
            if is_due(self._engine):
                backups.backup(self._engine.path, is_over=self._ends.is_set)
        except GivenUp:
            return
        except CaseError as error:
            self.trouble = str(error)


def is_due(engine: Engine) -> bool:
    """Whether a case was changed since its last backup, which is older than a day.

    Raises `CaseError` where it is due and there is no room for it.
    """
    with engine.reading() as connection:
        first, last = log.get(connection, 1), log.latest(connection, 1)
    if first is None or not last:
        return False
    now, newest = datetime.now(UTC), next(iter(backups.listed(engine.path)), None)
    if abs(now - datetime.fromisoformat(first.at)) < YOUNG:
        return False
    if newest is not None and (
        abs(now - newest.at) < DAY or datetime.fromisoformat(last[0].at) < newest.at
    ):
        return False
    _require_room(engine.path)
    return True


def _require_room(path: Path) -> None:
    try:
        free, size = shutil.disk_usage(path.parent).free, path.stat().st_size
    except OSError as error:
        raise CaseError(f"No backup of {path} was made: {error}.") from error
    if free < _ROOM * size:
        raise CaseError(
            f"No backup of {path} was made: there is little room on its disk; casedesk backup "
            "--to FOLDER makes one elsewhere."
        )
