"""Screens over the desk: left faster than they are set up, and all spoken with alike."""

import pytest

from store import Case
from tests.tui.playing import playing
from tui.screens.desk import DeskScreen
from tui.screens.over import OverDesk
from tui.screens.queries import QueriesScreen
from tui.widgets import board_list

OPENED = ("H", "Q", "w i", "w t")
"""The keys of the screens that are opened from the desk."""


async def test_a_screen_left_at_once_takes_nothing_from_the_next_one(case: Case) -> None:
    async with playing(case) as player:
        await player.burst("H", "q", "w", "t", "u")
        screen, desk = player.app.screen, player.app.desk
        assert isinstance(screen, OverDesk)
        assert screen.status == desk.status
        await player.press("q")
        home = player.app.screen
        assert isinstance(home, DeskScreen)
        assert desk.tell == home.hear


async def test_queries_left_and_opened_again_at_once_are_counted(case: Case) -> None:
    case.queries.save("many", "is:new")
    async with playing(case) as player:
        await player.burst("Q", "q", "Q")
        screen = player.app.screen
        assert isinstance(screen, QueriesScreen)
        assert [line.count for line in screen.desk.queries.window(0, 9)] == ["5"]


@pytest.mark.parametrize("opened", [*OPENED, "?"])
async def test_keys_that_come_before_a_screen_is_set_up_do_no_harm(case: Case, opened: str) -> None:
    async with playing(case) as player:
        await player.burst(*opened.split(), "pagedown", "G", "/", "escape", "escape")
        assert isinstance(player.app.screen, DeskScreen)


async def test_the_lines_of_an_incident_are_folded_once(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.incidents.take(3, case.findings(3).incidents[2].id)
    async with playing(case) as player:
        await player.press("w", "i", "enter")
        folded: list[str] = []

        def fold(text: str, _: int) -> list[tuple[int, int]]:
            folded.append(text)
            return []

        monkeypatch.setattr(board_list, "wrapped", fold)
        await player.press("j", "G")
        assert not folded
        await player.resize(80, 24)
        assert folded


@pytest.mark.parametrize("opened", OPENED)
async def test_pasted_text_that_has_no_place_is_said_to_have_none(case: Case, opened: str) -> None:
    async with playing(case) as player:
        await player.press(*opened.split())
        await player.paste("cannabis")
        assert player.status == "pasted text goes into a note: c writes one"


async def test_what_is_pasted_into_a_line_stays_when_it_is_gone_on_with(case: Case) -> None:
    async with playing(case) as player:
        await player.press("l")
        await player.type("is:d")
        await player.press("tab")
        await player.paste(" arrest")
        await player.press("tab")
        screen = player.app.screen
        assert isinstance(screen, DeskScreen)
        assert screen.asking
        assert screen.asking.buffer.text.endswith(" arrest")


async def test_links_are_offered_for_what_is_pasted_into_a_note(case: Case) -> None:
    async with playing(case) as player:
        screen = player.app.screen
        assert isinstance(screen, DeskScreen)
        await player.press("c")
        await player.paste("see [[cannabis")
        assert screen.linkable
        await player.paste("]]")
        assert not screen.linkable


@pytest.mark.parametrize("opened", ["?", "o"])
async def test_a_wrong_key_on_a_page_is_said_to_do_nothing(case: Case, opened: str) -> None:
    async with playing(case, 80, 24) as player:
        await player.press(opened, "z")
        assert player.rows[-2] == " ! z does nothing here"
        assert "leave" in player.rows[-1]
        await player.press("j")
        assert "nothing here" not in player.screen
