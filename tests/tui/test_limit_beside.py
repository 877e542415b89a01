"""A query of a large case is looked up beside the screen, and the keys after it wait for it."""

import threading

import pytest

from store import Case, Query
from tests.tui.playing import Player, playing


async def typed(player: Player, query: str) -> None:
    await player.press("l", "ctrl+u")
    await player.type(query)


@pytest.fixture(autouse=True)
def every_case_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.desk.rows._QUICKLY", 2)


async def test_the_list_is_limited_by_what_was_looked_up_in_another_thread(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(case) as player:
        looked_up: list[tuple[str, str]] = []
        found = case.search.ids

        def ids(query: Query, **named: object) -> object:
            looked_up.append((query.describe(), threading.current_thread().name))
            return found(query, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(case.search, "ids", ids)
        await typed(player, "interpol")
        await player.press("enter")
        assert list(player.app.desk.rows.ids) == [3, 4]
        assert player.status == "2 shown, 3 hidden"
        assert "MainThread" not in {thread for _, thread in looked_up}
        assert [query for query, _ in looked_up].count("interpol") == 1


async def test_a_saved_query_is_looked_up_beside_the_screen_too(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.queries.save("Interpol", "interpol")
    async with playing(case) as player:
        sought: list[str] = []
        rows = player.app.desk.rows
        seek = rows.seek

        def noted(query: str) -> None:
            sought.append(f"{query} in {threading.current_thread().name.partition('_')[0]}")
            seek(query)

        monkeypatch.setattr(rows, "seek", noted)
        await player.press("Q", "1")
        assert sought == ["interpol in writer"]
        assert list(rows.ids) == [3, 4]
        await player.press("Q", "enter")
        assert len(sought) == 2


async def test_it_says_that_it_counts_and_the_next_key_is_for_what_it_lists(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(case) as player:
        rows, go_on = player.app.desk.rows, threading.Event()
        seek = rows.seek

        def slowly(query: str) -> None:
            assert go_on.wait(120)
            seek(query)

        monkeypatch.setattr(rows, "seek", slowly)
        shown: list[str] = []

        def look() -> None:
            shown.append(player.rows[-3])
            go_on.set()

        await typed(player, "interpol")
        player.app.screen.set_timer(0.3, look)
        await player.burst("enter", "x")
        assert shown == [" counting…: interpol"]
        assert [case.marks(n).status for n in (1, 3)] == ["new", "dismissed"]


async def test_what_is_wrong_with_a_query_is_said_as_ever(case: Case) -> None:
    async with playing(case) as player:
        await typed(player, "tga:drugs")
        await player.press("enter")
        assert "did you mean tag" in player.rows[-2]
        await player.press("ctrl+u")
        await player.type("zebra")
        await player.press("enter")
        assert "no article matches zebra" in player.rows[-2]
        assert len(player.app.desk.rows.ids) == 5
