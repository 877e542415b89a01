"""A screen worked by the registry's keys: every key is done before the next one is looked at."""

from inspect import isawaitable
from typing import Any, ClassVar

from textual import events
from textual.reactive import var
from textual.screen import Screen

from store import CaseError
from tui.commands.command import Command, Context, Need
from tui.keymap import Keymap, Node
from tui.themes import Look
from tui.widgets.foot import Following
from tui.widgets.key_row import Keys
from tui.widgets.keys import keys_in


class KeyedScreen(Screen[None]):
    """Finds the command of a key, or the keys that may follow it, and runs it."""

    AUTO_FOCUS: ClassVar[str | None] = ""

    where: ClassVar[Context]
    """Where its keys mean what they mean, but for a line that is typed."""

    shown_look: var[Look | None] = var(None)
    """How its widgets look."""
    keys: var[Keys] = var(Keys())
    """The keys that work now, as its foot shows them."""
    following: var[Following | None] = var(None)
    """The keys that may follow those pressed, as its foot shows them."""

    def __init__(self, keymap: Keymap, look: Look) -> None:
        super().__init__()
        self.keymap = keymap
        self.look = look
        self.shown_look = look
        self.pressed: tuple[str, ...] = ()
        """The keys of a sequence that is not finished."""

    def on_mount(self) -> None:
        """Show the keys that work here."""
        self.show_keys()

    @property
    def context(self) -> Context:
        """Where keys mean what they mean now."""
        return self.where

    @property
    def is_typing(self) -> bool:
        """Whether characters are text here and not commands."""
        return False

    async def take(self, event: events.Key) -> None:
        """Do what a key does.

        Esc and a character that arrive together look like the character with alt, which no
        command has: where Esc leaves something, they are what they were. Where it leaves this
        screen, the character is for the one below.
        """
        screen: KeyedScreen = self
        if event.key.startswith("alt+") and event.character and self._can_escape:
            await self._take(events.Key("escape", None))
            event = events.Key(event.character, event.character)
            if isinstance(self.app.screen, KeyedScreen):
                screen = self.app.screen
        await screen._take(event)

    @property
    def _can_escape(self) -> bool:
        return bool(self.pressed) or self.keymap.find(self.context, ("escape",)) is not None

    async def _take(self, event: events.Key) -> None:
        """What the case refuses is said: a colleague may just have taken back what is in view."""
        try:
            await self._do(event)
        except CaseError as error:
            self.complain(str(error))

    async def _do(self, event: events.Key) -> None:
        key = key_name(event)
        node = self.keymap.find(self.context, (*self.pressed, key))
        if node is not None and node.command:
            self._leave_sequence()
            await self.run_command(node.command)
        elif node is not None:
            self.pressed = (*self.pressed, key)
            self.show_following(node)
        elif self.pressed:
            self._wrong_letter(key)
        elif self.is_typing:
            await self.type_key(event)
        elif key != "escape":  # hands press it to be sure that nothing is left to leave
            self.complain(self.nothing(key))

    async def run_command(self, command: Command) -> None:
        """Run a command on the desk or on this screen."""
        method: Any = self
        for name in command.does.removeprefix("screen.").split("."):
            method = getattr(method, name)
        arguments = () if command.argument is None else (command.argument,)
        result = method(*arguments)
        if isawaitable(result):
            await result

    async def type_key(self, event: events.Key) -> None:
        """Take a key as text."""

    def complete_prompt(self) -> None:
        """Go on with the line being typed, where it is known how."""

    def put(self, _: str) -> None:
        """Take pasted text."""
        self.complain(f"pasted text goes into a note: {self.keymap.key('note.write')} writes one")

    def complain(self, words: str) -> None:
        """Say why a key did nothing."""

    def nothing(self, key: str) -> str:
        """What is said of a key that does nothing."""
        return f"{key} does nothing here; {self.keymap.key('view.help')} shows the keys that work"

    def show_keys(self) -> None:
        """Show the keys that work now."""
        self.keys = keys_in(self.context, self.keymap, self.has)

    def has(self, need: Need) -> bool:  # noqa: ARG002  screens that lack something say so
        """Whether what a key needs to do something is at hand."""
        return True

    def show_following(self, node: Node | None) -> None:
        """Show the keys that may follow, None when the sequence is over."""

    def _wrong_letter(self, key: str) -> None:
        if key == "escape":
            self._leave_sequence()
            return
        known = " ".join(choice.key for choice in self.following.choices) if self.following else ""
        so_far = " ".join(self.pressed)
        self.complain(f"{so_far} {key} is no key; after {so_far} comes one of {known}, Esc leaves")

    def _leave_sequence(self) -> None:
        if self.pressed:
            self.pressed = ()
            self.show_following(None)


def key_name(event: events.Key) -> str:
    """A key as keymaps write it: the character it types, or its name."""
    if event.character == " ":
        return "space"
    if event.is_printable and event.character and not event.key.startswith("alt+"):
        return event.character
    return event.key
