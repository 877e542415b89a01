"""What the desk's screen does for commands that concern the text, prompts and the screen itself."""

from msgspec.structs import replace

from store import About
from tui.desk.copying import words_to_copy
from tui.driver.terminal import DeskDriver
from tui.keymaps.named import key
from tui.panes.facts import FactsPane
from tui.panes.text import TextPane
from tui.screens.noting import Noting
from tui.screens.prompting import Prompting
from tui.screens.seeking import seek
from tui.widgets.buffer import Buffer

_LASTING_S = 0.05
"""How long a query is looked up before it is said."""


class Deeds(Noting):
    """The verbs of the desk's screen that concern no other one."""

    _warned_of: dict[About, str] | None = None
    """The notes that were not saved when the analyst wanted to leave."""

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
        wrong, at = self.desk.lists.limit(query), self.desk.lists.wrong_at
        if wrong and at and self.asking:
            self.asking.buffer.cursor = at
        return wrong

    def ask_words(self) -> None:
        """Ask for words to find in the text."""
        self.ask(Prompting("find", self._find))

    def _find(self, words: str) -> str:
        self.desk.find.start(words)
        return ""

    # -- the screen itself

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
