"""Commands as entries of a page: their keys and what these do; what belongs together is one."""

from collections.abc import Iterable, Iterator
from itertools import groupby, takewhile

from msgspec import Struct

from tui.commands.command import Command, Context
from tui.commands.registry import commands
from tui.keymap import Keymap, shown

PLACES: dict[Context, str] = {
    "desk": "Anywhere on the desk",
    "list": "In the list",
    "text": "In the text",
    "facts": "In the facts",
    "span": "Where the words of a fact are chosen",
    "kind": "Where the kind of a fact is chosen",
    "note": "In a note",
    "linking": "In a note, where a link is being written",
    "prompt": "In a line that is asked for",
    "palette": "In the palette",
    "help": "In the help",
    "why": "In why a fact is there",
    "drafts": "In the drafts that were left",
    "queries": "In the saved queries",
    "tags": "In the tags of the case",
    "history": "In the history",
    "incident": "In an incident",
    "incidents": "In the incidents of the case",
    "choosing": "Where an incident is chosen",
    "small": "In a terminal too small for the desk",
}
"""What the places are called where keys mean something, in the order of a page of all."""

PANES: frozenset[Context] = frozenset({"list", "text", "facts"})
"""The places where the keys of the desk work too."""

_STRIP = "tag.strip_"
_STRIP_HELP = "Give that tag of the strip, or take it off."


class Entry(Struct, frozen=True):
    """Keys, and what they do."""

    keys: tuple[str, ...]
    """Each is pressed as it is written; any of them does it."""
    text: str
    id: str
    """The command's name in a keymap; of several its beginning and an asterisk."""


def works_in(command: Command, context: Context) -> bool:
    """Whether a command's keys work in a place."""
    return context in command.contexts or (context in PANES and "desk" in command.contexts)


def place_name(context: Context) -> str:
    """What a place is called within a sentence: "in the list"."""
    name = PLACES[context]
    return name[:1].lower() + name[1:]


def sections(
    context: Context, keymap: Keymap, *, fold: int, alone: bool = False
) -> Iterator[tuple[str, list[Entry]]]:
    """The groups of commands that work in a place, each with its entries.

    Sequences of `fold` keys and more share an entry with the others after the same prefix. A place
    that is taken `alone` is without the keys that work on the desk as well.
    """
    there = [
        command
        for command in commands()
        if works_in(command, context)
        and keymap.keys_of(command, context)
        and not (alone and _is_as_on_desk(command, context, keymap))
    ]
    groups: dict[str, list[Command]] = {}
    for command in there:
        groups.setdefault(command.group, []).append(command)
    for group, members in groups.items():
        yield group, list(_entries(members, context, keymap, fold))


def as_on_desk(context: Context, keymap: Keymap, *, fold: int) -> list[str]:
    """The keys of a place, outside the panes, that do what they do on the desk."""
    if context in PANES:
        return []
    there = [
        command
        for command in commands()
        if context in command.contexts and _is_as_on_desk(command, context, keymap)
    ]
    return [key for entry in _entries(there, context, keymap, fold) for key in entry.keys]


def _is_as_on_desk(command: Command, context: Context, keymap: Keymap) -> bool:
    if context == "desk" or "desk" not in command.contexts:
        return False
    return keymap.keys_of(command, context) == keymap.keys_of(command, "desk")


def _entries(
    members: Iterable[Command], context: Context, keymap: Keymap, fold: int
) -> Iterator[Entry]:
    def shared(command: Command) -> str:
        return _shared(command, context, keymap, fold)

    for key, some in groupby(members, key=shared):
        together = list(some)
        first, *others = together
        if not key:
            yield from (_entry(command, context, keymap) for command in together)
        elif keymap.together(first):
            yield Entry((keymap.together(first),), first.help, _common(together))
        elif first.id.startswith(_STRIP):
            yield Entry(("1-9",), _STRIP_HELP, _common(together))
        elif others:
            yield _after(key, together, context, keymap)
        else:
            yield _entry(first, context, keymap)


def _shared(command: Command, context: Context, keymap: Keymap, fold: int) -> str:
    """What a command has in common with those it shares an entry with, "" where it has its own."""
    if keymap.together(command):
        return f"{keymap.together(command)} {command.help}"
    keys = keymap.keys_of(command, context)
    if command.id.startswith(_STRIP) and keys[0].isdigit():
        return _STRIP
    *prefix, _ = keys[0].split()
    return " ".join(prefix) if len(prefix) + 1 >= fold else ""


def _entry(command: Command, context: Context, keymap: Keymap) -> Entry:
    keys = keymap.keys_of(command, context)
    return Entry(tuple(map(shown, keys)), command.help, command.id)


def _after(prefix: str, members: list[Command], context: Context, keymap: Keymap) -> Entry:
    """One entry for the keys that may follow a prefix, with what each of them chooses."""
    node = keymap.find(context, tuple(prefix.split()))
    leaves = [
        f"{shown(keymap.keys_of(command, context)[0].split()[-1])} {command.title}"
        for command in members
    ]
    title = f"{node.title}: " if node and node.title else ""
    return Entry((prefix,), title + " · ".join(leaves), _common(members))


def _common(members: list[Command]) -> str:
    """The ids of several commands: their beginning, and an asterisk."""
    ids = [command.id for command in members]
    return f"{_beginning(min(ids), max(ids))}*"


def _beginning(one: str, other: str) -> str:
    """What two words begin with, and all that lie between them."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return "".join(letter for letter, _ in pairs)
