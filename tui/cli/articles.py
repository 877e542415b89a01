"""``casedesk list``: the articles of a case that match a query."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from tui import output
from tui.cli.cases import reading
from tui.cli.options import NUMBER, case_option, json_option, refuse_options
from tui.diagnostics import ExitCode, say

if TYPE_CHECKING:
    from store import ArticleRow, Case, Query
    from store.search.order import Order

_HELP_OF_SORT = (
    "import, newest or oldest (day of publication), title, status, source, facts, doubts, relevance"
)

PAGE = 500
"""Rows asked of the case at a time."""

WIDTHS = (-5, 10, 9, -3, 3, 0)
"""Columns for number, day, status, facts, doubts and title with tags, at a terminal."""


@click.command("list", context_settings={"ignore_unknown_options": True})
@click.argument("query", nargs=-1, type=click.UNPROCESSED)
@click.option("--saved", metavar="NAME", help="Articles that a saved query finds.")
@click.option("--sort", metavar="ORDER", default="import", help=_HELP_OF_SORT)
@click.option("--newest", metavar="N", type=NUMBER, help="Those imported last, first.")
@json_option
@case_option
@click.pass_context
def list_articles(
    ctx: click.Context,
    query: tuple[str, ...],
    saved: str | None,
    sort: str,
    newest: int | None,
    as_json: bool,
    case: str | None,
) -> ExitCode:
    """Print the articles that match QUERY, or all of them.

    Words search titles, texts and notes. tag:drugs, is:new, place:rabat, date:2020-09, has:note
    and others narrow it down; - negates, | means or, "quotes" keep words together. The exit
    code is 1 if nothing matches. Columns: number, day, status, facts, doubtful ones, title, tags.
    """
    refuse_options(ctx, query)
    order = _order(sort)
    if newest and order != "import":
        raise click.UsageError("--newest and --sort do not go together.")
    with reading(case) as opened:
        asked, words = _asked(opened, " ".join(query), saved)
        search = opened.search
        ids = search.newest(asked, newest) if newest else search.ids(asked, order)
        if not ids:
            say(_nothing(opened, asked, words))
            return ExitCode.NOTHING
        _print(_rows(opened, ids), as_json)
    return ExitCode.OK


def _order(name: str) -> "Order":
    """An order by its name, or by as much of it as there is only one of."""
    from facts.nearest import nearest
    from store.search.order import ORDERS

    found = [order for order in ORDERS if order.startswith(name)]
    if len(found) == 1:
        return found[0]
    wrong = f"There is no order {name}{nearest(name, ORDERS)}"
    raise click.BadParameter(wrong, param_hint="--sort")


def _asked(case: "Case", words: str, saved: str | None) -> "tuple[Query, str]":
    """The query, a saved one and the words together, and how it is spoken of."""
    from store import parse_query

    asked = parse_query(words)
    if saved is None:
        return asked, words.strip()
    named = case.queries.named(saved)
    return parse_query(named.query) & asked, f"{named.query} {words}".strip()


def _nothing(case: "Case", asked: "Query", words: str) -> str:
    if not words:
        return "The case has no articles."
    why = case.search.why_nothing(asked)
    return f"No article matches {words}{f': {why}' if why else ''}."


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
