"""Which tags a case knows and holds: those that are new to it, those that became another."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from store.engine import documents, own
from store.engine.bodies import Document
from store.errors import UnknownTag
from store.tags import catalogue

TABLE: Final = "tags"


class Recorded(Struct, frozen=True):
    """What a case says of a tag."""

    number: int
    id: str
    title: str
    into: str | None = None
    """The tag that it became in this case, None while it is itself."""


def recorded(connection: sqlite3.Connection) -> dict[str, Recorded]:
    """The tags that the case says something of, by their ids."""
    found = documents.bodies(connection, TABLE)
    return read((number, own.read(TABLE, text)) for number, text in found)


def read(found: Iterable[tuple[int, Document]]) -> dict[str, Recorded]:
    """What these documents say, by the ids of their tags."""
    return {
        said["tag"]: Recorded(number, said["tag"], said["title"], said.get("into"))
        for number, said in found
    }


def standing(every: dict[str, Recorded], tag: str) -> str:
    """The tag that stands for this one: itself, or what it became in the end."""
    seen = {tag}
    while tag in every and (into := every[tag].into) is not None and into not in seen:
        tag = into
        seen.add(tag)
    return tag


def held(connection: sqlite3.Connection) -> set[str]:
    """The tags that articles or incidents of the case have."""
    found = connection.execute(
        "SELECT value FROM names WHERE field = 'tag'"
        " AND EXISTS (SELECT 1 FROM terms WHERE name = no)"
        " UNION SELECT value FROM incident_terms WHERE field = 'tag'"
    )
    return {str(value) for (value,) in found}


def articles(connection: sqlite3.Connection) -> Counter[str]:
    """How many articles have each tag."""
    return Counter(
        dict(
            connection.execute(
                "SELECT value, count(*) FROM names JOIN terms ON name = no"
                " WHERE field = 'tag' GROUP BY no"
            ).fetchall()
        )
    )


def incidents(connection: sqlite3.Connection) -> Counter[str]:
    """How many incidents have each tag."""
    return Counter(
        dict(
            connection.execute(
                "SELECT value, count(*) FROM incident_terms WHERE field = 'tag' GROUP BY value"
            ).fetchall()
        )
    )


def articles_with(connection: sqlite3.Connection, tag: str) -> list[int]:
    """The articles that have a tag, by ascending numbers."""
    found = connection.execute(
        "SELECT article FROM terms WHERE name ="
        " (SELECT no FROM names WHERE field = 'tag' AND value = ?)",
        (tag,),
    )
    return [article for (article,) in found]


def incidents_with(connection: sqlite3.Connection, tag: str) -> list[int]:
    """The incidents that have a tag, those left out that were merged into another."""
    found = connection.execute(
        "SELECT incident FROM incident_terms WHERE field = 'tag' AND value = ?", (tag,)
    )
    return [incident for (incident,) in found]


def meant(connection: sqlite3.Connection, word: str) -> set[str]:
    """The tags that a query means by a word, with those that only this case holds."""
    every = recorded(connection)
    return {standing(every, tag) for tag in (*_listed(word), *_of_case(connection, every, word))}


def _listed(word: str) -> tuple[str, ...]:
    try:
        return tuple(tag.id for tag in catalogue().resolve(word))
    except UnknownTag:
        return ()


def _of_case(
    connection: sqlite3.Connection, every: dict[str, Recorded], word: str
) -> Iterator[str]:
    """A tag, a group or a leaf of the case's own."""
    word = word.casefold()
    names = connection.execute("SELECT value FROM names WHERE field = 'tag'")
    for tag in {*(value for (value,) in names), *every}:
        group, _, leaf = tag.partition("/")
        if word in (tag, group, leaf):
            yield tag
