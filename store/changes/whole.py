"""What an undo or a redo may not leave behind of incidents: circles, and ends that lead nowhere."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from store.changes.patches import Patch

if TYPE_CHECKING:
    from store.changes.writing import Writing

_TABLE: Final = "incidents"
_LEADS: Final = (("merged", "into"), ("part_of", "of"))
"""What leads from one incident to another."""


def torn(writing: "Writing", patches: Sequence[Patch]) -> list[str]:
    """What would not be whole, in words, once these patches are taken back."""
    numbers = sorted({patch.id for patch in patches if patch.table == _TABLE})
    return list(dict.fromkeys(words for number in numbers for words in _torn(writing, number)))


def _torn(writing: "Writing", number: int) -> Iterator[str]:
    document = writing.get(_TABLE, number)
    if document is None:
        yield from _left(writing, number)
        return
    for article in sorted({int(name.partition(":")[0]) for name in document["facts"]}):
        if not writing.has("articles", article):
            yield f"article {article} is not in the case any more"
    for key, at in _LEADS:
        if key in document:
            yield from _led(writing, number, key, at)


def _led(writing: "Writing", number: int, key: str, at: str) -> Iterator[str]:
    """Where a lead goes round in a circle, or to an incident that is not there."""
    seen, here = {number}, number
    while (document := writing.get(_TABLE, here)) is not None and key in document:
        here = document[key][at]
        if here in seen:
            yield f"incident #{here} was merged into it, or made a part of it, since"
            return
        seen.add(here)
    if document is None:
        yield f"incident #{here} is not in the case any more"


def _left(writing: "Writing", number: int) -> Iterator[str]:
    """What would be left without the incident that is gone."""
    if writing.has("incident_notes", number):
        yield f"incident #{number} has a note since"
    rows = writing.connection.execute(
        "SELECT id FROM incident_rows WHERE winner = ?1 UNION SELECT incident FROM incident_terms"
        " WHERE field = 'part_of' AND value = CAST(?1 AS TEXT)",
        (number,),
    )
    for (other,) in rows.fetchall():
        document = writing.get(_TABLE, other) or {}
        if any(document.get(key, {}).get(at) == number for key, at in _LEADS):
            yield f"incident #{other} was merged into it, or made a part of it, since"
