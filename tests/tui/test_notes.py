"""Writing a note: the order of keys, what is durable when, the analyst's own editor."""

import shutil
import stat
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from textual.app import App

from store import Case
from tests.tui.playing import playing
from tests.tui.sitting import fill_disk
from tui.external import EditorError, edited


async def test_a_burst_keeps_the_order_of_characters_and_editing_keys(case: Case) -> None:
    async with playing(case) as player:
        await player.burst(
            "c", "b", "a", "backspace", "c", "left", "left", "x", "end", "enter", "y"
        )
        await player.burst("escape")
        assert case.note(1) == "xbc\ny"


async def test_letters_after_c_are_text_however_fast_they_come(case: Case) -> None:
    async with playing(case) as player:
        await player.burst("c", *"dxf", "space", *"dart", "escape", "d")
        assert case.note(1) == "dxf dart"
        assert case.marks(1).status == "done"


async def test_hundreds_of_characters_in_one_burst(case: Case) -> None:
    text = "".join(chr(97 + n % 26) for n in range(500))
    async with playing(case) as player:
        await player.burst("c", *text, "escape")
        assert case.note(1) == text


async def test_a_paste_between_keys_stays_in_its_place(case: Case) -> None:
    async with playing(case) as player:
        await player.burst("c", "a")
        await player.paste("[/] two\nlines")
        await player.burst("z", "escape")
        assert case.note(1) == "a[/] two\nlinesz"


async def test_the_title_says_saved_only_when_it_is_durable(case: Case) -> None:
    async with playing(case) as player:
        await player.press("c", "a")
        assert any("▸ 4 Note" in row and "saved as a draft" in row for row in player.rows)
        await player.press("escape")
        assert any("4 Note" in row and row.endswith("saved") for row in player.rows)
        assert player.status == "noted"


async def test_a_note_that_cannot_be_saved_is_not_left_by_one_key(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_disk(case, monkeypatch)
    async with playing(case) as player:
        await player.press("c", "a", "escape", "j", "q")
        assert player.app.is_running
        assert player.status.startswith(
            "The note is not saved; q again leaves without. NOT SAVED, "
        )
        assert player.status.endswith(": The disk is full.")
        assert "note NOT SAVED" in player.rows[37]
        monkeypatch.undo()
        await player.press("q")
    assert case.note(1) == "a"


async def test_leaving_by_tab_makes_it_a_change(case: Case) -> None:
    async with playing(case) as player:
        await player.press("c", "a", "tab")
        assert case.note(1) == "a"


async def test_undo_of_a_note_shows_in_the_editor(case: Case) -> None:
    async with playing(case) as player:
        await player.press("c", "a", "b", "escape", "u")
        assert case.note(1) == ""
        assert not any(row.rstrip("│ ").endswith("ab") for row in player.rows)


async def test_every_article_has_its_own_note(case: Case) -> None:
    async with playing(case) as player:
        await player.press("c", "a", "escape", "j", "c", "b", "escape", "k")
        assert (case.note(1), case.note(2)) == ("a", "b")
        assert any(row.endswith("│ a") for row in player.rows)


async def test_the_editor_is_one_undoable_change(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(App, "suspend", lambda _: nullcontext())
    monkeypatch.setenv("VISUAL", str(script(tmp_path, 'printf "from the editor\\n" > "$1"')))
    case.write_note(1, "before")
    async with playing(case) as player:
        await player.press("E")
        assert case.note(1) == "from the editor"
        assert any(row.endswith("│ from the editor") for row in player.rows)
        await player.press("u")
        assert case.note(1) == "before"


def test_an_editor_that_fails_leaves_the_note(tmp_path: Path) -> None:
    with pytest.raises(EditorError, match="ended with exit code 3"):
        edited("note", {"EDITOR": str(script(tmp_path, "exit 3"))})


def test_an_editor_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(EditorError, match="cannot be started"):
        edited("note", {"VISUAL": str(tmp_path / "nothing")})


def test_the_editor_gets_the_note(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    line = f'stat -c %a "$1" "$(dirname "$1")" > {seen}; echo more >> $1'
    assert edited("note", {"EDITOR": f"{script(tmp_path, line)}"}) == ("notemore", "")
    assert seen.read_text().split() == ["600", "700"]


def test_what_a_killed_editor_had_saved_is_kept(tmp_path: Path) -> None:
    kill = script(tmp_path, 'echo saved > "$1"; kill -9 $$')
    text, problem = edited("note", {"EDITOR": str(kill)})
    assert text == "saved"
    assert problem.endswith("was killed by signal 9; the note is as it had saved it")
    with pytest.raises(EditorError, match="the note is as it was"):
        edited("note", {"EDITOR": str(script(tmp_path, "kill -9 $$"))})


def test_what_an_editor_left_beside_the_note_stays_where_the_error_says(tmp_path: Path) -> None:
    hung_up = script(tmp_path, 'echo lost > "$(dirname "$1")/.note.txt.swp"; exit 1')
    with pytest.raises(EditorError, match="exit code 1; the note is as it was; what it left") as e:
        edited("note", {"EDITOR": str(hung_up)})
    folder = Path(str(e.value).rpartition(" is in ")[2])
    assert (folder / ".note.txt.swp").read_text() == "lost\n"
    shutil.rmtree(folder)


async def test_a_killed_editor_is_named_beside_what_is_kept(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(App, "suspend", lambda _: nullcontext())
    monkeypatch.setenv("VISUAL", str(script(tmp_path, 'echo saved > "$1"; kill -9 $$')))
    async with playing(case) as player:
        await player.press("E")
        assert case.note(1) == "saved"
        assert "was killed by signal 9" in player.status


async def test_a_note_that_moved_while_the_editor_was_open_is_put_together(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.write_note(1, "before")
    code = (
        f"from store import open_case; case = open_case('{case.path}', user='bea');"
        " case.write_note(1, 'before\\nhers')"
    )
    line = f'(cd {Path.cwd()} && {sys.executable} -c "{code}"); printf "before, mine" > "$1"'
    monkeypatch.setattr(App, "suspend", lambda _: nullcontext())
    monkeypatch.setenv("VISUAL", str(script(tmp_path, line)))
    async with playing(case) as player:
        await player.press("E")
        assert case.note(1) == "before, mine\nhers"
        assert any(row.endswith("│ hers") for row in player.rows)
        await player.press("u")
        assert case.note(1) == "before\nhers"


def script(folder: Path, line: str) -> Path:
    path = folder / "editor"
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path
