"""TinyDB on a case: its tables, queries and operations, document by document, safe to share.

    db = CaseDB("morocco.case")
    db.table("people").upsert({"name": "X", "seen": 1}, where("name") == "X")

Every operation of a table is one change of the log: durable, undone like any other, and isolated
from every other process. What is handed out is a copy.
"""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any, cast

import tinydb
from tinydb.queries import QueryLike
from tinydb.table import Document as TableDocument
from tinydb.table import Table

from store import changes, documents, files, processes, typed
from store.bodies import ABSENT, Document, decode, encode
from store.schema import TABLE_NUMBERS
from store.writing import Engine, Writing, list_table


class CaseStorage(tinydb.Storage):
    """All tables of a case at once, for code that asks for everything.

    A stock `TinyDB(path, storage=CaseStorage)` works on it; what is written is compared with what
    is there, so that only what differs becomes a change.
    """

    def __init__(self, case: Path | str | Engine, *, user: str | None = None) -> None:
        self._is_lent = isinstance(case, Engine)
        self.engine = case if isinstance(case, Engine) else _opened(Path(case), user)

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
                _Live(writing, name).replace({int(i): dict(doc) for i, doc in table.items()})

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
            seq = changes.last_seq(connection)
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
        number = self._next_id or 1
        if writing is None or self._next_id is None or self._counting != writing.number:
            number = max(number, self._stored().last_id() + 1)
            self._counting = writing.number if writing else 0
        self._next_id = number + 1
        return number

    def _read_table(self) -> Any:
        return self._stored()

    def _stored(self) -> "_Stored":
        return _Stored(self._engine, self.name)

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self._changing() as writing:
            table = _Live(writing, self.name)
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


def drop(writing: Writing, name: str) -> None:
    """Remove a table's documents and do not list it any more."""
    _Live(writing, name).clear()
    writing.connection.execute("UPDATE tables SET listed = 0 WHERE name = ?", (name,))


class _Stored(Mapping[str, Document]):
    """A table as TinyDB reads it, by numbers as text; nothing is read before it is asked for."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name

    def __getitem__(self, key: str) -> Document:
        if (writing := self._engine.current()) is not None:
            found = writing.get(self._name, _number(key))
        else:
            with self._engine.reading() as connection:
                text = documents.body(connection, self._name, _number(key))
            found = None if text is None else decode(text)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        if (writing := self._engine.current()) is not None:
            return map(str, writing.ids(self._name))
        with self._engine.reading() as connection:
            return map(str, documents.ids(connection, self._name))

    def __len__(self) -> int:
        if (writing := self._engine.current()) is not None:
            return len(writing.ids(self._name))
        with self._engine.reading() as connection:
            return documents.count(connection, self._name)

    def items(self) -> Any:
        """Every document with its number, one at a time."""
        if self._engine.current() is not None:
            yield from super().items()
            return
        with self._engine.reading() as connection:
            for doc_id, body in documents.bodies(connection, self._name):
                yield str(doc_id), decode(body)

    def last_id(self) -> int:
        """The highest number in use."""
        if (writing := self._engine.current()) is not None:
            return documents.last_id(writing.connection, self._name)
        with self._engine.reading() as connection:
            return documents.last_id(connection, self._name)


class _Live(MutableMapping[int, Document]):
    """A table as TinyDB changes it, inside a change that holds the right to write."""

    def __init__(self, writing: Writing, name: str) -> None:
        self._writing = writing
        self._name = name

    def __getitem__(self, doc_id: int) -> Document:
        found = self._writing.get(self._name, doc_id)
        if found is None:
            raise KeyError(doc_id)
        return found

    def __setitem__(self, doc_id: int, document: Document) -> None:
        self._writing.put(self._name, doc_id, (), document)

    def __delitem__(self, doc_id: int) -> None:
        if doc_id not in self:
            raise KeyError(doc_id)
        self._writing.put(self._name, doc_id, (), ABSENT)

    def __contains__(self, doc_id: object) -> bool:
        return isinstance(doc_id, int) and self._writing.has(self._name, doc_id)

    def __iter__(self) -> Iterator[int]:
        return iter(self._writing.ids(self._name))

    def __len__(self) -> int:
        return len(self._writing.ids(self._name))

    def clear(self) -> None:
        """Remove every document."""
        for doc_id in self:
            self._writing.put(self._name, doc_id, (), ABSENT)

    def replace(self, table: dict[int, Document]) -> None:
        """Make the table these documents and no others."""
        list_table(self._writing.connection, self._name)
        for doc_id in set(self) - set(table):
            del self[doc_id]
        self.update(table)
        self.check()

    def check(self) -> None:
        """Refuse what one of the case's own tables cannot hold."""
        if self._name in TABLE_NUMBERS:
            for doc_id in self._writing.in_hand(self._name):
                typed.check(self._name, doc_id, self[doc_id])


def _number(key: str) -> int:
    """A document's number from its text; -1, which no document has, where it is no number."""
    return int(key) if key.isdecimal() else -1


def _opened(path: Path, user: str | None) -> Engine:
    if not path.exists():
        files.create(path)
    files.check(path)
    return Engine(path, user=user or processes.user())
