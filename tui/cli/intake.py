"""``casedesk import``: text files and folders into the case."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from store.readers.formats import FORMATS
from tui.cli.cases import changing
from tui.cli.options import case_option
from tui.diagnostics import ExitCode, complain, progress, say
from tui.rulebook import rule_book

if TYPE_CHECKING:
    from store.readers.formats import Format
    from tui.intake import Intake


@click.command("import")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@click.option("--format", "format_", type=click.Choice(FORMATS),
              help="What the files are; else told by name and beginning.")  # fmt: skip
@case_option
def import_articles(paths: tuple[str, ...], format_: "Format | None", case: str | None) -> ExitCode:
    """Put text files, the text files in folders, and TinyDB files into the case.

    The case is made if there is none. An article that the case knows is left alone, so the
    same PATH can be given again: it takes in what is new and goes on where an import was
    interrupted. A file that cannot be read is named, the rest goes on, the exit code is 1.

    A TinyDB file that casedesk export made comes back with everything, into a case of its own.
    Of any other, documents with a text become articles, the rest is kept in tables of its name.
    """
    files, problems = _files(paths)
    if not files:
        return _refuse(problems)
    from tui.intake import Intake

    rules = rule_book()
    with changing(case, create=True) as opened:
        intake = Intake(opened, rules)
        intake.unreadable += problems
        try:
            _take_in(intake, files, format_)
        except KeyboardInterrupt:
            say("Interrupted; what was done is kept, and the same import goes on from there.")
            return ExitCode.INTERRUPTED
        finally:
            _tell(intake)
    return ExitCode.NOTHING if intake.failed else ExitCode.OK


def _files(paths: tuple[str, ...]) -> tuple[list[Path], list[str]]:
    """The text files that the paths stand for, and a sentence for each that stands for none."""
    from store.errors import ReadError
    from store.readers.text import discover_one

    files: dict[Path, None] = {}
    problems = []
    for path in paths:
        try:
            files |= dict.fromkeys(discover_one(Path(path)))
        except ReadError as error:
            problems.append(str(error))
    return list(files), problems


def _refuse(problems: list[str]) -> ExitCode:
    """No case is made or touched where there is nothing to put into it."""
    for problem in problems:
        complain(problem)
    return ExitCode.NOTHING


def _take_in(intake: "Intake", files: list[Path], format_: "Format | None") -> None:
    from store.readers.formats import format_of

    formats = {file: format_ or format_of(file) for file in files}
    for file in files:
        if formats[file] == "tinydb":
            intake.add_database(file, progress)
    texts = [file for file in files if formats[file] == "text"]
    with progress("Reading", len(texts)) as step:
        intake.add(texts, step)
    unread = intake.case.unread()
    with progress("Finding facts", len(unread)) as step:
        intake.find_facts(unread, step)


def tell_problems(intake: "Intake") -> None:
    """A sentence for each file and each article that failed."""
    for problem in intake.problems():
        complain(problem)


def _tell(intake: "Intake") -> None:
    tell_problems(intake)
    failed = f", {intake.failed:,} failed" if intake.failed else ""
    others = f", with {intake.documents:,} other documents" if intake.documents else ""
    say(
        f"{articles(intake.new)} added{others}, {intake.known:,} known already{failed}; "
        f"facts found in {articles(intake.with_facts)}."
    )


def articles(count: int) -> str:
    """A number of articles in words."""
    return "1 article" if count == 1 else f"{count:,} articles"
