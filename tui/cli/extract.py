"""``casedesk extract``: what the rules find in files, as JSON Lines, without any case."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click

from tui import output
from tui.diagnostics import ExitCode, complain
from tui.rulebook import rule_book

if TYPE_CHECKING:
    from facts.model import Extraction
    from tui.extraction import Text

    Show: TypeAlias = Callable[[str, str, Extraction], None]


@click.command("extract")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path())
@click.option("--explain", is_flag=True, help="Print the text with each fact, its rule and why.")
def extract_facts(files: tuple[str, ...], explain: bool) -> ExitCode:
    """Print the facts and incidents of text files as JSON Lines, one document a file.

    No case is needed. Offsets count the characters of the file as it was decoded, the end is
    exclusive. A file that cannot be read is named, the rest goes on, the exit code is 1.
    """
    from tui.extraction import extract_all

    rules, run = rule_book(), _Run()
    for outcome in extract_all(run.texts(files), len(files), rules):
        name, text = run.pending.pop(outcome.name)
        if outcome.extraction is None:
            run.fail(f"No facts for {name}: {outcome.error}.")
        else:
            run.show(_explain if explain else _print, name, text, outcome.extraction)
    return ExitCode.NOTHING if run.failed else ExitCode.OK


def _print(name: str, text: str, found: "Extraction") -> None:
    from facts import gold

    output.document(gold.document(name, None, text, found))


def _explain(name: str, text: str, found: "Extraction") -> None:
    from tui.explain import explained

    for line in explained(name, text, found):
        output.drawn(line)
    output.line()


class _Run:
    """One run over files: the texts on their way through the rules, and whether any failed."""

    def __init__(self) -> None:
        self.pending: dict[str, tuple[str, str]] = {}
        """File name and text by the path they came from."""
        self.failed = False

    def texts(self, files: Iterable[str]) -> Iterator["Text"]:
        """The text of every file that can be read."""
        from store.errors import ReadError
        from store.readers.text import read_text
        from tui.extraction import Text

        for file in dict.fromkeys(files):
            try:
                article = read_text(Path(file))
            except ReadError as error:
                self.fail(str(error))
                continue
            self.pending[file] = (article.name, article.text)
            yield Text(file, article.text, article.published)

    def show(self, drawn: "Show", name: str, text: str, found: "Extraction") -> None:
        """Print what was found in one file; one that cannot be printed stops no other."""
        try:
            drawn(name, text, found)
        except (ValueError, TypeError, LookupError, ArithmeticError) as error:
            if os.environ.get("CASEDESK_DEBUG") == "1":
                raise
            self.fail(f"No facts for {name}: {type(error).__name__}: {error}.")

    def fail(self, problem: str) -> None:
        """Tell of a file that gave no document, and go on."""
        self.failed = True
        complain(problem)
