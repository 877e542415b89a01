"""``casedesk reread``: articles of the case read again, once the rules have changed."""

from typing import TYPE_CHECKING

import click

from tui.cli.cases import changing
from tui.cli.intake import articles, tell_problems
from tui.cli.options import case_option, refuse_options
from tui.diagnostics import ExitCode, progress, say
from tui.rulebook import rule_book

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store import Case
    from tui.intake import Intake


@click.command("reread", context_settings={"ignore_unknown_options": True})
@click.argument("query", nargs=-1, type=click.UNPROCESSED)
@click.option("--all", "every", is_flag=True, help="Also those that the same rules have read.")
@case_option
@click.pass_context
def reread(ctx: click.Context, query: tuple[str, ...], every: bool, case: str | None) -> ExitCode:
    """Find the facts again of the articles that match QUERY, or of all.

    Only articles that other rules have read are read again: those of an earlier version, or
    without the files of your own that there are now. Verdicts, corrections, tags and notes stay
    as they are; a fact that is found no more keeps its verdict for when it is found again.
    """
    refuse_options(ctx, query)
    rules = rule_book()
    with changing(case) as opened:
        from facts import version_of
        from tui.intake import Intake

        matching = _matching(opened, " ".join(query))
        outdated = set(matching if every else opened.unread(version_of(rules)))
        ids = [article for article in matching if article in outdated]
        intake = Intake(opened, rules)
        try:
            _read(intake, ids)
        except KeyboardInterrupt:
            say("Interrupted; what was done is kept, and the same command goes on from there.")
            return ExitCode.INTERRUPTED
        finally:
            tell_problems(intake)
            say(_told(intake, len(matching) - len(ids)))
    return ExitCode.NOTHING if intake.failed else ExitCode.OK


def _matching(case: "Case", words: str) -> "Sequence[int]":
    from store import parse_query

    return case.ids(parse_query(words) if words.strip() else None)


def _read(intake: "Intake", ids: list[int]) -> None:
    with progress("Finding facts", len(ids)) as step:
        intake.find_facts(ids, step)


def _told(intake: "Intake", left: int) -> str:
    by_these = f"; {articles(left)} read by these rules already" if left else ""
    return f"Facts found again in {articles(intake.with_facts)}{by_these}."
