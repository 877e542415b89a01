"""The rows on the leaves of a damaged file, page by page: what no index leads to is found too.

The format is SQLite's, https://sqlite.org/fileformat2.html: a page of the type 13 is a leaf of a
table; its cells are rows, and what does not fit on it goes on in a chain of pages.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple, TypeAlias

Cell: TypeAlias = int | float | str | bytes | None

_LEAF: Final = 13
_SIZES: Final = frozenset(1 << n for n in range(9, 17))
_USUAL: Final = 4096
_LONGEST: Final = 1 << 30
_HEADER: Final = 100
_WIDTHS: Final = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
"""Bytes that numbers take, by the type that a row says of each of its cells."""


class Row(NamedTuple):
    """A row as it lies on a page."""

    page: int
    id: int
    cells: tuple[Cell, ...]


class Leaves:
    """The pages of a file. Whatever cannot be read as a row is passed over."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file = file
        file.seek(0)
        head = file.read(_HEADER)
        said = int.from_bytes(head[16:18], "big")
        said = 1 << 16 if said == 1 else said
        self._size = said if said in _SIZES else _USUAL
        self._pages = -(-size // self._size)
        self._usable = self._size - (head[20] if len(head) > 20 and head[20] < 32 else 0)

    def rows(self) -> Iterator[Row]:
        """Every row on every leaf, in the order of the pages."""
        for number in range(1, self._pages + 1):
            page = self._page(number)
            at = _HEADER if number == 1 else 0
            if len(page) == self._size and page[at] == _LEAF:
                yield from self._on(number, page, at)

    def _on(self, number: int, page: bytes, at: int) -> Iterator[Row]:
        count = int.from_bytes(page[at + 3 : at + 5], "big")
        for n in range(min(count, (self._size - at - 8) // 2)):
            pointer = int.from_bytes(page[at + 8 + 2 * n : at + 10 + 2 * n], "big")
            try:
                rowid, payload = self._cell(page, pointer)
                yield Row(number, rowid, tuple(_record(payload)))
            except (IndexError, ValueError):
                continue

    def _cell(self, page: bytes, at: int) -> tuple[int, bytes]:
        length, at = _varint(page, at)
        rowid, at = _varint(page, at)
        if length > _LONGEST:
            raise ValueError("no row is that long")
        here = self._here(length)
        payload = page[at : at + here]
        if here < length:
            following = int.from_bytes(page[at + here : at + here + 4], "big")
            payload += self._rest(following, length - here)
        return rowid, payload

    def _here(self, length: int) -> int:
        """How much of a long row lies on its leaf."""
        most = self._usable - 35
        if length <= most:
            return length
        least = (self._usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (self._usable - 4)
        return here if here <= most else least

    def _rest(self, number: int, length: int) -> bytes:
        parts = []
        while length > 0:
            if not 0 < number <= self._pages:
                raise ValueError("a chain of pages that leads nowhere")
            page = self._page(number)
            number = int.from_bytes(page[:4], "big")
            parts.append(page[4 : min(self._usable, 4 + length)])
            if not parts[-1]:
                raise ValueError("a page that was cut off")
            length -= len(parts[-1])
        return b"".join(parts)

    def _page(self, number: int) -> bytes:
        self._file.seek((number - 1) * self._size)
        return self._file.read(self._size)


def rows(path: Path) -> Iterator[Row]:
    """Every row on every leaf of a file."""
    with path.open("rb") as file:
        yield from Leaves(file, path.stat().st_size).rows()


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for n in range(8):
        byte = data[at + n]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + n + 1
    return value << 8 | data[at + 8], at + 9


def _record(payload: bytes) -> Iterator[Cell]:
    size, at = _varint(payload, 0)
    data = size
    while at < size:
        kind, at = _varint(payload, at)
        width = _WIDTHS[kind] if kind < len(_WIDTHS) else (kind - 12) // 2
        if data + width > len(payload) or kind in (10, 11):
            raise ValueError("a cell that ends beyond its row")
        yield _value(kind, payload[data : data + width])
        data += width


def _value(kind: int, raw: bytes) -> Cell:
    if kind == 0:
        return None
    if kind == 7:
        import struct

        return float(struct.unpack(">d", raw)[0])
    if kind in (8, 9):
        return kind - 8
    if kind < 7:
        return int.from_bytes(raw, "big", signed=True)
    return raw if kind % 2 == 0 else raw.decode()
