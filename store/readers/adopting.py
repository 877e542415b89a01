"""Documents of anybody's TinyDB into a case: articles where there is a text, the rest kept."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from store.engine.bodies import canonical, printable
from store.errors import ReadError
from store.readers.strangers import Stranger, strangers
from store.work.intake import counted, known_as, text_hash

if TYPE_CHECKING:
    from store.case import Case
    from store.changes.writing import Writing
    from store.readers.tinydb import TinyFile

BATCH: Final = 200
"""Documents in a change."""
ARTICLE: Final = "casedesk_article"
"""The field by which what was kept of a document names the article that was made of it."""


class Adoption:
    """What has become of a file so far."""

    def __init__(self, case: "Case", file: "TinyFile") -> None:
        self._case = case
        self._file = file
        self.added = 0
        """Articles the case did not have."""
        self.known = 0
        """Articles the case had already."""
        self.kept = 0
        """Documents of which something is kept in a table of the file's name."""
        self.refused: list[str] = []
        """A sentence for each document that could be neither."""

    def run(self, step: Callable[[int], object]) -> None:
        """Take in the whole file, one change or two for a batch of documents."""
        remaining = strangers(self._file)
        while batch := list(islice(remaining, BATCH)):
            self.refused += [str(one) for one in batch if isinstance(one, ReadError)]
            self._take([one for one in batch if isinstance(one, Stranger)])
            step(len(batch))

    def _take(self, batch: Sequence[Stranger]) -> None:
        articles = [one.article for one in batch if one.article]
        if articles:
            added = self._case.add_articles(articles)
            self.added += len(added.added)
            self.known += added.known
        if any(one.rest for one in batch):
            with self._case.engine.change("import") as writing:
                kept = sum(self._keep(writing, one) for one in batch if one.rest)
                writing.label = f"kept {counted(kept, 'document')} of {self._file.path.name}"
            self.kept += kept

    def _keep(self, writing: "Writing", one: Stranger) -> bool:
        """Keep what no article has a place for; never in place of something else."""
        table = f"{printable(self._file.path.name)}/{one.table}"
        document = dict(self._fields(writing, one))
        there = writing.get(table, one.id)
        if there is None:
            writing.put(table, one.id, (), document)
        elif canonical(there) != canonical(document):
            self.refused.append(
                f"{self._file.path}: what document {one.id} of table {one.table} says beside its "
                f"text is not kept, as table {table} of the case has another of that number; "
                "under another name the file is taken in whole."
            )
            return False
        return there is None

    def _fields(self, writing: "Writing", one: Stranger) -> "Iterator[tuple[str, object]]":
        yield from one.rest.items()
        if one.article:
            yield ARTICLE, known_as(writing.connection, text_hash(one.article.text))
