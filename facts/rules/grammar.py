"""The rules that are grammar and stand in no rule file: where each is written, an example."""

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

_FLOOR = Path(__file__).parents[1]
_NAMED = re.compile(r'"([a-z]+\.[a-z-]*)["{]')
"""The name of a rule in quotes, or the part before what completes it: "measure.{"."""
_ASKS = re.compile(r"==|frozenset\(")
"""What a line has that only asks which rule made a mention."""


class Grammar(Struct, frozen=True):
    """A rule that the code itself is."""

    name: str
    path: Path
    line: int
    example: str


def grammar() -> Iterator[Grammar]:
    """All such rules, kind by kind."""
    from facts import examples  # the scanners stand on the rules
    from facts.dates import examples as dates

    written = _written()
    for name, example in {**examples.EXAMPLES, **dates.EXAMPLES}.items():
        known = name if name in written else max(filter(name.startswith, written), key=len)
        yield Grammar(name, *written[known], example)


def _written() -> dict[str, tuple[Path, int]]:
    """Where each name first stands, or the part of it that is there."""
    found: dict[str, tuple[Path, int]] = {}
    for path in sorted(_FLOOR.rglob("*.py")):
        if path.name == "examples.py":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            for name in _NAMED.findall(line) if not _ASKS.search(line) else ():
                found.setdefault(name, (path, number))
    return found
