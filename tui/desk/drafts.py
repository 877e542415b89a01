"""Drafts that wait for an analyst: what was being typed when a process or a line died."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from store import Change, Draft
from store.work.notes import named
from tui.keymaps.named import key

if TYPE_CHECKING:
    from tui.desk.desk import Desk


class Drafts:
    """The drafts that were not made notes by themselves, and what becomes of each."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk

    def waiting(self) -> list[Draft]:
        """The drafts that somebody has to decide about, oldest first."""
        return [] if self._desk.case.read_only else self._desk.case.notes.offered()

    def greeting(self) -> str:
        """What is said of drafts when the case is opened, "" if there were none."""
        return "; ".join(filter(None, (self._recovered(), self._offered())))

    def _recovered(self) -> str:
        """What the case made notes of by itself."""
        recovered = self._desk.case.recovered
        if len(recovered) > 1:
            return f"recovered {len(recovered)} notes"
        row = self._desk.case.rows(recovered[0].articles) if recovered else []
        return f"recovered a note · {row[0].title}" if row else "".join(c.label for c in recovered)

    def _offered(self) -> str:
        waiting = self.waiting()
        if not waiting:
            return ""
        if len(waiting) > 1:
            return f"{len(waiting)} unsaved notes were left: {key('note.drafts')} shows them"
        (draft,) = waiting
        return f"{draft.user}'s unsaved note of {named(draft.about)}: {key('note.drafts')} shows it"

    def take(self, draft: Draft) -> None:
        """Make one note of it and what the note is now."""
        self._settle(partial(self._desk.case.notes.take, draft))

    def keep_below(self, draft: Draft) -> None:
        """Put it below the note as it is now."""
        self._settle(partial(self._desk.case.notes.keep_below, draft))

    def drop(self, draft: Draft) -> None:
        """Do without it; undo brings it back."""
        self._settle(partial(self._desk.case.notes.drop, draft))

    def _settle(self, job: Callable[[], Change | None]) -> None:
        self._desk.note.settle()
        self._desk.change(job)
