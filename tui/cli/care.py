"""``casedesk verify``, ``backup``, ``repair`` and ``reindex``: the care of a case."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui import diagnostics, output
from tui.cli.cases import changing, refusals
from tui.cli.options import case_option, chosen_case, json_option
from tui.diagnostics import ExitCode, say

if TYPE_CHECKING:
    from store.care.backups import Backup
    from store.care.flaws import Flaw
    from store.care.salvage import Saved

CASE = click.argument("path", metavar="[CASE]", required=False, type=click.Path())


@click.command()
@CASE
@json_option
@case_option
def verify(path: str | None, as_json: bool, case: str | None) -> ExitCode:
    """Check that a case is whole: its pages, change log, documents and indexes.

    The case is only read, and others can go on working in it. Each flaw is printed with its
    place; none is exit code 0, any is 1.
    """
    from store.care.verify import verify as look

    chosen = chosen_case(path or case)
    with refusals(), _steps() as progress:
        _require_case(chosen)
        found = look(chosen, progress)
    for flaw in found.flaws:
        output.document(flaw) if as_json else output.line(str(flaw))
    if not found.flaws:
        _say_whole(chosen, found.articles, found.changes, found.end)
        return ExitCode.OK
    index = "; casedesk reindex makes that good" if found.is_whole else ""
    say(f"{chosen} has {_flaws(len(found.flaws))}{index}.")
    if not found.is_whole:
        from store.care.advice import way_out

        say(way_out(chosen))
    return ExitCode.NOTHING


@click.command()
@CASE
@click.option("--to", metavar="FOLDER", type=click.Path(path_type=Path),
              help="Make it in FOLDER, where none is ever dropped.")  # fmt: skip
@click.option("--list", "is_list", is_flag=True, help="Print the backups beside the case.")
@click.option("--restore", "which", metavar="WHICH",
              help="Go back to one, by number or name; the case is set aside.")  # fmt: skip
@json_option
@case_option
def backup(
    path: str | None, to: Path | None, is_list: bool, which: str | None, as_json: bool,
    case: str | None,
) -> ExitCode:  # fmt: skip
    """Make a backup of a case, list those there are, or go back to one.

    Backups lie in CASE-backups beside the case, the newest five; each is a case that opens. Open
    on the desk, a case is given one a day. Others can go on working while one is made.
    """
    if sum((to is not None, is_list, which is not None)) > 1:
        raise click.UsageError("--to, --list and --restore go one at a time")
    chosen = chosen_case(path or case)
    with refusals():
        if is_list:
            return _list(chosen, as_json)
        if which is not None:
            return _restore(chosen, which)
        from store.care.backups import backup as make

        _require_case(chosen)
        made = make(chosen, to)
    output.line(str(made))
    return ExitCode.OK


@click.command()
@CASE
@click.option("--to", metavar="FILE", type=click.Path(path_type=Path),
              help="Where the new case is made; else beside the damaged one.")  # fmt: skip
@json_option
@case_option
def repair(path: str | None, to: Path | None, as_json: bool, case: str | None) -> ExitCode:
    """Save what can be saved of a damaged case into a new one.

    The damaged file is left as it is. What is lost is printed, each thing with its place; nothing
    lost is exit code 0, anything is 1.
    """
    from store.care.repair import repair as save

    chosen = chosen_case(path or case)
    target = to or chosen.with_name(f"{chosen.stem}-repaired{chosen.suffix}")
    with refusals(), _steps() as progress:
        saved = save(chosen, target, progress)
    for kind, flaws in (("lost", saved.lost), ("unsure", saved.unsure)):
        for flaw in flaws:
            _print_of_repair(kind, flaw, as_json)
    _say_saved(saved)
    return ExitCode.NOTHING if saved.lost or saved.unsure else ExitCode.OK


@click.command()
@CASE
@case_option
def reindex(path: str | None, case: str | None) -> None:
    """Make the list, the filters and the word index of a case again from its documents.

    It is one change of the file: interrupted, the old index stays.
    """
    with changing(path or case) as opened:
        opened.reindex()
        articles = opened.count()
    say(f"Made the index of {articles:,} articles again.")


def _require_case(path: Path) -> None:
    """Refuse what is no case at all; one that is damaged is what these commands are for."""
    from store.engine import files
    from store.errors import DamagedCase

    with suppress(DamagedCase):
        files.check(path)


def _list(path: Path, as_json: bool) -> ExitCode:
    from store.care.backups import listed

    there = listed(path)
    for number, one in enumerate(there, 1):
        if as_json:
            output.document({"path": str(one.path), "at": one.at, "size": one.size})
        elif output.is_terminal():
            output.line(
                f"{number}  {one.at.astimezone():%Y-%m-%d %H:%M:%S}  {_mb(one)}  {one.path}"
            )
        else:
            output.row((str(number), one.at.isoformat(), str(one.size), str(one.path)))
    if not there:
        say(f"There is no backup of {path}; casedesk backup makes one.")
    return ExitCode.OK if there else ExitCode.NOTHING


def _mb(one: "Backup") -> str:
    return f"{one.size / 1e6:8.1f} MB"


def _restore(path: Path, which: str) -> ExitCode:
    from store.care.backups import chosen
    from store.care.restoring import restore

    back = chosen(path, which)
    aside = restore(path, back)
    lies = f"; as it was it lies at {aside}" if aside.exists() else ""
    say(f"{path} is now as it was on {back.at.astimezone():%Y-%m-%d at %H:%M:%S}{lies}.")
    return ExitCode.OK


def _print_of_repair(kind: str, flaw: "Flaw", as_json: bool) -> None:
    if as_json:
        import msgspec

        output.document({"what": kind, **msgspec.to_builtins(flaw)})
    else:
        output.line(f"{kind}: {flaw}")


def _say_saved(saved: "Saved") -> None:
    say(f"Saved {saved.articles:,} articles and {_changes(saved)} into {saved.path}.")
    if saved.lost or saved.unsure:
        say(f"{len(saved.lost)} things are lost, {len(saved.unsure)} are not certain to be right.")
    if any(flaw.table == "facts" for flaw in saved.lost):
        say("casedesk reread finds the facts again.")


def _changes(saved: "Saved") -> str:
    if saved.changes == saved.of_changes:
        return f"all {saved.changes:,} changes of the log"
    return f"{saved.changes:,} of {saved.of_changes:,} changes of the log"


def _say_whole(path: Path, articles: int, changes: int, end: str) -> None:
    say(
        f"{path} is whole: {articles:,} articles, {changes:,} changes."
        + (f" The log ends with {end[:16]}." if end else "")
    )


def _flaws(n: int) -> str:
    return "a flaw" if n == 1 else f"{n} flaws"


@contextmanager
def _steps() -> Iterator[Callable[[str, int, int], object]]:
    """What is being looked at, on one line that is written over, where a person waits."""
    with diagnostics.passing() as show:
        yield lambda what, done, all_: show(f"{what} {done:,} of {all_:,}" if all_ > 1 else what)
