"""What a preset or an analyst's keys.toml changes about the keys."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, get_args

from tui.commands.command import Context
from tui.nearest import hint
from tui.toml_file import read_toml
from tui.toml_places import line_of

NAMED_KEYS = frozenset(
    "up down left right home end pageup pagedown tab enter escape space backspace delete insert"
    " f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12".split()
)
"""Keys that are written as words; any other key is the one character it types."""

_SENT_AS = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+j": "enter", "ctrl+[": "escape"}
"""Keys that terminals send as others."""

_TABLES = ("replace", "also", "titles")
"""What is no command in the file."""

_CONTEXTS: tuple[str, ...] = get_args(Context)


class KeymapError(Exception):
    """A keymap that names no command, no key, or gives one key two meanings."""


class Rebinding(NamedTuple):
    """The keys of a command from now on."""

    command: str
    keys: tuple[str, ...]
    context: Context | None = None
    """Where they are its keys; None where that is all its places."""
    where: str = ""
    """File and line that say so."""


@dataclass(frozen=True)
class KeyChanges:
    """A change of the keys: of all that begin alike, then more for some, then of commands."""

    commands: tuple[Rebinding, ...] = ()
    replaced: Mapping[str, str] = field(default_factory=dict)
    """Keys in whose place, where sequences begin with them, others stand."""
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys beside which others do the same."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """What is shown for keys that wait for another one."""


def read_keys(path: Path) -> KeyChanges:
    """The changes of a file; raises KeymapError with file and line for what makes no sense."""
    try:
        text, document = read_toml(str(path))
    except ValueError as error:
        raise KeymapError(str(error)) from error
    return _Reading(path, text).changes(document)


class _Reading:
    """A file being read, which knows where in it something stands."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._text = text

    def changes(self, document: dict[str, object]) -> KeyChanges:
        tables = {name: self._table(name, document.get(name, {})) for name in _TABLES}
        rest = {name: value for name, value in document.items() if name not in _TABLES}
        return KeyChanges(
            tuple(self._rebindings(rest, "")),
            {old: self._one(f"replace.{old}", new) for old, new in tables["replace"].items()},
            {old: self._keys(f"also.{old}", new) for old, new in tables["also"].items()},
            {keys: str(title) for keys, title in tables["titles"].items()},
        )

    def _rebindings(self, table: Mapping[str, object], above: str) -> Iterator[Rebinding]:
        for key, value in table.items():
            name = f"{above}{key}"
            if not isinstance(value, dict):
                yield Rebinding(name, self._keys(name, value), None, self._where(name))
            elif value and all(context in _CONTEXTS for context in value) and "." in name:
                for context, keys in value.items():
                    where = self._where(name)
                    yield Rebinding(name, self._keys(name, keys), _context(context), where)
            else:
                yield from self._rebindings(value, f"{name}.")

    def _table(self, name: str, value: object) -> dict[str, object]:
        if not isinstance(value, dict):
            raise KeymapError(
                f'{self._where(name)}: {name} is a table of keys, such as "g" = "g g"'
            )
        for keys in value:
            self._checked(name, keys)
        return value

    def _one(self, name: str, value: object) -> str:
        keys = self._keys(name, [value])
        if not keys:
            raise KeymapError(f"{self._where(name)}: {name} needs a key")
        return keys[0]

    def _keys(self, name: str, value: object) -> tuple[str, ...]:
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
            said = f'the keys of {name} are a list such as ["d", "g d"], [] for none'
            raise KeymapError(f"{self._where(name)}: {said}")
        return tuple(self._checked(name, sequence) for sequence in listed)

    def _checked(self, name: str, sequence: str) -> str:
        keys = sequence.split()
        if problem := next(filter(None, map(wrong_key, keys)), "" if keys else "a key is missing"):
            raise KeymapError(f"{self._where(name)}: {problem}")
        return " ".join(keys)

    def _where(self, name: str) -> str:
        line = line_of(self._text, name)
        return f"{self._path}:{line}" if line else str(self._path)


def _context(name: str) -> Context:
    return next(context for context in get_args(Context) if context == name)


def wrong_key(key: str) -> str:
    """Why a key can be no command, "" if it can."""
    if key in _SENT_AS:
        return f"terminals send {key} as {_SENT_AS[key]}: write {_SENT_AS[key]}"
    if key.startswith("alt+") and len(key) > len("alt+"):
        return f"{key} cannot be told from Esc and {key[4:]}; a sequence or ctrl can"
    if key.startswith("shift+") and len(key) == len("shift+") + 1:
        return f"there is no key {key}; did you mean {key[-1].upper()}?"
    if re.fullmatch(r"ctrl\+[A-Z]", key):
        return f"there is no key {key}; did you mean {key.lower()}?"
    name = key.removeprefix("ctrl+").removeprefix("shift+")
    if len(name) == 1 or name in NAMED_KEYS:
        return ""
    return f"there is no key {key}{hint(name.lower(), _spelled())}"


def _spelled() -> Iterable[str]:
    return sorted(NAMED_KEYS)
