"""``casedesk keys``: every key of the desk, from the same registry the desk reads."""

import shutil
import textwrap
from typing import TYPE_CHECKING, Any

import click

from tui import output
from tui.cli.configured import chosen_keymap, chosen_settings, settings_options

if TYPE_CHECKING:
    from tui.help.entries import Entry
    from tui.keymap import Keymap

PAGES = ("text", "markdown", "man")
"""What can be made of the keys; the man page has the commands too."""


@click.command()
@click.option("--format", "format_", type=click.Choice(PAGES), default=PAGES[0], show_default=True,
              help="markdown and man make docs/keys.md and the man page.")  # fmt: skip
@settings_options
@click.pass_context
def keys(ctx: click.Context, format_: str) -> None:
    """Print every key of the desk and what it does, as you have bound it.

    In a pipe: a line for each command with its keys, id, places and sentence.
    """
    keymap = chosen_keymap(chosen_settings())
    if format_ == "markdown":
        from tui.help.markdown import keys_page

        output.pieces([keys_page(keymap)])
    elif format_ == "man":
        from tui.help.man import man_page

        root: Any = ctx.find_root().command
        output.pieces([man_page(root, keymap)])
    elif output.is_terminal():
        _print_by_place(keymap)
    else:
        _print_rows(keymap)


def _print_rows(keymap: "Keymap") -> None:
    from tui.commands.registry import commands

    for command in commands():
        pressed = " or ".join(keymap.keys_of(command))
        output.row((pressed, command.id, ",".join(command.contexts), command.help))


def _print_by_place(keymap: "Keymap") -> None:
    from tui.help.entries import PLACES, sections

    places = [
        (name, [entry for _, some in sections(place, keymap, fold=3, alone=True) for entry in some])
        for place, name in PLACES.items()
    ]
    width = max(len(_pressed(entry)) for _, entries in places for entry in entries)
    for name, entries in places:
        if entries:
            output.line(name, strong=True)
        for entry in entries:
            _print_entry(_pressed(entry).ljust(width), entry.text)
        output.line()


def _pressed(entry: "Entry") -> str:
    return " or ".join(entry.keys)


def _print_entry(pressed: str, does: str) -> None:
    room = shutil.get_terminal_size().columns - len(pressed) - 4
    first, *rest = textwrap.wrap(does, max(room, 20))
    output.line(f"  {pressed}  {first}")
    for line in rest:
        output.line(f"  {' ' * len(pressed)}  {line}")
