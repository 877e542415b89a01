"""The way out of casedesk: nothing that was typed or pressed is left behind."""

from store import About
from tui.keymaps.named import key
from tui.screens.searching import Searching


class Leaving(Searching):
    """The verb of the desk's screen that leaves it."""

    _warned_of: dict[About, str] | None = None
    """The notes that were not saved when the analyst wanted to leave."""

    def leave(self) -> None:
        """Leave the desk, once everything typed and pressed is durable."""
        self.desk.note.settle_all()
        self.desk.writer.finish(self._leave_if_saved)

    def _leave_if_saved(self) -> None:
        """Leave, but not with notes that could not be saved until q is pressed once more."""
        unsaved = self.desk.note.unsaved
        if unsaved and unsaved != self._warned_of:
            self._warned_of = unsaved
            what = "The note is" if len(unsaved) == 1 else f"{len(unsaved)} notes are"
            again = key("view.quit")
            why = self.desk.status.words
            self.complain(f"{what} not saved; {again} again leaves without. {why}")
        else:
            self.app.exit()
