"""An exported case back into a case: every document under its own number, or nothing at all."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from store.changes.storing import list_table
from store.engine.bodies import Body, Document, canonical, decode, encode
from store.engine.documents import body
from store.engine.schema import TABLE_NUMBERS
from store.errors import MisshapenDocument, ReadError
from store.readers.tinydb import TinyFile
from store.tables import typed
from store.work.intake import counted

if TYPE_CHECKING:
    from store.case import Case
    from store.changes.writing import Engine

BATCH: Final = 200
"""Documents in a change."""

_FIRST: Final = ("articles", "facts", "marks")
"""What the other tables speak of."""


def bring_back(case: "Case", file: TinyFile, step: Callable[[int], object]) -> int:
    """Put an exported case into a case that has nothing else under the same numbers.

    Everything is looked at first: raises `ReadError`, with the table and the number, where a
    document cannot be used or another one has its number here. Then the documents are put there,
    some in a change; what is there already is left, so that the same again goes on where it was
    interrupted. Returns how many were put there.
    """
    tables = sorted(file.tables, key=_rank)
    new = _new(case.engine, file, tables)
    for table in tables:
        step(len(file.numbers(table)) - len(new[table]))
        _put(case.engine, file, table, new[table], step)
    _keep_numbers(case.engine)
    return sum(map(len, new.values()))


def _new(engine: "Engine", file: TinyFile, tables: Sequence[str]) -> dict[str, set[int]]:
    """The numbers of what is not there yet, by table, once everything has been looked at."""
    new: dict[str, set[int]] = {table: set() for table in tables}
    with engine.reading() as connection:
        for table in tables:
            for number, document in _documents(file, table):
                _check(file, table, number, document)
                stands = body(connection, table, number)
                if stands is None:
                    new[table].add(number)
                elif canonical(decode(stands)) != canonical(document):
                    raise ReadError(
                        f"{_where(file, table, number)} is another than the one in "
                        f"{engine.path}; a case of its own would do: "
                        f"casedesk --case NEW.case import {file.path}."
                    )
    return new


def _put(
    engine: "Engine", file: TinyFile, table: str, new: set[int], step: Callable[[int], object]
) -> None:
    if not new and table not in TABLE_NUMBERS:
        with engine.change("import") as writing:
            list_table(writing.connection, table)
    waiting = (one for one in _documents(file, table) if one[0] in new)
    while batch := list(islice(waiting, BATCH)):
        with engine.change("import", f"import of {table}") as writing:
            for number, document in batch:
                if not writing.has(table, number):  # somebody may have come between
                    writing.put(table, number, (), Body(encode(document)))
            writing.label = f"imported {counted(len(batch), 'document')} of {table}"
        engine.presence.make_way()
        step(len(batch))


def _documents(file: TinyFile, table: str) -> Iterator[tuple[int, Document]]:
    for number, document in file.documents(table):
        if isinstance(document, ReadError):
            raise document
        yield number, document


def _check(file: TinyFile, table: str, number: int, document: Document) -> None:
    """Raise `ReadError` for what its table cannot hold."""
    if not typed.is_own(table):
        return
    try:
        typed.check(table, number, document)
    except MisshapenDocument as error:
        raise ReadError(f"{file.path}: {error}") from error


def _keep_numbers(engine: "Engine") -> None:
    """Let no later article have a number of these, also where the import is taken back."""
    with engine.change("import") as writing:
        writing.new_article_ids(0)


def _rank(table: str) -> int:
    return _FIRST.index(table) if table in _FIRST else len(_FIRST)


def _where(file: TinyFile, table: str, number: int) -> str:
    return f"{file.path}: document {number} of table {table}"
