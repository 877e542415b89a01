"""The saved queries: one key limits the list by one of them."""

from textual.app import ComposeResult
from textual.reactive import var

from tui.commands.lists import QUERY_KEYS
from tui.keymaps.named import key
from tui.screens.over import OverDesk
from tui.screens.prompting import Prompting
from tui.screens.seeking import seek
from tui.views import SavedLine
from tui.widgets.buffer import Buffer
from tui.widgets.query_list import QueryList

_NAMELESS = "a name is needed; Esc leaves"


class QueriesScreen(OverDesk):
    """The saved queries of the case, each with how many articles it finds now."""

    where = "queries"

    lines: var[tuple[SavedLine, ...]] = var(())
    letters: var[str] = var(QUERY_KEYS)
    cursor: var[int] = var(0)

    def compose(self) -> ComposeResult:
        """One list."""
        own = QueriesScreen
        yield QueryList(id="page").data_bind(
            own.lines, own.letters, own.cursor, own.status, own.prompt, own.problem, own.keys,
            look=own.shown_look,
        )  # fmt: skip

    def on_mount(self) -> None:
        """Show the queries, and begin to count."""
        self.desk.queries.open(self.read)

    def read(self) -> None:
        """Show the queries as they are known now."""
        self.lines, self.cursor = self.desk.queries.lines(), self.desk.queries.index

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
