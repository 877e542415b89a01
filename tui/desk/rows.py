"""The listed articles: their ids at once, their rows only for the window that is looked at."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence

from store import ArticleRow, Case, CaseError, Query, parse_query
from store.search.order import Order

_QUICKLY = 2000
"""Articles that are looked through, or put in order, before the eye sees anything else."""
_MOST_CACHED = 4096
_NEARBY = 256
"""How many rows below the cursor are looked at before the index is asked."""


class Rows:
    """The list as it was made by the last limit; what is decided stays in it."""

    def __init__(self, case: Case, marked: Collection[int] = ()) -> None:
        """List all articles; `marked` are those that a query means by marked, at any time."""
        self._case = case
        self._marked = marked
        self._cache: dict[int, ArticleRow] = {}
        self.ids: Sequence[int] = case.ids()
        """The listed articles, in order."""
        self.query = ""
        """What the list is limited by, as it was typed."""
        self.parsed: Query = parse_query("")
        """The same as a value."""
        self.order: Order = "import"
        """What the list is sorted by."""
        self.total = len(self.ids)
        """How many articles the case has."""
        self._ahead: tuple[str, Sequence[int]] = ("", ())
        """What was looked up already, and for which query."""

    @property
    def hidden(self) -> int:
        """How many articles the limit hides."""
        return self.total - len(self.ids)

    def seek(self, query: str) -> None:
        """Look up, in another thread, what a limit by a query that comes next will list.

        Raises QueryError for a query that cannot be understood.
        """
        self._ahead = query, self._case.search.ids(parse_query(query), marked=set(self._marked))

    def limit(self, query: str) -> bool:
        """List only what matches, in the order of import; False, and no other list, if nothing.

        Raises QueryError for a query that cannot be understood.
        """
        parsed = parse_query(query)
        (sought, found), self._ahead = self._ahead, ("", ())
        is_known = query and sought == query
        ids = found if is_known else self._case.search.ids(parsed, marked=self._marked)
        if query and not ids:
            return False
        self.ids, self.query, self.parsed, self.order = ids, query, parsed, "import"
        self.total = self._case.count() if query else len(ids)
        return True

    def put_in_order(self, ids: Sequence[int], order: Order) -> None:
        """List the same articles in another order."""
        self.ids, self.order = ids, order

    def refresh(self) -> None:
        """Take up what has been added meanwhile, and drop what is gone; nothing else moves.

        In a list that is not in the order of import what was added stands at its end.
        """
        self._cache.clear()
        every = self._case.ids()
        self.total = len(every)
        if not self.query and self.order == "import":
            self.ids = every
            return
        matching = self._case.search.ids(self.parsed, marked=self._marked)
        present = every if isinstance(every, range) else set(every)
        listed = [id_ for id_ in self.ids if id_ in present]
        added = sorted(set(matching).difference(listed))
        self.ids = sorted(listed + added) if self.order == "import" else listed + added

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

    def window_as_far(self, first: int, count: int) -> list[ArticleRow]:
        """The same where not all of it can be read: that says so, in its place."""
        rows: list[ArticleRow] = []
        for place in range(first, min(first + count, len(self.ids))):
            try:
                rows += self.window(place, 1)
            except CaseError:
                rows.append(unread(self.ids[place]))
        return rows

    def forget(self, ids: Iterable[int]) -> None:
        """Read these rows again when they are next looked at."""
        for id_ in ids:
            self._cache.pop(id_, None)

    def index(self, article: int) -> int | None:
        """Where an article stands in the list, None if it is hidden."""
        if self.order == "import":
            place = bisect_left(self.ids, article)
            return place if self.ids[place : place + 1] and self.ids[place] == article else None
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
        query = self.parsed & parse_query("is:new")
        return set(self._case.search.ids(query, marked=self._marked))


def unread(article: int) -> ArticleRow:
    """The row of an article that cannot be read."""
    return ArticleRow(
        article, f"article {article} cannot be read", None, "", "new", (), 0, 0, 0, False
    )


def is_quick(articles: int) -> bool:
    """Whether to look through so many articles at once; more are looked through beside the keys."""
    return articles <= _QUICKLY
