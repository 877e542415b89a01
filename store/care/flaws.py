"""What is wrong with a case, each thing by its place, and how far a check has come."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from store.engine.failures import FAILURES

Kind: TypeAlias = Literal["pages", "log", "documents", "index"]
"""Where a flaw lies; an index can be made again, the others need a backup or a repair."""

Progress: TypeAlias = Callable[[str, int, int], object]
"""Is told what is being looked at, how much of it is done, and how much there is."""


class Flaw(Struct, frozen=True, omit_defaults=True):
    """One thing that is not as it should be."""

    kind: Kind
    reason: str
    table: str | None = None
    id: int | None = None
    seq: int | None = None
    """The change of the log that it is about."""

    def __str__(self) -> str:
        place = [
            f"change {self.seq}" if self.seq is not None else "",
            f"{self.table} {self.id}" if self.id is not None else self.table or "",
        ]
        return ": ".join([", ".join(filter(None, place)) or self.kind, self.reason])


def silent(_what: str, _done: int, _all: int) -> None:
    """Progress that nobody follows."""


def guarded(kind: Kind, flaws: Iterable[Flaw]) -> Iterator[Flaw]:
    """The flaws that a check finds; that it cannot go on is one more."""
    try:
        yield from flaws
    except FAILURES as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise
        yield Flaw(kind, f"it cannot be read to the end: {error}")
