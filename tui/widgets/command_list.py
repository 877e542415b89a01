"""The commands that match what is typed, with their keys."""

from textual.reactive import var
from textual.strip import Strip

from tui.commands.command import Command
from tui.widgets.key_row import Keys, key_row
from tui.widgets.status import StatusLine
from tui.widgets.strips import Words, line
from tui.widgets.wrap import fitted

_KEYS = 14
_TITLE = 18


class CommandList(StatusLine):
    """A line being typed, and the commands under it."""

    matches: var[tuple[tuple[str, Command], ...]] = var(())
    """The commands, each with its keys."""
    place: var[int] = var(0)
    """Which of them is chosen."""
    keys: var[Keys] = var(Keys())
    """The keys that work here."""

    def row(self, y: int) -> Strip:
        """The line being typed, a command, or the keys."""
        width, plain = self.size.width, self.style("plain")
        if y == 0:
            return super().row(y)
        if y == self.size.height - 1:
            return key_row(self.keys, self.style, width)
        number = self._top + y - 1
        if number >= len(self.matches):
            nothing = " no command is called so, and none has that key" if y == 1 else ""
            return line([(nothing if not self.matches else "", self.style("about"))], width, plain)
        return self._command_row(*self.matches[number], number == self.place)

    @property
    def _top(self) -> int:
        height = max(self.size.height - 2, 1)
        return max(self.place - height + 1, 0)

    def _command_row(self, keys: str, command: Command, here: bool) -> Strip:
        plain = self.style("row.here" if here else "plain")
        words: list[Words] = [
            ("▸" if here else " ", plain),
            (f"{keys:<{_KEYS}}", plain if here else self.style("key")),
            (f"{fitted(command.title, _TITLE):<{_TITLE}} ", plain),
            (command.help, plain if here else self.style("about")),
        ]
        return line(words, self.size.width, plain)

    def watch_matches(self) -> None:
        """Other commands match."""
        self.repaint()

    def watch_place(self) -> None:
        """Another one is chosen."""
        self.repaint()

    def watch_keys(self) -> None:
        """Other keys work."""
        self.repaint()
