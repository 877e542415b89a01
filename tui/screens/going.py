"""From the desk to the other screens.

These are imported when they are opened, so that the desk is ready the sooner.
"""

from collections.abc import Callable

from tui.keymaps.named import key
from tui.screens.leaving import Leaving


class Going(Leaving):
    """The verbs of the desk's screen that open another one."""

    def help(self) -> None:
        """Show the keys that work here."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.keymap, self.look, self.context))

    def why(self) -> None:
        """Show why the fact under the cursor is there."""
        from tui.screens.why import WhyScreen

        finding = self.desk.facts.chosen()
        if finding:
            text, findings = self.desk.reading.text, self.desk.facts.findings
            noted = self.desk.links.mentions(finding)
            self.app.push_screen(WhyScreen(self.keymap, self.look, finding, findings, text, noted))

    def history(self) -> None:
        """Show who did what when."""
        from tui.screens.history import HistoryScreen

        self.app.push_screen(HistoryScreen(self.keymap, self.look, self.desk, self))

    def queries(self) -> None:
        """Show the saved queries."""
        from tui.screens.queries import QueriesScreen

        self.app.push_screen(QueriesScreen(self.keymap, self.look, self.desk))

    def tags(self) -> None:
        """Show all tags of the case."""
        from tui.screens.tags import TagsScreen

        self.app.push_screen(TagsScreen(self.keymap, self.look, self.desk))

    def incidents(self) -> None:
        """List the incidents of the case."""
        self.desk.load()
        from tui.screens.incidents import IncidentsScreen

        self.app.push_screen(IncidentsScreen(self.keymap, self.look, self.desk, self))

    def link_by_words(self) -> None:
        """Link the fact under the cursor, or its proposal, to an incident found by its words."""
        if self.desk.facts.chosen():
            self.choose_incident("link to", self.desk.incidents.link_to)

    def merge_by_words(self) -> None:
        """Merge the incident under the cursor into one found by its words."""
        if self.desk.facts.chosen():
            self.choose_incident("merge into", self.desk.incidents.merge_into)

    def part_by_words(self) -> None:
        """Make the incident under the cursor a part of one found by its words."""
        if self.desk.facts.chosen():
            self.choose_incident("part of", self.desk.wholes.put_under_incident)

    def choose_incident(self, label: str, take: Callable[[int], None]) -> None:
        """Have an incident chosen by its words, for what the label says."""
        choosing = (label, take)
        from tui.screens.incidents import IncidentsScreen

        self.app.push_screen(IncidentsScreen(self.keymap, self.look, self.desk, self, choosing))

    def open_incident(self) -> None:
        """Open the incident of the fact under the cursor."""
        if not self.desk.facts.chosen():
            return
        if number := self.desk.incidents.current():
            self.show_incident(number)
        else:
            self.complain(f"that is no incident of the case yet; {key('incident.take')} takes it")

    def show_incident(self, number: int) -> None:
        """Open the screen of an incident."""
        from tui.screens.incident import IncidentScreen

        self.app.push_screen(IncidentScreen(self.keymap, self.look, self.desk, self, number))

    def show_fact(self, article: int, key: str) -> None:
        """Go to the words of a fact, in its article."""
        if self.desk.incidents.go_to_fact(article, key):
            self.go_to_pane("facts")

    def palette(self) -> None:
        """Ask for a command by its name or key."""
        from tui.screens.palette import PaletteScreen

        self.app.push_screen(PaletteScreen(self.keymap, self.look, self.context, self.run_command))

    def show_drafts(self) -> None:
        """Show the unsaved notes that were left, to decide about each."""
        waiting = self.desk.drafts.waiting()
        if not waiting:
            self.complain("no unsaved note waits")
            return
        from tui.screens.drafts import DraftsScreen

        self.app.push_screen(DraftsScreen(self.keymap, self.look, self.desk, waiting))
