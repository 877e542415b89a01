"""A case as a TinyDB file: every table with its documents by number, in characters of ASCII.

A stock TinyDB reads a file in the encoding of its machine; ASCII is the same in all of them.
"""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from store.engine import documents
from store.engine.bodies import decode, encode
from store.engine.schema import FORMAT
from store.readers.tinydb import ABOUT

if TYPE_CHECKING:
    import sqlite3

    from store.changes.writing import Engine

_ESCAPED: Final = json.JSONEncoder(separators=(",", ":")).encode


def pieces(engine: "Engine") -> Iterator[str]:
    """The JSON of a case as it stands at one moment, a document at a time.

    What was typed and not made a note, marked rows and the change log are not in it.
    """
    with engine.reading() as connection:
        connection.execute("BEGIN")  # others go on writing, and nothing of it is seen
        try:
            yield from _tables(connection)
        finally:
            connection.execute("ROLLBACK")


def _tables(connection: "sqlite3.Connection") -> Iterator[str]:
    yield f'{{"{ABOUT}": {{"1": {encode({"format": FORMAT})}}}'
    for name in documents.listed(connection):
        yield f",\n{json.dumps(name)}: {{"
        before = "\n"
        for number, body in documents.bodies(connection, name):
            yield f'{before}"{number}": {body if body.isascii() else _ESCAPED(decode(body))}'
            before = ",\n"
        yield "}"
    yield "}\n"
