"""The index of names: which articles have a place, a tag, an acronym; kept up with documents."""

import sqlite3
from collections.abc import Iterable

from store.search.terms import Term


class NameIndex:
    """What articles are to be found by and what not any more; written last, all at once.

    Sorted by name, as the index is: a batch of articles has a few hundred names among thousands.
    """

    def __init__(self, connection: sqlite3.Connection, numbers: dict[Term, int]) -> None:
        """Add to the numbers that are known those that are asked for."""
        self._connection = connection
        self._moved: dict[tuple[Term, int], bool] = {}
        self._numbers = numbers

    def add(self, article: int, terms: Iterable[Term]) -> None:
        """An article is to be found by these, by which it was not."""
        self._move(article, terms, comes=True)

    def drop(self, article: int, terms: Iterable[Term]) -> None:
        """An article is not to be found any more by these, by which it was."""
        self._move(article, terms, comes=False)

    def flush(self) -> None:
        """Write what has moved in the end."""
        gone: list[tuple[int, int]] = []
        come: list[tuple[int, int]] = []
        for (term, article), comes in self._moved.items():
            (come if comes else gone).append((self._number(term), article))
        if gone:
            gone.sort()
            self._connection.executemany("DELETE FROM terms WHERE name = ? AND article = ?", gone)
        if come:
            come.sort()
            self._connection.executemany("INSERT INTO terms VALUES (?, ?)", come)

    def _move(self, article: int, terms: Iterable[Term], *, comes: bool) -> None:
        for term in terms:
            if self._moved.pop((term, article), comes) is comes:  # else it came and goes again
                self._moved[term, article] = comes

    def _number(self, term: Term) -> int:
        """The number of a name, which is given one if the case has not met it."""
        number = self._numbers.get(term)
        if number is None:
            known = self._connection.execute(
                "SELECT no FROM names WHERE field = ? AND value = ?", term
            ).fetchone()
            known = (
                known
                or self._connection.execute(
                    "INSERT INTO names (field, value) VALUES (?, ?) RETURNING no", term
                ).fetchone()
            )
            number = self._numbers[term] = int(known[0])
        return number
