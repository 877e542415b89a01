"""The help: every key of a place, found by words, and never in the way."""

from typing import get_args

import pytest

from store import Case
from tests.tui.playing import playing
from tui.commands.command import Context
from tui.commands.registry import commands
from tui.help.entries import works_in
from tui.keymaps import keymap_of
from tui.screens.help import help_lines, matching
from tui.screens.palette import PaletteScreen
from tui.widgets.page import PageLine


@pytest.mark.parametrize("context", get_args(Context))
def test_the_help_of_a_place_has_each_of_its_commands(context: Context) -> None:
    keymap = keymap_of()
    lines = help_lines(context, keymap)
    pressed = {key for line in lines for key in line.keys.split("  ")}
    folded = {f"{key} " for line in lines for key in (line.keys,) if " · " in line.text}
    for command in commands():
        keys = keymap.keys_of(command, context)
        if not works_in(command, context) or not keys or command.together:
            continue
        shown = keys[0].replace("escape", "Esc").replace("enter", "Enter")
        is_there = shown in pressed or shown.startswith(tuple(folded)) or shown.isdigit()
        assert is_there, (context, command.id)


def test_lines_are_found_by_key_and_else_by_all_words() -> None:
    lines = [
        PageLine(heading="Moving"),
        PageLine("j  down", "Go to the next article."),
        PageLine(),
        PageLine(heading="Facts"),
        PageLine("a", "Accept the fact; go to the NEXT one."),
    ]
    assert matching(lines, "a") == lines[3:]
    assert matching(lines, "next GO") == lines
    assert matching(lines, "down") == lines[:2]
    assert matching(lines, "accept article")[0].text.startswith("no key")


async def test_words_are_looked_for_and_left(case: Case) -> None:
    async with playing(case, 80, 24) as player:
        await player.press("?", "/")
        await player.type("incident wor")
        shown = player.screen
        assert "i /           Link to an incident found by its words." in shown
        assert "Go to the next article." not in shown
        assert player.rows[-1].startswith(" keys and words: incident wor")
        await player.press("enter")
        assert player.rows[0].startswith(" Keys in the list · incident wor")
        assert "Esc leave" in player.rows[-1]
        await player.press("/", "escape")
        assert "Go to the next article." in player.screen
        await player.press("q")
        assert "1 Articles" in player.rows[0]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("d", "article.done"),
        ("G", "list.last"),
        ("t d", "tag.drugs/cannabis"),
        ("t d k", "tag.drugs/cocaine"),
        ("flag", "article.flag"),
        ("done", "article.done"),
        ("facts", "pane.facts"),
        ("next fi", "text.find_next"),
        ("list.lim", "list.limit"),
        ("leave at once", "view.quit"),
    ],
)
async def test_what_is_meant_stands_first_in_the_palette(
    case: Case, typed: str, first: str
) -> None:
    async with playing(case, 80, 24) as player:
        await player.press("ctrl+p")
        await player.type(typed)
        screen = player.app.screen
        assert isinstance(screen, PaletteScreen)
        assert screen.matches[0][1].id == first
