"""Keys in, screen out: the app run without a terminal."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.events import Key, Paste
from textual.pilot import Pilot

from store import Case
from tui.app import CaseApp

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

    async def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        await self._pilot.resize_terminal(columns, rows)
        await self._pilot.pause()

    @property
    def rows(self) -> list[str]:
        """The rows of the screen as plain text."""
        screen = self.app.screen
        strips = screen._compositor.render_strips(screen.size)
        return [strip.text.rstrip() for strip in strips]

    @property
    def screen(self) -> str:
        """The screen as plain text."""
        return "\n".join(self.rows) + "\n"

    @property
    def status(self) -> str:
        """What the status line says."""
        return self.app.desk.status.words


_CHARACTERS = {"enter": "\r", "space": " "}
_NAMES = {" ": "space", "\n": "enter"}


@asynccontextmanager
async def playing(case: Case, columns: int = 120, rows: int = 40) -> AsyncIterator[Player]:
    """Sit down at a case."""
    app = CaseApp(case)
    async with app.run_test(size=(columns, rows)) as pilot:
        player = Player(app, pilot)
        await player.settle()
        yield player
        await player.settle()
    app.writer.close()


def assert_screen(player: Player, name: str) -> None:
    """Compare the screen with the golden one.

    Where there is none yet it is written, and the test fails once, so that a person looks at it.
    """
    path = GOLDEN / f"{name}.txt"
    if not path.exists():
        path.write_text(player.screen, encoding="utf-8")
        raise AssertionError(f"{path} is new; look at it and run the test again")
    assert player.screen == path.read_text(encoding="utf-8")
