"""Lines asked for on a screen: a query, words, a name; typed, pasted, gone on with, answered."""

from collections.abc import Awaitable

from textual import events
from textual.reactive import var

from tui.commands.command import Context, Need
from tui.screens.keyed import KeyedScreen
from tui.screens.prompting import Prompting
from tui.widgets.status import Prompt


class Asking(KeyedScreen):
    """A screen that may ask for one line at a time."""

    prompt: var[Prompt | None] = var(None)
    problem: var[str] = var("")
    offered: var[tuple[str, ...]] = var(())
    asking: Prompting | None = None
    """The line that is being typed, if one is."""

    @property
    def context(self) -> Context:
        """The line while one is typed, else this screen."""
        return "prompt" if self.asking else super().context

    @property
    def is_typing(self) -> bool:
        """Whether characters are text here."""
        return self.asking is not None

    def has(self, need: Need) -> bool:
        """Whether it is known how the line may go on, and whatever else is at hand."""
        if need == "completion":
            return self.asking is not None and self.asking.completing is not None
        return super().has(need)

    def ask(self, asking: Prompting | None) -> None:
        """Ask for a line, or stop asking."""
        self.asking = asking
        self.show_prompt()

    def take_prompt(self) -> Awaitable[None] | None:
        """Take the answer, once what it needs is looked up."""
        asked = self.asking
        if asked and asked.ahead:
            return self._take_after(asked.ahead(asked.buffer.text))
        self._take_answer()
        return None

    async def _take_after(self, sought: Awaitable[None]) -> None:
        await sought
        self._take_answer()

    def _take_answer(self) -> None:
        """Where something is wrong with the answer, it stays and says so."""
        asked = self.asking
        if asked is None or not asked.answer():
            self.show_prompt()
        elif self.asking is asked:  # the answer may have asked for more
            self.ask(None)

    def leave_prompt(self) -> None:
        """Leave the question unanswered."""
        self.ask(None)

    def complete_prompt(self) -> None:
        """Go on with the line being typed, where it is known how."""
        if self.asking:
            self.asking.complete()
            self.show_prompt()

    async def type_key(self, event: events.Key) -> None:
        """Type into the line."""
        if self.asking:
            self.asking.type(event.key, event.character)
            self.show_prompt()

    def put(self, text: str) -> None:
        """Paste into the line."""
        if self.asking:
            self.asking.put(text)
            self.show_prompt()
        else:
            super().put(text)

    def show_prompt(self) -> None:
        """Show the line as it is typed, and the keys for it."""
        asking = self.asking
        self.prompt = asking.shown() if asking else None
        self.problem = asking.problem if asking else ""
        self.offered = asking.offered if asking else ()
        self.show_keys()
