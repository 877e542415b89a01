"""``casedesk keys``: every key of the desk, from the same registry the desk reads."""

import itertools
import shutil
import textwrap
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from tui import output
from tui.cli.configured import chosen_keymap, chosen_settings

if TYPE_CHECKING:
    from tui.commands.command import Command
    from tui.keymap import Keymap

Entry = tuple[str, str]
"""Keys, and what they do."""


@click.command()
def keys() -> None:
    """Print every key of the desk, as you have it, and what it does.

    In a pipe: a line for each command with its keys, id, places and sentence.
    """
    keymap = chosen_keymap(chosen_settings())
    if output.is_terminal():
        _print_by_group(keymap)
    else:
        for command in keymap.commands:
            output.row((_keys(command), command.id, ",".join(command.contexts), command.help))


def _print_by_group(keymap: "Keymap") -> None:
    titles = {prefix.keys: prefix.title for prefix in keymap.prefixes}
    groups = [
        (group, list(_entries(members, titles)))
        for group, members in itertools.groupby(keymap.commands, key=lambda command: command.group)
    ]
    width = max(len(pressed) for _, entries in groups for pressed, _ in entries)
    for group, entries in groups:
        output.line(group, strong=True)
        for pressed, does in entries:
            _print_entry(pressed.ljust(width), does)
        output.line()


def _print_entry(pressed: str, does: str) -> None:
    room = shutil.get_terminal_size().columns - len(pressed) - 4
    first, *rest = textwrap.wrap(does, max(room, 20))
    output.line(f"  {pressed}  {first}")
    for line in rest:
        output.line(f"  {' ' * len(pressed)}  {line}")


def _entries(commands: "Iterable[Command]", titles: Mapping[str, str]) -> Iterable[Entry]:
    """A line for a command, but one for all that a prefix of two keys leads to."""
    for prefix, members in itertools.groupby(commands, key=_prefix):
        if prefix:
            yield prefix, f"{titles.get(prefix, prefix)}: {' · '.join(map(_leaf, members))}"
        else:
            for command in members:
                yield _keys(command), f"{command.help}{_where(command)}"


def _prefix(command: "Command") -> str:
    pressed = command.keys[0].split() if command.keys else []
    return " ".join(pressed[:2]) if len(pressed) == 3 else ""


def _leaf(command: "Command") -> str:
    return f"{command.keys[0].split()[-1]} {command.title}"


def _keys(command: "Command") -> str:
    return " or ".join(command.keys)


def _where(command: "Command") -> str:
    if "desk" in command.contexts:
        return ""
    return f" (in the {' and '.join(command.contexts)})"
