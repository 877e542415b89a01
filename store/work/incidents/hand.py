"""Incidents in the hand of a change: found or refused, made, with the facts they are given."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from store.changes.storing import list_table
from store.engine.bodies import ABSENT, Document, Garbled
from store.engine.clock import now
from store.engine.documents import body, last_id
from store.errors import UnknownFact, UnknownIncident
from store.findings import findings
from store.search.happened import items, rows
from store.shapes import Finding, Findings
from store.taken import Taken
from store.work.incidents.words import in_words
from store.work.intake import require

if TYPE_CHECKING:
    from facts.model import Incident
    from store.changes.writing import Engine, Writing

TABLE: Final = rows.TABLE


def stamp(engine: "Engine") -> Document:
    """Who does it, and when."""
    return {"by": engine.user, "at": now()}


def standing(writing: "Writing", number: int) -> int:
    """The incident that stands for one; raises `UnknownIncident`."""
    if not writing.has(TABLE, number):
        raise UnknownIncident(f"There is no incident #{number} in this case.")
    seen = {number}
    while (merged := document(writing, number).get("merged")) and merged["into"] not in seen:
        if not writing.has(TABLE, merged["into"]):
            break
        number = merged["into"]
        seen.add(number)
    return number


def document(writing: "Writing", number: int) -> Document:
    """The document of an incident that is there."""
    found = writing.get(TABLE, number)
    assert found is not None, "whoever asks knows that it is there"
    return found


def taken(writing: "Writing", number: int) -> Taken:
    """An incident as it was before this change, with all that was merged into it."""
    found = rows.taken(writing.connection, number)
    assert found is not None, "whoever asks knows that it is there"
    return found


def named(writing: "Writing", number: int) -> str:
    """An incident in few words, as it was before this change."""
    found = taken(writing, number)
    return in_words(number, found.title, found.value)


def members(writing: "Writing", number: int) -> list[int]:
    """An incident and those merged into it."""
    return [member for member, _ in rows.members(writing.connection, number)]


def create(writing: "Writing", made: Document) -> int:
    """A new incident without a fact; its number was never another's."""
    list_table(writing.connection, TABLE)
    row = writing.connection.execute(
        "UPDATE tables SET last_id = max(last_id, ?) + 1 WHERE name = ? RETURNING last_id",
        (last_id(writing.connection, TABLE), TABLE),
    ).fetchone()
    if row is None:
        raise Garbled("it does not know its incidents any more")
    number = int(row[0])
    writing.put(TABLE, number, (), {**made, "given": {}, "facts": {}, "fields": {}, "tags": {}})
    return number


def found_in(writing: "Writing", article: int) -> Findings:
    """What was found in an article, with its verdicts; raises `UnknownArticle`."""
    require(writing, article)
    return findings(body(writing.connection, "facts", article), writing.get("marks", article))


def proposal(found: Findings, article: int, key: str) -> "tuple[Incident, list[Finding]]":
    """An incident that the rules propose, and its facts but those that were rejected."""
    incident = next((one for one in found.incidents if one.id == key), None)
    if incident is None:
        raise UnknownIncident(f"The rules propose no incident {key} in article {article} any more.")
    return incident, [
        finding
        for finding in found.facts
        if finding.verdict != "rejected"
        and any(key in mention.incidents for mention in finding.mentions)
    ]


def give(
    writing: "Writing", number: int, article: int, incident: "Incident", facts: list[Finding]
) -> None:
    """Let an incident say what a proposal of the rules says, as long as its facts stand."""
    given = document(writing, number)["given"]
    name = f"{article}:{incident.id}"
    while name in given:
        name += "'"
    said = {
        "facts": [finding.key for finding in facts],
        "items": items.plain(items.proposed(article, incident, facts)),
    }
    writing.put(TABLE, number, ("given", name), said)


def link(
    writing: "Writing", number: int, article: int, keys: Iterable[str], at: Document
) -> list[str]:
    """Link facts to an incident that are not; the names of those that were not."""
    there = {name for one in members(writing, number) for name in document(writing, one)["facts"]}
    there |= set(document(writing, number)["facts"])
    names = [name for key in keys if (name := f"{article}:{key}") not in there]
    for name in names:
        writing.put(TABLE, number, ("facts", name), dict(at))
    return names


def unlink(writing: "Writing", number: int, names: Iterable[str]) -> list[str]:
    """Take facts off an incident and those merged into it; the names of those that were linked."""
    gone = set()
    for name in names:
        for member in members(writing, number):
            if name in document(writing, member)["facts"]:
                writing.put(TABLE, member, ("facts", name), ABSENT)
                gone.add(name)
    return sorted(gone)


def demand(found: Findings, article: int, keys: Iterable[str]) -> None:
    """Raise `UnknownFact` where the article has no such fact."""
    known = {finding.key for finding in found.facts}
    for key in keys:
        if key not in known:
            raise UnknownFact(f"Article {article} has no fact {key} any more.")
