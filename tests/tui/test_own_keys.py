"""Keys of one's own: what runs, and what the screen says that runs it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from store import Case
from tests.tui.playing import Player
from tests.tui.scenes import take_neptune
from tui.app import CaseApp
from tui.keymap import Keymap
from tui.keymaps import keymap_of
from tui.keymaps.named import use


@asynccontextmanager
async def with_keys(
    case: Case, keymap: Keymap, columns: int = 120, rows: int = 40
) -> AsyncIterator[Player]:
    """Sit down at a case with other keys."""
    app = CaseApp(case, keymap=keymap)
    async with app.run_test(size=(columns, rows)) as pilot:
        player = Player(app, pilot)
        await player.settle()
        yield player
        await player.settle()
    app.writer.close()
    use(None)


def own(folder: Path, text: str, preset: str = "default") -> Keymap:
    path = folder / "keys.toml"
    path.write_text(text)
    return keymap_of(preset, path)


async def test_a_rebound_key_runs_its_command_and_stands_everywhere(
    case: Case, tmp_path: Path
) -> None:
    keymap = own(tmp_path, 'article.done = "f5"\n[replace]\nt = "ctrl+t"\nw = ","\n')
    async with with_keys(case, keymap) as player:
        assert player.screen.count("f5 done") >= 1
        assert " f5 done " in player.rows[39]
        await player.press("d")
        assert case.marks(1).status == "new"
        assert player.status == "d does nothing here; ? shows the keys that work"
        await player.press("ctrl+t", "d", "c", "f5")
        assert (case.marks(1).status, list(case.marks(1).tags)) == ("done", ["drugs/cannabis"])
        await player.press("ctrl+t")
        assert "ctrl+t tag:" in player.rows[38]
        await player.press("escape", ",", "3", "?")
        assert any(row.startswith("   f5 ") for row in player.rows)
        await player.press("q", "ctrl+p", "f", "5")
        assert player.rows[1].startswith("▸f5 ")


async def test_a_suggested_incident_is_linked_by_one_key(case: Case, tmp_path: Path) -> None:
    take_neptune(case)
    async with with_keys(case, own(tmp_path, 'incident.link_1 = "f5"\n')) as player:
        await player.press("G", "k", "f5")
        assert player.status.startswith("linked ")


async def test_a_digit_means_no_incident_that_was_offered_for_another_fact(
    case: Case, tmp_path: Path
) -> None:
    take_neptune(case)
    async with with_keys(case, own(tmp_path, 'incident.link_1 = "f5"\n')) as player:
        await player.press("G", "k", "i", "escape", "g", "f5")
        assert "there is no 1" in player.status


async def test_a_command_with_no_key_is_run_from_the_palette(case: Case, tmp_path: Path) -> None:
    async with with_keys(case, own(tmp_path, "article.dismiss = []\n")) as player:
        assert "dismiss" not in player.rows[39]
        await player.press("x")
        assert case.marks(1).status == "new"
        await player.press("ctrl+p")
        await player.type("article.dismiss")
        await player.press("enter")
        assert case.marks(1).status == "dismissed"


async def test_vim_hands_move_leave_and_keep_every_budget(case: Case) -> None:
    async with with_keys(case, keymap_of("vim")) as player:
        await player.press("G")
        assert player.app.desk.index == 4
        await player.press("g", "g")
        assert player.app.desk.index == 0
        await player.press("ctrl+f")
        assert player.app.desk.index > 0
        await player.press("ctrl+b", "l", "l")
        assert player.app.screen.context == "facts"  # type: ignore[attr-defined]
        await player.press("ctrl+d", "ctrl+u", "h", "ctrl+w", "1")
        assert player.app.screen.context == "list"  # type: ignore[attr-defined]
        await player.press("d", "x", "f", "t", "d", "c", "u", "ctrl+r", ".")
        assert [case.marks(n).status for n in (1, 2, 3)] == ["done", "dismissed", "flagged"]
        await player.press("L")
        await player.type("interpol")
        await player.press("enter", "c")
        await player.type("hello: l h gg")
        await player.press("escape")
        assert case.note(player.app.desk.cursor) == "hello: l h gg"
        await player.press(":", "q", "enter")
        assert not player.app.is_running


async def test_in_a_small_window_the_same_keys_stand_and_work(case: Case) -> None:
    async with with_keys(case, keymap_of("vim"), 60, 20) as player:
        assert player.rows[0].startswith("▸ 1 Articles")
        assert any("Text" in row for row in player.rows)
        assert player.rows[19].endswith("q quit")
        for size in ((59, 20), (60, 15), (60, 20), (120, 40), (60, 16), (60, 20)):
            await player.resize(*size)
            await player.press("G", "g", "g")
        assert any("2 Text · Morocco" in row for row in player.rows)
        await player.press("g")
        assert player.rows[18].startswith(" g go:  g first")


def test_vim_has_a_key_for_every_command_and_costs_no_more_keys_but_for_gg() -> None:
    usual, vim = keymap_of(), keymap_of("vim")
    for command in usual.commands:
        keys = vim.keys_of(command)
        assert bool(keys) == bool(command.keys), command.id
        if keys and command.keys[0] != "g":
            fewest = min(len(sequence.split()) for sequence in keys)
            assert fewest <= min(len(sequence.split()) for sequence in command.keys), command.id


async def test_a_sentence_names_the_key_as_it_is_bound(case: Case) -> None:
    async with with_keys(case, keymap_of("vim")) as player:
        await player.press("z", "r")
        assert player.status == "relevance is about words: L limits the list by some first"
    keymap = keymap_of("default")
    assert keymap.key("note.leave") == "Esc"
    async with with_keys(case, keymap, 40, 10) as player:
        assert "q leaves." in " ".join(player.rows)
