"""``casedesk rules``: what the facts are found by, for whoever writes rules of their own."""

from pathlib import Path

import click

from tui import locations, output
from tui.diagnostics import ExitCode, complain, say
from tui.rulebook import own_files, rule_book


@click.group(no_args_is_help=False)
def rules() -> None:
    """Look at the rules that find facts, and check rules of your own."""


@rules.command("list")
def list_rules() -> None:
    """Print every rule: its name, and the file and line it is written on."""
    from facts.rules import load
    from facts.rules.check import listing

    for listed in listing(load()):
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
    """Check rule files of your own and the examples in them; without a FILE, those built in."""
    from facts.rules import RuleError

    wrong = 0
    for file in files or ("",):
        try:
            problems = _problems([Path(file)] if file else [])
        except (RuleError, OSError) as error:
            problems = [str(error)]
        for problem in problems:
            complain(problem)
        if not problems:
            say(f"{file or 'The built-in rules'}: every rule can be used.")
        wrong += len(problems)
    return ExitCode.USAGE if wrong else ExitCode.OK


def _problems(overlays: list[Path]) -> list[str]:
    """The examples that do not hold when the built-in rules have some files laid over them."""
    from facts.rules import load
    from facts.rules.check import check

    return [str(failure) for failure in check(load(overlays))]
