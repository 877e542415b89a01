"""How much of the shift is left stands over the list, whatever is decided and whoever does it."""

import pytest
from tinydb.table import Document

from store import Case, NewArticle, open_case
from store.tables import CaseDB
from tests.tui.playing import Player, playing
from tests.tui.sitting import Sitting
from tui.desk.left import undecided


def over_the_list(player: Player) -> str:
    return player.rows[0].partition("│")[0]


async def test_deciding_undoing_and_limiting_count_anew(case: Case) -> None:
    async with playing(case) as player:
        assert over_the_list(player).endswith("5 to decide · 1/5 ")
        await player.press("d", "x")
        assert over_the_list(player).endswith("3 to decide · 3/5 ")
        await player.press("u")
        assert over_the_list(player).endswith("4 to decide · 3/5 ")
        await player.press("l", *"is:done", "enter")
        assert over_the_list(player).endswith("all decided · 1/1 ")
        await player.press("l", "ctrl+u", "enter", "z", "t")
        assert " by title " in over_the_list(player)
        assert over_the_list(player).endswith("4 left · 5/5 ")


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_it_stands_there_on_any_terminal(case: Case, size: tuple[int, int]) -> None:
    async with playing(case, *size) as player:
        await player.press("s", "d")
        assert "4 to decide" in player.rows[0]


async def test_what_a_colleague_decides_is_counted(case: Case) -> None:
    async with playing(case) as player:
        with open_case(case.path, user="ben") as other:
            other.decide([2, 3], "done")
        player.app.desk.tick()
        await player.settle()
        assert "3 to decide" in over_the_list(player)


async def test_what_a_script_decides_is_counted(case: Case) -> None:
    async with playing(case) as player:
        with CaseDB(case.path) as db:
            stamp = {"is": "done", "by": "ben", "at": "2026-01-01T00:00:00.000Z"}
            db.table("marks").insert(Document({"status": stamp}, doc_id=2))
        player.app.desk.tick()
        await player.settle()
        assert "4 to decide" in over_the_list(player)


def test_a_large_case_is_counted_beside_the_keys(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.desk.rows._QUICKLY", 1)
    sitting = Sitting(case)
    assert sitting.desk.left.count is None
    sitting.settle()
    assert sitting.desk.left.count == 5
    for _ in range(3):
        sitting.desk.decide.done()
    sitting.settle()
    assert sitting.desk.left.count == 2


def test_only_what_is_listed_counts(case: Case) -> None:
    case.add_articles([NewArticle("Six", "six", "6.txt", "/6")])
    case.decide([1], "dismissed")
    assert (undecided(case, None), undecided(case, [1, 2, 6])) == (5, 2)
    assert undecided(case, []) == 0
