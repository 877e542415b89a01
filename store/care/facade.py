"""What an open case offers for its own care; what it takes is loaded when it is asked for."""

from pathlib import Path
from typing import TYPE_CHECKING

from store.care.daily import DailyBackup

if TYPE_CHECKING:
    from store.care.backups import Backup
    from store.care.verify import Verified
    from store.changes.writing import Engine


class Care:
    """Looks after an open case: is it whole, and its backups."""

    def __init__(self, engine: "Engine") -> None:
        self._engine = engine
        self.daily = DailyBackup(engine)
        """The backup that is made once a day without being asked for, once it is begun."""

    def verify(self) -> "Verified":
        """Look at everything in the case as it stands now."""
        from store.care.verify import verify

        return verify(self._engine.path)

    def backup(self, to: Path | None = None) -> Path:
        """Make a backup now, among the others or in a folder of one's own."""
        from store.care.backups import backup

        return backup(self._engine.path, to)

    def backups(self) -> "list[Backup]":
        """The backups beside the case, newest first."""
        from store.care.backups import listed

        return listed(self._engine.path)

    def end(self) -> None:
        """Give up what is under way in the background."""
        self.daily.end()
