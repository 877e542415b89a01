"""A desk without a screen: verbs in, status and store out."""

from queue import SimpleQueue
from typing import TYPE_CHECKING

import pytest

from store import Case
from store.errors import CaseFull
from tui.desk import Desk, Part
from tui.desk.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable


class Sitting:
    """A desk whose clock stands still and whose writer is waited for."""

    def __init__(self, case: Case) -> None:
        self._outcomes: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self.writer = Writer(self._outcomes.put)
        self.told = Part(0)
        self.now = 0.0
        self.desk = Desk(case, self.writer, self._hear, clock=lambda: self.now)
        self.desk.load()

    def settle(self) -> None:
        """Hear the outcome of everything that was queued."""
        while self.writer.pending or self.desk.reader.pending:
            self._outcomes.get(timeout=120)()

    def _hear(self, part: Part) -> None:
        self.told |= part


def fill_disk(case: Case, patch: pytest.MonkeyPatch) -> None:
    """Refuse every word of a note from now on, as a full disk does."""

    def full(*_: object) -> None:
        raise CaseFull("The disk is full.")

    patch.setattr(case.notes, "save_draft", full)
    patch.setattr(case.notes, "write", full)
