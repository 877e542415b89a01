"""The note on the screen: of the article, of an incident, of the case; in one's own editor."""

from collections.abc import Callable

from store import THE_CASE, About
from tui.desk import Part
from tui.external import EditorError, edited
from tui.panes.note import NotePane
from tui.screens.deeds import Deeds
from tui.screens.drafts import DraftsScreen
from tui.widgets.note_area import NoteArea


class Noting(Deeds):
    """The verbs of the desk's screen that concern notes."""

    _after_note: Callable[[], object] | None = None
    """What to come back to when a note that is not the article's is left."""

    @property
    def area(self) -> NoteArea:
        """The editor."""
        return self.query_one(NotePane).area

    def write_note(self) -> None:
        """Write the note of the article."""
        self.go_to_pane("note")

    def write_case_note(self) -> None:
        """Write the note of the case."""
        self.write_about(THE_CASE)

    def write_about(self, about: About, after: Callable[[], object] | None = None) -> None:
        """Write the note of an incident or of the case; `after` is done when it is left."""
        self.desk.load()
        self.desk.note.turn_to(about)
        if self.desk.case.read_only and self.desk.refuses_notes():
            self.hear(Part.NOTE)
            return
        self._after_note = after
        if self.pane != "note":
            self._came_from = self.pane
        self.pane = "note"
        self.hear(Part.NOTE)

    def leave_note(self) -> None:
        """Make what was typed a change and go back to where the keys were."""
        after = self._after_note
        self.go_to_pane(self._came_from)
        if after:
            after()

    def turn_back(self) -> None:
        """Show the article's own note again."""
        self._after_note = None
        if self.desk.note.of:
            self.desk.note.turn_to(About("article", self.desk.cursor))
            self.hear(Part.NOTE)

    def edit_outside(self) -> None:
        """Write the note in the analyst's own editor, as one change."""
        self.desk.load()
        if self.desk.refuses_notes():
            return
        with self.app.suspend():
            try:
                text, problem = edited(self.desk.note.text)
            except EditorError as error:
                self.complain(str(error))
                return
        self.area.rewrite(text)
        self.desk.typed(text)
        self.desk.note.settle(also=problem)

    def show_note(self) -> None:
        """Show the note as the desk has it."""
        note = self.desk.note
        self.area.show(note.about, note.text)

    def hear(self, parts: Part) -> None:
        """Take over what changed on the desk."""
        raise NotImplementedError

    def show_drafts(self) -> None:
        """Show the unsaved notes that were left, to decide about each."""
        waiting = self.desk.drafts.waiting()
        if not waiting:
            self.complain("no unsaved note waits")
            return
        self.app.push_screen(DraftsScreen(self.keymap, self.look, self.desk, waiting))
