"""The saved queries: one key limits the list by one of them."""

from tui.commands.command import Need
from tui.keymaps.named import key
from tui.screens.listing import Listing
from tui.screens.prompting import Prompting
from tui.screens.seeking import seek
from tui.widgets.buffer import Buffer
from tui.widgets.query_list import QueryList

_NAMELESS = "a name is needed; Esc leaves"


class QueriesScreen(Listing):
    """The saved queries of the case, each with how many articles it finds now."""

    where = "queries"

    def rows(self) -> QueryList:
        """The queries."""
        return QueryList(self.desk.queries.window, id="board")

    def on_mount(self) -> None:
        """Show the queries, and begin to count."""
        with self.desk.careful():
            self.desk.queries.open(self.read)

    def read(self) -> None:
        """Show the queries as they are known now."""
        queries = self.desk.queries
        self.count, self.cursor = len(queries.saved), queries.index
        self.version += 1

    def move(self, by: int) -> None:
        """Move the cursor by so many queries, at most to the ends."""
        self.desk.queries.move(by)

    def has(self, need: Need) -> bool:
        """Whether the list is limited by what could be saved, and whatever else is at hand."""
        return bool(self.desk.rows.query) if need == "limit" else super().has(need)

    # -- limiting

    async def take_query(self) -> None:
        """Limit the list by the query under the cursor."""
        if self.desk.queries.chosen():
            await self.take_query_at(self.desk.queries.index)

    async def take_query_at(self, place: int) -> None:
        """Limit the list by a query; where it shows nothing, stay and say so."""
        for saved in self.desk.queries.saved[place : place + 1]:
            await seek(self.desk, saved.query)
        if self.desk.queries.limit_by(place):
            self.leave()

    # -- names

    def ask_name(self) -> None:
        """Ask under which name the limit is saved."""
        query = self.desk.rows.query
        if query:
            self.ask(Prompting(f"name for {query}", self._save))
        else:
            limit = key("list.limit")
            self.complain(
                f"the list is not limited by a query that could be saved; {limit} limits it"
            )

    def ask_new_name(self) -> None:
        """Ask what the query is to be called."""
        saved = self.desk.queries.chosen()
        if saved:
            self.ask(Prompting("name", self._rename, Buffer(saved.name)))

    def _save(self, name: str) -> str:
        if name.strip():
            self.desk.queries.save(name)
        return "" if name.strip() else _NAMELESS

    def _rename(self, name: str) -> str:
        if name.strip():
            self.desk.queries.rename(name)
        return "" if name.strip() else _NAMELESS

    def leave(self) -> None:
        """Stop counting, and go back to the desk."""
        self.desk.queries.close()
        super().leave()
