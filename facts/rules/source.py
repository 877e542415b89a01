"""One rule file as its tables of entries, each entry knowing the line it stands on."""

import re
from functools import partial
from pathlib import Path

from msgspec import Struct

from facts.rules.errors import RuleError
from facts.rules.kept import Tables, parsed

_DECODE_LINE = re.compile(r"\(at line (\d+), column \d+\)")


class Source(Struct, frozen=True):
    """A rule file that has been read: its text, and its tables by name and id."""

    path: Path
    text: str
    tables: Tables

    def line_of(self, table: str, entry: str, key: str | None = None) -> int | None:
        """The line an entry, or one of its keys, is written on."""
        name = re.escape(entry)
        header = re.compile(
            rf'^[ \t]*(?:\[{table}\.(?:"{name}"|{name})\]|(?:"{name}"|{name})[ \t]*=)', re.MULTILINE
        )
        found = header.search(self.text)
        if found and key:
            inside = re.compile(rf"^.*?\b{re.escape(key)}[ \t]*=", re.MULTILINE)
            found = inside.search(self.text, found.start()) or found
        return self.text.count("\n", 0, found.start()) + 1 if found else None


def read(path: Path, *, keeps: bool = False) -> Source:
    """The rule file at `path`; with `keeps` it is parsed only if it has changed since.

    Raises RuleError where it cannot be read, is no TOML, or holds something that is no entry.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise RuleError(path, None, f"cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise RuleError(path, None, "is not UTF-8 text") from error
    parse = partial(_parse, path)
    return Source(path, text, parsed(path, text, parse) if keeps else parse(text))


def _parse(path: Path, text: str) -> Tables:
    import tomllib  # 5 ms that rules which were kept do without

    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _DECODE_LINE.search(str(error))
        problem = _DECODE_LINE.sub("", str(error)).strip()
        line = int(place[1]) if place else None
        raise RuleError(path, line, f"is not TOML: {problem}") from error
    for name, entries in tables.items():
        _demand_entries(path, text, name, entries)
    return tables


def _demand_entries(path: Path, text: str, name: str, entries: object) -> None:
    if isinstance(entries, dict) and all(isinstance(entry, dict) for entry in entries.values()):
        return
    found = re.search(rf"^[ \t]*\[?{re.escape(name)}\b", text, re.MULTILINE)
    line = text.count("\n", 0, found.start()) + 1 if found else None
    raise RuleError(path, line, f"{name!r} holds no entries: write [{name}.ID] above its keys")
