"""The tags under each analyst's digits: kept in the case, so that a digit stays what it is."""

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.engine import own
from store.engine.documents import bodies
from store.tags import catalogue

if TYPE_CHECKING:
    from store.changes.log import Change
    from store.changes.writing import Engine

_TABLE = "digits"


def digits(connection: sqlite3.Connection, user: str) -> tuple[str, ...]:
    """An analyst's tags in the order of their digits, none where none were kept."""
    for _, text in bodies(connection, _TABLE):
        document = own.read(_TABLE, text)
        if document["user"] == user:
            return tuple(document["tags"])
    return ()


def keep_digits(engine: "Engine", tags: Sequence[str]) -> "Change | None":
    """Keep the tags under this analyst's digits; a bare undo passes that by."""
    for name in tags:
        catalogue().tag(name)
    with engine.change("digits") as writing:
        before = digits(writing.connection, engine.user)
        known = {
            own.read(_TABLE, text)["user"]: number
            for number, text in bodies(writing.connection, _TABLE)
        }
        number = known.get(engine.user, max(known.values(), default=0) + 1)
        writing.put(_TABLE, number, (), {"user": engine.user, "tags": list(tags)})
        moved = [
            f"digit {place} is {tag}"
            for place, tag in enumerate(tags, start=1)
            if tag not in before[place - 1 : place]
        ]
        writing.label = ", ".join(moved)
    return writing.change
