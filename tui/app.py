"""The app: it hands every key to the screen in the order of the presses, and loses nothing."""

import asyncio
import gc
import os
import signal
from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import App

from store import Case
from tui.appearance import is_ascii_for, theme_for
from tui.clipboard import copied
from tui.desk import Desk
from tui.desk.writer import Writer
from tui.driver.terminal import DeskDriver
from tui.keymap import Keymap
from tui.keymaps import keymap_of
from tui.keymaps.named import key, use
from tui.screens.burst import Burst
from tui.screens.desk import DeskScreen
from tui.screens.keyed import KeyedScreen
from tui.settings import Settings
from tui.themes import look

_FLUSH_S = 5.0
"""How long a dying process waits for the disk."""

_RESIZED_S = 0.03
"""When a new size has been laid out; Textual waits for a hundredth of a second for another."""


class CaseApp(App[None]):
    """casedesk on one case."""

    CSS_PATH: ClassVar[str] = "styles/desk.tcss"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False

    def __init__(
        self, case: Case, settings: Settings | None = None, keymap: Keymap | None = None
    ) -> None:
        self.settings = settings or Settings()
        self.is_ascii = is_ascii_for(self.settings, os.environ)
        """Whether the driver sends every sign as one of ASCII."""
        self._look = look(theme_for(self.settings, os.environ))  # before NO_COLOR is taken away
        self._desk_keymap = keymap or keymap_of(self.settings.keys_preset)
        use(self._desk_keymap)
        super().__init__(ansi_color=True, driver_class=DeskDriver)
        self.theme = "ansi-dark"  # Textual's own parts in the terminal's colours; ours have a Look
        self.animation_level = "none"
        self.writer = Writer(self._deliver)
        self.desk = Desk(case, self.writer, lambda _: None)
        self._burst = Burst()
        self._early: list[events.Key | events.Paste] | None = []
        """What came before the desk could take it; None since then."""

    def get_default_screen(self) -> DeskScreen:
        """The desk."""
        screen = DeskScreen(self.desk, self._desk_keymap, self._look, self.settings.poll_ms / 1000)
        self.desk.tell = screen.hear
        return screen

    def on_mount(self) -> None:
        """Make sure that no way out loses a word."""
        if not self.is_headless:
            self._catch_signals()

    async def on_event(self, event: events.Event) -> None:
        """Hand keys and pasted text to the screen, one after the other; the rest is Textual's."""
        if isinstance(event, events.Key | events.Paste):
            await self._take(event)
            return
        await super().on_event(event)
        if isinstance(event, events.Resize) and self._early is None:
            self.set_timer(_RESIZED_S, self._paint_again)

    async def _take(self, event: events.Key | events.Paste) -> None:
        screen = self.screen if self._screen_stack else None
        if self._early is not None:
            self._early.append(event)
        elif not isinstance(screen, KeyedScreen):
            await super().on_event(event)
        elif isinstance(event, events.Key):
            self.desk.news.go_on()
            await self._take_key(event, screen)
        else:
            with self.desk.careful():
                screen.put(event.text)

    async def _take_key(self, event: events.Key, screen: KeyedScreen) -> None:
        """Hands in haste press q once more than there is to leave: that is refused."""
        if self._burst.is_one_too_many(event, screen):
            self.desk.say(f"this is the list: {key('view.quit')} once more leaves casedesk")
            return
        depth, context = len(self._screen_stack), screen.context
        await screen.take(event)
        if len(self._screen_stack) < depth or screen.context != context:
            self._burst.left(event)

    def _deliver(self, outcome: Callable[[], None]) -> None:
        """Have an outcome heard between two keys; what cannot be read of it then is said."""
        self.call_later(self._hear, outcome)

    def _hear(self, outcome: Callable[[], None]) -> None:
        with self.desk.careful():
            outcome()

    async def on_desk_screen_opened(self) -> None:
        """Do what was pressed while the desk was being set up."""
        early, self._early = self._early or [], None
        for event in early:
            await self._take(event)

    def copy_to_clipboard(self, text: str) -> None:
        """Put a text into the terminal's clipboard, and say what was done."""
        self._clipboard = text
        done = copied(text, os.environ)
        if self._driver and done.data:
            self._driver.write(done.data)
        self.desk.say(done.words, "said" if done.data else "problem")

    def _paint_again(self) -> None:
        """Paint all: a window made small and large again has lost what Textual takes for shown."""
        if self._screen_stack:
            self.screen.refresh()

    @property
    def error(self) -> Exception | None:
        """What nobody foresaw and the desk could not go on after."""
        return self._exception

    def _fatal_error(self) -> None:
        """Leave without Textual's traceback, whose locals would show what the case holds."""
        self._close_messages_no_wait()

    def _catch_signals(self) -> None:
        """On a hang-up or a request to end, make everything durable, then go."""
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTERM, self._end, lambda: None)
        loop.add_signal_handler(signal.SIGHUP, self._end, lambda: loop.call_later(0.5, os._exit, 0))

    def _end(self, then: Callable[[], object]) -> None:
        self.desk.flush(_FLUSH_S)
        then()
        self.exit()


def run(case: Case, settings: Settings, keymap: Keymap) -> int:
    """Work a case at the desk until the analyst leaves; returns the exit code for the shell.

    Raises what went wrong inside, once all that was typed is safe.
    """
    app = CaseApp(case, settings, keymap)
    try:
        app.run(mouse=settings.mouse)
    finally:
        app.desk.flush()
        app.writer.close()
    gc.freeze()  # the process ends here: looking for garbage once more would take 0.1 s
    if app.error:
        raise app.error
    return app.return_code or 0
