"""Two analysts in one case: who is here, what a colleague changes, and whom a change waits for."""

import re
import sqlite3
import threading
import time
from pathlib import Path

import pytest
from msgspec import structs

from store import Case, Judgement, NewArticle, open_case
from store.engine.sqlite import Connections
from tests.tui.playing import Player, playing
from tests.tui.sitting import Sitting
from tui.desk import Desk, company
from tui.panes.text import TextPane


async def tick(player: Player) -> None:
    """Let the desk look up once."""
    player.app.desk.tick()
    await player.settle()


def many(count: int, start: int = 0) -> list[NewArticle]:
    return [
        NewArticle(f"Report {n}", f"Report {n}: police looked for a boat.", f"{n}.txt", "/in")
        for n in range(start, start + count)
    ]


async def test_a_colleague_is_named_and_marked_where_he_reads(case: Case, ben: Case) -> None:
    async with playing(case) as player:
        ben.presence.at(2)
        await tick(player)
        assert "ben is here, on article 2" in player.rows[37]
        assert player.rows[2][:38].rstrip("│ ").endswith("◆b")
        ben.presence.at(1)
        await tick(player)
        assert "◆b 3!" in player.rows[1]
        assert "◆b" not in player.rows[2]
        with open_case(case.path, user="carl") as carl:
            carl.presence.at(1)
            await tick(player)
            assert "ben, carl are here" in player.rows[37]
            assert "◆bc" in player.rows[1]
        title = "A title that is as long as headlines are wont to be " * 3
        case.add_articles([NewArticle(title, title, "n", "/in")])
        ben.decide([6], "done")
        await tick(player)
        assert "ben: done · A title that is as long" in player.rows[37]
        assert "… " in player.rows[37]
        assert "ben is here, on article 1" in player.rows[37]
        ben.close()
        await tick(player)
        assert "is here" not in player.rows[37]
        assert "◆" not in player.screen


async def test_others_see_where_one_reads_but_not_each_row_of_a_held_key(
    case: Case, ben: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(case) as player:
        assert [one.article for one in ben.presence.here()] == [1]
        await player.press("j")
        assert [one.article for one in ben.presence.here()] == [2]
        told: list[int] = []
        monkeypatch.setattr(case.presence, "at", told.append)
        monkeypatch.setattr("tui.screens.hearing.monotonic", lambda: 0.0)  # no time goes by
        monkeypatch.setattr("tui.screens.hearing._REST_S", 0.5)
        await player.burst(*"jkjkjk")
        assert len(told) == 1


async def test_ones_own_second_desk_is_told_apart(case: Case) -> None:
    with open_case(case.path, user="ana") as second:
        second.presence.at(3)
        async with playing(case) as player:
            player.app.desk.say("")
            await tick(player)
            assert "another desk of yours is here, on article 3" in player.rows[37]


async def test_a_colleagues_work_shows_in_every_pane_and_nothing_moves(
    case: Case, ben: Case
) -> None:
    case.add_articles(many(60))
    async with playing(case) as player:
        await player.press("w", "2", "j", "j", "j")
        before = player.rows
        assert before[2].startswith(" ·  Moroccan")
        ben.tag([1], ["drugs/cannabis"])
        ben.decide([1], "flagged")
        key = case.findings(1).facts[0].key
        ben.judge(1, {key: Judgement("rejected")})
        ben.write_note(1, "Ben was here.")
        await tick(player)
        after = player.rows
        assert player.status == "ben: noted"
        assert after[1].startswith("▸⚑f")
        assert "#cannabis" in after[2]
        assert "flagged" in after[1]
        assert "27 of 28 open" in after[0]
        assert any("Ben was here." in row for row in after)
        assert "✓cannabis" in player.screen
        assert player.app.desk.cursor == 1
        text = player.app.screen.query_one(TextPane)
        assert text._top == 3


async def test_an_import_comes_at_the_end_and_its_undo_takes_it_away(case: Case, ben: Case) -> None:
    async with playing(case) as player:
        await player.press("j", "j")
        change = ben.add_articles(many(100)).change
        assert change
        await tick(player)
        assert "3/105" in player.rows[0]
        assert player.rows[3].startswith("▸")
        assert "Report 0" in player.rows[6]
        ben.undo(change.seq)
        await tick(player)
        assert "3/5" in player.rows[0]
        assert "Report 0" not in player.screen
        ben.redo()
        await tick(player)
        assert "3/105" in player.rows[0]


async def test_the_article_under_the_cursor_may_leave(case: Case, ben: Case) -> None:
    change = ben.add_articles(many(2)).change
    assert change
    async with playing(case) as player:
        await player.press("G")
        assert "7/7" in player.rows[0]
        ben.undo(change.seq)
        await tick(player)
        assert "5/5" in player.rows[0]
        assert player.app.desk.cursor == 5
        assert "Sidi Yahya Zaer" in player.rows[0] + player.screen


async def test_a_limited_list_keeps_its_rows_and_takes_up_what_matches(
    case: Case, ben: Case
) -> None:
    case.add_articles(many(1))
    async with playing(case) as player:
        await player.press("l")
        await player.type("is:new")
        await player.press("enter", "j")
        ben.decide([2, 3], "done")
        ben.decide([1], "flagged")
        ben.add_articles(many(3, start=1))
        await tick(player)
        assert "2/9" in player.rows[0]
        assert player.rows[2].startswith("▸✓d")
        assert player.app.desk.cursor == 2
        assert "Report 3" in player.rows[9]


def wait_for_writer(desk: Desk) -> None:
    """Wait until its change waits for longer than patience."""
    while desk.writer.at_work_s() < company.PATIENCE_S:
        time.sleep(0.01)


@pytest.fixture
def give_up(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Changes wait for a colleague until this is set, and are refused then."""
    is_over, wait = threading.Event(), Connections._wait

    def waiting(self: Connections, writer: sqlite3.Connection, what: str) -> None:
        self._announce(what, is_waiting=True)
        assert is_over.wait(120)
        wait(self, writer, what)

    monkeypatch.setattr("store.engine.sqlite.BUSY_MS", 1)
    monkeypatch.setattr(Connections, "_wait", waiting)
    return is_over


def test_a_change_that_waits_names_the_colleague_and_one_refused_is_not_lost(
    case: Case, ben: Case, give_up: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.desk.company.PATIENCE_S", 0.05)
    sitting = Sitting(case)
    desk = sitting.desk
    with ben.engine.change("import", "import of 4,000 articles"):
        desk.tags.tag("drugs/cannabis")
        desk.typed("Ask Rabat.")
        wait_for_writer(desk)
        desk.tick()
        assert re.fullmatch(
            r"waiting for ben, who is writing since \d+ s \(import of 4,000 articles\)",
            desk.status.words,
        )
        give_up.set()
        sitting.settle()
        assert "held by ben, who is writing (import of 4,000 articles)" in desk.status.words
        assert (desk.note.state, desk.note.text) == ("NOT SAVED", "Ask Rabat.")
        assert "note NOT SAVED" in desk.aside()
    ben.decide([2], "done")
    desk.tick()
    assert "held by ben" in desk.status.words
    assert " · ben: done · Moroccan" in desk.status.words
    desk.flush()
    sitting.settle()
    assert case.note(1) == "Ask Rabat."
    assert not case.marks(1).tags
    sitting.writer.close()


def test_one_waits_for_another_process_where_nobody_is_seen(
    case: Case, ben: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.engine.here.Slots.open", lambda *_: None)
    monkeypatch.setattr("tui.desk.company.PATIENCE_S", 0.05)
    sitting = Sitting(case)
    with ben.engine.change("import"):
        sitting.desk.tags.tag("drugs/cannabis")
        wait_for_writer(sitting.desk)
        sitting.desk.tick()
        assert sitting.desk.status.words == "waiting for another process, which is writing"
    sitting.settle()
    assert sitting.desk.status.words == "tagged drugs/cannabis"
    sitting.writer.close()


def test_an_idle_desk_writes_nothing(case: Case, ben: Case, tmp_path: Path) -> None:
    sitting = Sitting(case)
    ben.presence.at(1)
    sitting.desk.tick()
    sitting.told = type(sitting.told)(0)
    files = {path: path.stat().st_mtime_ns for path in case.path.parent.iterdir()}
    for _ in range(20):
        sitting.desk.tick()
    assert not sitting.told
    assert {path: path.stat().st_mtime_ns for path in case.path.parent.iterdir()} == files
    sitting.writer.close()


def test_a_colleague_whose_clock_is_ahead_has_just_begun_to_write(case: Case, ben: Case) -> None:
    sitting = Sitting(case)
    ben.presence.writes("import of 9 articles", is_waiting=False)
    ahead = structs.replace(ben.presence.me, writing_since="2099-01-01T00:00:00.000Z")
    ben.presence.me = ahead
    ben.presence.at(1)
    assert sitting.desk.company.waited_for().endswith("is writing since 0 s (import of 9 articles)")
