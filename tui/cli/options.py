"""What several commands take: the case they work on, and JSON instead of columns."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from tui import locations

F = TypeVar("F", bound=Callable[..., Any])


def case_option(command: F) -> F:
    """``--case PATH``, on the command itself or before its name."""
    return click.option(
        "--case", metavar="PATH", help="The case file to work on.", type=click.Path()
    )(command)


def json_option(command: F) -> F:
    """``--json``, for output that programs read."""
    return click.option("as_json", "--json", is_flag=True, help="Print JSON Lines.")(command)


def refuse_options(ctx: click.Context, query: Sequence[str]) -> None:
    """A negated word begins with one hyphen; what begins with two is an option misspelt."""
    known = [name for param in ctx.command.params for name in param.opts if name[:2] == "--"]
    for word in query:
        if word.startswith("--"):
            raise click.NoSuchOption(word, possibilities=[*known, "--help"], ctx=ctx)


def chosen_case(case: str | None) -> Path:
    """The case to work on: named here, before the command or in CASEDESK_CASE, else the default."""
    ctx = click.get_current_context(silent=True)
    inherited = ctx.obj if ctx is not None and isinstance(ctx.obj, str) else None
    named = case or inherited or os.environ.get("CASEDESK_CASE")
    return Path(named).expanduser() if named else locations.default_case()
