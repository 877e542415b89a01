"""Through the text and the facts: a line or a screen at a time, and on to the next article."""

from tui.panes.facts import FactsPane
from tui.panes.text import TextPane
from tui.screens.noting import Noting


class Paging(Noting):
    """The verbs of the desk's screen that scroll."""

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
