"""Why no article matches: the part of a query that none has, and the nearest that some have."""

import sqlite3
from typing import Final

from facts.nearest import near
from store.search.completion import names
from store.search.listing import newest
from store.search.matching import Marked
from store.search.query import Amount, And, Field, Query, Words
from store.tags import catalogue

_MOST_NAMES: Final = 20_000
"""Names that a value is compared with; a case with more goes without the nearest."""
_ALIKE: Final = 0.7
"""How much a value is like another of so many to be offered."""


def why_nothing(connection: sqlite3.Connection, query: Query, marked: Marked = tuple) -> str:
    """What to say of a query that no article matches, "" where every part has some."""
    parts = query.parts if isinstance(query, And) else (query,)
    missing = [part for part in parts if not newest(connection, part, 1, marked)]
    if not missing:
        return "each part of it has articles, but none has them all" if len(parts) > 1 else ""
    other = _nearest(connection, missing[0], marked)
    if len(parts) == 1 and not other:
        return ""
    hint = f"; did you mean {other}?" if other else ""
    return f"none has {missing[0].describe()}{hint}"


def _nearest(connection: sqlite3.Connection, part: Query, marked: Marked) -> str:
    match part:
        case Words(phrase, column):
            begun = Words(phrase, column, is_prefix=True)
            return begun.describe() if newest(connection, begun, 1, marked) else ""
        case Field(name, value) if name not in ("is", "has", "source"):
            typed = value
        case Amount(name, typed):
            pass
        case _:
            return ""
    known = [*names(connection, name), *(catalogue().by_id if name == "tag" else ())]
    if len(known) > _MOST_NAMES or typed in known:
        return ""
    found = near(typed, known, alike=_ALIKE)
    return Field(name, found).describe() if found else ""
