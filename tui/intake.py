"""Files into a case: the articles first, so that they can be read, then what the rules find."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tui.extraction import Outcome, Text, extract_all

if TYPE_CHECKING:
    from facts.model import Extraction
    from facts.rules import RuleBook
    from store import Case, NewArticle
    from store.readers.tinydb import TinyFile

T = TypeVar("T")

BATCH = 200
"""Articles in a change: what an interruption can cost, against a durable write for each."""

NAMED = 5
"""Articles that a sentence names before it counts the rest."""

Step = Callable[[int], None]
"""Told how many more files or articles are through."""

Steps = Callable[[str, int], AbstractContextManager[Step]]
"""Makes such a one for so many of something under a label."""


def unheard(_steps: int) -> None:
    """A step that nobody watches."""


class Intake:
    """One taking-in of files, and what has come of it so far; it may be stopped anywhere."""

    def __init__(self, case: "Case", rules: "RuleBook") -> None:
        self.case = case
        self.rules = rules
        self.new = 0
        """Articles the case did not have."""
        self.known = 0
        """Articles the case had already."""
        self.with_facts = 0
        """Articles whose facts were found."""
        self.documents = 0
        """Documents of databases that are in the case now, beside articles that were made."""
        self.unreadable: list[str] = []
        """A sentence for each file, or document in a file, that could not be read."""
        self.unanswered: dict[str, list[str]] = {}
        """What went wrong in the rules, and the articles it went wrong with."""

    @property
    def failed(self) -> int:
        """How many files and articles failed."""
        return len(self.unreadable) + sum(map(len, self.unanswered.values()))

    def problems(self) -> list[str]:
        """A sentence for each file that failed, and for each thing that went wrong in the rules."""
        return self.unreadable + [
            f"No facts for {_listed(articles)}: {error}."
            for error, articles in self.unanswered.items()
        ]

    def add(self, files: Iterable[Path], step: Step = unheard) -> None:
        """Put the articles of files into the case, one durable change a batch."""
        for batch in _batches(files, BATCH):
            articles = list(self._readable(batch))
            if articles:
                added = self.case.add_articles(articles)
                self.new += len(added.added)
                self.known += added.known
            step(len(batch))

    def add_database(self, file: Path, steps: Steps) -> None:
        """Put the documents of a TinyDB file into the case: an exported case, or anybody's."""
        from store.errors import ReadError
        from store.readers.tinydb import TinyFile

        try:
            tables = TinyFile(file)
            with steps(f"Reading {file.name}", tables.count()) as step:
                if tables.is_case:
                    self._bring_back(tables, step)
                else:
                    self._adopt(tables, step)
        except ReadError as error:
            self.unreadable.append(str(error))

    def _bring_back(self, tables: "TinyFile", step: Step) -> None:
        from store.readers.exports import bring_back

        before = self.case.count()
        brought = bring_back(self.case, tables, step)
        new = self.case.count() - before
        self.new += new
        self.known += len(tables.numbers("articles")) - new
        self.documents += brought - new

    def _adopt(self, tables: "TinyFile", step: Step) -> None:
        from store.readers.adopting import Adoption

        adoption = Adoption(self.case, tables)
        try:
            adoption.run(step)
        finally:
            self.new += adoption.added
            self.known += adoption.known
            self.documents += adoption.kept
            self.unreadable += adoption.refused

    def find_facts(self, ids: list[int], step: Step = unheard) -> None:
        """Find the facts of articles and put them into the case, one durable change a batch.

        What was found before an interruption is put there too.
        """
        found: dict[int, Extraction] = {}
        try:
            for outcome in extract_all(map(self._text, ids), len(ids), self.rules):
                self._take(outcome, found)
                if len(found) >= BATCH:
                    self._put(found)
                step(1)
        finally:
            self._put(found)

    def _text(self, id_: int) -> Text:
        article = self.case.article(id_)
        return Text(str(id_), article.text, article.published)

    def _readable(self, files: Iterable[Path]) -> Iterator["NewArticle"]:
        from store.errors import ReadError
        from store.readers.text import read_text

        for file in files:
            try:
                yield read_text(file)
            except ReadError as error:
                self.unreadable.append(str(error))

    def _take(self, outcome: Outcome, found: "dict[int, Extraction]") -> None:
        if outcome.extraction is None:
            self.unanswered.setdefault(outcome.error, []).append(outcome.name)
        else:
            found[int(outcome.name)] = outcome.extraction

    def _put(self, found: "dict[int, Extraction]") -> None:
        if found:
            self.case.put_facts(found)
            self.with_facts += len(found)
            found.clear()


def _listed(articles: list[str]) -> str:
    if len(articles) == 1:
        return f"article {articles[0]}"
    more = f" and {len(articles) - NAMED:,} more" if len(articles) > NAMED else ""
    return f"articles {', '.join(articles[:NAMED])}{more}"


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch
