"""What a query being typed may go on with: fields, and the values that the case knows."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from store.search.fields import FIELDS, HAS, IS
from store.search.folding import fold
from store.tags import catalogue

MOST: Final = 20
"""How many ways to go on are told."""

_LAST: Final = re.compile(r'(?:(?P<field>[^\W\d_]+):)?(?P<value>"[^"]*|[^\s|()"]*)$')
_SPACE: Final = re.compile(r"\s")


class Completion(NamedTuple):
    """Ways to go on: each replaces what was typed from a place on."""

    start: int
    choices: tuple[str, ...]


def complete(connection: sqlite3.Connection, typed: str) -> Completion:
    """How the last word of a query being typed may go on; nothing where nothing is known."""
    last = _LAST.search(typed)
    assert last is not None, "it may be empty"
    field, value = last["field"], last["value"]
    start = last.start()
    if field is None:
        start += len(value) - len(value.lstrip("-"))
        word = value.lstrip("-").casefold()
        choices: Iterable[str] = (f"{name}:" for name in FIELDS if word and name.startswith(word))
    else:
        known = _values(connection, field.casefold(), value.lstrip('"'))
        choices = (f"{field}:{_quoted(word)}" for word in known)
    return Completion(start, tuple(islice(choices, MOST)))


def names(connection: sqlite3.Connection, field: str, first: str = "") -> Iterator[str]:
    """The values a field has somewhere in the case, of those that begin so."""
    found = connection.execute(
        "SELECT value FROM names WHERE field = ? AND value >= ? AND value < ?"
        " AND EXISTS (SELECT 1 FROM terms WHERE name = no) ORDER BY value LIMIT ?",
        (field, first, f"{first}\U0010ffff", MOST if first else -1),
    )
    return (str(row[0]) for row in found)


def _values(connection: sqlite3.Connection, field: str, typed: str) -> Iterable[str]:
    if field == "tag":
        listed = {group.id for group in catalogue().groups} | catalogue().by_id.keys()
        ids = sorted(listed.union(names(connection, field)))
        return (word for word in ids if word.startswith(typed.casefold()))
    if field in ("is", "has"):
        return (
            word for word in (IS if field == "is" else HAS) if word.startswith(typed.casefold())
        )
    if field in ("type", "count"):
        return islice(names(connection, field, typed.casefold()), MOST)
    return islice(names(connection, field, fold(typed)), MOST)


def _quoted(value: str) -> str:
    return f'"{value}"' if _SPACE.search(value) else value
