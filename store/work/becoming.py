"""One tag becomes another, wherever it is: what would change, and the change."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from store.engine.bodies import ABSENT
from store.search import tagged
from store.search.happened import rows
from store.tags import built_in
from store.work.intake import counted
from store.work.known_tags import record, recorded

if TYPE_CHECKING:
    import sqlite3

    from store.changes.log import Change
    from store.changes.writing import Engine, Writing

_TOLD_EVERY: Final = 500
"""After how many articles it is told how far a change of many has come."""


class Preview(Struct, frozen=True):
    """What changes where one tag becomes another."""

    articles: int
    incidents: int
    both: int
    """Articles and incidents that have both already."""

    def words(self) -> str:
        """In one line: "12 articles, 2 incidents; 3 have both"."""
        some = f"{counted(self.articles, 'article')}, {counted(self.incidents, 'incident')}"
        both = f"{self.both} {'has' if self.both == 1 else 'have'} both"
        return f"{some}; {both}" if self.both else some


def preview(connection: "sqlite3.Connection", old: str, new: str) -> Preview:
    """What changes where one tag becomes another."""
    articles = tagged.articles_with(connection, old)
    incidents = tagged.incidents_with(connection, old)
    both = len({*articles}.intersection(tagged.articles_with(connection, new)))
    both += len({*incidents}.intersection(tagged.incidents_with(connection, new)))
    return Preview(len(articles), len(incidents), both)


def become(
    engine: "Engine", old: str, new: str, verb: str, come_to: Callable[[int, int], object]
) -> "Change | None":
    """Let a tag become another, and stand for it from then on; who put it when is kept.

    `come_to` is told how many articles of how many are done.
    """
    with engine.change("tags") as writing:
        articles = _move_on_articles(writing, old, new, come_to)
        incidents = _move_on_incidents(writing, old, new)
        every = recorded(writing)
        record(engine, writing, every, old, into=new)
        if new in every or new not in built_in().by_id:
            record(engine, writing, every, new)
        where = Preview(articles, incidents, 0).words()
        writing.label = f"{verb.format(old=old, new=new)} on {where}"
    return writing.change


def _move_on_articles(
    writing: "Writing", old: str, new: str, come_to: Callable[[int, int], object]
) -> int:
    articles = tagged.articles_with(writing.connection, old)
    writing.expect("marks", articles)
    for done, article in enumerate(articles):
        if done % _TOLD_EVERY == 0:
            come_to(done, len(articles))
        tags = (writing.get("marks", article) or {}).get("tags", {})
        if old in tags:
            put = tags[old]
            is_new = new not in tags
            writing.put("marks", article, ("tags", old), ABSENT)
            if is_new:
                writing.put("marks", article, ("tags", new), put)
    come_to(len(articles), len(articles))
    return len(articles)


def _move_on_incidents(writing: "Writing", old: str, new: str) -> int:
    """Also on those that were merged into another, which they would bring back when split off."""
    roots = tagged.incidents_with(writing.connection, old)
    for root in roots:
        for number, _ in rows.members(writing.connection, root):
            tags = (writing.get(rows.TABLE, number) or {}).get("tags", {})
            if old in tags:
                if new not in tags:
                    writing.put(rows.TABLE, number, ("tags", new), tags[old])
                writing.put(rows.TABLE, number, ("tags", old), ABSENT)
    return len(roots)
