"""The card of the first day: eight keys, in nobody's way, gone with the first."""

from pathlib import Path

import pytest

from store import Case
from tests.tui.playing import Player, playing
from tui import locations

WORDS = "read on", "done", "dismiss", "accept all", "note", "undo", "tag", "help"
SIZES = ((120, 40), (120, 24), (80, 24), (60, 20))


def has_card(player: Player) -> bool:
    return bool(player.app.screen.first)  # type: ignore[attr-defined]  # the desk's own


@pytest.mark.parametrize("size", SIZES)
async def test_the_card_hides_no_article(case: Case, size: tuple[int, int]) -> None:
    columns, rows = size
    async with playing(case, *size) as player:
        with_card = player.rows
        assert all(word in "\n".join(with_card[-16:]) for word in WORDS)
        await player.press("escape")
        assert not has_card(player)
        for y, (before, after) in enumerate(zip(with_card, player.rows, strict=True)):
            is_foot = rows - 3 <= y < rows - 1
            of_article = 0 if is_foot and size != (120, 40) else columns * 69 // 100
            assert before[:of_article] == after[:of_article]


@pytest.mark.parametrize(("key", "done"), [("d", "done"), ("x", "dismissed")])
async def test_the_first_key_does_what_it_does(case: Case, key: str, done: str) -> None:
    async with playing(case) as player:
        assert has_card(player)
        await player.press(key)
        assert not has_card(player)
        assert case.marks(1).status == done


async def test_it_is_shown_once(case: Case) -> None:
    for is_first in (True, False):
        async with playing(case, 80, 24) as player:
            assert has_card(player) is is_first
            assert player.status == ""


async def test_a_case_that_is_worked_on_shows_none(case: Case) -> None:
    case.decide([1], "done")
    async with playing(case) as player:
        assert not has_card(player)
    assert not locations.first_keys_seen().exists()


async def test_a_folder_that_cannot_be_written_harms_nobody(case: Case, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("no folder")
    async with playing(case) as player:
        assert has_card(player)


async def test_what_is_said_is_seen(case: Case) -> None:
    async with playing(case, 80, 24) as player:
        player.app.desk.say("ben is here")
        await player.settle()
        assert "ben is here" in player.rows[21]
        assert not has_card(player)


async def test_it_finds_its_place_in_any_size(case: Case) -> None:
    async with playing(case) as player:
        await player.resize(60, 20)
        assert "read on" in player.rows[17]
        assert "help" in player.rows[18]
        await player.resize(40, 10)
        assert "read on" not in player.screen
        await player.resize(120, 40)
        assert any("space  read on" in row for row in player.rows[-16:])
