"""What several commands take: the case they work on, and JSON instead of columns."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from tui import locations

F = TypeVar("F", bound=Callable[..., Any])


class _Number(click.IntRange):
    """One from 1 on, of which a help tells no end: nobody comes near the highest there can be."""

    _LAST = 2**63 - 1

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number that was typed; refused where no case counts so far."""
        number: int = super().convert(value, param, ctx)
        if number > self._LAST:
            self.fail(f"{number} is not in the range 1<=x<={self._LAST}.", param, ctx)
        return number


NUMBER = _Number(min=1)
"""A number of something in a case, or how many: as high as the case can count."""

_NETWORK = "casedesk.network"
"""Where a command's context remembers that a network file system is allowed."""


def case_option(command: F) -> F:
    """``--case PATH`` and how it may be opened, on the command itself or before its name."""
    named = click.option(
        "--case", metavar="PATH", help="The case file to work on.", type=click.Path()
    )
    forced = click.option(
        "--force-network", is_flag=True, expose_value=False, callback=_allow_network,
        help="Open it also on a network file system: safe only while nobody else does.",
    )  # fmt: skip
    return named(forced(command))


def is_network_allowed() -> bool:
    """Whether a case may be opened that lies on a network file system."""
    ctx = click.get_current_context(silent=True)
    return ctx is not None and ctx.meta.get(_NETWORK, False) is True


def _allow_network(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        ctx.meta[_NETWORK] = True


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
