"""Which incidents there are: by their words, by type, by article, and those like another."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

import msgspec

from facts.nearest import nearest
from store.errors import QueryError
from store.search import tagged
from store.search.folding import fold
from store.search.happened import likes, linked, rows
from store.taken import Alike, IncidentRow

if TYPE_CHECKING:
    from facts.model import Incident

_ASKED: Final = 200
"""How many incidents with the same term are asked for, the newest first."""
_COMPARED: Final = 100
"""How many are compared, those first that share the most terms."""
_ALIKE: Final = 2.5
"""The score from which an incident is suggested."""
_FIELDS: Final = ("type", "tag")


def ids(connection: sqlite3.Connection, words: str = "") -> Sequence[int]:
    """The incidents that match, the latest first; those without a day come last.

    Each word, its end left open, must be among theirs; `type:` asks for one exactly, `tag:` for
    what it means in a query for articles.
    Raises `QueryError` for another field.
    """
    conditions = [_condition(connection, word) for word in words.split()]
    asked = "".join(
        f" AND id IN (SELECT incident FROM incident_terms WHERE field = ? AND {how})"  # noqa: S608
        for how, _ in conditions
    )
    found = connection.execute(
        "SELECT json_group_array(id) FROM (SELECT id FROM incident_rows"  # noqa: S608  # our own
        f" WHERE row IS NOT NULL{asked} ORDER BY day DESC, id DESC)",
        [parameter for _, parameters in conditions for parameter in parameters],
    ).fetchone()
    return msgspec.json.decode(found[0], type=list[int])


def count(connection: sqlite3.Connection) -> int:
    """How many incidents the case has; one merged into another is no other."""
    found = connection.execute("SELECT count(*) FROM incident_rows WHERE row IS NOT NULL")
    return int(found.fetchone()[0])


def of(connection: sqlite3.Connection, article: int) -> tuple[int, ...]:
    """The incidents that an article is linked to, by their numbers."""
    found = linked.incidents_of(connection, article)
    return tuple(sorted({rows.root(connection, number) for number in found}))


def alike(
    connection: sqlite3.Connection, incident: "Incident", but: Iterable[int], most: int
) -> list[Alike]:
    """The incidents most like one, best first, compared only with those that share a term."""
    found = [
        Alike(row, score, ", ".join(why))
        for number in _candidates(connection, incident, set(but))
        if (row := rows.row(connection, number)) is not None
        for score, why in [likes.likeness(incident, row.value)]
        if score >= _ALIKE
    ]
    return sorted(found, key=lambda one: (-one.score, -one.row.id))[:most]


def by_words(
    connection: sqlite3.Connection, words: str, but: Iterable[int], most: int
) -> list[IncidentRow]:
    """The latest incidents that match some words."""
    left_out = set(but)
    some = [number for number in ids(connection, words) if number not in left_out][:most]
    return [row for number in some if (row := rows.row(connection, number)) is not None]


def _candidates(connection: sqlite3.Connection, incident: "Incident", but: set[int]) -> list[int]:
    shared: Counter[int] = Counter()
    for term in likes.near(incident):
        some = connection.execute(
            "SELECT incident FROM incident_terms WHERE field = ? AND value = ?"
            " ORDER BY incident DESC LIMIT ?",
            (*term, _ASKED),
        )
        shared.update(number for (number,) in some if number not in but)
    return [number for number, _ in shared.most_common(_COMPARED)]


def _condition(connection: sqlite3.Connection, word: str) -> tuple[str, tuple[str, ...]]:
    field, colon, value = word.partition(":")
    if colon and field not in _FIELDS:
        hint = nearest(field, _FIELDS, after=f":{value}")
        raise QueryError(f"Incidents have no field {field}{hint}")
    if field == "tag" and value:
        tags = msgspec.json.encode(sorted(tagged.meant(connection, value))).decode()
        return "value IN (SELECT value FROM json_each(?))", (field, tags)
    if colon and value:
        return "value = ?", (field, value.casefold())
    folded = fold(word)
    return "value >= ? AND value < ?", ("word", folded, f"{folded}\U0010ffff")
