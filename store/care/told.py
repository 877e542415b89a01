"""What the log itself says that documents are: it keeps what is short, and of the rest digests."""

import sqlite3
from collections.abc import Iterable
from typing import Final

from store.changes import log
from store.changes.patches import Patch
from store.engine import documents
from store.engine.bodies import ABSENT, Garbled, decode, encode

_UNTOLD: Final = ""
"""State of a document that the log has only a digest of."""


def told(connection: sqlite3.Connection, keys: Iterable[int]) -> dict[int, str]:
    """The JSON of those of the documents that the log can tell whole, by their keys."""
    states: dict[int, str | None] = dict.fromkeys(keys)
    for (seq,) in connection.execute("SELECT seq FROM changes ORDER BY seq").fetchall():
        for patch in _patches(connection, seq):
            number = documents.number_of(connection, patch.table)
            key = None if number is None else documents.key(number, patch.id)
            if key is not None and key in states:
                states[key] = _after(states[key], patch)
    return {key: text for key, text in states.items() if text}


def mentioned(connection: sqlite3.Connection) -> list[str]:
    """The names of the tables that the log tells of, in the order in which it first does."""
    names: dict[str, None] = {}
    for (seq,) in connection.execute("SELECT seq FROM changes ORDER BY seq").fetchall():
        names.update(dict.fromkeys(patch.table for patch in _patches(connection, seq)))
    return list(names)


def mentioned_documents(connection: sqlite3.Connection) -> set[documents.Place]:
    """The documents that the log tells of, whatever became of them."""
    return {
        (patch.table, patch.id)
        for (seq,) in connection.execute("SELECT seq FROM changes").fetchall()
        for patch in _patches(connection, seq)
    }


def _patches(connection: sqlite3.Connection, seq: int) -> list[Patch]:
    try:
        return log.patches_of(connection, seq)
    except Garbled:
        return []


def _after(text: str | None, patch: Patch) -> str | None:
    """What a document is after a patch."""
    if patch.digest is not None:
        return _UNTOLD
    if not patch.path:
        return patch.after
    if text == _UNTOLD:
        return _UNTOLD
    value = ABSENT if patch.after is None else decode(patch.after)
    try:
        document = documents.with_value(
            patch.table, ABSENT if text is None else decode(text), patch.path, value
        )
    except (KeyError, TypeError):
        return _UNTOLD
    return None if document is ABSENT else encode(document)
