"""What an open case offers for its own care."""

from pathlib import Path

from store.care import backups
from store.care.backups import Backup
from store.care.daily import DailyBackup
from store.care.flaws import Progress, silent
from store.care.verify import Verified, verify
from store.changes.writing import Engine


class Care:
    """Looks after an open case: is it whole, and its backups."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.daily = DailyBackup(engine)
        """The backup that is made once a day without being asked for, once it is begun."""

    def verify(self, progress: Progress = silent) -> Verified:
        """Look at everything in the case as it stands now."""
        return verify(self._engine.path, progress)

    def backup(self, to: Path | None = None) -> Path:
        """Make a backup now, among the others or in a folder of one's own."""
        return backups.backup(self._engine.path, to)

    def backups(self) -> list[Backup]:
        """The backups beside the case, newest first."""
        return backups.listed(self._engine.path)

    def end(self) -> None:
        """Give up what is under way in the background."""
        self.daily.end()
