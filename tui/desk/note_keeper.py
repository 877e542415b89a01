"""The note being written: drafted with every burst of keys, one change when the hands rest."""

from functools import partial
from typing import TYPE_CHECKING

from store import About, CaseError, Kept
from store.work.notes import named
from tui.desk.note import Note, Saving
from tui.desk.part import Part
from tui.desk.rescue import Rescuer

if TYPE_CHECKING:
    from tui.desk.desk import Desk

_QUIET_S = 2.0
"""How long the hands rest before the draft becomes a change."""


class NoteKeeper:
    """Keeps every keystroke of the note, in the background."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._rescuer = Rescuer(desk.case.path)
        self._note = Note(About("article", 0), "", "", "")
        self._unkept: dict[About, Note] = {}
        self._drafting = False
        self._last_typed = 0.0

    @property
    def about(self) -> About:
        """What the note in the editor is about."""
        return self._note.about

    @property
    def of(self) -> str:
        """What it is about in few words, "" where that is an article."""
        return "" if self.about.kind == "article" else named(self.about).split()[-1]

    @property
    def text(self) -> str:
        """The note as it stands in the editor."""
        return self._note.text

    @property
    def unread(self) -> str:
        """Why the note cannot be read, "" if it can; it is not written then."""
        return self._note.unread

    @property
    def is_dirty(self) -> bool:
        """Whether something typed is not yet a change."""
        return self._note.is_dirty

    @property
    def unsaved(self) -> dict[About, str]:
        """What the case refused; it is still in the editor or comes back to it."""
        refused = (note for note in self._open() if note.failed and note.is_dirty)
        return {note.about: note.text for note in refused}

    @property
    def state(self) -> str:
        """How safe what is typed is: "saved" only once it is durable."""
        note = self._note
        if note.unread:
            return "cannot be read"
        if not note.is_dirty:
            return "saved" if note.text else ""
        if note.failed:
            return "NOT SAVED"
        return "saved as a draft" if note.text == note.drafted else "saving …"

    def turn_to(self, about: About) -> None:
        """Turn to a note; what could not be saved before is still there."""
        self.settle()
        self._note = self._unkept.get(about) or self._read(about)

    def _read(self, about: About) -> Note:
        """A note that cannot be read is shown empty, and not written before it can."""
        try:
            text = self._desk.case.notes.text(about)
        except CaseError as error:
            return Note(about, "", "", "", unread=str(error))
        return Note(about, text, text, text)

    def look_again(self) -> bool:
        """Show what others made of the note; whether it has to wait, as this one is written.

        What was typed is put together with theirs when it is saved.
        """
        note = self._note
        if note.under_way:
            return False  # what is on its way brings theirs along
        text = self._desk.case.notes.text(note.about)
        if text == note.kept and not note.unread:
            return False
        if note.is_dirty:
            return True
        note.kept = note.text = note.drafted = text
        note.unread = ""
        self._desk.tell(Part.NOTE)
        return False

    def typed(self, text: str, now: float) -> None:
        """Take what the editor holds now."""
        if text != self._note.text:
            self._note.text = text
            self._last_typed = now
            self._draft()
            self._desk.tell(Part.SAVING)

    def rest(self, now: float) -> None:
        """Make the draft a change once the hands have rested for long enough."""
        if self.is_dirty and not self._note.failed and now - self._last_typed >= _QUIET_S:
            self.settle()

    def settle(self, also: str = "") -> None:
        """Make the draft a change now, acknowledged with these words: on leaving, on a link."""
        self._write(self._note, also)

    def settle_all(self) -> None:
        """On the way out: the same, and once more for every note that was refused before."""
        for note in self._open():
            self._write(note)

    def _open(self) -> list[Note]:
        """The note in the editor, and those that are not kept yet though it was left."""
        others = [note for note in self._unkept.values() if note is not self._note]
        return [*others, self._note]

    def _write(self, note: Note, also: str = "") -> None:
        if not note.is_to_save:
            return
        saving = Saving(note.text, note.kept, note.under_way)
        note.under_way = saving
        self._unkept[note.about] = note

        def save() -> Kept:
            kept = self._desk.case.notes.write(note.about, saving.text, saving.base())
            saving.is_kept = True
            return kept

        def done(kept: Kept) -> None:
            note.failed = False
            if note.under_way is saving:
                self._kept(note, saving, kept)
            else:  # the one after it brings what others wrote
                note.kept = saving.text
            self._desk.news.noted(kept, also)
            self._desk.tell(Part.SAVING)

        def failed(error: Exception) -> None:
            note.failed = True
            if note.under_way is saving:
                note.under_way = None
            self._desk.hear_refusal(error)
            self._desk.tell(Part.SAVING)

        rescuing = partial(self._rescuer.saving, note.about, saving.text, save)
        self._desk.writer.write(rescuing, done, failed)

    def _kept(self, note: Note, saving: Saving, kept: Kept) -> None:
        has_more = note.take_over(saving, kept)
        if not note.is_dirty:
            self._unkept.pop(note.about, None)
        if note is self._note:
            if has_more:
                self._desk.tell(Part.NOTE)
            self._draft()

    def _draft(self) -> None:
        """Write a draft unless one is under way; the last text always gets its turn."""
        note = self._note
        if self._drafting or note.text == note.drafted or not note.is_to_save:
            return
        text, base, self._drafting = note.text, note.base(), True

        def done(_: object) -> None:
            note.drafted, note.failed, self._drafting = text, False, False
            self._draft()
            self._desk.tell(Part.SAVING)

        def failed(error: Exception) -> None:
            note.failed, self._drafting = True, False
            self._desk.hear_refusal(error)
            self._desk.tell(Part.SAVING)

        def save() -> None:
            self._desk.case.notes.save_draft(note.about, text, base())

        self._desk.writer.write(partial(self._rescuer.saving, note.about, text, save), done, failed)
