"""``casedesk rules``: what the facts are found by, for whoever writes rules of their own."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui import locations, output
from tui.diagnostics import ExitCode, complain, say
from tui.own_rules import own_files
from tui.rulebook import rule_book

if TYPE_CHECKING:
    from facts.rules import RuleBook


@click.group(no_args_is_help=False)
def rules() -> None:
    """Look at the rules that find facts, and check rules of your own."""


@rules.command("list")
def list_rules() -> None:
    """Print every rule, yours among them: its name, and the file and line it is written on."""
    from facts.rules.check import listing

    for listed in listing(rule_book()):
        output.row((listed.rule, f"{listed.path}:{listed.line}"))


@rules.command()
def path() -> None:
    """Print where your own rule files go, and where the built-in ones are."""
    from facts.rules.book import BUILT_IN

    output.row(("yours", str(locations.rules_folder())))
    output.row(("built-in", str(BUILT_IN)))


@rules.command()
@click.argument("files", metavar="[FILE...]", nargs=-1, type=click.Path())
def check(files: tuple[str, ...]) -> ExitCode:
    """Check rule files of your own, those in your folder or FILE..., and run every example.

    They are laid over the built-in rules in the order they are given; examples of built-in rules
    are run too, as yours may stand in their way. What is wrong is told with its file and line.
    """
    from facts.rules.check import check as failures

    own = list(map(Path, files)) or own_files()
    book, problems = _laid_over(own)
    problems += map(str, failures(book))
    for problem in problems:
        complain(problem)
    if not problems:
        checked = f"{len(own)} of your own" if own else "none of your own"
        say(f"Rule files: {checked}; every rule can be used, every example holds.")
    return ExitCode.USAGE if problems else ExitCode.OK


def _laid_over(files: list[Path]) -> "tuple[RuleBook, list[str]]":
    """The rules with every file over them that can be used, and what is wrong with the others."""
    from facts.rules import RuleError, load

    book, good, problems = load(), list[Path](), list[str]()
    for file in files:
        try:
            book = load([*good, file])
        except RuleError as error:
            problems.append(str(error))
        else:
            good.append(file)
    return book, problems
