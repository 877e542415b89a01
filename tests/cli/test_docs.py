"""What the command line can do and what its page says are the same."""

import re
from pathlib import Path

import click
import pytest

from tui.cli.group import COMMANDS, casedesk
from tui.diagnostics import ExitCode

PAGE = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_on_the_page(name: str) -> None:
    assert re.search(rf"^\| `casedesk {name}\b", PAGE, re.MULTILINE)


def test_the_page_names_no_command_that_there_is_not() -> None:
    named = set(re.findall(r"^\| `casedesk (\w+)", PAGE, re.MULTILINE))
    assert named == set(COMMANDS)


def test_every_exit_code_is_on_the_page() -> None:
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)] == list(ExitCode)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_says_what_it_does(name: str) -> None:
    command = casedesk.get_command(click.Context(casedesk), name)
    assert command
    assert command.help
    for param in command.params:
        if isinstance(param, click.Option):
            assert param.help, param.name
