"""Every command there is: what footer, which-key strip, help, palette, keymap and docs read."""

from functools import cache

from store.tags import Catalogue, catalogue
from tui.commands import articles, facts, history, incidents, lists, moving, notes, tags, view
from tui.commands.command import Command, Prefix


def commands() -> tuple[Command, ...]:
    """Every command, in the order of the help screen."""
    return _commands(catalogue())


@cache
def _commands(table: Catalogue) -> tuple[Command, ...]:
    return (
        *moving.COMMANDS,
        *articles.COMMANDS,
        *lists.COMMANDS,
        *facts.COMMANDS,
        *incidents.COMMANDS,
        *tags.commands(table),
        *notes.COMMANDS,
        *history.COMMANDS,
        *view.COMMANDS,
    )


def prefixes() -> tuple[Prefix, ...]:
    """Every key that waits for another one."""
    return (
        *moving.PREFIXES,
        *incidents.PREFIXES,
        *lists.PREFIXES,
        *tags.prefixes(catalogue()),
    )
