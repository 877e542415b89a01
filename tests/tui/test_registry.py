"""One registry: every command can be run, every key means one thing."""

import subprocess
import sys

import pytest

from tui.commands.command import Command
from tui.commands.registry import commands, prefixes
from tui.desk import Desk
from tui.desk.decider import Decider
from tui.desk.editing import Editing
from tui.desk.find import Finder
from tui.desk.history import Historian
from tui.desk.incidents import Incidents
from tui.desk.judge import Judge
from tui.desk.lister import Lister
from tui.desk.marked import Marked
from tui.desk.queries import Queries
from tui.desk.tagger import Tagger
from tui.desk.walker import Walker
from tui.desk.wholes import Wholes
from tui.key_changes import KeyChanges, KeymapError, Rebinding
from tui.keymap import Keymap
from tui.screens.desk import DeskScreen
from tui.screens.drafts import DraftsScreen
from tui.screens.help import HelpScreen
from tui.screens.history import HistoryScreen
from tui.screens.incident import IncidentScreen
from tui.screens.incidents import IncidentsScreen
from tui.screens.palette import PaletteScreen
from tui.screens.queries import QueriesScreen
from tui.screens.tags import TagsScreen
from tui.screens.why import WhyScreen

PARTS = {
    "decide": Decider,
    "editing": Editing,
    "facts": Judge,
    "find": Finder,
    "history": Historian,
    "incidents": Incidents,
    "wholes": Wholes,
    "lists": Lister,
    "marked": Marked,
    "queries": Queries,
    "tags": Tagger,
    "walk": Walker,
}
SCREENS = {
    "drafts": DraftsScreen,
    "help": HelpScreen,
    "history": HistoryScreen,
    "incident": IncidentScreen,
    "incidents": IncidentsScreen,
    "choosing": IncidentsScreen,
    "palette": PaletteScreen,
    "queries": QueriesScreen,
    "tags": TagsScreen,
    "why": WhyScreen,
}


def keymap(changes: dict[str, tuple[str, ...]] | None = None) -> Keymap:
    rebound = tuple(
        Rebinding(id_, keys, where="keys.toml") for id_, keys in (changes or {}).items()
    )
    return Keymap(commands(), prefixes(), [KeyChanges(rebound)])


@pytest.mark.parametrize("command", commands(), ids=lambda command: command.id)
def test_a_command_names_something_that_can_be_run(command: Command) -> None:
    owner, *names = command.does.split(".")
    if owner == "desk" and len(names) == 1:
        assert callable(getattr(Desk, names[0]))
    elif owner == "desk":
        assert callable(getattr(PARTS[names[0]], names[1]))
    else:
        for context in command.contexts:
            assert callable(getattr(SCREENS.get(context, DeskScreen), names[0]))


def test_ids_are_unique() -> None:
    ids = [command.id for command in commands()]
    assert len(ids) == len(set(ids))


def test_forty_tags_have_three_keys_each() -> None:
    tags = [command for command in commands() if command.does == "desk.tags.tag"]
    assert len(tags) == 40
    assert {len(command.keys[0].split()) for command in tags} == {3}


def test_every_key_leads_to_its_command() -> None:
    bound = keymap()
    for command in commands():
        for context in command.contexts:
            for keys in bound.keys_of(command):
                where = "list" if context == "desk" else context
                node = bound.find(where, tuple(keys.split()))
                assert node is not None
                assert node.command is command


def test_keys_that_later_commands_need_are_free() -> None:
    bound = keymap()
    assert all(bound.find("list", (key,)) is None for key in "vTb")


def test_a_rebound_key_replaces_the_default() -> None:
    bound = keymap({"article.done": ("f12",)})
    assert bound.find("list", ("d",)) is None
    node = bound.find("list", ("f12",))
    assert node is not None
    assert node.title == "done"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"article.don": ("f12",)}, "did you mean article.done"),
        ({"article.done": ("x",)}, "both"),
        ({"article.done": ("t",)}, "both"),
        ({"article.done": ("x y",)}, "both"),
    ],
)
def test_a_wrong_keymap_is_refused_with_the_nearest_match(
    changes: dict[str, tuple[str, ...]], said: str
) -> None:
    with pytest.raises(KeymapError, match=said):
        keymap(changes)


def test_the_registry_loads_no_textual() -> None:
    code = (
        "import sys, tui.commands.registry as r; r.commands(); sys.exit('textual' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
