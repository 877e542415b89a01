"""The facts linked to incidents, kept as they stand: a verdict or a new reading moves them."""

import sqlite3
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import msgspec

from store.corrected import value_of
from store.engine import own
from store.engine.bodies import Document, checked, decode, encode
from store.engine.documents import body
from store.findings import findings
from store.shapes import Stamp
from store.taken import LinkedFact

if TYPE_CHECKING:
    from store.shapes import Finding

_SELECT: Final = "SELECT article, fact, stands FROM incident_facts WHERE incident = ?"


def follow(connection: sqlite3.Connection, incident: int, document: Document | None) -> None:
    """Keep the facts that an incident's document links now, and no others."""
    now = {split(name) for name in (document or {}).get("facts", ())}
    had = {(article, fact) for article, fact, _ in connection.execute(_SELECT, (incident,))}
    connection.executemany(
        "DELETE FROM incident_facts WHERE incident = ? AND article = ? AND fact = ?",
        [(incident, *place) for place in had - now],
    )
    new = sorted(now - had)
    for article in sorted({article for article, _ in new}):
        stands = _standing(connection, article)
        connection.executemany(
            "INSERT INTO incident_facts VALUES (?, ?, ?, ?)",
            [(incident, article, key, stands.get(key)) for at, key in new if at == article],
        )


def refresh(connection: sqlite3.Connection, article: int) -> set[int]:
    """Read an article's linked facts again; the incidents in which one stands otherwise now."""
    rows = connection.execute(
        "SELECT incident, fact, stands FROM incident_facts WHERE article = ?", (article,)
    ).fetchall()
    if not rows:
        return set()
    stands = _standing(connection, article)
    moved = [(stands.get(key), number, key) for number, key, was in rows if stands.get(key) != was]
    connection.executemany(
        "UPDATE incident_facts SET stands = ? WHERE incident = ? AND article = ? AND fact = ?",
        [(text, number, article, key) for text, number, key in moved],
    )
    return {number for _, number, _ in moved}


def of(
    connection: sqlite3.Connection, members: Iterable[tuple[int, Document]]
) -> tuple[LinkedFact, ...]:
    """The facts of an incident and of those merged into it, each once, by article and place."""
    found: dict[str, LinkedFact] = {}
    for incident, document in members:
        links = document["facts"]
        for article, key, stands in connection.execute(_SELECT, (incident,)):
            name = f"{article}:{key}"
            if name in links and name not in found:
                found[name] = _fact(article, key, links[name], stands)
    return tuple(sorted(found.values(), key=lambda fact: (fact.article, fact.start, fact.key)))


def incidents_of(connection: sqlite3.Connection, article: int) -> list[int]:
    """The incidents that facts of an article are linked to, merged ones under their own number."""
    rows = connection.execute(
        "SELECT DISTINCT incident FROM incident_facts WHERE article = ?", (article,)
    )
    return [number for (number,) in rows]


def split(name: str) -> tuple[int, str]:
    """The article and the key of a fact from its name in the case."""
    article, _, key = name.partition(":")
    return int(article), key


def _standing(connection: sqlite3.Connection, article: int) -> dict[str, str]:
    found = findings(body(connection, "facts", article), own.find(connection, "marks", article))
    return {finding.key: _text(finding) for finding in found.facts}


def _text(finding: "Finding") -> str:
    first = finding.mentions[0]
    issuer = next((m.reported_by for m in finding.mentions if m.reported_by), None)
    return encode([
        msgspec.to_builtins(finding.value), finding.verdict, finding.corrected, issuer,
        first.start, first.end,
    ])  # fmt: skip


def _fact(article: int, key: str, link: Document, stands: str | None) -> LinkedFact:
    make = partial(LinkedFact, article, key, Stamp(link["by"], link["at"]))
    if stands is None:
        return make()
    value, *rest = checked(
        decode(stands), tuple[dict[str, Any], str | None, bool, str | None, int, int]
    )
    return make(value_of(value), *rest)
