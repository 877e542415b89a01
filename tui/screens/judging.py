"""The fact under the cursor judged: only when it can be seen, however narrow the screen is."""

from collections.abc import Callable

from tui.desk import labels
from tui.keymaps.named import key
from tui.panes.facts import FactsPane
from tui.panes.text import TextPane
from tui.screens.paging import Paging


class Judging(Paging):
    """The verbs of the desk's screen that judge one fact."""

    def accept_fact(self) -> None:
        """Accept the fact under the cursor."""
        self._once_seen("fact.accept", self.desk.facts.accept)

    def reject_fact(self) -> None:
        """Reject the fact under the cursor."""
        self._once_seen("fact.reject", self.desk.facts.reject)

    def take_reading(self) -> None:
        """Take the suggested reading of the fact under the cursor."""
        self._once_seen("fact.take", self.desk.facts.take_reading)

    def _once_seen(self, command: str, judge: Callable[[], None]) -> None:
        """Judge what is in sight; bring into sight what is not, for the next press to judge."""
        fact = self.desk.facts.chosen()
        if fact is None:
            return
        text = self.query_one(TextPane)
        if self.query_one(FactsPane).display or text.shows_fact:
            judge()
            return
        text.follow()
        words = labels.short(fact.value, is_corrected=fact.corrected)
        self.desk.say(f"in sight now: {words}; {key(command)} once more judges it")
