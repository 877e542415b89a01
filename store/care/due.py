"""Whether a case is due for its backup, and the room that one needs."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from store.care import backups
from store.changes import log
from store.errors import CaseError

if TYPE_CHECKING:
    from store.changes.writing import Engine

DAY: Final = timedelta(days=1)
YOUNG: Final = timedelta(minutes=10)
"""A case is not worth a backup before it is as old as this."""

_ROOM: Final = 2
"""A backup is only made where this many would fit: the last room on a disk is for the case."""


def is_due(engine: "Engine") -> bool:
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
