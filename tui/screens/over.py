"""A screen over the desk that speaks with it: hears what changes, and says so."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.reactive import var

from store import CaseError
from tui.desk import Desk, Part
from tui.keymap import Keymap, Node
from tui.screens.following import offered
from tui.screens.help import HelpScreen
from tui.screens.tagging import Tagging
from tui.themes import Look
from tui.views import NOTHING_OFFERED, Offers, Slot, Status
from tui.widgets.foot import Foot
from tui.widgets.status import StatusLine


class OverDesk(Tagging):
    """What the screens share that are opened from the desk and change the case as it does."""

    shows: ClassVar[Part] = Part.INCIDENTS | Part.ROWS | Part.TAGS | Part.LIST
    """What it reads the case again for."""

    status: var[Status] = var(Status())
    offers: var[Offers] = var(NOTHING_OFFERED)
    slots: var[tuple[Slot, ...]] = var(())

    def __init__(self, keymap: Keymap, look: Look, desk: Desk) -> None:
        super().__init__(keymap, look)
        self.desk = desk
        self._tell_desk = desk.tell
        desk.tell = self._hear
        self._was_in_view = desk.incidents.in_view
        self.status = desk.status

    def read(self) -> None:
        """Read from the case what is shown."""
        raise NotImplementedError

    def lines_under(self) -> ComposeResult:
        """What was said or is being typed, and the keys."""
        own = OverDesk
        yield StatusLine(id="status").data_bind(own.status, own.prompt, look=own.shown_look)
        yield Foot(id="foot").data_bind(
            own.slots, own.keys, own.following, own.problem, own.offered, look=own.shown_look
        )

    # -- hearing

    def _hear(self, parts: Part) -> None:
        self._tell_desk(parts)
        if Part.STATUS in parts:
            self.status = self.desk.status
        is_seen = self.is_running and self.app.screen is self  # what is under another waits
        if is_seen and parts & self.shows:
            self._take_up()

    def on_screen_resume(self) -> None:
        """Take up what was changed while another screen was over this one."""
        self._take_up()

    def _take_up(self) -> None:
        """What cannot be read stays as it was, and that is said."""
        with self.desk.careful():
            self.read()

    def first_read(self) -> None:
        """Read what is shown; where that cannot be done this is not opened."""
        try:
            self.read()
        except CaseError:
            self._let_go()
            raise

    def complain(self, words: str) -> None:
        """Say why a key did nothing."""
        self.desk.say(words, "problem")

    # -- offers

    def show_following(self, node: Node | None) -> None:
        """Show the keys that may follow a prefix, and the incidents that its digits choose from."""
        self.offers, self.following = offered(self.desk, self.pressed, node)

    # -- leaving

    def help(self) -> None:
        """Show the keys that work here."""
        self.app.push_screen(HelpScreen(self.keymap, self.look, self.context))

    def leave(self) -> None:
        """Back to where the analyst was."""
        self._let_go()
        self.dismiss()

    def _let_go(self) -> None:
        self.desk.tell = self._tell_desk
        self.desk.incidents.look_at(self._was_in_view)

    def leave_for_desk(self) -> None:
        """Back to the desk, past the screens this one was opened from."""
        app = self.app
        while isinstance(screen := app.screen, OverDesk):
            screen.leave()
        self.desk.incidents.look_at(0)
