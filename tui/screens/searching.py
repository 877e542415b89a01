"""What is looked for: words in the text, and the articles that the list is limited to."""

from msgspec.structs import replace

from tui.screens.judging import Judging
from tui.screens.prompting import Prompting
from tui.screens.seeking import seek
from tui.widgets.buffer import Buffer

_LASTING_S = 0.05
"""How long a query is looked up before it is said."""


class Searching(Judging):
    """The verbs of the desk's screen that ask for words or for a query."""

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
