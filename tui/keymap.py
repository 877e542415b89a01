"""Which key runs which command, where; built from the registry and a user's changes to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from tui.commands.command import Command, Context, Prefix

_DESK_PANES = frozenset({"list", "text", "facts"})

NAMED_KEYS = frozenset(
    "up down left right home end pageup pagedown tab enter escape space backspace delete insert"
    " f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12".split()
)
"""Keys that are written as words; any other key is the one character it types."""


class KeymapError(Exception):
    """A keymap that names no command, no key, or gives one key two meanings."""


@dataclass
class Node:
    """Where a sequence of keys leads: to a command, or to the keys that may follow."""

    title: str = ""
    command: Command | None = None
    following: dict[str, "Node"] = field(default_factory=dict)


class Keymap:
    """The keys of every context."""

    def __init__(
        self,
        commands: Iterable[Command],
        prefixes: Iterable[Prefix],
        changes: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        """Bind each command to its keys, or to those that `changes` gives for its id.

        Raises KeymapError for a command that does not exist, a key that does not exist, and a key
        with two meanings in one place.
        """
        self._commands = {command.id: command for command in commands}
        self._keys = {command.id: command.keys for command in self._commands.values()}
        self._titles = {prefix.keys: prefix.title for prefix in prefixes}
        self._roots: dict[Context, Node] = {}
        for id_, keys in (changes or {}).items():
            self._rebind(id_, keys)
        for command in self._commands.values():
            for sequence in self._keys[command.id]:
                self._bind(command, sequence)

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """The keys that run a command."""
        return self._keys[command.id]

    def find(self, context: Context, keys: tuple[str, ...]) -> Node | None:
        """Where these keys lead in a context; a pane's own keys come before the desk's."""
        places: tuple[Context, ...] = (context, "desk") if context in _DESK_PANES else (context,)
        for place in places:
            node: Node | None = self._roots.get(place)
            for key in keys:
                node = node.following.get(key) if node else None
            if node:
                return node
        return None

    def _rebind(self, id_: str, keys: tuple[str, ...]) -> None:
        if id_ not in self._commands:
            raise KeymapError(f"there is no command {id_}{_nearest(id_, self._commands)}")
        for sequence in keys:
            for key in sequence.split():
                _check_key(key)
        self._keys[id_] = keys

    def _bind(self, command: Command, sequence: str) -> None:
        keys = sequence.split()
        for context in command.contexts:
            node = self._roots.setdefault(context, Node())
            for number, key in enumerate(keys, start=1):
                if node.command:
                    raise KeymapError(_clash(sequence, context, command, node.command))
                node = node.following.setdefault(key, Node())
                node.title = node.title or self._titles.get(" ".join(keys[:number]), "")
            other = node.command or _first_command(node)
            if other:
                raise KeymapError(_clash(sequence, context, command, other))
            node.command, node.title = command, command.title


def _first_command(node: Node) -> Command | None:
    for following in node.following.values():
        return following.command or _first_command(following)
    return None


def _clash(sequence: str, context: Context, one: Command, other: Command) -> str:
    return f"the key {sequence} is given to both {other.id} and {one.id} in {context}"


def _check_key(key: str) -> None:
    name = key.removeprefix("ctrl+").removeprefix("shift+").removeprefix("alt+")
    if len(name) != 1 and name not in NAMED_KEYS:
        raise KeymapError(f"there is no key {key}{_nearest(name, NAMED_KEYS)}")


def _nearest(word: str, known: Iterable[str]) -> str:
    close = get_close_matches(word, list(known), n=1)
    return f"; did you mean {close[0]}?" if close else ""
