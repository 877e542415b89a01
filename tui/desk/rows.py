"""The listed articles: their ids at once, their rows only for the window that is looked at."""

from collections.abc import Iterable, Sequence

from store import ArticleRow, Case, parse_query

_MOST_CACHED = 4096
_NEARBY = 256
"""How many rows below the cursor are looked at before the index is asked."""


class Rows:
    """The list as it was made by the last limit; what is decided stays in it."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._cache: dict[int, ArticleRow] = {}
        self.ids: Sequence[int] = case.ids()
        """The listed articles, in order."""
        self.query = ""
        """What the list is limited by, as it was typed."""
        self.total = len(self.ids)
        """How many articles the case has."""

    @property
    def hidden(self) -> int:
        """How many articles the limit hides."""
        return self.total - len(self.ids)

    def limit(self, query: str) -> bool:
        """List only what matches; False, and no other list, if nothing does.

        Raises QueryError for a query that cannot be understood.
        """
        ids = self._case.ids(parse_query(query)) if query else self._case.ids()
        if query and not ids:
            return False
        self.ids, self.query = ids, query
        self.total = self._case.count() if query else len(ids)
        return True

    def refresh(self) -> None:
        """Take up what has been added meanwhile, and drop what is gone; nothing else moves."""
        self._cache.clear()
        every = self._case.ids()
        self.total = len(every)
        if not self.query:
            self.ids = every
            return
        matching = self._case.ids(parse_query(self.query))
        present = every if isinstance(every, range) else set(every)
        self.ids = [id_ for id_ in sorted({*self.ids, *matching}) if id_ in present]

    def window(self, first: int, count: int) -> list[ArticleRow]:
        """The rows of a window of the list."""
        ids = self.ids[max(first, 0) : max(first + count, 0)]
        missing = [id_ for id_ in ids if id_ not in self._cache]
        if missing:
            if len(self._cache) > _MOST_CACHED:
                self._cache.clear()
                missing = list(ids)
            self._cache.update((row.id, row) for row in self._case.rows(missing))
        return [self._cache[id_] for id_ in ids if id_ in self._cache]

    def forget(self, ids: Iterable[int]) -> None:
        """Read these rows again when they are next looked at."""
        for id_ in ids:
            self._cache.pop(id_, None)

    def index(self, article: int) -> int | None:
        """Where an article stands in the list, None if it is hidden."""
        try:
            return self.ids.index(article)
        except ValueError:
            return None

    def undecided_after(self, index: int, decided: Iterable[int]) -> int | None:
        """The next article that is still new, leaving out those just decided."""
        just_decided = set(decided)
        for place, row in enumerate(self.window(index + 1, _NEARBY), start=index + 1):
            if row.status == "new" and row.id not in just_decided:
                return place
        if index + 1 + _NEARBY >= len(self.ids):
            return None
        new = self.undecided() - just_decided
        places = range(index + 1 + _NEARBY, len(self.ids))
        return next((place for place in places if self.ids[place] in new), None)

    def undecided(self) -> set[int]:
        """The articles that are still new, among those that match the limit."""
        return set(self._case.ids(parse_query(self.query) & parse_query("is:new")))
