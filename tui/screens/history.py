"""The history of the case on a screen of its own."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.reactive import var

from tui.commands.command import Context
from tui.desk import Desk, Part
from tui.keymap import Keymap
from tui.screens.help import HelpScreen
from tui.screens.keyed import KeyedScreen
from tui.screens.prompting import Prompting
from tui.themes import Look
from tui.views import Status
from tui.widgets.buffer import Buffer
from tui.widgets.key_row import Keys
from tui.widgets.keys import keys_in
from tui.widgets.past_list import PastList
from tui.widgets.status import Prompt

_LOOK_S = 0.1
_AGE_S = 5.0
"""How often it is said anew how long ago things were."""


class HistoryScreen(KeyedScreen):
    """Who did what when."""

    CSS_PATH: ClassVar[None] = None

    shown_look: var[Look | None] = var(None)
    cursor: var[int] = var(0)
    count: var[int] = var(0)
    about: var[str] = var("")
    version: var[int] = var(0)
    status: var[Status] = var(Status())
    prompt: var[Prompt | None] = var(None)
    problem: var[str] = var("")
    keys: var[Keys] = var(Keys())

    def __init__(self, keymap: Keymap, look: Look, desk: Desk) -> None:
        super().__init__(keymap, look)
        self.desk = desk
        self._asking: Prompting | None = None
        self._tell_desk = desk.tell
        desk.tell = self._hear
        desk.history.open()
        self.shown_look = look
        self._show()

    def compose(self) -> ComposeResult:
        """One list."""
        own = HistoryScreen
        yield PastList(self.desk.history.window, id="page").data_bind(
            own.cursor, own.count, own.about, own.version, own.status, own.prompt, own.problem,
            own.keys, look=own.shown_look,
        )  # fmt: skip

    def on_mount(self) -> None:
        """Show the keys, and watch for what others do."""
        self._show_keys()
        self.set_interval(_LOOK_S, self._look)
        self.set_interval(_AGE_S, self._show)

    def on_unmount(self) -> None:
        """Let the desk's own screen hear alone again."""
        self.desk.tell = self._tell_desk

    @property
    def context(self) -> Context:
        """The line while one is typed, else the history."""
        return "prompt" if self._asking else "history"

    @property
    def is_typing(self) -> bool:
        """Whether characters are text here."""
        return self._asking is not None

    # -- hearing

    def _hear(self, parts: Part) -> None:
        self._tell_desk(parts)
        if Part.STATUS in parts:
            self.status = self.desk.status
            self._look()

    def _look(self) -> None:
        if self.desk.history.look():
            self._show()

    def _show(self) -> None:
        history = self.desk.history
        self.count, self.cursor, self.about = len(history.seqs), history.index, history.about()
        self.version += 1
        if self.is_mounted:
            history.page_rows = self.query_one(PastList).body_height

    # -- moving

    def next(self) -> None:
        """An older change."""
        self.desk.history.next()
        self._moved()

    def previous(self) -> None:
        """A newer change."""
        self.desk.history.previous()
        self._moved()

    def first(self) -> None:
        """The newest change."""
        self.desk.history.first()
        self._moved()

    def last(self) -> None:
        """The oldest change."""
        self.desk.history.last()
        self._moved()

    def page_down(self) -> None:
        """A screen down."""
        self.desk.history.page_down()
        self._moved()

    def page_up(self) -> None:
        """A screen up."""
        self.desk.history.page_up()
        self._moved()

    def _moved(self) -> None:
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
        self._ask(Prompting("words", history.look_for, Buffer(history.words)))

    def _ask(self, asking: Prompting | None) -> None:
        self._asking = asking
        self._show_prompt()

    def take_prompt(self) -> None:
        """Take the answer; where something is wrong with it, it stays and says so."""
        if self._asking and self._asking.answer():
            self._ask(None)
            self._show()
        else:
            self._show_prompt()

    def leave_prompt(self) -> None:
        """Leave the question unanswered."""
        self._ask(None)

    async def type_key(self, event: events.Key) -> None:
        """Type into the line."""
        if self._asking:
            self._asking.type(event.key, event.character)
            self._show_prompt()

    def put(self, text: str) -> None:
        """Paste into the line."""
        if self._asking:
            self._asking.buffer.insert(text)
            self._show_prompt()

    def _show_prompt(self) -> None:
        self.prompt = self._asking.shown() if self._asking else None
        self.problem = self._asking.problem if self._asking else ""
        self._show_keys()

    def _show_keys(self) -> None:
        self.keys = keys_in(self.context, self.keymap)

    # -- leaving

    def complain(self, words: str) -> None:
        """Say why a key did nothing."""
        self.desk.say(words, "problem")

    def jump(self) -> None:
        """Go to the article of the change, on the desk."""
        if self.desk.history.jump():
            self.leave()

    def help(self) -> None:
        """Show the keys that work here."""
        self.app.push_screen(HelpScreen(self.keymap, self.look, "history"))

    def leave(self) -> None:
        """Back to the desk."""
        self.dismiss()
