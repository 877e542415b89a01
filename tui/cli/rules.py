"""``casedesk rules``: what the facts are found by, for whoever writes rules of their own."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui import output
from tui.diagnostics import ExitCode, complain, say

if TYPE_CHECKING:
    from facts.rules import RuleBook


@click.group(no_args_is_help=False)
def rules() -> None:
    """Look at the rules that find facts, and check rules of your own."""


@rules.command("list")
def list_rules() -> None:
    """Print every rule: its name, and the file and line it is written on."""
    from facts.rules import load

    for name, where in _rules(load()):
        output.row((name, where))


@rules.command()
def path() -> None:
    """Print the folder of the built-in rule files."""
    from facts.rules.book import BUILT_IN

    output.line(str(BUILT_IN))


@rules.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path())
def check(files: tuple[str, ...]) -> ExitCode:
    """Check rule files of your own: each is laid over the built-in rules."""
    from facts.rules import RuleError, load

    wrong = 0
    for file in files:
        try:
            load([Path(file)])
        except (RuleError, OSError) as error:
            wrong += 1
            complain(str(error))
        else:
            say(f"{file}: every rule can be used.")
    return ExitCode.USAGE if wrong else ExitCode.OK


def _rules(book: "RuleBook") -> list[tuple[str, str]]:
    from facts.rules.kinds import KINDS

    return [
        (f"{kind.table}.{rule.id}", f"{book.origin(rule)}:{book.line(rule)}")
        for kind in KINDS
        for rule in book.table(kind).values()
    ]
