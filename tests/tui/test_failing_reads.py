"""A case that cannot be read any more, at once or now and then: said, and no key ends the desk."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random
from sqlite3 import Connection

import pytest

from store import About, Case
from store.errors import DamagedCase
from tests.tui.playing import Player, playing
from tui.commands.registry import commands

DAMAGE = "seeds.case is damaged: database disk image is malformed; open a backup of it instead."
PANES = ("1", "3")


def fail(case: Case, patch: pytest.MonkeyPatch, is_failing: Callable[[], bool]) -> None:
    """Refuse to read where it is so chosen, as a damaged page or a failing disk does."""
    reading = case.engine.reading

    @contextmanager
    def failing() -> Iterator[Connection]:
        if is_failing():
            raise DamagedCase(DAMAGE)
        with reading() as connection:
            yield connection

    patch.setattr(case.engine, "reading", failing)


def every_key() -> list[tuple[str, ...]]:
    """The keys of every command but those that leave, or need a terminal of their own."""
    return [
        tuple(keys.split())
        for command in commands()
        if command.does != "screen.edit_outside"
        for keys in command.keys
        if keys != "q" and command.id != "view.quit_anywhere"
    ]


async def press_on(player: Player, keys: tuple[str, ...]) -> None:
    """Press keys; where that leads somewhere else the next start from the desk again."""
    await player.press(*keys)
    assert player.app.is_running, keys
    for _ in range(8):
        if len(player.app.screen_stack) == 1 and player.app.screen.context != "prompt":  # type: ignore[attr-defined]
            return
        await player.press("escape")
        assert player.app.is_running, (keys, "escape")
    raise AssertionError(f"no way back after {keys}:\n{player.screen}")


@pytest.mark.parametrize("pane", PANES)
async def test_no_key_ends_the_desk_when_nothing_can_be_read_any_more(
    case: Case, pane: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.incidents.take(1, case.findings(1).incidents[0].id)
    async with playing(case) as player:
        await player.press("w", pane)
        fail(case, monkeypatch, lambda: True)
        for keys in every_key():
            await press_on(player, keys)
        await player.press("escape", "w", "1", "j")
        assert player.status == DAMAGE
        assert "cannot be read" in player.screen
        await player.press("q")
        assert not player.app.is_running


async def test_what_is_typed_stays_and_becomes_the_note_though_nothing_can_be_read(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.notes.write(About("article", 2), "Ask Rabat.", "")
    async with playing(case) as player:
        await player.press("c")
        await player.type("Call Ana")
        with monkeypatch.context() as patch:
            fail(case, patch, lambda: True)
            await player.type(" at nine.")
            await player.press("escape", "w", "1", "j", "c")
            assert player.status == DAMAGE, "a note that cannot be read is not written over"
            assert player.app.screen.context != "note"  # type: ignore[attr-defined]
        assert case.note(1) == "Call Ana at nine."
        await player.press("c")
        assert "Ask Rabat." in player.screen
        await player.type("Then Fez. ")
        await player.press("escape")
    assert sorted(case.note(2).replace("Then Fez. ", "").split()) == ["Ask", "Rabat."]


async def test_no_key_ends_the_desk_when_reads_fail_now_and_then(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = Random(1)
    case.incidents.take(1, case.findings(1).incidents[0].id)
    async with playing(case) as player:
        fail(case, monkeypatch, lambda: dice.random() < 0.2)
        for keys in every_key():
            await press_on(player, keys)
            await player.press("j")
            player.app.desk.tick()
        monkeypatch.undo()
        await player.press("escape", "w", "1", "G", "g")
        assert "Casablanca" in player.screen, "what can be read again is shown again"
