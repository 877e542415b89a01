"""The log played backwards: from the documents as they are to none, change by change.

The log keeps what each change replaced, and of a long value that was written only its digest. So
it is not played from nothing to the present but from the present to nothing; each step must find
what its change wrote, and puts back what was there before.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Final

from store.care.flaws import Flaw, Progress, silent
from store.changes import log
from store.changes.patches import Patch, is_exact
from store.engine import documents
from store.engine.bodies import ABSENT, Garbled, decode, encode
from store.engine.schema import ID_BITS

REPAIR: Final = "repair"
"""The action of a change that says which documents a repair left as the log cannot explain."""

_OTHERWISE: Final = "it is not what this change wrote"
_UNTOLD: Final = "it is there, and no change of the log tells how it came"
_UNKNOWN: Final = ""
"""State of a document of which a repair has said that nobody knows what it was before."""


def unwind(connection: sqlite3.Connection, progress: Progress = silent) -> Iterator[Flaw]:
    """Every document and every entry of the log that do not agree with each other."""
    all_ = log.last_seq(connection)
    with closing(_States(connection)) as states:
        sequence = connection.execute("SELECT seq, action FROM changes ORDER BY seq DESC")
        for done, (seq, action) in enumerate(sequence, 1):
            try:
                for patch in reversed(log.patches_of(connection, seq)):
                    if action == REPAIR:
                        states.put(patch, _UNKNOWN)
                    elif (reason := _take_back(states, patch)) is not None:
                        yield Flaw("documents", reason, patch.table, patch.id, seq)
            except Garbled as error:
                yield Flaw("log", str(error), seq=seq)
            progress("what the log tells", done, all_)
        yield from states.left()


def _take_back(states: "_States", patch: Patch) -> str | None:
    """Put back what a patch replaced; what is wrong where it does not find what it wrote."""
    whole = states.get(patch)
    if whole == _UNKNOWN:
        return None
    try:
        is_there, before = _step(whole, patch, states.is_rearranged(patch))
    except (Garbled, KeyError, TypeError, AttributeError):
        is_there, before = False, _UNKNOWN
    states.put(patch, before if is_there else _UNKNOWN)
    return None if is_there else _OTHERWISE


def _step(whole: str | None, patch: Patch, is_rearranged: bool) -> tuple[bool, str | None]:
    """Whether a document is what a patch left, and what it was before."""
    if not patch.path:
        is_there = patch.stands(whole) or (is_rearranged and whole is not None)
        return is_there, patch.before
    document = ABSENT if whole is None else decode(whole)
    value = documents.value_at(document, patch.path)
    if not patch.stands(None if value is ABSENT else encode(value)):
        return False, None
    before = ABSENT if patch.before is None else decode(patch.before)
    rest = documents.with_value(patch.table, document, patch.path, before)
    return True, None if rest is ABSENT else encode(rest)


class _States:
    """The documents as they were at the moment that the unwinding has come to."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._case = connection
        self._numbers: dict[str, int] = {}
        self._rearranged: set[int] = set()
        self._moved = sqlite3.connect("", isolation_level=None)  # on the disk as soon as it is big
        self._moved.execute("PRAGMA synchronous = OFF")
        self._moved.execute("CREATE TABLE moved (key INTEGER PRIMARY KEY, body)")
        self._moved.execute("BEGIN")

    def close(self) -> None:
        """Let go of it all."""
        self._moved.close()

    def get(self, patch: Patch) -> str | None:
        """The JSON of a document at that moment, None where there was none."""
        moved = self._moved.execute(
            "SELECT body FROM moved WHERE key = ?", (self._key(patch),)
        ).fetchone()
        if moved is None:
            return documents.body(self._case, patch.table, patch.id)
        return None if moved[0] is None else str(moved[0])

    def put(self, patch: Patch, text: str | None) -> None:
        """What the document of a patch was before it."""
        key = self._key(patch)
        self._moved.execute("INSERT OR REPLACE INTO moved VALUES (?, ?)", (key, text))
        if patch.path and is_exact(patch.table):
            self._rearranged.add(key)

    def is_rearranged(self, patch: Patch) -> bool:
        """Whether a digest of the very text says nothing, as parts of it were put back."""
        return self._key(patch) in self._rearranged

    def left(self) -> Iterator[Flaw]:
        """What is left where nothing should be: the log tells less than there is."""
        for key, _ in self._moved.execute("SELECT key, body FROM moved WHERE body <> ''"):
            yield self._flaw(key, "the log does not tell how it came to be what it was at first")
        for (key,) in self._case.execute("SELECT key FROM documents ORDER BY key"):
            found = self._moved.execute("SELECT 1 FROM moved WHERE key = ?", (key,)).fetchone()
            if found is None:
                yield self._flaw(key, _UNTOLD)

    def _flaw(self, key: int, reason: str) -> Flaw:
        number, doc_id = divmod(key, 1 << ID_BITS)
        return Flaw("documents", reason, documents.name_of(self._case, number), doc_id)

    def _key(self, patch: Patch) -> int:
        if patch.table not in self._numbers:
            number = documents.number_of(self._case, patch.table)
            if number is None:
                raise Garbled(f"it does not know its table {patch.table} any more")
            self._numbers[patch.table] = number
        return documents.key(self._numbers[patch.table], patch.id)
