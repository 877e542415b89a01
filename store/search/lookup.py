"""What one part of a query finds, words, names, days and amounts, in all of the case or less."""

import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, Protocol

import msgspec

from store.engine.bodies import Garbled
from store.search import noted, tagged
from store.search.happened.rows import root
from store.search.query import Amount, Days, Field, Query, Words

_WITHIN: Final = frozenset({"place", "org", "op", "seized"})
"""Fields whose values are names: a word of the name finds it."""

_OF_TYPE: Final = "SELECT incident FROM incident_terms WHERE field = 'type' AND value = ?"
"""The incidents of the case that are of a type."""


_NAMED: Final = "source LIKE ? ESCAPE '\\'"
"""That a file is called so; in half of the time that `instr` and `lower` take."""
_LONGEST: Final = 1000
"""Characters of the longest part of a name that SQLite is asked for."""


class Here(Protocol):
    """Which articles are looked at, said of a column that has their numbers."""

    def clause(self, column: str) -> tuple[str, tuple[object, ...]]:
        """What a statement's condition goes on with, and its parameters."""


class Part(NamedTuple):
    """Articles from one number to another, both included."""

    first: int
    last: int

    def clause(self, column: str) -> tuple[str, tuple[object, ...]]:
        """From the one to the other."""
        return f" AND {column} BETWEEN ? AND ?", (self.first, self.last)


class Among(NamedTuple):
    """These articles only, by ascending numbers."""

    articles: Sequence[int]

    def clause(self, column: str) -> tuple[str, tuple[object, ...]]:
        """One of them; of words those between them too: each would be a question to the index."""
        if column == "rowid":
            return Part(self.articles[0], self.articles[-1]).clause(column)
        chosen = f" AND {column} IN (SELECT value FROM json_each(?))"  # noqa: S608  # our own words
        return chosen, (_json(self.articles),)


class Lookup:
    """Asks the case for the articles of one part of a query.

    Of those that are looked at it finds all; it may find others too.
    """

    def __init__(self, connection: sqlite3.Connection, here: Here | None = None) -> None:
        """Look at all articles, or only at those `here` names."""
        self._connection = connection
        self._here = here
        self._files: dict[str, list[int]] = {}
        """The articles whose file is called so, of those that were asked for."""

    def every(self) -> Sequence[int]:
        """All of them."""
        if self._here is None:
            return every(self._connection)
        return self._numbers("SELECT id AS article FROM rows WHERE true", "id")

    def words(self, words: Iterable[Words], most: int = -1) -> list[int]:
        """Those with all the words, in order; at least the first so many, if that is said."""
        words = list(words)
        if elsewhere := noted.elsewhere(self._connection, words):
            return self._with_noted(words, elsewhere)
        statement = "SELECT rowid AS article FROM words WHERE words MATCH ?"
        end = f"ORDER BY rowid LIMIT {most:d}"
        return self._numbers(statement, "rowid", in_index(words), end=end)

    def field(self, name: str, value: str) -> list[int]:
        """Those with a value in a field."""
        if name == "source":
            return self._from_file(value)
        if name == "incident":
            return self._in_incidents("SELECT ?", root(self._connection, int(value)))
        if name == "type":
            taken = self._in_incidents(_OF_TYPE, value)
            return sorted({*self._with_names(name, value), *taken})
        return self._with_names(name, value)

    def days(self, days: Days) -> list[int]:
        """Those of some days; where few articles are looked at, these lead to their days."""
        plus = "+" if self._here else ""
        return self._numbers(
            f"SELECT DISTINCT article FROM dates WHERE {plus}first <= ? AND {plus}last >= ?",  # noqa: S608
            "article", days.last or "9999-12-31", days.first or "0000-01-01",
        )  # fmt: skip

    def amount(self, amount: Amount) -> list[int]:
        """Those with a quantity that compares so."""
        is_count = amount.name == "count"
        what = "what = ?" if is_count else "instr(' ' || what || ' ', ' ' || ? || ' ')"
        unit = "unit = ?" if amount.unit else "? = ''"
        plus = "+" if self._here else ""
        return self._numbers(
            f"SELECT DISTINCT article FROM amounts WHERE {plus}field = ? AND {what}"  # noqa: S608
            f" AND {unit} AND n {amount.sign} ?",  # the sign is one of the five the parser knows
            "article", amount.name, amount.what, amount.unit, amount.n,
        )  # fmt: skip

    def at_most(self, query: Query, most: int) -> int:
        """How many articles a part of a query finds, told as soon as it is more than so many."""
        match query:
            case Field("is", "marked"):
                return 0
            case Field("source", value):
                return len(self._from_file(value, most + 1))
            case Field(name, value) if name not in ("source", "incident", "type"):
                statement = "SELECT 1 FROM terms WHERE name IN (SELECT value FROM json_each(?))"
                asked = str(self._names(name, value))
            case _:
                return most + 1  # to know would take as long as to find them
        counted = f"SELECT count(*) FROM ({statement} LIMIT ?)"  # noqa: S608  # our own words
        return int(self._connection.execute(counted, (asked, most + 1)).fetchone()[0])

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

    def _from_file(self, value: str, most: int = -1) -> list[int]:
        """All names are looked at for that, so that it is not done again where few are found."""
        if value not in self._files:
            found = self._called(value, most)
            if len(found) == most:
                return found  # there may be more
            self._files[value] = found
        return self._files[value]

    def _called(self, value: str, most: int) -> list[int]:
        """SQLite knows the capitals of ASCII only."""
        if _is_plain(value):
            has_letters = value.upper() != value
            which, asked = (_NAMED, _like(value)) if has_letters else ("instr(source, ?)", value)
            statement = f"SELECT id AS article FROM rows WHERE {which}"  # noqa: S608  # our words
            return sorted(self._numbers(statement, "id", asked, end=f"LIMIT {most:d}"))
        sources = self._connection.execute("SELECT id, source FROM rows")
        found = [article for article, source in sources if value in source.casefold()]
        if self._here is not None:
            found = list({*found}.intersection(self.every()))
        return sorted(found if most < 0 else found[:most])

    def _names(self, name: str, value: str) -> list[int]:
        """The numbers of the names that a field's value means."""
        if name == "tag":
            tags = _json([*tagged.meant(self._connection, value)])
            which, parameter = "value IN (SELECT value FROM json_each(?))", tags
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
        """The articles of a statement that ends in a condition, as far as they are looked at."""
        more, which = self._here.clause(column) if self._here else ("", ())
        return numbers(self._connection, f"{statement}{more} {end}", *parameters, *which)


def _is_plain(value: str) -> bool:
    """Whether SQLite can look for it: a pattern of a page is too long for it."""
    return value.isascii() and len(value) <= _LONGEST


def _like(value: str) -> str:
    """What is anywhere in a name, also where it has a sign that stands for others."""
    for sign in "\\%_":
        value = value.replace(sign, f"\\{sign}")
    return f"%{value}%"


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
