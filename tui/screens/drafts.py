"""Unsaved notes that were left: one at a time, to be taken, put below or dropped."""

from collections.abc import Callable, Iterator

from store import Draft
from store.work.notes import named
from tui.desk import Desk
from tui.keymap import Keymap
from tui.screens.page import PageScreen
from tui.themes import Look
from tui.widgets.page import PageLine
from tui.widgets.safe import safe


class DraftsScreen(PageScreen):
    """What was being typed when a process or a line died, beside the note as it is now."""

    where = "drafts"

    def __init__(self, keymap: Keymap, look: Look, desk: Desk, waiting: list[Draft]) -> None:
        self._desk, self._waiting, self._at = desk, waiting, 0
        super().__init__(keymap, look, self._title(), list(self._lines()))

    def next(self) -> None:
        """The next unsaved note."""
        self._at = (self._at + 1) % len(self._waiting)
        self._show()

    def take_draft(self) -> None:
        """Make one note of it and what the note is now."""
        self._decide(self._desk.drafts.take)

    def keep_below(self) -> None:
        """Put it below the note."""
        self._decide(self._desk.drafts.keep_below)

    def drop(self) -> None:
        """Do without it."""
        self._decide(self._desk.drafts.drop)

    def _decide(self, settle: Callable[[Draft], None]) -> None:
        settle(self._waiting.pop(self._at))
        self._at = 0
        if self._waiting:
            self._show()
        else:
            self.leave()

    def _show(self) -> None:
        self.show_page(self._title(), list(self._lines()))

    def _title(self) -> str:
        draft, count = self._waiting[self._at], len(self._waiting)
        number = f" {self._at + 1} of {count}" if count > 1 else ""
        at = draft.at[:16].replace("T", " ")
        return f"Unsaved note{number} · {safe(draft.user)}, {at} UTC, on {named(draft.about)}"

    def _lines(self) -> Iterator[PageLine]:
        """What was typed, with a + before lines that the note does not have; then the note."""
        draft = self._waiting[self._at]
        if draft.about.kind == "article":
            yield PageLine(heading=safe(self._desk.case.article(draft.about.id).title))
        note = self._desk.case.notes.text(draft.about).split("\n")
        for line in draft.text.split("\n"):
            yield PageLine("+" if line not in note else "", safe(line))
        yield PageLine()
        yield PageLine(heading="The note as it is now" if any(note) else "There is no note now")
        yield from (PageLine("", safe(line)) for line in note)
