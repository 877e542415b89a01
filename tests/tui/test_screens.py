"""What a person looks at: whole screens in plain text, to be read in a diff."""

import pytest

from store import Case
from tests.tui.playing import assert_screen, playing

SIZES = [(120, 40), (80, 24)]


@pytest.fixture(params=SIZES, ids=["120x40", "80x24"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    columns, rows = request.param
    return columns, rows


async def test_first_screen(case: Case, size: tuple[int, int]) -> None:
    async with playing(case, *size) as player:
        assert_screen(player, "first-{}x{}".format(*size))


async def test_facts_with_a_doubtful_number(case: Case, size: tuple[int, int]) -> None:
    async with playing(case, *size) as player:
        await player.press("w", "3", "A")
        assert_screen(player, "facts-{}x{}".format(*size))


async def test_a_tag_after_two_keys(case: Case, size: tuple[int, int]) -> None:
    async with playing(case, *size) as player:
        await player.press("t", "d")
        assert_screen(player, "tag-{}x{}".format(*size))


async def test_a_note(case: Case, size: tuple[int, int]) -> None:
    async with playing(case, *size) as player:
        await player.press("c")
        await player.type("Ask Rabat.\nTwo at large.")
        assert_screen(player, "note-{}x{}".format(*size))


async def test_help(case: Case, size: tuple[int, int]) -> None:
    async with playing(case, *size) as player:
        await player.press("?")
        assert_screen(player, "help-{}x{}".format(*size))


async def test_palette(case: Case, size: tuple[int, int]) -> None:
    async with playing(case, *size) as player:
        await player.press("ctrl+p", "f", "a", "c", "t")
        assert_screen(player, "palette-{}x{}".format(*size))


async def test_limited_list(case: Case, size: tuple[int, int]) -> None:
    async with playing(case, *size) as player:
        await player.press("l")
        await player.type("interpol")
        await player.press("enter")
        assert_screen(player, "limited-{}x{}".format(*size))


async def test_too_small(case: Case) -> None:
    async with playing(case, 40, 10) as player:
        assert_screen(player, "small-40x10")


async def test_why_a_doubtful_number_is_there(case: Case, size: tuple[int, int]) -> None:
    async with playing(case, *size) as player:
        await player.press("w", "3", "A", "o")
        assert_screen(player, "why-{}x{}".format(*size))
