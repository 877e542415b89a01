"""The history of the case on a screen of its own."""

from store.search.happened.linked import split
from tui.commands.command import Need
from tui.desk import Desk, Part
from tui.keymap import Keymap
from tui.screens.listing import Listing
from tui.screens.offering import Home
from tui.screens.prompting import Prompting
from tui.themes import Look
from tui.widgets.buffer import Buffer
from tui.widgets.past_list import PastList

_AGE_S = 5.0
"""How often it is said anew how long ago things were."""


class HistoryScreen(Listing):
    """Who did what when."""

    where = "history"
    shows = Part.PAST

    def __init__(self, keymap: Keymap, look: Look, desk: Desk, home: Home) -> None:
        super().__init__(keymap, look, desk)
        self.home = home
        with desk.careful():
            desk.history.open()
        self._show()

    def rows(self) -> PastList:
        """The changes."""
        return PastList(self.desk.history.window, id="board")

    def on_mount(self) -> None:
        """Go on saying how long ago things were."""
        self.set_interval(_AGE_S, self._show)

    def read(self) -> None:
        """Take up what was changed since."""
        if self.desk.history.look():
            self._show()

    def _show(self) -> None:
        history = self.desk.history
        self.count, self.cursor, self.about = len(history.seqs), history.index, history.about()
        self.version += 1

    def has(self, need: Need) -> bool:
        """Whether the change is about an article or an incident."""
        return self.desk.history.leads_somewhere() if need == "place" else super().has(need)

    # -- moving

    def move(self, by: int) -> None:
        """Move the cursor by so many changes, at most to the ends."""
        self.desk.history.move(by)
        self.cursor = self.desk.history.index

    # -- narrowing

    def this_article(self) -> None:
        """Only the changes of one article, or all again."""
        self.desk.history.this_article()
        self._show()

    def next_analyst(self) -> None:
        """The changes of the next analyst, or of all again."""
        self.desk.history.next_analyst()
        self._show()

    def ask_words(self) -> None:
        """Ask for the words that changes are looked for by."""
        history = self.desk.history
        self.ask(Prompting("words", history.look_for, Buffer(history.words)))

    def take_prompt(self) -> None:
        """Show what has the words; where no change has them, the line stays and says so."""
        super().take_prompt()
        self._show()

    # -- leaving

    def jump(self) -> None:
        """Go to the article of the change, or open its incident over a fact of it."""
        history = self.desk.history
        if one := history.incident():
            said = history.said()
            self.leave()
            self.home.show_fact(*split(one.facts[0].name))
            self.home.show_incident(one.id)
            self.desk.say(said)
        elif history.jump():
            self.leave()
