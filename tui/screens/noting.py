"""The note and the panes around it: of the article, of an incident, of the case; put links into."""

from collections.abc import Callable

from store import THE_CASE, About
from tui.commands.moving import PANES
from tui.desk import Part
from tui.external import EditorError, edited
from tui.panes.note import NotePane
from tui.screens.tagging import Tagging
from tui.widgets.note_area import NoteArea


class Noting(Tagging):
    """The verbs of the desk's screen that go from pane to pane, and those that concern notes."""

    pane: str
    _came_from: str = "list"
    _after_note: Callable[[], object] | None = None
    """What to come back to when a note that is not the article's is left."""

    # -- panes

    def next_pane(self) -> None:
        """Go to the next pane."""
        self.go_to_pane(PANES[(PANES.index(self.pane) + 1) % len(PANES)])

    def previous_pane(self) -> None:
        """Go to the previous pane."""
        self.go_to_pane(PANES[PANES.index(self.pane) - 1])

    def go_to_pane(self, name: str) -> None:
        """Put the keys into a pane; whatever is not the note shows the article's own again."""
        self.desk.load()
        if name == "note" and self.desk.refuses_notes():
            return
        if self.pane == "note":
            self.desk.note.settle()
        else:
            self._came_from = self.pane
        if name != "note":
            self._turn_back()
        self.pane = name

    def back_to_list(self) -> None:
        """Put the keys into the list again."""
        self.go_to_pane("list")

    def _turn_back(self) -> None:
        self._after_note = None
        if self.desk.note.of:
            self.desk.note.turn_to(About("article", self.desk.cursor))
            self.desk.tell(Part.NOTE)

    # -- notes

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
            self.desk.tell(Part.NOTE)
            return
        self._after_note = after
        if self.pane != "note":
            self._came_from = self.pane
        self.pane = "note"
        self.desk.tell(Part.NOTE)

    def leave_note(self) -> None:
        """Make what was typed a change and go back to where the keys were."""
        after = self._after_note
        self.go_to_pane(self._came_from)
        if after:
            after()

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

    # -- links put in by a key

    def put_link(self) -> None:
        """Put a link to the fact under the cursor into the note."""
        self.desk.load()
        if not self.desk.refuses_notes() and (link := self.desk.links.to_chosen()):
            self._put_into_note(link)

    def put_link_to_incident(self, number: int) -> None:
        """Put a link to an incident into the note."""
        if not self.desk.refuses_notes():
            self._put_into_note(self.desk.links.to_incident(number))

    def _put_into_note(self, link: str) -> None:
        """Put a link where the cursor of the note is."""
        if link in self.area.text:
            self.complain(f"the note has {link} already")
            return
        before = self.area.before_cursor()
        self.area.put(link if not before or before[-1].isspace() else f" {link}")
        self.desk.typed(self.area.text)
        self.desk.note.settle(also=link)
