"""The key that a sentence names for a command: "l limits the list", as the analyst has it."""

from functools import cache

from tui.keymap import Keymap
from tui.keymaps import keymap_of

_in_use: list[Keymap] = []
"""The keymap of this process, once it is known; at most one."""


def use(keymap: Keymap | None) -> None:
    """Name keys as they are in a keymap from now on; None for the usual ones."""
    _in_use[:] = [keymap] if keymap else []


def key(command: str) -> str:
    """The first key of a command, or its name, by which the palette finds it."""
    return (_in_use[0] if _in_use else _usual()).key(command)


def prefix(command: str) -> str:
    """The key that the keys of a command begin with: "i" for what "i 3" does."""
    return key(command).partition(" ")[0]


@cache
def _usual() -> Keymap:
    return keymap_of()
