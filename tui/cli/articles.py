"""``casedesk list``: the articles of a case that match a query."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from tui import output
from tui.cli.cases import reading
from tui.cli.options import case_option, json_option, refuse_options
from tui.diagnostics import ExitCode, say

if TYPE_CHECKING:
    from store import ArticleRow, Case

PAGE = 500
"""Rows asked of the case at a time."""

WIDTHS = (-5, 10, 9, -3, 3, 0)
"""Columns for number, day, status, facts, doubts and title with tags, at a terminal."""


@click.command("list", context_settings={"ignore_unknown_options": True})
@click.argument("query", nargs=-1, type=click.UNPROCESSED)
@json_option
@case_option
@click.pass_context
def list_articles(
    ctx: click.Context, query: tuple[str, ...], as_json: bool, case: str | None
) -> ExitCode:
    """Print the articles that match QUERY, or all of them.

    Words search titles, texts and notes. tag:drugs, is:new, place:rabat, date:2020-09, has:note
    and others narrow it down; - negates, | means or, "quotes" keep words together. The exit
    code is 1 if nothing matches. Columns: number, day, status, facts, doubtful ones, title, tags.
    """
    refuse_options(ctx, query)
    words = " ".join(query)
    with reading(case) as opened:
        from store import parse_query

        ids = opened.ids(parse_query(words) if words.strip() else None)
        if not ids:
            say(f"No article matches {words}." if words.strip() else "The case has no articles.")
            return ExitCode.NOTHING
        _print(_rows(opened, ids), as_json)
    return ExitCode.OK


def _rows(case: "Case", ids: Sequence[int]) -> "Iterator[ArticleRow]":
    for start in range(0, len(ids), PAGE):
        yield from case.rows(ids[start : start + PAGE])


def _print(rows: "Iterator[ArticleRow]", as_json: bool) -> None:
    if as_json:
        for row in rows:
            output.document(row)
    elif output.is_terminal():
        output.columns(map(_for_a_person, rows), WIDTHS)
    else:
        for row in rows:
            output.row(_cells(row))


def _cells(row: "ArticleRow") -> tuple[str, ...]:
    return (
        str(row.id),
        row.published or "",
        row.status,
        str(row.facts),
        str(row.flagged),
        row.title,
        " ".join(row.tags),
    )


def _for_a_person(row: "ArticleRow") -> tuple[str, ...]:
    doubts = f"{row.flagged}!" if row.flagged else ""
    title = "  ".join(part for part in (row.title, " ".join(row.tags)) if part)
    return str(row.id), row.published or "", row.status, str(row.facts), doubts, title
