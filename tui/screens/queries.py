"""The saved queries: one key limits the list by one of them."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.reactive import var

from tui.commands.command import Context
from tui.commands.lists import QUERY_KEYS
from tui.desk import Desk, Part
from tui.keymap import Keymap
from tui.keymaps.named import key
from tui.screens.help import HelpScreen
from tui.screens.keyed import KeyedScreen
from tui.screens.prompting import Prompting
from tui.themes import Look
from tui.views import SavedLine, Status
from tui.widgets.buffer import Buffer
from tui.widgets.key_row import Keys
from tui.widgets.keys import keys_in
from tui.widgets.query_list import QueryList
from tui.widgets.status import Prompt

_NAMELESS = "a name is needed; Esc leaves"


class QueriesScreen(KeyedScreen):
    """The saved queries of the case, each with how many articles it finds now."""

    CSS_PATH: ClassVar[None] = None

    shown_look: var[Look | None] = var(None)
    lines: var[tuple[SavedLine, ...]] = var(())
    letters: var[str] = var(QUERY_KEYS)
    cursor: var[int] = var(0)
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
        self.shown_look = look

    def compose(self) -> ComposeResult:
        """One list."""
        own = QueriesScreen
        yield QueryList(id="page").data_bind(
            own.lines, own.letters, own.cursor, own.status, own.prompt, own.problem, own.keys,
            look=own.shown_look,
        )  # fmt: skip

    def on_mount(self) -> None:
        """Show the queries and their keys, and begin to count."""
        self.desk.queries.open(self._show)
        self._show_keys()

    def on_unmount(self) -> None:
        """Stop counting, and let the desk's own screen hear alone again."""
        self.desk.queries.close()
        self.desk.tell = self._tell_desk

    @property
    def context(self) -> Context:
        """The line while one is typed, else the queries."""
        return "prompt" if self._asking else "queries"

    @property
    def is_typing(self) -> bool:
        """Whether characters are text here."""
        return self._asking is not None

    def _hear(self, parts: Part) -> None:
        self._tell_desk(parts)
        if Part.STATUS in parts:
            self.status = self.desk.status

    def _show(self) -> None:
        self.lines, self.cursor = self.desk.queries.lines(), self.desk.queries.index

    # -- limiting

    def take_query(self) -> None:
        """Limit the list by the query under the cursor."""
        if self.desk.queries.chosen():
            self.take_query_at(self.desk.queries.index)

    def take_query_at(self, place: int) -> None:
        """Limit the list by a query; where it shows nothing, stay and say so."""
        if self.desk.queries.limit_by(place):
            self.leave()

    # -- names

    def ask_name(self) -> None:
        """Ask under which name the limit is saved."""
        query = self.desk.rows.query
        if query:
            self._ask(Prompting(f"name for {query}", self._save))
        else:
            limit = key("list.limit")
            self.complain(
                f"the list is not limited by a query that could be saved; {limit} limits it"
            )

    def ask_new_name(self) -> None:
        """Ask what the query is to be called."""
        saved = self.desk.queries.chosen()
        if saved:
            self._ask(Prompting("name", self._rename, Buffer(saved.name)))

    def _save(self, name: str) -> str:
        if name.strip():
            self.desk.queries.save(name)
        return "" if name.strip() else _NAMELESS

    def _rename(self, name: str) -> str:
        if name.strip():
            self.desk.queries.rename(name)
        return "" if name.strip() else _NAMELESS

    def _ask(self, asking: Prompting | None) -> None:
        self._asking = asking
        self._show_prompt()

    def take_prompt(self) -> None:
        """Take the answer; where something is wrong with it, it stays and says so."""
        if self._asking and self._asking.answer():
            self._ask(None)
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

    def help(self) -> None:
        """Show the keys that work here."""
        self.app.push_screen(HelpScreen(self.keymap, self.look, "queries"))

    def leave(self) -> None:
        """Back to the desk."""
        self.dismiss()
