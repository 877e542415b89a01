"""From a query to the numbers of the articles that match it, in all of the case or a part."""

import sqlite3
from collections.abc import Callable, Collection, Iterable
from functools import partial
from typing import Final, TypeAlias

from store.search.lookup import Among, Here, Lookup
from store.search.query import All, Amount, And, Days, Field, Not, Or, Query, Words, both

_RARE: Final = 500
"""With fewer articles than these, words are rare and asked for first."""

FEW: Final = 4000
"""Where no more articles are left, only these are looked at for what else must be there."""

Marked: TypeAlias = Callable[[], Collection[int]]
"""Tells which articles are marked."""


class Matcher:
    """Finds the articles that match, of the whole case or of a part of it."""

    def __init__(
        self, connection: sqlite3.Connection, marked: Marked = tuple, here: Here | None = None
    ) -> None:
        """Ask `marked` which articles are marked, should a query want to know."""
        self._connection = connection
        self._marked = marked
        self._is_whole = here is None
        self._look = Lookup(connection, here)

    def matching(self, query: Query) -> Collection[int]:
        """The numbers of the articles that match, each once; in order unless it is a set."""
        match query:
            case All():
                return self._look.every()
            case Words():
                return self._look.words([query])
            case Field("is", "marked"):
                return self._of_marked()
            case Field(name, value):
                return self._look.field(name, value)
            case Days():
                return self._look.days(query)
            case Amount():
                return self._look.amount(query)
            case Not(part):
                return set(self._look.every()).difference(self.matching(part))
            case Or(parts):
                return set[int]().union(*(self.matching(part) for part in parts))
            case And(parts):
                return self._matching_all(parts)

    def rarest(self, query: Query) -> tuple[list[int], Query] | None:
        """What few articles have, that is no word, and what is left of the query without it.

        None where words are asked for, or no part is known to be in few articles.
        """
        parts = query.parts if isinstance(query, And) else (query,)
        if any(isinstance(part, Words) for part in parts):
            return None
        counted = {part: self._look.at_most(part, FEW) for part in parts}
        part = min(counted, key=lambda part: counted[part])
        if counted[part] > FEW:
            return None
        return sorted(self.matching(part)), both(*(other for other in parts if other != part))

    def _of_marked(self) -> set[int]:
        """The marked articles that are looked at."""
        every = self._look.every()
        there = every if isinstance(every, range) else set(every)
        return {article for article in self._marked() if article in there}

    def _matching_all(self, parts: Iterable[Query]) -> set[int]:
        """What the fewest articles have is asked for first, and what must not be there last.

        Words that must all be there are one question to the index. Where few articles are left
        only these are looked at, and where none is left nothing is asked.
        """
        words = [part for part in parts if isinstance(part, Words)]
        refused = [part.part for part in parts if isinstance(part, Not)]
        others = [part for part in parts if not isinstance(part, Words | Not)]
        rare = self._look.words(words, _RARE) if words else []
        is_rare = bool(words) and len(rare) < _RARE
        left = set(rare) if is_rare else None
        if self._is_whole and len(others) > 1:
            others.sort(key=partial(self._look.at_most, most=FEW))
        for part in others:
            left = self._of(left, part)
        if words and not is_rare:
            found = self._look.words(words) if left is None or left else ()
            left = set(found) if left is None else left.intersection(found)
        left = set(self._look.every()) if left is None else left
        for unwanted in refused:
            left = left.difference(self._of(left, unwanted))
        return left

    def _of(self, left: set[int] | None, part: Query) -> set[int]:
        """Those of these that match a part; all that do, where none were chosen before."""
        if left is None:
            return set(self.matching(part))
        if not left or len(left) > FEW:
            return left.intersection(self.matching(part)) if left else left
        among = Matcher(self._connection, self._marked, Among(sorted(left)))
        return left.intersection(among.matching(part))
