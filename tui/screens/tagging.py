"""Tags asked for by their words, on every screen whose keys tag."""

from tui.desk import Desk
from tui.screens.asking import Asking
from tui.screens.prompting import Prompting


class Tagging(Asking):
    """The verb that asks for a tag."""

    desk: Desk

    def ask_tag(self) -> None:
        """Ask for a tag by its words, for whatever a key would tag now."""
        tags = self.desk.tags
        if self.desk.incidents.in_view or self.desk.marked.targets():
            self.ask(Prompting("tag", tags.by_words, completing=tags.completing))
