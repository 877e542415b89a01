"""``casedesk`` itself: which commands there are, and the desk when none is named."""

import importlib

import click

from tui.cli.configured import settings_options
from tui.cli.options import case_option
from tui.nearest import hint

COMMANDS = {
    "demo": "desk:demo",
    "open": "desk:open_desk",
    "import": "intake:import_articles",
    "reread": "reread:reread",
    "list": "articles:list_articles",
    "show": "article:show_article",
    "extract": "extract:extract_facts",
    "export": "export:export",
    "log": "history:log",
    "undo": "history:undo",
    "verify": "care:verify",
    "backup": "care:backup",
    "repair": "care:repair",
    "reindex": "care:reindex",
    "keys": "keys:keys",
    "config": "config:config",
    "rules": "rules:rules",
    "tags": "tags:tags",
    "doctor": "doctor:doctor",
}
"""Each command's name, the module under ``tui.cli`` that has it and what it is called there."""


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order an analyst meets them."""
        return [*COMMANDS, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        command = getattr(importlib.import_module(f"tui.cli.{module}"), attribute)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the words name; an unknown word is met with the nearest known one."""
        word = args[0]
        if word not in COMMANDS and not word.startswith("-"):
            raise click.UsageError(f"there is no command {word!r}{hint(word, COMMANDS)}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=LazyGroup, invoke_without_command=True)
@click.version_option(package_name="casedesk", message="%(prog)s %(version)s")
@case_option
@settings_options
@click.pass_context
def casedesk(ctx: click.Context, case: str | None) -> int | None:
    """Browse a case of news articles: read, see their facts, tag, note, undo.

    Without a command the case is opened on the desk. Its place is what --case says, else
    what CASEDESK_CASE says, else the default under the XDG data folder (casedesk doctor
    names it).
    """
    ctx.obj = case
    if ctx.invoked_subcommand is not None:
        return None
    from tui.cli.desk import open_default

    return open_default(case)
