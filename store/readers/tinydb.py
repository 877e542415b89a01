"""A TinyDB file: tables of numbered documents, each read from the file when it is asked for.

The file is mapped and only its outline is held, so that its size is not the memory it takes. What
JSON does not allow and Python writes all the same (NaN, half a surrogate pair) is read as well.
"""

import json
import mmap
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TypeAlias

import msgspec

from store.engine import held
from store.engine.bodies import Document, printable
from store.engine.documents import number_in
from store.engine.schema import FORMAT, ID_BITS
from store.errors import ReadError

ABOUT: Final = "_casedesk"
"""The table of an exported case that tells of the export itself."""

_FIRST_TABLE: Final = re.compile(rb'\s*\{\s*(?:"(?:[^"\\]|\\.)*"\s*:\s*\{|\}\s*$)')
_TOP: Final = "the names of tables, each with its documents by number, would be right"

_Outline: TypeAlias = dict[str, dict[str, msgspec.Raw]]


def is_tinydb(path: Path, head: bytes) -> bool:
    """Whether a file is one by its name or by how it begins."""
    return path.suffix.lower() == ".json" or _FIRST_TABLE.match(head) is not None


class TinyFile:
    """The tables of a TinyDB file."""

    def __init__(self, path: Path) -> None:
        """Read the outline; raises `ReadError`, which says where the file is wrong and how."""
        self.path = path
        self._tables: dict[str, Any] = _outline(path)
        self.is_case = ABOUT in self._tables
        """Whether it is a case that was exported."""
        if self.is_case:
            self._check_format()

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the tables, without what an export tells of itself."""
        return tuple(name for name in self._tables if name != ABOUT)

    def count(self) -> int:
        """How many documents there are in all tables."""
        return sum(len(self._tables[name]) for name in self.tables)

    def numbers(self, table: str) -> list[int]:
        """The numbers of the documents of a table, none where there is no such table."""
        found = map(number_in, self._tables.get(table, ()))
        return [number for number in found if number is not None]

    def documents(self, table: str) -> Iterator[tuple[int, Document | ReadError]]:
        """The documents of a table by their numbers; in place of one that is none, what it is."""
        for number, document in self._tables[table].items():
            try:
                yield self._document(table, number, document)
            except ReadError as error:
                yield 0, error

    def _document(self, table: str, number: str, found: Any) -> tuple[int, Document]:
        where = f"{self.path}: document {number} of table {table}"
        doc_id = number_in(number)
        if doc_id is None:
            raise ReadError(f"{where} has no number for a name; one below 2**{ID_BITS} would do.")
        try:
            document = json.loads(str(found, "utf-8")) if isinstance(found, msgspec.Raw) else found
        except UnicodeDecodeError as error:
            raise ReadError(f"{where} is not UTF-8, {error.reason}; UTF-8 would do.") from None
        if not isinstance(document, dict):
            raise ReadError(f"{where} is {_kind(document)}; fields with names would be right.")
        return doc_id, document

    def _check_format(self) -> None:
        about = dict(self.documents(ABOUT)).get(1)
        version = about.get("format") if isinstance(about, dict) else None
        if not isinstance(version, int):
            raise ReadError(
                f"{self.path}: document 1 of table {ABOUT} does not tell the format of the case; "
                f'{{"format": {FORMAT}}} would be right.'
            )
        if version > FORMAT:
            raise ReadError(
                f"{self.path} was exported by a newer casedesk (format {version}, this one reads "
                f"up to {FORMAT}); install that one."
            )


def _outline(path: Path) -> dict[str, Any]:
    try:
        with held.opened(path) as file:
            return _read(path, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except ValueError:
        raise ReadError(f"{path} is empty: there are no tables in it.") from None
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror}.") from error


def _read(path: Path, content: mmap.mmap) -> dict[str, Any]:
    """The outline, or all of a file that is only JSON as Python writes it."""
    try:
        return msgspec.json.decode(content, type=_Outline)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return _checked(path, _loaded(path, bytes(content)))


def _loaded(path: Path, content: bytes) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line, column = _place(content, error.start)
        wrong = f"it is not UTF-8 there ({error.reason})"
    except json.JSONDecodeError as error:
        line, column, wrong = error.lineno, error.colno, error.msg[:1].lower() + error.msg[1:]
    except RecursionError:
        raise ReadError(f"{path} is nested too deep for documents.") from None
    raise ReadError(f"{path}, line {line}, column {column}: this is not JSON, {wrong}.")


def _place(content: bytes, at: int) -> tuple[int, int]:
    """Line and column of a byte, in characters as an editor counts them."""
    begin = content.rfind(b"\n", 0, at) + 1
    return content.count(b"\n", 0, at) + 1, len(content[begin:at].decode(errors="replace")) + 1


def _checked(path: Path, found: Any) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise ReadError(f"{path} holds {_kind(found)}; {_TOP}.")
    for name, table in found.items():
        if printable(name) != name:
            raise ReadError(
                f"{path}: table {printable(name)} has half of a character in its name (a lone "
                "surrogate); the whole one would do."
            )
        if not isinstance(table, dict):
            raise ReadError(f"{path}: table {name} is {_kind(table)}; {_TOP}.")
    return found


def _kind(value: object) -> str:
    kinds = {list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")
