"""A table of a case as TinyDB reads it and as TinyDB changes it, document by document."""

from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any

from store.changes.storing import list_table
from store.changes.writing import Engine, Writing
from store.engine import documents
from store.engine.bodies import ABSENT, Document, decode
from store.tables import typed


class Stored(Mapping[str, Document]):
    """A table as TinyDB reads it, by numbers as text; nothing is read before it is asked for."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name

    def __getitem__(self, key: str) -> Document:
        if (writing := self._engine.current()) is not None:
            found = writing.take(self._name, _number(key))
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


class Live(MutableMapping[int, Document]):
    """A table as TinyDB changes it, inside a change that holds the right to write."""

    def __init__(self, writing: Writing, name: str) -> None:
        self._writing = writing
        self._name = name

    def __getitem__(self, doc_id: int) -> Document:
        found = self._writing.take(self._name, doc_id)
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
        if typed.is_own(self._name):
            for doc_id in self._writing.in_hand(self._name):
                typed.check(self._name, doc_id, self[doc_id])


def _number(key: str) -> int:
    """A document's number from its text; -1, which no document has, where it is no number."""
    return int(key) if key.isdecimal() else -1


def drop(writing: Writing, name: str) -> None:
    """Remove a table's documents and do not list it any more."""
    Live(writing, name).clear()
    writing.connection.execute("UPDATE tables SET listed = 0 WHERE name = ?", (name,))
