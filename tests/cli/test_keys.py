"""The keys of the desk, printed, and the pages that are made of them."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from tests.cli.conftest import Run
from tui.cli.group import COMMANDS
from tui.commands.command import Context
from tui.commands.registry import commands
from tui.diagnostics import ExitCode
from tui.help.entries import PLACES, sections
from tui.help.man import _EXITS
from tui.help.roff import plain
from tui.keymaps import keymap_of

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {"markdown": "keys.md", "man": "casedesk.1"}


def test_every_command_of_the_registry_is_a_line(run: Run) -> None:
    rows = [line.split("\t") for line in run("keys").out.splitlines()]
    assert [row[1] for row in rows] == [command.id for command in commands()]
    assert ["t d c", "tag.drugs/cannabis", "desk,incident,incidents"] in [row[:3] for row in rows]


@pytest.mark.parametrize(("format_", "page"), PAGES.items())
def test_a_page_is_what_the_registry_says(run: Run, format_: str, page: str) -> None:
    made = run("--defaults", "keys", "--format", format_).out
    assert (DOCS / page).read_text(encoding="utf-8") == made, f"make docs makes docs/{page} anew"


def test_keys_are_printed_as_they_are_bound(run: Run, home: Path) -> None:
    (home / "config" / "casedesk").mkdir(parents=True)
    (home / "config" / "casedesk" / "keys.toml").write_text('"article.done" = "f5"\n')
    assert "f5\tarticle.done" in run("keys").out
    assert "| `f5` | The article is done;" in run("keys", "--format", "markdown").out
    assert "d\tarticle.done" in run("--defaults", "keys").out


def test_every_place_has_a_name_and_every_command_an_entry() -> None:
    assert set(PLACES) == set(get_args(Context))
    keymap = keymap_of()
    for place in PLACES:
        there = [command for command in commands() if place in command.contexts]
        names = [entry.id for _, entries in sections(place, keymap, fold=3) for entry in entries]
        for command in there:
            assert any(_covers(name, command.id) for name in names), command.id


def _covers(name: str, id_: str) -> bool:
    return id_.startswith(name[:-1]) if name.endswith("*") else id_ == name


def test_the_man_page_has_every_command_and_every_exit_code() -> None:
    page = (DOCS / PAGES["man"]).read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f'.SS "casedesk {name} ' in page
    assert list(_EXITS) == list(ExitCode)


@pytest.mark.skipif(shutil.which("groff") is None, reason="there is no groff")
def test_the_man_page_is_sound() -> None:
    read = ["groff", "-ww", "-man", "-k", "-Tutf8", str(DOCS / PAGES["man"])]
    result = subprocess.run(read, capture_output=True, text=True, check=True)
    assert result.stderr == ""
    assert "KEYS OF THE DESK" in re.sub(".\x08", "", result.stdout)


def test_words_are_never_read_as_requests() -> None:
    assert plain(".so /etc/passwd") == r"\&.so /etc/passwd"
    assert plain("'br \\fB-x\n~") == r"\(aqbr \efB\-x \(ti"


def test_printing_the_keys_loads_no_interface() -> None:
    code = (
        "import sys; sys.argv[1:] = ['keys', '--format', 'man']\n"
        "from tui.__main__ import main; main()\n"
        "assert not {'textual', 'rich', 'tinydb'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
