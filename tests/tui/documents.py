"""What a case holds, to be compared with what it held."""

from typing import Any

from store import Case
from store.engine.bodies import decode, unpacked

PASSED_BY = ("digits",)
"""What undo leaves as it is: which digit stands for which tag is no word about an article."""


def documents(case: Case) -> dict[tuple[str, int], Any]:
    """Every document that undo answers for."""
    with case.engine.reading() as connection:
        tables = dict(connection.execute("SELECT no, name FROM tables").fetchall())
        rows = connection.execute("SELECT key, body FROM documents").fetchall()
    keyed = {divmod(key, 1 << 40): decode(unpacked(body)) for key, body in rows}
    return {
        (tables[table], number): document
        for (table, number), document in keyed.items()
        if tables[table] not in PASSED_BY
    }
