"""The documents one by one: each is what its table holds, and each text is the one imported."""

import sqlite3
from collections.abc import Iterator

from store.care.flaws import Flaw, Progress, silent
from store.corrected import found_of, value_of
from store.engine import documents, own
from store.engine.bodies import Garbled, checked, unpacked
from store.engine.schema import ID_BITS
from store.findings import extraction
from store.work.intake import text_hash


def contents(connection: sqlite3.Connection, progress: Progress = silent) -> Iterator[Flaw]:
    """Every document that cannot be what was written."""
    (all_,) = connection.execute("SELECT count(*) FROM documents").fetchone()
    names = dict(connection.execute("SELECT no, name FROM tables"))
    rows = connection.execute("SELECT key, body FROM documents ORDER BY key")
    for done, (key, stored) in enumerate(rows, 1):
        number, doc_id = divmod(key, 1 << ID_BITS)
        table = names.get(number)
        try:
            if table is None:
                raise Garbled("it is in a table that the case does not know")
            look_at(table, unpacked(stored))
        except Garbled as error:
            yield Flaw("documents", str(error), table or f"table {number}", doc_id)
        progress("documents", done, all_)
    yield from _numbers(connection)


def look_at(table: str, text: str) -> None:
    """See that JSON is a document of a table; raises `Garbled` where it is not."""
    if table == "facts":
        extraction(text)
        return
    document = own.read(table, text)
    if table == "articles" and text_hash(document["text"]) != document["sha256"]:
        raise Garbled("its text is not the one that was imported")
    if table == "marks":
        for mark in document.get("facts", {}).values():
            if "value" in mark:
                value_of(mark["value"])
            if "found" in mark:
                found_of(mark["found"])


def _numbers(connection: sqlite3.Connection) -> Iterator[Flaw]:
    row = connection.execute("SELECT last_id FROM tables WHERE name = 'articles'").fetchone()
    if row is None:
        yield Flaw("documents", "the case does not know its articles any more", "tables")
    elif checked(row[0], int) < documents.last_id(connection, "articles"):
        yield Flaw("documents", "numbers of articles could be given a second time", "tables")
