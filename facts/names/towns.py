"""The table of the world's towns: a folded name to the towns of that name, largest first.

`facts/names/data/build_places.py` writes the file. It is a row of zlib blocks, each after its
length in four bytes: the folded names, sorted, a name once for each town that bears it, one a
line; the number of the town of each name; then a column each of the towns' countries, latitudes
and longitudes in hundredths of a degree, and ten times the decimal logarithm of their people.
"""

import zlib
from array import array
from bisect import bisect_left
from functools import cache
from pathlib import Path

from msgspec import Struct

from facts.memo import Memo

FILE = Path(__file__).parent / "data" / "towns.bin"


class Town(Struct, frozen=True):
    """A town that a name may mean."""

    country: str
    lat: float
    lon: float
    size: int
    """Ten times the decimal logarithm of its people: 50 is a town of 100,000."""


class Table(Struct, frozen=True):
    """The towns, found by folded name."""

    keys: list[str]
    numbers: "array[int]"
    countries: str
    lats: "array[int]"
    lons: "array[int]"
    sizes: bytes

    def towns(self, key: str) -> tuple[Town, ...]:
        """The towns of a folded name, largest first; none if the table has no such name."""
        row = bisect_left(self.keys, key)
        found = []
        while row < len(self.keys) and self.keys[row] == key:
            found.append(self._town(self.numbers[row]))
            row += 1
        return tuple(found)

    def opens(self, word: str) -> bool:
        """Whether a folded word is the first of a name, or a name."""
        row = bisect_left(self.keys, word)
        if row < len(self.keys) and self.keys[row] == word:
            return True
        row = bisect_left(self.keys, f"{word} ", row)
        return row < len(self.keys) and self.keys[row].startswith(f"{word} ")

    def _town(self, number: int) -> Town:
        return Town(
            self.countries[2 * number : 2 * number + 2],
            self.lats[number] / 100,
            self.lons[number] / 100,
            self.sizes[number],
        )


@cache
def opens_town() -> Memo[bool]:
    """Whether the name of a town begins with a folded word."""
    return Memo(table().opens)


@cache
def table() -> Table:
    """The table, read when the first article asks for it (about 30 ms)."""
    keys, numbers, countries, lats, lons, sizes = _blocks(FILE.read_bytes())
    names = keys.decode().split("\n")
    return Table(
        names,
        array("I", numbers),
        countries.decode(),
        array("h", lats),
        array("h", lons),
        sizes,
    )


def _blocks(data: bytes) -> list[bytes]:
    blocks, at = [], 0
    while at < len(data):
        end = at + 4 + int.from_bytes(data[at : at + 4], "little")
        blocks.append(zlib.decompress(data[at + 4 : end]))
        at = end
    return blocks
