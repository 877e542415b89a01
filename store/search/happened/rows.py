"""The incidents' list, its words and its likes: derived from the documents, made again at will."""

import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

import msgspec

from store.engine import documents, own
from store.engine.bodies import Document, Garbled
from store.search.folding import fold
from store.search.happened import likes, linked, union
from store.search.happened.likes import Term
from store.taken import IncidentRow, Taken

if TYPE_CHECKING:
    from facts.model import Incident

TABLE: Final = "incidents"
TABLES: Final = ("incident_facts", "incident_rows", "incident_terms")


def follow(
    connection: sqlite3.Connection, incidents: Iterable[int], articles: Iterable[int]
) -> None:
    """Bring the list up to what these incidents, and the facts of these articles, are now."""
    numbers, articles = list(incidents), list(articles)
    if not numbers and not (articles and _is_used(connection)):
        return
    moved = {relative for number in numbers for relative in _relatives(connection, number)}
    for number in numbers:
        document = own.find(connection, TABLE, number)
        linked.follow(connection, number, document)
        _set_winner(connection, number, document)
    for article in articles:
        moved |= linked.refresh(connection, article)
    moved |= {root(connection, number) for number in (*moved, *numbers)}
    for number in moved.union(numbers):
        _write(connection, number)


def rebuild(connection: sqlite3.Connection) -> None:
    """Forget the list and make it again from the documents."""
    for table in TABLES:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608  # our own words
    follow(connection, documents.ids(connection, TABLE), ())


def root(connection: sqlite3.Connection, number: int) -> int:
    """The incident that stands for this one: itself, or what it was merged into in the end."""
    seen = {number}
    while (into := _winner(connection, number)) is not None and into not in seen:
        number = into
        seen.add(number)
    return number


def members(connection: sqlite3.Connection, number: int) -> list[tuple[int, Document]]:
    """An incident and all that was merged into it, itself first; empty where there is none."""
    numbers, at = [number], 0
    while at < len(numbers):
        losers = connection.execute(
            "SELECT id FROM incident_rows WHERE winner = ? ORDER BY id", (numbers[at],)
        ).fetchall()
        numbers += [loser for (loser,) in losers if loser not in numbers]
        at += 1
    found = ((member, own.find(connection, TABLE, member)) for member in numbers)
    every = [(member, document) for member, document in found if document is not None]
    return every if every and every[0][0] == number else []


def taken(connection: sqlite3.Connection, number: int) -> Taken | None:
    """An incident as it stands, with all that was merged into it."""
    every = members(connection, number)
    if not every:
        return None
    parts = connection.execute(
        "SELECT incident FROM incident_terms WHERE field = 'part_of' AND value = ?", (str(number),)
    )
    return union.taken(every, linked.of(connection, every), tuple(part for (part,) in parts))


def row(connection: sqlite3.Connection, number: int) -> IncidentRow | None:
    """One row of the list."""
    found = connection.execute("SELECT row FROM incident_rows WHERE id = ?", (number,)).fetchone()
    if found is None or found[0] is None:
        return None
    try:
        return IncidentRow(number, *_decoder().decode(found[0]))
    except msgspec.DecodeError as error:
        raise Garbled(f"the row of incident #{number} is not what it was: {error}") from error


@cache
def _decoder() -> "msgspec.json.Decoder[tuple[str, Incident, int, int, tuple[str, ...]]]":
    from facts.model import Incident

    return msgspec.json.Decoder(tuple[str, Incident, int, int, tuple[str, ...]])


def _is_used(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM incident_facts LIMIT 1").fetchone() is not None


def _relatives(connection: sqlite3.Connection, number: int) -> set[int]:
    """Those whose row may be another once an incident comes, goes or is merged."""
    losers = connection.execute("SELECT id FROM incident_rows WHERE winner = ?", (number,))
    return {number, root(connection, number), *(loser for (loser,) in losers)}


def _winner(connection: sqlite3.Connection, number: int) -> int | None:
    """What an incident was merged into, as long as that is there."""
    found = connection.execute(
        "SELECT winner FROM incident_rows AS loser WHERE id = ?"
        " AND EXISTS (SELECT 1 FROM incident_rows WHERE id = loser.winner)",
        (number,),
    ).fetchone()
    return None if found is None else int(found[0])


def _set_winner(connection: sqlite3.Connection, number: int, document: Document | None) -> None:
    if document is None:
        connection.execute("DELETE FROM incident_rows WHERE id = ?", (number,))
        return
    connection.execute(
        "INSERT INTO incident_rows VALUES (?, ?, '', NULL)"
        " ON CONFLICT (id) DO UPDATE SET winner = excluded.winner",
        (number, document["merged"]["into"] if "merged" in document else None),
    )


def _write(connection: sqlite3.Connection, number: int) -> None:
    """The row and the terms of an incident; one that was merged into another has none."""
    connection.execute("DELETE FROM incident_terms WHERE incident = ?", (number,))
    one = taken(connection, number) if root(connection, number) == number else None
    if one is None:
        connection.execute("UPDATE incident_rows SET day = '', row = NULL WHERE id = ?", (number,))
        return
    shown = (one.title, one.value, len(one.articles), len(one.facts), sorted(one.tags))
    connection.execute(
        "UPDATE incident_rows SET day = ?, row = ? WHERE id = ?",
        (_day(one), msgspec.json.encode(shown).decode(), number),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO incident_terms VALUES (?, ?, ?)",
        [(field, value, number) for field, value in _terms(one)],
    )


def _day(one: Taken) -> str:
    """The last day that is known of it, by which the list is sorted."""
    date = one.value.date
    day = (date.end or date.start or "") if date else ""
    return day if day[:1].isdigit() else ""


def _terms(one: Taken) -> Iterator[Term]:
    value = one.value
    yield from likes.near(value)
    yield from (("type", kind) for kind in value.types)
    yield from (("tag", tag) for tag in one.tags)
    if one.part_of is not None:
        yield "part_of", str(one.part_of)
    said = [
        one.title, *value.types, *value.places, *value.countries, *value.agencies, *value.groups,
        value.operation or "", *(seizure.item for seizure in value.seizures), *one.tags,
        f"#{one.id}", *value.counts, value.scope,
    ]  # fmt: skip
    yield from (("word", word) for text in said for word in fold(text.replace("_", " ")).split())
