"""``casedesk tags``: which tags there are, and what becomes of one wherever it is."""

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click

from tui import locations, output
from tui.cli.cases import changing, reading
from tui.cli.configured import choose_tags
from tui.cli.options import case_option, chosen_case, json_option
from tui.diagnostics import ExitCode, RefusedError, complain, passing, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from store import Change
    from store.work.tagging import CaseTag, Tags

Become: TypeAlias = "Callable[[Tags, Callable[[int, int], object]], Change | None]"
"""Lets a tag become another, telling how many articles of how many are done."""

_COLUMNS = (5, 24, 24, -8, -8, 6, 0)


@click.group(no_args_is_help=False)
def tags() -> None:
    """Look at the tags, check tags of your own, rename and merge tags of a case."""


@tags.command("list")
@json_option
@case_option
def list_tags(as_json: bool, case: str | None) -> None:
    """Print every tag: its letters, name and title, how many articles and incidents of the case
    have it, its ICCS code and its MISP machine tag.
    """
    from store.tags import catalogue

    found = _of_case(case)
    table = catalogue()
    known = table.by_id
    rows = [
        (
            table.keys(tag.id), tag.id, tag.title, tag.articles, tag.incidents,
            known[tag.id].iccs if tag.id in known else "", table.machine_tag(tag.id),
        )
        for tag in found
    ]  # fmt: skip
    if as_json:
        names = ("letters", "tag", "title", "articles", "incidents", "iccs", "misp")
        for row in rows:
            output.document(dict(zip(names, row, strict=True)))
        return
    cells = [tuple(map(str, row)) for row in rows]
    if output.is_terminal():
        output.columns(cells, _COLUMNS)
    else:
        for row_of in cells:
            output.row(row_of)


@tags.command()
def path() -> None:
    """Print where your own tags.toml goes, and where the built-in tags are."""
    from store.tags import FILE

    output.row(("yours", str(locations.tags_file())))
    output.row(("built-in", str(FILE)))


@tags.command()
@click.argument("file", metavar="[FILE]", required=False, type=click.Path())
def check(file: str | None) -> ExitCode:
    """Check your tags.toml, or FILE: what is wrong is told with its file and line."""
    from store.tags import built_in
    from tui.tag_file import TagFileError, laid_over

    own = Path(file) if file else locations.tags_file()
    if not file and not own.exists():
        say(f"You have no tags of your own; {own} would hold them.")
        return ExitCode.OK
    try:
        table = laid_over(built_in(), own)
    except TagFileError as error:
        complain(str(error))
        return ExitCode.USAGE
    offered = sum(not tag.hidden for tag in table.tags)
    keyed = sum(len(some) for _, some in table.keyed())
    say(f"{own} can be used: {offered} tags, {keyed} of them with letters.")
    return ExitCode.OK


@tags.command()
@click.argument("old")
@click.argument("new")
@click.option("--dry-run", is_flag=True, help="Only tell what would change.")
@case_option
def rename(old: str, new: str, dry_run: bool, case: str | None) -> ExitCode:
    """Give the tag OLD the name NEW on all articles and incidents, as one change."""
    return _become(
        case, dry_run, old,
        lambda tags: tags.check_rename(old, new),
        lambda tags, told: tags.rename(old, new, told),
    )  # fmt: skip


@tags.command()
@click.argument("old")
@click.argument("into")
@click.option("--dry-run", is_flag=True, help="Only tell what would change.")
@case_option
def merge(old: str, into: str, dry_run: bool, case: str | None) -> ExitCode:
    """Let the tag OLD become INTO, which there is, on all articles and incidents, as one change."""
    return _become(
        case, dry_run, old,
        lambda tags: tags.check_merge(old, into),
        lambda tags, told: tags.merge(old, into, told),
    )  # fmt: skip


def _become(
    case: str | None, dry_run: bool, old: str, find: "Callable[[Tags], str]", become: Become
) -> ExitCode:
    with (reading if dry_run else changing)(case) as opened, passing() as show:
        new = find(opened.tags)
        if dry_run:
            say(f"{old} would become {new} on {opened.tags.preview(old, new).words()}")
            return ExitCode.OK
        change = become(opened.tags, lambda done, of: show(f"{done:,} of {of:,} articles"))
    if change is None:
        raise RefusedError(f"{old} is {new} already.", ExitCode.NOTHING)
    say(f"{change.label} (change {change.seq})")
    return ExitCode.OK


def _of_case(case: str | None) -> "list[CaseTag]":
    """The tags with their counts; without a case, those there would be in a new one."""
    if case is None and not chosen_case(case).exists():
        from store.tags import catalogue
        from store.work.tagging import CaseTag

        choose_tags()
        return [CaseTag(tag.id, tag.title, 0, 0) for tag in catalogue().tags if not tag.hidden]
    with reading(case) as opened:
        return opened.tags.all()
