"""``casedesk log`` and ``casedesk undo``: who did what when, and taking it back."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from tui import output
from tui.cli.cases import changing, reading
from tui.cli.options import case_option, json_option
from tui.diagnostics import ExitCode, say

if TYPE_CHECKING:
    from store import Change


@click.command()
@click.option(
    "--limit", type=click.IntRange(min=1), default=50, show_default=True, metavar="N",
    help="At most N changes.",
)  # fmt: skip
@click.option("--article", type=int, metavar="ID", help="Only changes of this article.")
@json_option
@case_option
def log(limit: int, article: int | None, as_json: bool, case: str | None) -> ExitCode:
    """Print the changes of the case, newest first."""
    with reading(case) as opened:
        changes = opened.history(limit=limit, article=article)
    if not changes:
        say(
            "Nothing has been changed yet."
            if article is None
            else f"Article {article} has no changes."
        )
        return ExitCode.NOTHING
    if as_json:
        for change in changes:
            output.document(_record(change))
    elif output.is_terminal():
        output.columns(map(_for_a_person, changes), (-5, 19, 10, 0))
    else:
        for change in changes:
            output.row(_cells(change))
    return ExitCode.OK


@click.command()
@click.argument("seq", type=int, required=False)
@case_option
def undo(seq: int | None, case: str | None) -> None:
    """Take back change SEQ as casedesk log numbers it, or your last change that stands."""
    with changing(case) as opened:
        change = opened.undo(seq)
    say(f"{change.label} (change {change.seq})")


def _cells(change: "Change") -> tuple[str, str, str, str]:
    return str(change.seq), change.at, change.user, change.label


def _for_a_person(change: "Change") -> tuple[str, str, str, str]:
    local = datetime.fromisoformat(change.at).astimezone()
    return str(change.seq), f"{local:%Y-%m-%d %H:%M:%S}", change.user, change.label


def _record(change: "Change") -> dict[str, object]:
    return {
        "seq": change.seq,
        "at": change.at,
        "user": change.user,
        "action": change.action,
        "label": change.label,
        "undo": change.undo,
        "clock": change.clock,
    }
