"""The note being written: drafted with every burst of keys, one change when the hands rest."""

from collections.abc import Callable
from dataclasses import dataclass

from store import Case, Change
from tui.desk.writer import Writer

QUIET_S = 2.0
"""How long the hands rest before the draft becomes a change."""


@dataclass
class Note:
    """The note of one article as it is typed and as it is kept."""

    article: int
    kept: str
    """As the case has it."""
    text: str
    """As it stands in the editor."""
    drafted: str
    """The last text that would survive a kill."""
    under_way: str | None = None
    """The text that is being made a change."""
    failed: bool = False

    @property
    def is_dirty(self) -> bool:
        """Whether something typed is not yet a change."""
        return self.text != self.kept


class NoteKeeper:
    """Keeps every keystroke of the note, in the background."""

    def __init__(
        self,
        case: Case,
        writer: Writer,
        changed: Callable[[], None],
        noted: Callable[[Change], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._case, self._writer = case, writer
        self._changed, self._noted, self._failed = changed, noted, failed
        self._note = Note(0, "", "", "")
        self._unkept: dict[int, Note] = {}
        self._drafting = False
        self._last_typed = 0.0

    @property
    def article(self) -> int:
        """The article whose note is in the editor."""
        return self._note.article

    @property
    def text(self) -> str:
        """The note as it stands in the editor."""
        return self._note.text

    @property
    def is_dirty(self) -> bool:
        """Whether something typed is not yet a change."""
        return self._note.is_dirty

    @property
    def unsaved(self) -> dict[int, str]:
        """What the case refused, by article; it is still in the editor or comes back to it."""
        refused = (note for note in self._open() if note.failed and note.is_dirty)
        return {note.article: note.text for note in refused}

    @property
    def state(self) -> str:
        """How safe what is typed is: "saved" only once it is durable."""
        note = self._note
        if not note.is_dirty:
            return "saved" if note.text else ""
        if note.failed:
            return "NOT SAVED"
        return "saved as a draft" if note.text == note.drafted else "saving …"

    def open(self, article: int, text: str) -> None:
        """Turn to the note of an article; what could not be saved before is still there."""
        self._note = self._unkept.get(article) or Note(article, text, text, text)

    def typed(self, text: str, now: float) -> None:
        """Take what the editor holds now."""
        if text != self._note.text:
            self._note.text = text
            self._last_typed = now
            self._draft()
            self._changed()

    def rest(self, now: float) -> None:
        """Make the draft a change once the hands have rested for long enough."""
        if self.is_dirty and not self._note.failed and now - self._last_typed >= QUIET_S:
            self.settle()

    def settle(self) -> None:
        """Make the draft a change now: on leaving, on another article."""
        self._write(self._note)

    def settle_all(self) -> None:
        """On the way out: the same, and once more for every note that was refused before."""
        for note in self._open():
            self._write(note)

    def _open(self) -> list[Note]:
        """The note in the editor, and those of other articles that are not kept yet."""
        others = [note for note in self._unkept.values() if note is not self._note]
        return [*others, self._note]

    def _write(self, note: Note) -> None:
        text = note.text
        if not note.is_dirty or note.under_way == text:
            return
        note.under_way = text
        self._unkept[note.article] = note

        def done(change: Change | None) -> None:
            note.kept, note.drafted, note.failed = text, text, False
            ended()
            if change:
                self._noted(change)
            self._changed()

        def failed(error: Exception) -> None:
            note.failed = True
            ended()
            self._failed(error)
            self._changed()

        def ended() -> None:
            if note.under_way == text:
                note.under_way = None
            if not note.is_dirty:
                self._unkept.pop(note.article, None)

        self._writer.write(lambda: self._case.write_note(note.article, text), done, failed)

    def _draft(self) -> None:
        """Write a draft unless one is under way; the last text always gets its turn."""
        note = self._note
        if self._drafting or note.text == note.drafted:
            return
        text, self._drafting = note.text, True

        def done(_: object) -> None:
            note.drafted, note.failed, self._drafting = text, False, False
            self._draft()
            self._changed()

        def failed(error: Exception) -> None:
            note.failed, self._drafting = True, False
            self._failed(error)
            self._changed()

        self._writer.write(lambda: self._case.save_draft(note.article, text), done, failed)
