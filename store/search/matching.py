"""From a query to the numbers of the articles that match it, in all of the case or a part."""

import sqlite3
from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from typing import Final, NamedTuple, TypeAlias

import msgspec

from store.engine.bodies import Garbled
from store.search import noted
from store.search.happened.rows import root
from store.search.query import All, Amount, And, Days, Field, Not, Or, Query, Words
from store.tags import catalogue

_WITHIN = frozenset({"place", "org", "op", "seized"})
"""Fields whose values are names: a word of the name finds it."""


_FEW = 500
"""With fewer articles than these, words are rare: whatever else is asked is asked of few."""


Marked: TypeAlias = Callable[[], Collection[int]]
"""Tells which articles are marked."""


class Part(NamedTuple):
    """Articles from one number to another, both included."""

    first: int
    last: int


_OF_TYPE: Final = "SELECT incident FROM incident_terms WHERE field = 'type' AND value = ?"
"""The incidents of the case that are of a type."""


class Matcher:
    """Finds the articles that match, of the whole case or of a part of it."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        marked: Marked = tuple,
        part: Part | None = None,
    ) -> None:
        """Ask `marked` which articles are marked, should a query want to know."""
        self._connection = connection
        self._marked = marked
        self._part = part

    def matching(self, query: Query) -> Collection[int]:
        """The numbers of the articles that match, each once; in order unless it is a set."""
        match query:
            case All():
                return self._all()
            case Words():
                return self._with_words([query])
            case Field("is", "marked"):
                return self._of_marked()
            case Field(name, value):
                return self._with_field(name, value)
            case Days(first, last):
                return self._between(first or "0000-01-01", last or "9999-12-31")
            case Amount():
                return self._with_amount(query)
            case Not(part):
                return set(self._all()).difference(self.matching(part))
            case Or(parts):
                return set[int]().union(*(self.matching(part) for part in parts))
            case And(parts):
                return self._matching_all(parts)

    def _all(self) -> Sequence[int]:
        if self._part is None:
            return every(self._connection)
        return self._numbers("SELECT id AS article FROM rows WHERE true", "id")

    def _of_marked(self) -> set[int]:
        """The marked articles that are here."""
        here = self._all()
        there = here if isinstance(here, range) else set(here)
        return {article for article in self._marked() if article in there}

    def _matching_all(self, parts: Iterable[Query]) -> set[int]:
        """Words that must all be there are one question to the index; what must not comes last.

        Where the words are rare they are asked for first; where nothing is left nothing is asked.
        """
        words = [part for part in parts if isinstance(part, Words)]
        refused = [part.part for part in parts if isinstance(part, Not)]
        others = [part for part in parts if not isinstance(part, Words | Not)]
        rare = self._with_words(words, _FEW) if words else []
        is_rare = bool(words) and len(rare) < _FEW
        left = set(rare) if is_rare else None
        for part in others:
            left = self._of(left, partial(self.matching, part))
        if words and not is_rare:
            left = self._of(left, lambda: self._with_words(words))
        left = set(self._all()) if left is None else left
        for unwanted in refused:
            left = left.difference(self.matching(unwanted)) if left else left
        return left

    def _of(self, left: set[int] | None, find: Callable[[], Collection[int]]) -> set[int]:
        """Those of these that are found; all that are found, where none were chosen before."""
        if left is None:
            return set(find())
        return left.intersection(find()) if left else left

    def _with_words(self, words: Iterable[Words], most: int = -1) -> list[int]:
        """Those with all the words, in order; only the first so many, if that is said."""
        words = list(words)
        if elsewhere := noted.elsewhere(self._connection, words):
            return self._with_noted(words, elsewhere)
        statement = "SELECT rowid AS article FROM words WHERE words MATCH ?"
        return self._numbers(
            statement, "rowid", in_index(words), end=f"ORDER BY rowid LIMIT {most:d}"
        )

    def _with_noted(self, words: list[Words], elsewhere: list[Words]) -> list[int]:
        """Those with all the words, some of which are in notes on their incidents."""
        statement = "SELECT rowid AS article FROM words WHERE words MATCH ?"
        left: set[int] | None = None
        for one in words:
            found = set(self._numbers(statement, "rowid", in_index([one])))
            if one in elsewhere:
                about = [a for a in noted.having(self._connection, one) if a.kind == "incident"]
                numbers = _json([root(self._connection, a.id) for a in about])
                found.update(self._in_incidents("SELECT value FROM json_each(?)", numbers))
            left = found if left is None else left & found
        return sorted(left or ())

    def _with_field(self, name: str, value: str) -> list[int]:
        if name == "source":
            return self._from_file(value)
        if name == "incident":
            return self._in_incidents("SELECT ?", root(self._connection, int(value)))
        if name == "type":
            taken = self._in_incidents(_OF_TYPE, value)
            return sorted({*self._with_names(name, value), *taken})
        return self._with_names(name, value)

    def _in_incidents(self, which: str, value: int | str) -> list[int]:
        """The articles linked to incidents, or to those that were merged into them."""
        statement = (
            "SELECT DISTINCT article FROM incident_facts WHERE incident IN ("  # noqa: S608
            f"WITH RECURSIVE family (id) AS ({which} UNION SELECT incident_rows.id"
            " FROM incident_rows JOIN family ON winner = family.id) SELECT id FROM family)"
        )
        return self._numbers(statement, "article", value)

    def _with_names(self, name: str, value: str) -> list[int]:
        wanted = self._names(name, value)
        if len(wanted) == 1:
            return self._numbers("SELECT article FROM terms WHERE name = ?", "article", wanted[0])
        statement = (
            "SELECT DISTINCT article FROM terms WHERE name IN (SELECT value FROM json_each(?))"
        )
        return self._numbers(statement, "article", str(wanted))

    def _from_file(self, value: str) -> list[int]:
        """SQLite knows the capitals of ASCII only."""
        if value.isascii():
            statement = "SELECT id AS article FROM rows WHERE instr(lower(source), ?)"
            return self._numbers(statement, "id", value)
        sources = self._connection.execute("SELECT id, source FROM rows")
        found = [article for article, source in sources if value in source.casefold()]
        part = self._part
        return [n for n in found if part is None or part.first <= n <= part.last]

    def _between(self, first: str, last: str) -> list[int]:
        """In a part of the case its articles lead to their days; the plus sees to that."""
        days = "first <= ? AND last >= ?" if self._part is None else "+first <= ? AND +last >= ?"
        statement = f"SELECT DISTINCT article FROM dates WHERE {days}"  # noqa: S608  # our own words
        return self._numbers(statement, "article", last, first)

    def _with_amount(self, amount: Amount) -> list[int]:
        is_count = amount.name == "count"
        what = "what = ?" if is_count else "instr(' ' || what || ' ', ' ' || ? || ' ')"
        unit = "unit = ?" if amount.unit else "? = ''"
        field = "field = ?" if self._part is None else "+field = ?"
        return self._numbers(
            f"SELECT DISTINCT article FROM amounts WHERE {field} AND {what} AND {unit}"  # noqa: S608
            f" AND n {amount.sign} ?",  # the sign is one of the five that the parser knows
            "article", amount.name, amount.what, amount.unit, amount.n,
        )  # fmt: skip

    def _names(self, name: str, value: str) -> list[int]:
        """The numbers of the names that a field's value means."""
        if name == "tag":
            tags = [tag.id for tag in catalogue().resolve(value)]
            which, parameter = "value IN (SELECT value FROM json_each(?))", _json(tags)
        elif name in _WITHIN:
            which, parameter = "instr(' ' || value || ' ', ?)", f" {value} "
        else:
            which, parameter = "value = ?", value
        found = self._connection.execute(
            f"SELECT no FROM names WHERE field = ? AND {which}",  # noqa: S608  # our own words
            (name, parameter),
        )
        return [row[0] for row in found]

    def _numbers(
        self, statement: str, column: str, *parameters: object, end: str = ""
    ) -> list[int]:
        """The articles of a statement that ends in a condition, as far as they are in the part."""
        if self._part is not None:
            statement += f" AND {column} BETWEEN {self._part.first:d} AND {self._part.last:d}"
        return numbers(self._connection, f"{statement} {end}", *parameters)


def in_index(words: Iterable[Words]) -> str:
    """Words that must all be there, as the index is asked for them."""
    return " AND ".join(
        f'{word.column and word.column + " : "}"{word.phrase}"{" *" if word.is_prefix else ""}'
        for word in words
    )


def every(connection: sqlite3.Connection) -> Sequence[int]:
    """All articles; without gaps their numbers are a range, whatever the size of the case."""
    first, last, total = connection.execute(
        "SELECT (SELECT min(id) FROM rows), (SELECT max(id) FROM rows),"
        " (SELECT n FROM totals WHERE what = 'articles')"
    ).fetchone()
    if first is None:
        return range(0)
    if last - first + 1 == total:
        return range(first, last + 1)
    return array("q", numbers(connection, "SELECT id AS article FROM rows ORDER BY id"))


def numbers(connection: sqlite3.Connection, statement: str, *parameters: object) -> list[int]:
    """The column `article` of a statement; as one text it is read in a third of the time."""
    joined = connection.execute(
        f"SELECT group_concat(article) FROM ({statement})",  # noqa: S608  # our own words
        parameters,
    ).fetchone()[0]
    try:
        return msgspec.json.decode(f"[{joined or ''}]", type=list[int])
    except msgspec.DecodeError as error:
        raise Garbled("the number of an article is none") from error


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
