"""The history on the desk: looked through, narrowed down, jumped from, undone from."""

import time

from store import Case
from tests.tui.playing import Player, playing


def changes(player: Player) -> list[str]:
    return [row for row in player.rows[1:-2] if row]


async def test_newest_first_with_who_and_where(case: Case, ben: Case) -> None:
    case.tag([2], ["drugs/cannabis"])
    ben.decide([1, 3], "done")
    async with playing(case) as player:
        await player.press("H")
        assert player.rows[0].startswith(" History")
        assert "1/4" in player.rows[0]
        shown = changes(player)
        assert shown[0].startswith("▸· ")
        assert "ben" in shown[0]
        assert "done on 2 articles" in shown[0]
        assert "tagged drugs/cannabis · 2 Moroccan security" in shown[1]
        assert "found the facts of 5 articles" in shown[2]
        await player.press("escape")
        assert "1 Articles" in player.rows[0]


async def test_enter_goes_to_the_article_also_of_a_hidden_one(case: Case, ben: Case) -> None:
    ben.decide([4], "done")
    case.poll()
    async with playing(case) as player:
        await player.press("l")
        await player.type("is:new")
        await player.press("enter", "H", "enter")
        assert player.app.desk.cursor == 4
        assert player.rows[4].startswith("▸✓d")
        assert player.status == "change 3: done"


async def test_one_article_one_analyst_some_words(case: Case, ben: Case) -> None:
    case.tag([2], ["drugs/cannabis"])
    ben.decide([2], "done")
    ben.decide([3], "done")
    async with playing(case) as player:
        await player.press("H", "j", "a")
        assert "article 2 only" in player.rows[0]
        assert len(changes(player)) == 4
        assert changes(player)[0].startswith("▸")
        assert "ben" in changes(player)[0]
        await player.press("b", "b")
        assert "article 2 only · by ben" in player.rows[0]
        assert len(changes(player)) == 1
        await player.press("a", "b")
        assert "only" not in player.rows[0]
        assert len(changes(player)) == 5
        await player.press("/")
        await player.type("zebra")
        await player.press("enter")
        assert "no change says zebra" in player.rows[-2]
        await player.press("ctrl+u")
        await player.type("tagged")
        await player.press("enter")
        assert "“tagged”" in player.rows[0]
        assert len(changes(player)) == 1


async def test_a_colleagues_change_is_undone_from_here_and_brought_back(
    case: Case, ben: Case
) -> None:
    ben.tag([1, 2], ["drugs/cannabis"])
    case.poll()
    async with playing(case) as player:
        await player.press("H", "u")
        assert not case.marks(1).tags
        assert player.status == "undid: tagged drugs/cannabis on 2 articles"
        assert "undid: tagged" in changes(player)[0]
        assert changes(player)[1].startswith("▸↶u")
        assert "undone by ana" in changes(player)[1]
        await player.press("u")
        assert player.status.endswith("was undone already.")
        await player.press("g", "u")
        assert list(case.marks(2).tags) == ["drugs/cannabis"]
        assert changes(player)[2].startswith(" · ")


async def test_a_conflict_is_said_in_words_that_are_not_cut_short(case: Case, ben: Case) -> None:
    case.decide([1, 2, 3], "done")
    ben.decide([1, 2, 3], "flagged")
    case.poll()
    async with playing(case, 80, 24) as player:
        await player.press("H", "j", "u")
        said = " ".join(row.strip() for row in player.rows[-5:-1])
        assert "was not undone" in said
        assert "the status of article 1 was changed since by ben" in said
        assert "the status of article 3 was changed since by ben" in said
        assert case.marks(1).status == "flagged"


async def test_what_a_colleague_does_meanwhile_appears_and_the_cursor_stays(
    case: Case, ben: Case
) -> None:
    case.decide([1], "done")
    async with playing(case) as player:
        await player.press("H", "j")
        ben.decide([5], "done")
        player.app.desk.tick()
        await player.settle()
        assert "ben" in changes(player)[0]
        assert "3/4" in player.rows[0]
        assert "found the facts" in changes(player)[2]
        assert changes(player)[2].startswith("▸")
        ben.tags.keep_digits(["drugs/cannabis"], {"drugs/cannabis"})
        player.app.desk.tick()
        await player.settle()
        assert "4/5" in player.rows[0]


async def test_an_article_that_has_left_and_a_change_of_none_are_said(
    case: Case, ben: Case
) -> None:
    ben.undo(1)
    case.poll()
    async with playing(case) as player:
        await player.press("H", "enter")
        assert player.status == "article 1 is not in the case any more"


async def test_a_key_costs_the_screen_and_not_the_log(case: Case) -> None:
    """Against the same keys in a log of 100 changes, far below 300 times that."""
    grow_log(case, 100)
    async with playing(case) as player:
        await player.press("H", "G")
        before = await cost_of_a_key(player)
    grow_log(case, 30_000)
    async with playing(case) as player:
        await player.press("H", "G")
        assert "30,000/30,000" in player.rows[0]
        assert await cost_of_a_key(player) < 10 * before


def grow_log(case: Case, length: int) -> None:
    with case.engine.connections.writing() as connection:
        last = connection.execute("SELECT * FROM changes ORDER BY seq DESC LIMIT 1").fetchone()
        connection.executemany(
            f"INSERT INTO changes VALUES ({','.join('?' * len(last))})",
            ((seq, *last[1:]) for seq in range(last[0] + 1, length + 1)),
        )
    case.poll()


async def cost_of_a_key(player: Player) -> float:
    costs = []
    for _ in range(20):
        started = time.process_time()
        await player.press("k")
        costs.append(time.process_time() - started)
    return min(costs)


async def test_escape_and_the_next_key_in_one_packet_reach_the_desk(case: Case) -> None:
    async with playing(case) as player:
        await player.burst("H", "alt+d")
        assert case.marks(1).status == "done"
        await player.burst("?", "alt+q")
        assert not player.app.is_running


async def test_enter_on_a_change_of_an_incident_opens_it_over_its_fact(case: Case) -> None:
    case.incidents.take(2, case.findings(2).incidents[0].id)
    case.incidents.edit(1, "title", "Goods")
    async with playing(case, 80, 24) as player:
        for steps in ((), ("j",)):
            await player.press("H", *steps, "enter")
            assert player.rows[0].startswith(" ●t #1 Goods")
            assert player.status.startswith("change ")
            await player.press("escape")
            assert player.app.desk.cursor == 2
            assert player.app.screen.context == "facts"  # type: ignore[attr-defined]
            assert player.app.desk.incidents.current() == 1


async def test_a_change_of_an_incident_that_is_gone_leads_to_its_article(case: Case) -> None:
    case.incidents.take(2, case.findings(2).incidents[0].id)
    case.undo()
    async with playing(case) as player:
        await player.press("H", "enter")
        assert player.app.desk.cursor == 2
        assert "1 Articles" in player.rows[0]
