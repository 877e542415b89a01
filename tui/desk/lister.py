"""What the list shows: its rows, its limit and its order, and how a limit may go on."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from store import parse_query
from store.errors import CaseError, QueryError
from store.search.completion import Completion
from store.search.highlight import spans
from store.search.order import Order, has_words
from tui.desk import present
from tui.desk.part import Part
from tui.desk.rows import is_quick
from tui.keymaps.named import key
from tui.orders import sorting_of
from tui.views import Row

if TYPE_CHECKING:
    from concurrent.futures import Future

    from tui.desk.desk import Desk


class Lister:
    """Limits and sorts the list; the cursor stays on its article."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self.wrong_at: int | None = None
        """Where the query that was refused last is wrong, if that is a place in it."""

    def window(self, first: int, count: int) -> list[Row]:
        """The rows of a window of the list."""
        desk, marked = self._desk, self._desk.marked.ids
        try:
            rows = desk.rows.window(first, count)
        except CaseError as error:
            rows = desk.rows.window_as_far(first, count)
            desk.hear_refusal(error)
        return [
            present.row(row, desk.company.mark(row.id), row.id in marked, self.lit(row.title))
            for row in rows
        ]

    def look_again(self) -> None:
        """Take up articles that came or went; the cursor stays on its article if it can."""
        self._desk.rows.refresh()
        self._desk.marked.prune()
        self._changed()

    def seek(self, query: str) -> "Future[None] | None":
        """Look a query up beside the screen, ahead of a limit by it; None where that is quick."""
        rows, query = self._desk.rows, query.strip()
        if not query or is_quick(rows.total):
            return None
        return self._desk.reader.ask(partial(rows.seek, query))

    def limit(self, query: str) -> str:
        """List only what matches a query; returns what is wrong with it, "" if nothing is."""
        desk, rows, query = self._desk, self._desk.rows, query.strip()
        self.wrong_at, order = None, rows.order
        try:
            if not rows.limit(query):
                return self._nothing(query)
        except QueryError as error:
            self.wrong_at = error.at
            return str(error)
        desk.find.light()
        self._changed()
        shown, hidden = len(rows.ids), rows.hidden
        counted = f"{shown} shown, {hidden} hidden" if hidden else f"all {shown} articles"
        desk.say(counted + (desk.links.also_noted(rows.parsed) if query else ""))
        if order != "import" and (order != "relevance" or has_words(rows.parsed)):
            self._put_in_order(order, said=False)
        return ""

    def go_to(self, article: int) -> bool:
        """Put the cursor on an article; a limit that hides it is lifted.

        False, and said so, where it has left the case.
        """
        desk, rows = self._desk, self._desk.rows
        if rows.index(article) is None and rows.query:
            self.limit("")
        place = rows.index(article)
        if place is None:
            desk.say(f"article {article} is not in the case any more", "problem")
            return False
        desk.go_to(place)
        return True

    def sort(self, order: Order) -> None:
        """Put the list in an order; what is decided meanwhile stays where it is."""
        if order == "relevance" and not has_words(self._desk.rows.parsed):
            limit = key("list.limit")
            self._desk.say(
                f"relevance is about words: {limit} limits the list by some first", "problem"
            )
        else:
            self._put_in_order(order, said=True)

    def complete(self, typed: str) -> Completion:
        """How a query being typed may go on."""
        return self._desk.case.search.complete(typed)

    def lit(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where a text has the words that the list is limited by."""
        return tuple(spans(text, self._desk.rows.parsed)) if self._desk.rows.query else ()

    def words(self) -> str:
        """The order of the list, "" where it is as imported."""
        order = self._desk.rows.order
        return "" if order == "import" else sorting_of(order).short

    def _nothing(self, query: str) -> str:
        parsed = parse_query(query)
        why = self._desk.case.search.why_nothing(parsed, self._desk.marked.ids)
        also = self._desk.links.also_noted(parsed)
        return f"no article matches {query}" + (f": {why}" if why else "") + also

    def _put_in_order(self, order: Order, *, said: bool) -> None:
        """A long list is put in order beside the keys, and not if another came meanwhile."""
        desk, rows, ids = self._desk, self._desk.rows, self._desk.rows.ids
        query = rows.parsed

        def sort() -> Sequence[int]:
            return desk.case.search.in_order(ids, order, query)

        def show(ordered: Sequence[int]) -> None:
            if rows.ids is ids:
                rows.put_in_order(ordered, order)
                self._changed()
                if said:
                    desk.say(sorting_of(order).words)

        if is_quick(len(ids)):
            show(sort())
        else:
            desk.reader.write(sort, show, desk.hear_refusal)

    def _changed(self) -> None:
        self._desk.left.look_again()
        self._anchor()
        self._desk.tell(Part.LIST | Part.CURSOR)

    def _anchor(self) -> None:
        """Keep the cursor on its article; where that is hidden, on the row now in its place."""
        desk, ids = self._desk, self._desk.rows.ids
        place = desk.rows.index(desk.cursor)
        if place is not None:
            desk.index = place
            return
        desk.index = min(desk.index, len(ids) - 1) if ids else 0
        desk.cursor = ids[desk.index] if ids else 0
        desk.is_stale = True
