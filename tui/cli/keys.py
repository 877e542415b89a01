"""``casedesk keys``: every key of the desk, from the same registry the desk reads."""

import itertools
from typing import TYPE_CHECKING

import click

from tui import output

if TYPE_CHECKING:
    from tui.commands.command import Command


@click.command()
def keys() -> None:
    """Print every key of the desk and what it does."""
    from tui.commands.registry import commands

    if output.is_terminal():
        _print_by_group(commands())
    else:
        for command in commands():
            output.row((_keys(command), command.id, ",".join(command.contexts), command.help))


def _print_by_group(commands: "tuple[Command, ...]") -> None:
    width = max(len(_keys(command)) for command in commands)
    for group, members in itertools.groupby(commands, key=lambda command: command.group):
        output.line(group)
        for command in members:
            output.line(f"  {_keys(command):{width}}  {command.help}{_where(command)}")
        output.line()


def _keys(command: "Command") -> str:
    return " or ".join(command.keys)


def _where(command: "Command") -> str:
    if "desk" in command.contexts:
        return ""
    return f" (in the {' and '.join(command.contexts)})"
