"""The incidents of the case on a screen of their own: to look through, to open, to choose from."""

from collections.abc import Callable

from store.errors import CaseError
from tui.commands.command import Context
from tui.desk import Desk
from tui.desk.happened import Happened
from tui.keymap import Keymap
from tui.screens.offering import Home, Offering
from tui.screens.prompting import Prompting
from tui.themes import Look
from tui.views import IncidentLine
from tui.widgets.buffer import Buffer
from tui.widgets.incident_list import IncidentList

Choosing = tuple[str, Callable[[int], None]]
"""What one is chosen for, and what is done with it."""


class IncidentsScreen(Offering):
    """Every incident, the latest first, or those with some words."""

    where = "incidents"

    def __init__(
        self, keymap: Keymap, look: Look, desk: Desk, home: Home, choosing: Choosing | None = None
    ) -> None:
        super().__init__(keymap, look, desk, home)
        self._listed = Happened(desk.case)
        self._choosing = choosing
        self.first_read()

    @property
    def context(self) -> Context:
        """Where one is to be chosen, no key does anything else."""
        here = super().context
        return "choosing" if here == self.where and self._choosing else here

    def rows(self) -> IncidentList:
        """The incidents."""
        return IncidentList(self._window, id="board")

    def _window(self, first: int, count: int) -> list[IncidentLine]:
        with self.desk.careful():
            return self._listed.window(first, count)
        return []

    def on_mount(self) -> None:
        """Where one is to be chosen, ask for its words."""
        if self._choosing:
            self.ask_words()

    def read(self) -> None:
        """List again what there is; the cursor stays on its incident."""
        self._listed.look_again()
        self._show()

    def _show(self) -> None:
        listed = self._listed
        self.count, self.cursor = len(listed.ids), listed.index
        self.about = " · ".join(filter(None, [self._choosing and self._choosing[0], listed.words]))
        self.version += 1
        if not self._choosing:
            self.desk.incidents.look_at(listed.current)
            self.slots = self.desk.tags.slots_of(listed.tags())

    # -- moving

    def move(self, by: int) -> None:
        """Move the cursor by so many incidents, at most to the ends."""
        self._listed.move(by)
        self._show()

    # -- doing

    def ask_words(self) -> None:
        """Ask for the words of the incidents to list."""
        label = self._choosing[0] if self._choosing else "incidents"
        self.ask(Prompting(label, self._limit, Buffer(self._listed.words)))

    def _limit(self, words: str) -> str:
        try:
            if not self._listed.limit(words.strip()):
                return f"no incident has the words {words.strip()}"
        except CaseError as error:
            return str(error)
        self.asking = None
        self.show_prompt()
        self._show()
        if self._choosing and self.count == 1:
            self.go()
        return ""

    def go(self) -> None:
        """Open the incident under the cursor, or choose it."""
        number, choosing = self._listed.current, self._choosing
        if not number:
            take = self.keymap.key("incident.take")
            self.complain(f"the case has no incidents yet; {take} takes one that the rules propose")
        elif choosing:
            self.leave()
            choosing[1](number)
        else:
            self.home.show_incident(number)

    def merge_by_words(self) -> None:
        """Merge the incident into one found by its words."""
        if self._listed.current:
            self.home.choose_incident("merge into", self.desk.incidents.merge_into)

    def part_by_words(self) -> None:
        """Make the incident a part of one found by its words."""
        if self._listed.current:
            self.home.choose_incident("part of", self.desk.wholes.put_under_incident)
