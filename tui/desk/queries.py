"""Saved queries at the desk: each with how many it finds now, counted beside the keys."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from store import parse_query
from store.errors import QueryError
from store.work.saved import SavedQuery
from tui.commands.lists import QUERY_KEYS
from tui.desk.watched import Watched
from tui.keymaps.named import key
from tui.views import SavedLine

if TYPE_CHECKING:
    from tui.desk.desk import Desk


class Queries(Watched):
    """The saved queries of the case while somebody looks at them."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._counts: dict[int, str] = {}
        self.saved: tuple[SavedQuery, ...] = ()
        """The queries as they were read last."""
        self.index = 0
        """Where the cursor stands among them."""

    def open(self, hear: Callable[[], None]) -> None:
        """Read the queries and begin to count, the cursor on the first of them."""
        self._counts, self.index = {}, 0
        super().open(hear)

    def _count(self) -> None:
        """Each is one short job, so that what others ask meanwhile has its turn."""
        self.saved = self._desk.case.queries.all()
        self.index = max(0, min(self.index, len(self.saved) - 1))
        for saved in self.saved:
            self._ask(partial(self._counted, saved.query), partial(self._take, saved.id))
        self._tell()

    def _counted(self, query: str) -> str:
        """How many articles a query finds, "?" where it is none any more."""
        try:
            marked = set(self._desk.marked.ids)  # keys go on marking meanwhile
            return f"{self._desk.case.search.count(parse_query(query), marked):,}"
        except QueryError:
            return "?"

    def _take(self, saved: int, counted: str) -> None:
        self._counts[saved] = counted

    def window(self, first: int, count: int) -> list[SavedLine]:
        """What is shown of some of them."""
        return [
            SavedLine(
                QUERY_KEYS[place : place + 1], saved.name, saved.query,
                self._counts.get(saved.id, "…"),
            )
            for place, saved in enumerate(self.saved[first : first + count], start=first)
        ]  # fmt: skip

    def move(self, by: int) -> None:
        """Move the cursor by so many queries, at most to the ends."""
        self.index = max(0, min(self.index + by, len(self.saved) - 1))
        self._tell()

    # -- acting

    def chosen(self) -> SavedQuery | None:
        """The query under the cursor; says so where there is none."""
        if not self.saved:
            self._desk.say(
                f"no query is saved yet; {key('queries.save')} saves the one the list is limited by"
            )
            return None
        return self.saved[self.index]

    def limit_by(self, place: int) -> bool:
        """Limit the list by one of them; False, and said why, where that shows nothing."""
        if not 0 <= place < len(self.saved):
            self._desk.say("no query is saved under that key", "problem")
            return False
        wrong = self._desk.lists.limit(self.saved[place].query)
        if wrong:
            self._desk.say(f"{self.saved[place].name}: {wrong}", "problem")
        return not wrong

    def save(self, name: str) -> None:
        """Save what the list is limited by now under a name."""
        query = self._desk.rows.query
        self._desk.change(lambda: self._desk.case.queries.save(name, query))

    def rename(self, name: str) -> None:
        """Give the query under the cursor another name."""
        saved = self.chosen()
        if saved:
            self._desk.change(partial(self._desk.case.queries.rename, saved.id, name))

    def delete(self) -> None:
        """Delete the query under the cursor; undo brings it back."""
        saved = self.chosen()
        if saved:
            self._desk.change(partial(self._desk.case.queries.delete, saved.id))
