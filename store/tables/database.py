"""TinyDB's three extension points: a storage, a table and a database on a case."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, cast

import tinydb
from tinydb.queries import QueryLike
from tinydb.table import Document as TableDocument
from tinydb.table import Table

from store.changes import log
from store.changes.opening import opened
from store.changes.storing import list_table
from store.changes.writing import Engine
from store.engine import documents
from store.engine.bodies import decode, encode
from store.tables.views import Live, Stored, drop


class CaseStorage(tinydb.Storage):
    """All tables of a case at once, for code that asks for everything.

    A stock `TinyDB(path, storage=CaseStorage)` works on it; what is written is compared with what
    is there, so that only what differs becomes a change.
    """

    def __init__(
        self, case: Path | str | Engine, *, user: str | None = None, network: bool = False
    ) -> None:
        """Work on an open case, or open one; it is made if there is no file.

        Raises a `CaseError` as `open_case` does, also on a network file system without `network`.
        """
        self._is_lent = isinstance(case, Engine)
        self.engine = (
            case
            if isinstance(case, Engine)
            else opened(Path(case), create=True, user=user, network=network)
        )

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Every table with its documents, None where there is no table."""
        with self.engine.reading() as connection:
            return {
                name: {str(i): decode(body) for i, body in documents.bodies(connection, name)}
                for name in documents.listed(connection)
            } or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Make the tables what they are here."""
        with self.engine.change("table", "changed the tables") as writing:
            for name in documents.listed(writing.connection):
                if name not in data:
                    drop(writing, name)
            for name, table in data.items():
                Live(writing, name).replace({int(i): dict(doc) for i, doc in table.items()})

    def close(self) -> None:
        """Close the case, unless it was only lent."""
        if not self._is_lent:
            self.engine.close()


class CaseTable(Table):
    """A table whose documents are read and written one by one."""

    _next_id: int | None  # type: ignore[assignment]  # TinyDB starts with None, then counts

    def __init__(
        self,
        storage: CaseStorage,
        name: str,
        cache_size: int = Table.default_query_cache_capacity,
        persist_empty: bool = False,
    ) -> None:
        self._engine = storage.engine
        self._cached_at = 0
        self._counting = 0
        super().__init__(storage, name, cache_size, persist_empty)

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert a document; its number is free in every process."""
        with self._changing():
            return super().insert(document)

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """Update the documents that match or insert this one, and nobody comes between."""
        with self._changing():
            return super().upsert(document, cond)

    def search(self, cond: QueryLike) -> list[TableDocument]:
        """The documents that match, as copies, also where TinyDB remembers the answer."""
        with self._engine.reading() as connection:
            seq = log.last_seq(connection)
        if seq != self._cached_at:
            self.clear_cache()
            self._cached_at = seq
        return [
            self.document_class(decode(encode(doc)), doc.doc_id) for doc in super().search(cond)
        ]

    def _changing(self) -> Any:
        return self._engine.change("table", f"changed the table {self.name}")

    def _get_next_id(self) -> int:
        """The next free number: asked of the case once for each change, then counted on."""
        writing = self._engine.current()
        if writing is not None and self.name == "articles":
            return writing.new_article_ids(1)[0]
        number = self._next_id or 1
        if writing is None or self._next_id is None or self._counting != writing.number:
            number = max(number, self._stored().last_id() + 1)
            self._counting = writing.number if writing else 0
        self._next_id = number + 1
        return number

    def _read_table(self) -> Any:
        return self._stored()

    def _stored(self) -> Stored:
        return Stored(self._engine, self.name)

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self._changing() as writing:
            table = Live(writing, self.name)
            updater(table)
            table.check()
            list_table(writing.connection, self.name)
        self.clear_cache()


class CaseDB(tinydb.TinyDB):
    """A case as a TinyDB database; made if there is no file."""

    table_class: type[Table] = CaseTable
    default_storage_class = CaseStorage  # type: ignore[assignment]  # inferred as JSONStorage's

    def tables(self) -> set[str]:
        """The names of all tables."""
        with self._engine.reading() as connection:
            return set(documents.listed(connection))

    def drop_tables(self) -> None:
        """Drop every table, as one change that can be undone."""
        self._drop(self.tables())

    def drop_table(self, name: str) -> None:
        """Drop a table, as one change that can be undone."""
        self._drop({name})

    @property
    def _engine(self) -> Engine:
        return cast("CaseStorage", self.storage).engine

    def _drop(self, names: set[str]) -> None:
        with self._engine.change("table", f"dropped {', '.join(sorted(names))}") as writing:
            for name in names:
                drop(writing, name)
                self._tables.pop(name, None)
