"""The palette: every command that works here, found by its name or its key."""

from collections.abc import Awaitable, Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.reactive import var

from tui.commands.command import Command, Context
from tui.commands.registry import commands
from tui.help.entries import works_in
from tui.keymap import Keymap, shown
from tui.screens.keyed import KeyedScreen
from tui.screens.prompting import Prompting
from tui.themes import Look
from tui.widgets.command_list import CommandList
from tui.widgets.status import Prompt

Run = Callable[[Command], Awaitable[None]]
"""Runs a command on the screen that the palette was called from."""


class PaletteScreen(KeyedScreen):
    """A line to type in, and the commands that match."""

    where = "palette"

    prompt: var[Prompt | None] = var(None)
    matches: var[tuple[tuple[str, Command], ...]] = var(())
    """The commands that match, each with its keys."""
    place: var[int] = var(0)
    """Which of them is chosen."""

    def __init__(self, keymap: Keymap, look: Look, of: Context, run: Run) -> None:
        super().__init__(keymap, look)
        self._commands = [
            command
            for command in commands()
            if works_in(command, of)
            and command.id != "view.palette"
            and not command.together  # a digit means nothing before what it chooses from is seen
        ]
        self._run_there = run
        self._of = of
        self._line = Prompting("command", lambda _: "")
        self._search()

    def compose(self) -> ComposeResult:
        """One list with the line above it."""
        own = PaletteScreen
        yield CommandList(id="page").data_bind(
            own.prompt, own.matches, own.place, own.keys, look=own.shown_look
        )

    @property
    def is_typing(self) -> bool:
        """Characters are always text here."""
        return True

    async def type_key(self, event: events.Key) -> None:
        """Type into the line and look again."""
        self._line.type(event.key, event.character)
        self._search()

    def put(self, text: str) -> None:
        """Paste into the line."""
        self._line.put(text)
        self._search()

    def down(self) -> None:
        """The next command."""
        self.place = min(self.place + 1, max(len(self.matches) - 1, 0))

    def up(self) -> None:
        """The previous command."""
        self.place = max(self.place - 1, 0)

    async def run(self) -> None:
        """Leave, and run the chosen command where the palette was called from."""
        if self.matches:
            command = self.matches[self.place][1]
            self.dismiss()
            await self._run_there(command)

    def leave(self) -> None:
        """Back to the desk."""
        self.dismiss()

    def _search(self) -> None:
        typed = self._line.buffer.text
        ranked = [(_rank(one, self._keys(one), typed), one) for one in self._commands]
        found = [(rank, one) for rank, one in ranked if rank is not None]
        found.sort(key=lambda one: one[0])
        self.matches = tuple((self._shown_keys(command), command) for _, command in found)
        self.place = 0
        self.prompt = self._line.shown()

    def _shown_keys(self, command: Command) -> str:
        return "  ".join(map(shown, self._keys(command)))

    def _keys(self, command: Command) -> tuple[str, ...]:
        return self.keymap.keys_of(command, self._of)


def _rank(command: Command, keys: Sequence[str], typed: str) -> int | None:
    """How well a command matches: by its key, then its title, its name, its sentence."""
    words = typed.casefold().split()
    title, name = command.title.casefold(), f"{command.title} {command.id}".casefold()
    begun = [word for word in words if any(one.startswith(word) for one in title.split())]
    ranks = (
        bool(words) and typed in keys,
        bool(words) and any(key.startswith(f"{typed.rstrip()} ") for key in keys),
        title == " ".join(words),
        title.startswith(" ".join(words)),
        begun == words,
        all(word in name for word in words),
        all(word in f"{name} {command.help.casefold()}" for word in words),
    )
    return next((rank for rank, matches in enumerate(ranks) if matches), None)
