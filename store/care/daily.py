"""The backup that a case is given once a day by whoever has it open, without being asked."""

import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from store.changes.writing import Engine

AFTER_S: Final = 20.0
"""How long after the opening it begins: the first screen and the first keys are not its time."""

_GIVEN_UP_S: Final = 0.2
"""How long the closing of a case waits for a backup to end that is under way."""


class DailyBackup:
    """One backup in the background, where it is due; it ends with the opening of the case."""

    def __init__(self, engine: "Engine") -> None:
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
        from store.care.backups import GivenUp, backup
        from store.care.due import is_due
        from store.errors import CaseClosed, CaseError

        try:
            if is_due(self._engine):
                backup(self._engine.path, is_over=self._ends.is_set)
        except (GivenUp, CaseClosed):
            return
        except CaseError as error:
            self.trouble = str(error)
