"""``casedesk export``: a case in a format that other programs read."""

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui import output
from tui.cli.cases import reading
from tui.cli.options import case_option
from tui.diagnostics import say

if TYPE_CHECKING:
    from store import Case

FORMATS = ("tinydb",)
"""The formats that can be written, each by a module of `store.writers`."""


@click.command("export")
@click.argument("path", metavar="[CASE]", required=False, type=click.Path())
@click.option("--format", "format_", type=click.Choice(FORMATS), default="tinydb",
              show_default=True, help="What is written.")  # fmt: skip
@click.option("-o", "--output", "target", metavar="FILE", type=click.Path(path_type=Path),
              help="Where to; else standard output.")  # fmt: skip
@click.option("--force", is_flag=True, help="Replace FILE if it is there; never a case.")
@case_option
def export(
    path: str | None, format_: str, target: Path | None, force: bool, case: str | None
) -> None:
    """Write a case as one JSON file that a stock TinyDB opens.

    Articles, facts, decisions, tags, notes, incidents, saved queries and tables of scripts are in
    it under their numbers, as they are at one moment; casedesk import takes it back. The history
    and drafts stay in the case. FILE appears when all of it is written.
    """
    with reading(path or case) as opened:
        if target is None:
            output.pieces(_pieces(opened, format_))
            return
        from store.writers.file import write

        write(opened, _pieces(opened, format_), target, replace=force)
        articles = opened.count()
    say(f"Wrote {target}, with {articles:,} articles.")


def _pieces(case: "Case", format_: str) -> Iterator[str]:
    """The case as the module that is named after the format writes it."""
    writer = importlib.import_module(f"store.writers.{format_}")
    yield from writer.pieces(case.engine)
