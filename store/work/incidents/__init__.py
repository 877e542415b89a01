"""Incidents as things of the case: taken, linked, merged, edited, and found like one another."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from store.changes import log
from store.errors import UnknownIncident
from store.search.happened import items, listed, rows, union
from store.taken import Alike, IncidentRow, Taken
from store.work.incidents import editing, merging, taking, typed

if TYPE_CHECKING:
    from facts.model import Incident
    from store.changes.log import Change
    from store.changes.writing import Engine
    from store.shapes import Finding

MOST_SUGGESTED = 9
"""As many suggestions as there are digits."""


class Incidents:
    """The incidents of an open case, each by its number.

    What changes something returns when it is durable, None where nothing differed. A merged
    incident is asked for by either number: what stands for it answers, with all of both.
    """

    def __init__(self, engine: "Engine") -> None:
        self._engine = engine

    def get(self, number: int) -> Taken:
        """An incident, or the one it was merged into; raises `UnknownIncident`."""
        with self._engine.reading() as connection:
            found = rows.taken(connection, rows.root(connection, number))
        if found is None:
            raise UnknownIncident(f"There is no incident #{number} in this case.")
        return found

    def of(self, article: int) -> list[Taken]:
        """The incidents that an article is linked to, by their numbers."""
        with self._engine.reading() as connection:
            found = [rows.taken(connection, n) for n in listed.of(connection, article)]
        return [one for one in found if one is not None]

    def ids(self, words: str = "") -> Sequence[int]:
        """The incidents with these words, `type:` or `tag:`, the latest first."""
        with self._engine.reading() as connection:
            return listed.ids(connection, words)

    def count(self) -> int:
        """How many incidents the case has."""
        with self._engine.reading() as connection:
            return listed.count(connection)

    def rows(self, ids: Iterable[int]) -> list[IncidentRow]:
        """The rows of these incidents, in this order, and no work for any other."""
        with self._engine.reading() as connection:
            return [row for number in ids if (row := rows.row(connection, number)) is not None]

    def history(self, number: int, limit: int = 50) -> "list[Change]":
        """The newest changes of an incident and of those merged into it, newest first."""
        with self._engine.reading() as connection:
            every = [one for one, _ in rows.members(connection, rows.root(connection, number))]
            return log.of_incidents(connection, every, limit)

    def suggest(
        self, like: "Incident", but: Iterable[int] = (), most: int = MOST_SUGGESTED
    ) -> list[Alike]:
        """The incidents that another, or a proposal of the rules, may be the same as."""
        with self._engine.reading() as connection:
            return listed.alike(connection, like, but, most)

    def suggest_for(
        self, article: int, facts: "Iterable[Finding]", but: Iterable[int] = ()
    ) -> list[Alike]:
        """The incidents that facts of an article may belong to."""
        said = [item for finding in facts for item in items.of_value(article, finding)]
        return self.suggest(union.of_items(said), but)

    def by_words(
        self, words: str, but: Iterable[int] = (), most: int = MOST_SUGGESTED
    ) -> list[IncidentRow]:
        """The latest incidents with these words."""
        with self._engine.reading() as connection:
            return listed.by_words(connection, words, but, most)

    def text_of(self, number: int, field: str) -> str:
        """A field as an analyst would type it."""
        return typed.text_of(self.get(number), field)

    def take(self, article: int, key: str) -> "Change | None":
        """Take what the rules propose in an article as an incident of the case."""
        return taking.take(self._engine, article, key)

    def make(self, article: int, keys: Iterable[str]) -> "Change | None":
        """Make an incident of facts of an article."""
        return taking.make(self._engine, article, keys)

    def link(self, number: int, article: int, keys: Iterable[str]) -> "Change | None":
        """Link facts of an article to an incident."""
        return taking.link(self._engine, number, article, keys)

    def link_proposal(self, number: int, article: int, key: str) -> "Change | None":
        """Link what the rules propose in an article to an incident there is."""
        return taking.link_proposal(self._engine, number, article, key)

    def unlink(self, number: int, names: Iterable[str]) -> "Change | None":
        """Take facts off an incident, by their names: "12:count:arrests:21:"."""
        return taking.unlink(self._engine, number, names)

    def split(self, number: int, names: Iterable[str]) -> "Change | None":
        """Make a new incident of some facts of one."""
        return taking.split(self._engine, number, names)

    def merge(self, loser: int, winner: int) -> "Change | None":
        """Let one incident stand for another too, until they are taken apart."""
        return merging.merge(self._engine, loser, winner)

    def unmerge(self, number: int) -> "Change | None":
        """Take a merge apart, as exactly as if it had never been."""
        return merging.unmerge(self._engine, number)

    def set_part(self, part: int, whole: int | None) -> "Change | None":
        """Say that an incident is a part of another, or of none."""
        return merging.set_part(self._engine, part, whole)

    def edit(self, number: int, field: str, text: str) -> "Change | None":
        """Write a field as an analyst types it; "" gives it back to the facts."""
        return editing.edit(self._engine, number, field, text)

    def choices(self, field: str) -> tuple[str, ...]:
        """The words that a field takes, where these are known."""
        return typed.choices(field)

    def check(self, number: int, field: str, text: str) -> None:
        """Raise `IncidentRefused` where a field cannot say that."""
        if text.strip():
            typed.read(field, text, self.get(number).value)

    def tag(
        self, numbers: Sequence[int], tags: Sequence[str], on: bool | None = None
    ) -> "Change | None":
        """Put tags on incidents or take them off; None toggles."""
        return editing.tag(self._engine, numbers, tags, on)
