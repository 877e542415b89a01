"""Looking for articles: all that match, the newest of them, in an order, and why there are none."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from store.search import completion, listing, nothing, order
from store.search.completion import Completion
from store.search.order import Order
from store.search.query import All, Query
from store.work.picking import picked

if TYPE_CHECKING:
    import sqlite3

    from store.changes.writing import Engine


class Searching:
    """What a query finds; the marks it may ask for are this analyst's."""

    def __init__(self, engine: "Engine") -> None:
        self._engine = engine

    def ids(
        self,
        query: Query | None = None,
        order_by: Order = "import",
        marked: Collection[int] | None = None,
    ) -> Sequence[int]:
        """The articles that match in an order; `marked` for those kept with the case."""
        query = query or All()
        with self._engine.reading() as connection:
            found = listing.ids(connection, query, self._marked(connection, marked))
            return order.ordered(connection, found, order_by, query)

    def in_order(
        self, articles: Sequence[int], order_by: Order, query: Query | None = None
    ) -> Sequence[int]:
        """These articles in an order; the query says what is relevant."""
        with self._engine.reading() as connection:
            return order.ordered(connection, articles, order_by, query or All())

    def newest(self, query: Query | None, wanted: int) -> list[int]:
        """The articles that match and were imported last, newest first, at most so many."""
        with self._engine.reading() as connection:
            return listing.newest(connection, query or All(), wanted, self._marked(connection))

    def count(self, query: Query | None = None, marked: Collection[int] | None = None) -> int:
        """How many articles match."""
        with self._engine.reading() as connection:
            return listing.count(connection, query or All(), self._marked(connection, marked))

    def why_nothing(self, query: Query, marked: Collection[int] | None = None) -> str:
        """What to say of a query that no article matches, "" where there is nothing to say."""
        with self._engine.reading() as connection:
            return nothing.why_nothing(connection, query, self._marked(connection, marked))

    def complete(self, typed: str) -> Completion:
        """How a query being typed may go on."""
        with self._engine.reading() as connection:
            return completion.complete(connection, typed)

    def _marked(
        self, connection: "sqlite3.Connection", marked: Collection[int] | None = None
    ) -> Callable[[], Collection[int]]:
        if marked is not None:
            return lambda: marked
        return partial(picked, connection, self._engine.user)
