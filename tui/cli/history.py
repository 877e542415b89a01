"""``casedesk log`` and ``casedesk undo``: who did what when, and taking it back."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from tui import output
from tui.ago import WHENS, moment
from tui.cli.cases import changing, reading
from tui.cli.options import NUMBER, case_option, json_option
from tui.diagnostics import ExitCode, say

if TYPE_CHECKING:
    from store import Change
    from store.changes.history import Entry, Past


def _moment(_ctx: click.Context, _param: click.Parameter, words: str | None) -> str | None:
    """The moment that the words mean; words that mean none are met with some that would."""
    if words is None:
        return None
    try:
        return moment(words, datetime.now(UTC))
    except ValueError:
        raise click.BadParameter(f"{words!r} is no moment; {WHENS} would be.") from None


@click.command()
@click.option(
    "--limit", type=NUMBER, default=50, show_default=True, metavar="N",
    help="At most N changes.",
)  # fmt: skip
@click.option("--article", type=NUMBER, metavar="ID", help="Only changes of this article.")
@click.option("--by", metavar="NAME", help="Only changes of this analyst.")
@click.option(
    "--since", metavar="WHEN", callback=_moment,
    help="Only changes from then on: 2026-11-21, 2 hours, yesterday.",
)  # fmt: skip
@json_option
@case_option
def log(
    limit: int,
    article: int | None,
    by: str | None,
    since: str | None,
    as_json: bool,
    case: str | None,
) -> ExitCode:
    """Print the changes of the case, newest first."""
    from store.changes.history import Past

    with reading(case) as opened:
        asked = Past(article=article, user=by, since=since)
        entries = opened.changes.entries(opened.changes.seqs(asked)[:limit])
        if not entries:
            say(_nothing(asked, opened.changes.analysts()))
            return ExitCode.NOTHING
    if as_json:
        for entry in entries:
            output.document(_record(entry))
        return ExitCode.OK
    changes = [entry.change for entry in entries]
    if output.is_terminal():
        output.columns(map(_for_a_person, changes), (-5, 19, 10, 0))
    else:
        for change in changes:
            output.row(_cells(change))
    return ExitCode.OK


@click.command()
@click.argument("seq", type=NUMBER, required=False)
@case_option
def undo(seq: int | None, case: str | None) -> None:
    """Take back change SEQ as casedesk log numbers it, or your last change that stands."""
    with changing(case) as opened:
        change = opened.undo(seq)
    say(f"{change.label} (change {change.seq})")


def _nothing(asked: "Past", analysts: list[str]) -> str:
    """Why there is nothing to print; a name that nobody has is met with those there are."""
    if asked.user is not None and asked.user not in analysts:
        known = f"; those who did: {', '.join(analysts)}" if analysts else ""
        return f"Nobody called {asked.user} has changed anything{known}."
    if asked.since is not None:
        return "Nothing has been changed since then."
    if asked.article is not None:
        return f"Article {asked.article} has no changes."
    return "Nothing has been changed yet."


def _cells(change: "Change") -> tuple[str, str, str, str]:
    return str(change.seq), change.at, change.user, change.label


def _for_a_person(change: "Change") -> tuple[str, str, str, str]:
    local = datetime.fromisoformat(change.at).astimezone()
    return str(change.seq), f"{local:%Y-%m-%d %H:%M:%S}", change.user, change.label


def _record(entry: "Entry") -> dict[str, object]:
    change = entry.change
    return {
        "seq": change.seq,
        "at": change.at,
        "user": change.user,
        "action": change.action,
        "label": change.label,
        "articles": change.spans,
        "undo": change.undo,
        "undone_by": entry.undone_by,
        "clock": change.clock,
    }
