"""What is done to the fact under the cursor: only when it can be seen, however narrow it is."""

from tui.commands.command import Command
from tui.desk import labels
from tui.incident_words import incident_words
from tui.keymap import Node
from tui.keymaps.named import key
from tui.panes.facts import FactsPane
from tui.panes.text import TextPane
from tui.screens.paging import Paging


class Judging(Paging):
    """Brings into sight what is not, for the next press to judge, take or link it."""

    async def run_command(self, command: Command) -> None:
        """Run a command, but one that is done to a fact only once that is in sight."""
        if command.in_sight and self._brought_into_sight():
            does = "judges" if command.group == "Facts" else "takes"
            words = self._at_hand(of_incident=does == "takes")
            self.desk.say(f"in sight now: {words}; {key(command.id)} once more {does} it")
        else:
            await super().run_command(command)

    def take_incident(self) -> None:
        """Take the incident at hand; the next one at once only where all of them can be seen."""
        incidents = self.desk.incidents
        has_facts = self.query_one(FactsPane).display
        proposed = None if has_facts else incidents.turn_from_taken()
        if proposed:
            take = key("incident.take")
            words = incident_words(proposed)
            self.desk.say(f"in sight now: {words}; {take} once more takes it")
        else:
            incidents.take()

    def show_before(self, node: Node | None) -> None:
        """Bring into sight what the keys after a prefix would be done to."""
        after = node.following.values() if node else ()
        if any(one.command and one.command.in_sight for one in after):
            self._brought_into_sight()

    def _at_hand(self, *, of_incident: bool) -> str:
        """What the fact under the cursor says, or what it stands under."""
        fact, home = self.desk.facts.current, self.desk.facts.home
        if of_incident and home and home.standing != "none":
            return home.title.partition(" ")[2]  # without its mark
        return labels.short(fact.value, is_corrected=fact.corrected) if fact else ""

    def _brought_into_sight(self) -> bool:
        """Whether the fact under the cursor was out of sight; it is not any more."""
        self.desk.load()
        text = self.query_one(TextPane)
        has_facts = self.query_one(FactsPane).display
        if self.desk.facts.current is None or has_facts or text.shows_fact:
            return False
        text.follow()
        return True
