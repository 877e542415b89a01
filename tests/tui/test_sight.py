"""Nothing is judged unseen: a fact that is out of sight comes into sight first."""

import pytest

from store import Case
from tests.tui.playing import Player, playing
from tui.panes.text import TextPane

UNSEEN = ("w", "3", "j", "w", "2", "G", "w", "1")
"""To a fact of the first lines, down to the end of the text, and back to the list."""


def judged(case: Case) -> int:
    return sum(bool(fact.verdict) for fact in case.findings(1).facts)


def lit_in_view(player: Player) -> bool:
    return player.app.screen.query_one(TextPane).shows_fact


@pytest.mark.parametrize("key", ["a", "r"])
async def test_the_first_press_shows_what_the_second_judges(case: Case, key: str) -> None:
    async with playing(case, 80, 24) as player:
        await player.press(*UNSEEN)
        before = player.app.desk.facts.current
        assert not lit_in_view(player)
        await player.press(key)
        assert not judged(case)
        assert player.app.desk.facts.current == before
        assert lit_in_view(player)
        assert "in sight now: " in player.status
        assert f"{key} once more judges it" in player.status
        await player.press(key)
        assert judged(case) == 1
        await player.press(key)
        assert judged(case) == 2, "the next one was brought into sight by judging this one"


async def test_a_suggested_reading_is_not_taken_unseen(case: Case) -> None:
    async with playing(case, 80, 24) as player:
        await player.press("A")
        doubted = player.app.desk.facts.current
        assert doubted is not None
        taken = judged(case)
        await player.press("w", "2", "g", "y")
        assert judged(case) == taken
        await player.press("y")
        assert judged(case) == taken + 1


@pytest.mark.parametrize(("size", "pane"), [((120, 40), "1"), ((80, 24), "3")])
async def test_a_fact_that_the_facts_pane_shows_is_in_sight(
    case: Case, size: tuple[int, int], pane: str
) -> None:
    async with playing(case, *size) as player:
        await player.press("w", "2", "G", "w", pane, "a")
        assert judged(case) == 1


async def test_keys_pressed_in_haste_judge_what_they_brought_into_sight(case: Case) -> None:
    async with playing(case, 80, 24) as player:
        await player.press(*UNSEEN)
        await player.burst("a", "a", "a")
        assert judged(case) == 2


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_no_incident_is_taken_unseen(case: Case, size: tuple[int, int]) -> None:
    async with playing(case, *size) as player:
        await player.press(*UNSEEN, "I")
        assert case.incidents.count() == 0
        assert lit_in_view(player)
        assert player.status.startswith("in sight now: drug seizure")
        assert "I once more takes it" in player.status
        await player.press("I")
        assert case.incidents.count() == 1


async def test_the_next_proposal_is_shown_before_it_is_taken(case: Case) -> None:
    async with playing(case, 80, 24) as player:
        await player.press("w", "2", "I")
        assert case.incidents.count() == 1
        before = player.app.desk.facts.place
        await player.press("I")
        assert case.incidents.count() == 1
        assert player.app.desk.facts.place != before
        assert "I once more takes it" in player.status
        await player.press("I")
        assert case.incidents.count() == 2


@pytest.mark.parametrize("prefix", ["i", "m", "O"])
async def test_what_a_digit_links_is_in_sight_when_the_digits_are_shown(
    case: Case, prefix: str
) -> None:
    case.incidents.take(1, case.findings(1).incidents[0].id)
    async with playing(case, 80, 24) as player:
        await player.press(*UNSEEN)
        assert not lit_in_view(player)
        await player.press(prefix)
        assert lit_in_view(player)


async def test_nothing_is_split_off_unseen(case: Case) -> None:
    case.incidents.take(1, case.findings(1).incidents[0].id)
    async with playing(case, 80, 24) as player:
        await player.press(*UNSEEN)
        assert not lit_in_view(player)
        await player.press("M")
        assert case.incidents.count() == 1
        assert lit_in_view(player)
