"""The foot shows no key that would do nothing for what is under the cursor."""

from pathlib import Path

import pytest

from store import Case, open_case
from tests.tui.playing import Player, playing


def foot(player: Player) -> str:
    return player.rows[-1]


async def test_a_reading_is_offered_where_one_is_suggested(case: Case) -> None:
    async with playing(case) as player:
        await player.press("w", "3", "A")
        assert "y take reading" in foot(player)
        await player.press("g")
        assert "y take reading" not in foot(player)
        assert "r reject" in foot(player)
        await player.press("w", "1", "j")
        assert "y take reading" not in foot(player)


async def test_all_is_accepted_once(case: Case) -> None:
    async with playing(case) as player:
        await player.press("w", "3")
        assert "A accept all" in foot(player)
        await player.press("A")
        assert "A accept all" not in foot(player)
        await player.press("u")
        assert "A accept all" in foot(player)


async def test_an_incident_is_offered_as_long_as_one_is_left_to_take(case: Case) -> None:
    async with playing(case, 160, 40) as player:
        await player.press("w", "3")
        assert "I take incident" in foot(player)
        assert "Enter incident" not in foot(player)
        left = [*player.app.desk.facts.proposals()]
        await player.press(*"I" * len(left))
        assert "I take incident" not in foot(player)
        assert "Enter incident" in foot(player)


async def test_an_empty_case_offers_nothing_to_decide(tmp_path: Path) -> None:
    with open_case(tmp_path / "empty.case", create=True, user="ana") as empty:
        async with playing(empty) as player:
            for pane in "123":
                await player.press("w", pane)
                assert not {"done", "dismiss", "accept", "next", "note"} & set(foot(player).split())
                assert "? help" in foot(player)
            await player.press("w", "i")
            assert not {"open", "merge", "words"} & set(foot(player).split())


async def test_an_incidents_lines_offer_what_they_have(case: Case) -> None:
    case.incidents.take(1, case.findings(1).incidents[0].id)
    async with playing(case) as player:
        await player.press("w", "i", "enter", "g")
        assert "e edit" in foot(player)
        await player.press("G")
        assert "e edit" not in foot(player)
        assert "Enter go there" not in foot(player)
        for _ in player.app.screen.board.lines:  # type: ignore[attr-defined]
            if "Enter go there" not in foot(player):
                await player.press("k")
        await player.press("enter")
        assert player.app.screen.context == "facts"  # type: ignore[attr-defined]


async def test_a_link_is_followed_where_there_is_one(case: Case) -> None:
    async with playing(case) as player:
        await player.press("c")
        assert "follow" not in foot(player)
        await player.type("See [[2]]")
        assert "ctrl+o follow link" in foot(player)
        await player.type(" and")
        assert "follow" not in foot(player)


@pytest.mark.parametrize(("opens", "key"), [(("l",), "tab complete"), (("/",), "")])
async def test_a_line_is_completed_where_it_is_known_how(
    case: Case, opens: tuple[str, ...], key: str
) -> None:
    async with playing(case) as player:
        await player.press(*opens)
        assert ("complete" in foot(player)) is bool(key)


async def test_lists_without_rows_offer_what_fills_them(case: Case) -> None:
    async with playing(case) as player:
        await player.press("Q")
        assert not {"limit", "rename", "delete", "save"} & set(foot(player).split())
        await player.press("q", "l")
        await player.type("is:new")
        await player.press("enter", "Q")
        assert "n save" in foot(player)
        await player.press("n", "a", "enter")
        assert "x delete" in foot(player)


async def test_the_history_goes_where_a_change_was(case: Case) -> None:
    case.decide([1], "done")
    case.tags.keep_digits(["drugs/cannabis"], {"drugs/cannabis"})
    async with playing(case) as player:
        await player.press("H")
        assert "Enter go to" not in foot(player)
        await player.press("j")
        assert "Enter go to" in foot(player)


async def test_a_fact_is_unlinked_from_what_it_is_linked_to(case: Case) -> None:
    async with playing(case) as player:
        await player.press("w", "3", "i")
        assert "0 unlink" not in player.screen
        await player.press("escape", "I", "i")
        assert "0 unlink" in player.screen
