"""A key that is held: the list is not sent anew with each press, and a single press moves a row."""

import pytest

from store import Case, NewArticle
from tests.tui.playing import Player, playing

ROWS = 20
"""Of a list in a terminal of 24 rows at 120 columns."""


@pytest.fixture
def long_case(case: Case) -> Case:
    case.add_articles(NewArticle(f"Report {n}", f"Text {n}.", f"{n}.txt", "/in") for n in range(90))
    return case


async def scrolls(player: Player, key: str, presses: int) -> int:
    """How often the list came to begin with another row."""
    seen, shown = 0, player.rows[1][3:34]
    for _ in range(presses):
        await player.press(key)
        rows = player.rows[1 : ROWS + 1]
        seen, shown = seen + (rows[0][3:34] != shown), rows[0][3:34]
        assert any(row.startswith("▸") for row in rows)
    return seen


async def test_a_held_key_scrolls_by_a_part_of_the_list(
    long_case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(long_case, 120, 24) as player:
        monkeypatch.setattr("tui.screens.hearing.monotonic", lambda: 0.0)
        assert 1 < await scrolls(player, "j", 40) <= 40 // (ROWS // 3) + 1
        assert 1 < await scrolls(player, "k", 40) <= 40 // (ROWS // 3) + 1
        assert player.app.desk.index == 0


async def test_a_press_alone_scrolls_by_one_row(
    long_case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(10_000))
    async with playing(long_case, 120, 24) as player:
        monkeypatch.setattr("tui.screens.hearing.monotonic", lambda: float(next(clock)))
        assert await scrolls(player, "j", 30) == 30 + 1 - ROWS
