"""Which key runs which command, where; built from the registry and what changes it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from msgspec.structs import replace

from tui.commands.command import Command, Context, Prefix
from tui.key_changes import KeyChanges, KeymapError, Rebinding
from tui.nearest import hint

_DESK_PANES: tuple[Context, ...] = ("list", "text", "facts")

TYPED_IN: frozenset[Context] = frozenset({"note", "linking", "prompt", "palette"})
"""Where characters are text: no command is run by one there."""

_NAMES = {"escape": "Esc", "enter": "Enter"}

_WAYS_OUT = frozenset({"view.quit"})
_HELP, _PALETTE = "view.help", "view.palette"

_Place = tuple[str, Context]
"""A command's id, and one of the contexts that it works in."""


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
        changes: Iterable[KeyChanges] = (),
    ) -> None:
        """Bind each command to its keys, as one set of changes after the other leaves them.

        Raises KeymapError for a command that does not exist, a key with two meanings in one
        place, and where nothing would lead to the help or out of a screen any more.
        """
        self._commands = {command.id: command for command in commands}
        self._keys: dict[_Place, tuple[str, ...]] = {
            (command.id, context): command.keys
            for command in self._commands.values()
            for context in command.contexts
        }
        self._together = {command.id: command.together for command in self._commands.values()}
        self._prefixes = tuple(prefixes)
        self._titles: dict[str, str] = {}
        self._where: dict[_Place, str] = {}
        for one in changes:
            self._change(one)
        self._titles = {prefix.keys: prefix.title for prefix in self._prefixes} | self._titles
        self._roots: dict[Context, Node] = {}
        self._bind_all()
        self._keep_ways_out()

    @property
    def prefixes(self) -> tuple[Prefix, ...]:
        """The keys that wait for another one."""
        return self._prefixes

    @property
    def commands(self) -> tuple[Command, ...]:
        """Every command with the keys that run it where it works first."""
        return tuple(
            replace(command, keys=self.keys_of(command), together=self.together(command))
            for command in self._commands.values()
        )

    def keys_of(self, command: Command, context: Context | None = None) -> tuple[str, ...]:
        """The keys that run a command, in a context or in the first that it works in."""
        there = (context, "desk") if context in _DESK_PANES else (context,)
        found = next((self._keys[command.id, c] for c in there if c in command.contexts), None)
        return self._keys[command.id, command.contexts[0]] if found is None else found

    def key(self, id_: str) -> str:
        """The key that a sentence names for a command; where it has none, its name."""
        keys = self.keys_of(self._commands[id_])
        return shown(keys[0]) if keys else id_

    def together(self, command: Command) -> str:
        """The keys of all the commands that share its sentence, "" where there is no such line."""
        return self._together[command.id]

    def find(self, context: Context, keys: tuple[str, ...]) -> Node | None:
        """Where these keys lead in a context."""
        node: Node | None = self._roots.get(context)
        for key in keys:
            node = node.following.get(key) if node else None
        return node

    # -- changing

    def _change(self, changes: KeyChanges) -> None:
        for old, new in changes.replaced.items():
            self._keys = {place: _replaced(keys, old, new) for place, keys in self._keys.items()}
            self._together = {
                id_: _replaced((keys,), old, new)[0] for id_, keys in self._together.items()
            }
            self._prefixes = tuple(
                Prefix(_replaced((one.keys,), old, new)[0], one.title, one.contexts, one.footer)
                for one in self._prefixes
            )
        for key, others in changes.also.items():
            self._keys = {
                place: _once((*keys, *others)) if key in keys else keys
                for place, keys in self._keys.items()
            }
        for rebinding in changes.commands:
            self._rebind(rebinding)
        self._titles |= changes.titles

    def _rebind(self, new: Rebinding) -> None:
        command = self._commands.get(new.command)
        if command is None:
            raise KeymapError(
                f"{new.where}: there is no command {new.command}{hint(new.command, self._commands)}"
            )
        if new.context and new.context not in command.contexts:
            known = ", ".join(command.contexts)
            wrong = f"{new.command} does not work in {new.context}; it does in {known}"
            raise KeymapError(f"{new.where}: {wrong}{hint(new.context, command.contexts)}")
        for context in command.contexts:
            if new.context in (None, context):
                keys = _once(self._usable(new, context))
                self._keys[new.command, context] = keys
                self._where[new.command, context] = new.where
        self._together[new.command] = ""

    def _usable(self, new: Rebinding, context: Context) -> Iterator[str]:
        """The keys that can be commands in a context: no character where these are typed."""
        for sequence in new.keys:
            first = sequence.split()[0]
            if context not in TYPED_IN or (len(first) > 1 and first != "space"):
                yield sequence
            elif new.context:
                raise KeymapError(f"{new.where}: {first} is typed in {context}, and runs nothing")

    # -- binding

    def _bind_all(self) -> None:
        for command in self._commands.values():
            for context in command.contexts:
                for sequence in self._keys[command.id, context]:
                    for place in _places(context):
                        self._bind(command, sequence, place)

    def _bind(self, command: Command, sequence: str, context: Context) -> None:
        keys = sequence.split()
        node = self._roots.setdefault(context, Node())
        for number, key in enumerate(keys, start=1):
            if node.command:
                raise self._clash(sequence, context, command, node.command)
            node = node.following.setdefault(key, Node())
            node.title = node.title or self._titles.get(" ".join(keys[:number]), "")
        other = node.command or _first_command(node)
        if other:
            raise self._clash(sequence, context, command, other)
        node.command, node.title = command, command.title

    def _clash(self, keys: str, context: Context, one: Command, other: Command) -> KeymapError:
        changed = [c for c in (one, other) if self._where_of(c, context)]
        where = f"{self._where_of(changed[0], context)}: " if changed else ""
        kept = other if changed and changed[0] is one else one
        both = f"the key {keys} is given to both {other.id} and {one.id} in {context}"
        return KeymapError(f'{where}{both}; "{kept.id}" = [] would take it from {kept.id}')

    def _where_of(self, command: Command, context: Context) -> str:
        found = (self._where.get((command.id, place)) for place in (context, "desk"))
        return next((where for where in found if where), "")

    def _keep_ways_out(self) -> None:
        """Refuse a keymap that leads into a screen and not out, or away from the help."""
        for (id_, context), keys in self._keys.items():
            if not keys and (id_ in _WAYS_OUT or id_.endswith(".leave")):
                raise KeymapError(f"{self._where[id_, context]}: {id_} needs a key in {context}")
        ways = (self._keys.get((id_, "desk")) for id_ in (_HELP, _PALETTE))
        if _HELP in self._commands and not any(ways):
            where = self._where.get((_HELP, "desk")) or self._where[_PALETTE, "desk"]
            raise KeymapError(f"{where}: {_HELP} or {_PALETTE} needs a key")


def shown(key: str) -> str:
    """A key, or a sequence of keys, as people write it."""
    return " ".join(_NAMES.get(one, one) for one in key.split(" "))


def _places(context: Context) -> tuple[Context, ...]:
    return (context, *_DESK_PANES) if context == "desk" else (context,)


def _once(sequences: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sequences))


def _replaced(sequences: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    """Sequences that begin with some keys, with others in their place."""
    return tuple(
        new + sequence[len(old) :] if f"{sequence} ".startswith(f"{old} ") else sequence
        for sequence in sequences
    )


def _first_command(node: Node) -> Command | None:
    for following in node.following.values():
        return following.command or _first_command(following)
    return None
