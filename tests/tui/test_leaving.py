"""Leaving a screen in haste does not end the session with it; leaving on purpose is one key."""

import pytest

from store import Case
from tests.tui.playing import playing

OPENED = ("?", "o", "Q", "H", "w i", "w t")


@pytest.mark.parametrize("opened", OPENED)
async def test_q_twice_in_a_burst_leaves_the_screen_and_not_the_desk(
    case: Case, opened: str
) -> None:
    async with playing(case, 80, 24) as player:
        await player.press(*opened.split())
        await player.burst("q", "q", "q")
        assert player.app.is_running
        assert player.rows[0].startswith("▸ 1 Articles")
        assert "once more" in player.status


async def test_q_leaves_when_the_burst_is_over(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.burst._BURST_S", 0.0)
    async with playing(case, 80, 24) as player:
        await player.press("H", "q")
        assert player.app.is_running
        await player.press("q")
        assert not player.app.is_running


async def test_q_at_the_desk_leaves_at_once(case: Case) -> None:
    async with playing(case, 80, 24) as player:
        await player.press("H", "escape")
        await player.burst("q")
        assert not player.app.is_running


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
@pytest.mark.parametrize("pane", ["2", "3"])
async def test_q_in_a_pane_goes_back_to_the_list_first(
    case: Case, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], pane: str
) -> None:
    monkeypatch.setattr("tui.screens.burst._BURST_S", 0.0)
    async with playing(case, *size) as player:
        await player.press("w", pane)
        assert "q list" in player.rows[-1]
        await player.press("q")
        assert player.app.is_running
        assert player.rows[0].startswith("▸ 1 Articles")
        assert "q quit" in player.rows[-1]
        await player.press("q")
        assert not player.app.is_running


async def test_q_held_in_a_pane_stays_at_the_list(case: Case) -> None:
    async with playing(case, 80, 24) as player:
        await player.press("enter")
        await player.burst("q", "q", "q")
        assert player.app.is_running
        assert player.rows[0].startswith("▸ 1 Articles")
        assert "once more" in player.status
