"""Is the case whole? Its pages, its log, its documents, and all that is derived from them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Final

from msgspec import Struct

from store.care.bench import CASE, bench
from store.care.chain import chain, end
from store.care.contents import contents
from store.care.flaws import Flaw, Kind, Progress, guarded, silent
from store.care.indexes import indexes
from store.care.unwinding import unwind
from store.engine import migrations, schema
from store.engine.copying import connected
from store.engine.failures import FAILURES
from store.errors import CaseMissing

_SHOWN: Final = 100
"""How many flaws one check tells of; where there are so many, the first ones say it all."""


class Verified(Struct, frozen=True):
    """What a look at all of a case has found."""

    flaws: tuple[Flaw, ...]
    articles: int = 0
    changes: int = 0
    """How many entries the log has."""
    end: str = ""
    """The hash of the last entry, which stands for the whole log: to be compared with one noted."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong, or nothing but what an index can be made anew for."""
        return not self.flaws or self.kinds <= {"index"}

    @property
    def kinds(self) -> set[Kind]:
        """Where the flaws lie."""
        return {flaw.kind for flaw in self.flaws}


def verify(path: Path, progress: Progress = silent, *, with_index: bool = True) -> Verified:
    """Look at everything in a case; raises `CaseMissing` where there is no file.

    The file is only read, as it stood at one moment, and by SQLite alone: were it opened and closed
    otherwise, the locks would go by which this process may have it open (fcntl's, on Linux).
    """
    if not path.exists():
        raise CaseMissing(f"There is no case at {path}.")
    try:
        unlike = _unlike(path)
    except FAILURES as error:
        return Verified((Flaw("pages", f"it cannot be read: {error}"),))
    if unlike is not None:
        return Verified((Flaw("pages", "it is laid out otherwise than a case", unlike),))
    try:
        with bench(path) as connection:
            return _verified(connection, progress, with_index=with_index)
    except FAILURES as error:
        return Verified((Flaw("pages", f"it cannot be read: {error}"),))


def _verified(connection: sqlite3.Connection, progress: Progress, *, with_index: bool) -> Verified:
    flaws = list(guarded("pages", pages(connection, CASE)))
    for kind, check in (("log", chain), ("documents", contents), ("documents", unwind)):
        flaws += islice(guarded(kind, check(connection, progress)), _SHOWN)  # type: ignore[arg-type]
    if with_index and not flaws:  # of what is wrong, nothing right can be derived
        flaws += islice(guarded("index", indexes(connection, progress)), _SHOWN)
    try:
        (articles,) = connection.execute(
            "SELECT count(*) FROM documents WHERE key >> ? = ?",
            (schema.ID_BITS, schema.TABLE_NUMBERS["articles"]),
        ).fetchone()
        return Verified(tuple(flaws), articles, *end(connection))
    except (*FAILURES, TypeError):
        return Verified(tuple(flaws))


def pages(connection: sqlite3.Connection, database: str = "main") -> Iterator[Flaw]:
    """What SQLite itself finds wrong with the pages of the file and the order of its rows."""
    for (said,) in connection.execute(f"PRAGMA {database}.integrity_check({_SHOWN})"):
        if said != "ok":
            yield Flaw(
                "pages", " ".join(str(said).replace(f"*** in database {database} ***", "").split())
            )


def _unlike(path: Path) -> str | None:
    with closing(connected(path)) as connection:
        was = migrations.layout_before(migrations.format_of(connection))
        return schema.unlike(connection, was)
