"""The notes pane: a note, in an editor that keeps the order of the keys."""

from textual.app import ComposeResult
from textual.containers import Container
from textual.reactive import var
from textual.strip import Strip

from tui.panes.pane import Painted, title_row
from tui.themes import Look
from tui.widgets.note_area import NoteArea
from tui.widgets.safe import safe


class NoteTitle(Painted):
    """The title of the notes pane: how safe is what was typed."""

    is_here: var[bool] = var(False)
    """Whether the note is being written."""
    of: var[str] = var("")
    """What it is about, where that is not the article."""
    state: var[str] = var("")
    """How safe it is: "saved" only once it is durable."""

    def row(self, _: int) -> Strip:
        """Its name and its state."""
        style = self.style("title.here" if self.is_here else "title")
        name = f"4 Note · {self.of}" if self.of else "4 Note"
        return title_row(safe(name), self.state, self.is_here, style, self.size.width)

    def watch_is_here(self) -> None:
        """The keys moved."""
        self.repaint()

    def watch_of(self) -> None:
        """It is another note."""
        self.repaint()

    def watch_state(self) -> None:
        """What was typed is safer than before, or less safe."""
        self.repaint()


class NotePane(Container):
    """The note of the article under the cursor, of an incident or of the case."""

    look: var[Look | None] = var(None)
    is_here: var[bool] = var(False)
    """Whether the note is being written."""
    of: var[str] = var("")
    """What it is about, where that is not the article."""
    state: var[str] = var("")
    """How safe it is."""
    broken: var[frozenset[str]] = var(frozenset())
    """The links in it that lead nowhere, as they are written."""

    def compose(self) -> ComposeResult:
        """A title, and the editor under it."""
        yield NoteTitle().data_bind(NotePane.look, NotePane.is_here, NotePane.of, NotePane.state)
        yield NoteArea()

    @property
    def area(self) -> NoteArea:
        """The editor."""
        return self.query_one(NoteArea)

    def watch_look(self) -> None:
        """Show the links in the new look."""
        self._mark_links()

    def watch_broken(self) -> None:
        """Other links lead nowhere."""
        self._mark_links()

    def on_mount(self) -> None:
        """The editor is there now."""
        self._mark_links()

    def _mark_links(self) -> None:
        if self.look and self.is_mounted:
            styles = self.look.styles
            self.area.mark_links(self.broken, styles["link"], styles["link.broken"])

    def watch_is_here(self) -> None:
        """Show the cursor of the editor only while the note is written."""
        if self.is_mounted:
            self.area.is_writing = self.is_here
