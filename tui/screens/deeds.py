"""What the desk's screen does for commands that concern panes, prompts and other screens.

Other screens are imported when they are opened, so that the desk is ready the sooner.
"""

from collections.abc import Callable
from dataclasses import replace

from store import About
from tui.commands.moving import PANES
from tui.desk import Desk
from tui.desk.copying import words_to_copy
from tui.driver.terminal import DeskDriver
from tui.keymaps.named import key
from tui.panes.facts import FactsPane
from tui.panes.text import TextPane
from tui.screens.prompting import Prompting
from tui.screens.seeking import seek
from tui.screens.tagging import Tagging
from tui.widgets.buffer import Buffer

_LASTING_S = 0.05
"""How long a query is looked up before it is said."""


class Deeds(Tagging):
    """The verbs of the desk's screen."""

    desk: Desk
    pane: str
    _came_from: str = "list"
    _warned_of: dict[About, str] | None = None

    # -- panes

    def next_pane(self) -> None:
        """Go to the next pane."""
        self.go_to_pane(PANES[(PANES.index(self.pane) + 1) % len(PANES)])

    def previous_pane(self) -> None:
        """Go to the previous pane."""
        self.go_to_pane(PANES[PANES.index(self.pane) - 1])

    def go_to_pane(self, name: str) -> None:
        """Put the keys into a pane."""
        self.desk.load()
        if name == "note" and self.desk.refuses_notes():
            return
        if self.pane == "note":
            self.desk.note.settle()
        else:
            self._came_from = self.pane
        if name != "note":
            self.turn_back()
        self.pane = name

    def turn_back(self) -> None:
        """Show the article's own note again."""
        raise NotImplementedError

    def write_about(self, about: About, after: Callable[[], object] | None = None) -> None:
        """Write the note of an incident or of the case; `after` is done when it is left."""
        raise NotImplementedError

    # -- the text

    def read_on(self) -> None:
        """Page through the text; at its end go to the next article."""
        self.desk.load()
        text = self.query_one(TextPane)
        if not text.display:
            self.go_to_pane("text")
        elif not text.scroll_pages(1):
            self.desk.walk.next()

    def line_down(self) -> None:
        """A line down the text."""
        self.query_one(TextPane).scroll_lines(1)

    def line_up(self) -> None:
        """A line up the text."""
        self.query_one(TextPane).scroll_lines(-1)

    def page_down(self) -> None:
        """A page down the text."""
        self.query_one(TextPane).scroll_pages(1)

    def page_up(self) -> None:
        """A page up the text."""
        self.query_one(TextPane).scroll_pages(-1)

    def text_top(self) -> None:
        """To the top of the text."""
        self.query_one(TextPane).scroll_to_edge(end=False)

    def text_end(self) -> None:
        """To the end of the text."""
        self.query_one(TextPane).scroll_to_edge(end=True)

    def facts_down(self) -> None:
        """A screen down the facts."""
        self.desk.facts.move(self.query_one(FactsPane).page_of_facts(1))

    def facts_up(self) -> None:
        """A screen up the facts."""
        self.desk.facts.move(self.query_one(FactsPane).page_of_facts(-1))

    # -- prompts

    def ask_limit(self) -> None:
        """Ask for the query that the list is limited by."""
        buffer = Buffer(self.desk.rows.query)
        complete = self.desk.lists.complete
        self.ask(Prompting("limit", self._limit, buffer, completing=complete, ahead=self._seek))

    async def _seek(self, query: str) -> None:
        """Look a query up, and say so if that lasts."""
        told = self.set_timer(_LASTING_S, self._say_that_it_counts)
        await seek(self.desk, query)
        told.stop()

    def _say_that_it_counts(self) -> None:
        if self.prompt:
            self.prompt = replace(self.prompt, label="counting…")

    def _limit(self, query: str) -> str:
        """Where the query is wrong, the cursor goes to the place, if that is within it."""
        wrong, at = self.desk.limit(query), self.desk.lists.wrong_at
        if wrong and at and self.asking:
            self.asking.buffer.cursor = at
        return wrong

    def ask_words(self) -> None:
        """Ask for words to find in the text."""
        self.ask(Prompting("find", self._find))

    def _find(self, words: str) -> str:
        self.desk.find.start(words)
        return ""

    # -- other screens

    def copy(self) -> None:
        """Put the words of the fact, or the article's title and path, into the clipboard."""
        if words := words_to_copy(self.desk, self.pane):
            self.app.copy_to_clipboard(words)
        else:
            self.complain("there is nothing to copy")

    def paint_again(self) -> None:
        """Send all of the screen, whatever the terminal is thought to show."""
        driver = self.app._driver  # Textual has no other name for it
        if isinstance(driver, DeskDriver):
            driver.forget()
        self.refresh()

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

        self.app.push_screen(HistoryScreen(self.keymap, self.look, self.desk))

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

    def put_link_to_incident(self, number: int) -> None:
        """Put a link to an incident into the note."""
        raise NotImplementedError

    def show_fact(self, article: int, key: str) -> None:
        """Go to the words of a fact, in its article."""
        if self.desk.incidents.go_to_fact(article, key):
            self.go_to_pane("facts")

    def palette(self) -> None:
        """Ask for a command by its name or key."""
        from tui.screens.palette import PaletteScreen

        self.app.push_screen(PaletteScreen(self.keymap, self.look, self.context, self.run_command))

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
