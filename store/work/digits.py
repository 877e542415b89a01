"""The tags under each analyst's digits: kept in the case, so that a digit stays what it is."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from store.engine import own
from store.engine.bodies import Document
from store.engine.documents import bodies
from store.search import tagged
from store.tags import catalogue

if TYPE_CHECKING:
    from store.changes.log import Change
    from store.changes.writing import Engine

_TABLE = "digits"


def digits(connection: sqlite3.Connection, user: str) -> tuple[str, ...]:
    """An analyst's tags in the order of their digits, none where none were kept."""
    return tuple(_of(connection, user).get("tags", ()))


def pinned(connection: sqlite3.Connection, user: str) -> tuple[str, ...]:
    """The tags that keep their digits whatever is used."""
    return tuple(_of(connection, user).get("pinned", ()))


def keep_digits(
    engine: "Engine", tags: Sequence[str], pins: Iterable[str] | None = None
) -> "Change | None":
    """Keep the tags under this analyst's digits; a bare undo passes that by.

    The pins stay as they are where none are named.
    """
    with engine.change("digits") as writing:
        before = _of(writing.connection, engine.user)
        known = {*tagged.recorded(writing.connection), *before.get("tags", ())}
        for name in tags:
            if name not in known:
                catalogue().tag(name)
        numbers = {
            own.read(_TABLE, text)["user"]: number
            for number, text in bodies(writing.connection, _TABLE)
        }
        number = numbers.get(engine.user, max(numbers.values(), default=0) + 1)
        pins = before.get("pinned", ()) if pins is None else pins
        kept = {"user": engine.user, "tags": list(tags)}
        kept |= {"pinned": pins} if (pins := [name for name in tags if name in set(pins)]) else {}
        writing.put(_TABLE, number, (), kept)
        was = before.get("tags", tags)  # where none were kept, all are new and only pins are news
        told = moved(was, before.get("pinned", ()), tags, pins)
        writing.label = told or "kept what the digits stand for"
    return writing.change


def _of(connection: sqlite3.Connection, user: str) -> Document:
    for _, text in bodies(connection, _TABLE):
        document = own.read(_TABLE, text)
        if document["user"] == user:
            return document
    return {}


def moved(
    was: Sequence[str], was_pinned: Iterable[str], tags: Sequence[str], pins: Iterable[str]
) -> str:
    """What the digits stand for that is new, and which are pinned now or no more."""
    was_pinned, pins = set(was_pinned), set(pins)
    told = []
    for place, tag in enumerate(tags, start=1):
        if tag not in was[place - 1 : place]:
            told.append(f"digit {place} is {tag}{', pinned' if tag in pins - was_pinned else ''}")
        elif (tag in pins) is not (tag in was_pinned):
            told.append(f"digit {place}, {tag}, is {'pinned' if tag in pins else 'not pinned'}")
    return ", ".join(told)
