"""Keys in, screen out: the app run without a terminal."""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from math import inf
from pathlib import Path
from time import monotonic
from unittest.mock import patch

from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.strip import Strip

from store import Case
from tui.app import CaseApp
from tui.roles import EDGES
from tui.screens.keyed import KeyedScreen
from tui.themes import look

GOLDEN = Path(__file__).parents[1] / "screens"


class Player:
    """An analyst at the desk, for a test."""

    def __init__(self, app: CaseApp, pilot: Pilot[None]) -> None:
        self.app = app
        self._pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys, each when all that the one before it wrote is durable and shown."""
        for key in keys:
            await self.burst(key)

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.burst(*(_NAMES.get(character, character) for character in text))

    async def burst(self, *keys: str) -> None:
        """Press keys faster than any of them can be handled, as a paste or a slow line does."""
        for key in keys:
            character = key[-1] if len(key) == 1 or key.startswith("alt+") else _CHARACTERS.get(key)
            self.app.post_message(Key(key, character))
        await self.settle()

    async def paste(self, text: str) -> None:
        """Paste a text."""
        self.app.post_message(Paste(text))
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing is left to read, to write or to paint."""
        await self._pilot.pause(0)
        desk, writer = self.app.desk, self.app.writer
        while self.app.is_running and (writer.pending or desk.reader.pending or desk.is_stale):
            await self._pilot.pause(0.001)
        if self.app.is_running:
            await self._pilot.pause(0)

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for what time brings."""
        deadline = monotonic() + _PATIENCE_S
        while not is_so():
            assert monotonic() < deadline, f"it never came:\n{self.screen}"
            await self._pilot.pause(0.01)
        await self.settle()

    async def pause(self) -> None:
        """Let what was pressed be handled, whatever is still looked up beside it."""
        await self._pilot.pause(0)

    async def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        await self._pilot.resize_terminal(columns, rows)
        await self._pilot.pause()

    async def wear(self, theme: str) -> None:
        """Look at the same screen in another theme."""
        for screen in self.app.screen_stack:
            assert isinstance(screen, KeyedScreen)
            screen.look = look(theme)
            screen.shown_look = screen.look
            screen.set_class(not EDGES[theme], "colourless")
        await self.settle()

    @property
    def strips(self) -> list[Strip]:
        """The rows of the screen as they are painted."""
        screen = self.app.screen
        return list(screen._compositor.render_strips(screen.size))

    @property
    def rows(self) -> list[str]:
        """The rows of the screen as plain text."""
        return [strip.text.rstrip() for strip in self.strips]

    @property
    def screen(self) -> str:
        """The screen as plain text."""
        return "\n".join(self.rows) + "\n"

    @property
    def status(self) -> str:
        """What the status line says."""
        return self.app.desk.status.words


_PATIENCE_S = 120.0
"""How long is waited for what comes; only a test that fails waits that long."""
_CHARACTERS = {"enter": "\r", "space": " "}
_NAMES = {" ": "space", "\n": "enter"}


@asynccontextmanager
async def playing(case: Case, columns: int = 120, rows: int = 40) -> AsyncIterator[Player]:
    """Sit down at a case, with hands that never rest: a draft stays one until it is left."""
    app = CaseApp(case)
    with patch("tui.desk.note_keeper._QUIET_S", inf):
        async with app.run_test(size=(columns, rows)) as pilot:
            player = Player(app, pilot)
            await player.settle()
            yield player
            await player.settle()
    app.writer.close()


def assert_screen(player: Player, name: str) -> None:
    """Compare the screen with the golden one."""
    assert_golden(player.screen, f"{name}.txt")


def assert_golden(shown: str, name: str) -> None:
    """Compare what is shown with what a person has looked at.

    ``make screens`` writes anew what differs, to be looked at in a diff. Where there is none yet
    it is written, and the test fails once, so that a person looks at it.
    """
    path = GOLDEN / name
    is_wanted = os.environ.get("CASEDESK_SCREENS") == "new"
    if is_wanted or not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_text(shown, encoding="utf-8")
        assert is_wanted, f"{path} is new; look at it and run the test again"
    assert shown == path.read_text(encoding="utf-8")
