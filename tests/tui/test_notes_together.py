"""One note at two desks, the note of the case, and unsaved notes that were left."""

import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App

from store import THE_CASE, About, Case, open_case
from tests.tui.playing import Player, playing
from tests.tui.test_notes import script
from tui.panes.note import NotePane
from tui.widgets.carry import carried
from tui.widgets.note_area import NoteArea

ROOT = Path(__file__).parents[2]
LINES = st.lists(st.sampled_from(["", "a", "b", "cc"]), min_size=1, max_size=6)


@given(LINES, LINES, st.data())
def test_a_place_is_carried_to_its_line_and_never_out_of_the_text(
    old: list[str], new: list[str], data: st.DataObject
) -> None:
    line = data.draw(st.integers(0, len(old) - 1))
    column = data.draw(st.integers(0, len(old[line])))
    to_line, to_column = carried((line, column), old, new)
    assert 0 <= to_column <= len(new[to_line])
    above = carried((line + 1, column), ["new", *old], ["new", *old])
    assert above == (line + 1, column)
    assert carried((line, column), old, ["new", "new", *old])[1] == column


@given(LINES, LINES)
async def test_renewing_says_the_new_text_and_ctrl_z_the_old(
    old: list[str], new: list[str]
) -> None:
    area = NoteArea()
    area.load_text("\n".join(old))
    area._about = "note"
    area.show("note", "\n".join(new))
    assert area.text == "\n".join(new)
    area.undo()
    assert area.text == "\n".join(old)


def area(player: Player) -> NoteArea:
    return player.app.screen.query_one(NotePane).area


async def test_her_words_come_into_the_note_and_the_cursor_stays_at_mine(case: Case) -> None:
    case.write_note(1, "top\nend")
    async with playing(case) as player:
        await player.press("c", "up", "end", *"ping")
        with open_case(case.path, user="bea") as bea:
            bea.notes.write(About("article", 1), "hers\ntop\nend", "top\nend")
        player.app.desk.tick()
        assert player.status.startswith("bea writes this note too")
        player.app.desk.note.settle()
        await player.settle()
        assert area(player).text == case.note(1) == "hers\ntopping\nend"
        assert area(player).cursor_location == (1, len("topping"))
        await player.press("!", "escape")
        assert case.note(1) == "hers\ntopping!\nend"


async def test_her_note_is_there_at_once_while_i_am_not_typing(case: Case) -> None:
    case.write_note(1, "mine")
    async with playing(case) as player:
        await player.press("c", "home")
        with open_case(case.path, user="bea") as bea:
            bea.notes.write(About("article", 1), "hers\nmine", "mine")
        player.app.desk.tick()
        assert area(player).text == "hers\nmine"
        await player.press("I", ":", "space", "escape")
        assert case.note(1) == "hers\nI: mine"


async def test_her_note_comes_before_what_i_begin_to_write_after_it(case: Case) -> None:
    async with playing(case) as player:
        with open_case(case.path, user="bea") as bea:
            bea.write_note(1, "hers")
        player.app.desk.tick()
        await player.press("c", "enter", "x", "escape")
        assert case.note(1) == "hers\nx"


async def test_two_ways_of_one_line_are_both_kept_and_it_is_said(case: Case) -> None:
    case.write_note(1, "Ask them.")
    async with playing(case) as player:
        await player.press("c", "backspace", "!")
        with open_case(case.path, user="bea") as bea:
            bea.notes.write(About("article", 1), "Ask Rabat.", "Ask them.")
        await player.press("escape")
        said = "noted; bea wrote the same lines: both are kept there, look for --"
        assert said in player.status
        player.app.desk.tick()
        assert player.status.startswith(said)
        assert "-- bea wrote:" in player.screen
        assert "-- ana wrote:" in player.screen


async def test_the_note_of_the_case_is_written_beside_the_article(case: Case) -> None:
    async with playing(case) as player:
        await player.press("C")
        assert any("▸ 4 Note · case" in row for row in player.rows)
        await player.type("All one gang?")
        await player.press("escape")
        assert (case.notes.text(THE_CASE), case.note(1)) == ("All one gang?", "")
        assert "Note · case" not in player.screen
        await player.press("c", "m", "escape", "C", "end", "!", "tab")
        assert (case.notes.text(THE_CASE), case.note(1)) == ("All one gang?!", "m")


async def test_the_note_of_the_case_goes_on_in_the_editor(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(App, "suspend", lambda _: nullcontext())
    monkeypatch.setenv("VISUAL", str(script(tmp_path, 'echo " two" >> "$1"')))
    async with playing(case) as player:
        await player.press("C", *"one", "f2", "!", "escape")
        assert (case.notes.text(THE_CASE), case.note(1)) == ("one two!", "")


async def test_where_nothing_may_be_written_the_note_of_the_case_can_be_read(case: Case) -> None:
    case.notes.write(THE_CASE, "All one gang")
    case.close()
    with open_case(case.path, user="ana", read_only=True) as closed:
        async with playing(closed) as player:
            await player.press("C")
            assert "All one gang" in player.screen
            assert "reading only" in player.status
            await player.press("j")
            assert "All one gang" not in player.screen


async def test_the_note_of_an_incident_is_left_to_where_it_was_opened(case: Case) -> None:
    came_back = []
    async with playing(case) as player:
        desk = player.app.screen
        desk.write_about(About("incident", 3), lambda: came_back.append(1))  # type: ignore[attr-defined]
        await player.settle()
        assert "4 Note · #3" in player.screen
        await player.press("x", "escape")
        assert (case.notes.text(About("incident", 3)), came_back) == ("x", [1])
        await player.press("j", "c", "y", "escape")
        assert case.note(2) == "y"
        assert came_back == [1]


def leave_draft(case: Case, user: str, article: int, text: str) -> None:
    code = (
        f"import os; from store import open_case; case = open_case({str(case.path)!r},"
        f" user={user!r}); case.save_draft({article}, {text!r}); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT)


async def test_d_shows_a_colleagues_unsaved_note_and_t_takes_it(case: Case) -> None:
    case.write_note(2, "known")
    leave_draft(case, "bob", 2, "known\n[/] half a")
    async with playing(case) as player:
        assert player.status == "bob's unsaved note of article 2: D shows it"
        await player.press("D")
        assert "Unsaved note · bob," in player.rows[0]
        assert any(row.split() == ["+", "[/]", "half", "a"] for row in player.rows)
        assert "The note as it is now" in player.screen
        await player.press("t")
        assert player.status.startswith("took bob's unsaved note of article 2")
        assert case.note(2) == "known\n[/] half a"
        await player.press("D")
        assert player.status == "no unsaved note waits"


async def test_several_are_gone_through_and_what_is_dropped_comes_back(case: Case) -> None:
    leave_draft(case, "bob", 2, "two")
    leave_draft(case, "cem", 3, "three")
    async with playing(case) as player:
        assert player.status == "2 unsaved notes were left: D shows them"
        await player.press("D", "n")
        assert "2 of 2 · cem" in player.rows[0]
        await player.press("x", "b")
        assert (case.note(3), case.notes.offered()) == ("", [])
        assert case.note(2).endswith(":\ntwo")
        await player.press("u", "u", "D")
        assert "1 of 2 · bob" in player.rows[0]
        await player.press("escape")
        assert player.app.screen.context == "list"  # type: ignore[attr-defined]
