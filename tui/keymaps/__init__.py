"""The keys of the desk as the settings and the analyst's keys.toml make them."""

from pathlib import Path

from tui.commands.registry import commands, prefixes
from tui.key_changes import KeyChanges, read_keys
from tui.keymap import Keymap

FILE = "keys.toml"
"""Its name in the configuration folder."""

_DEFAULT = "default"


def keymap_of(preset: str = _DEFAULT, own: Path | None = None) -> Keymap:
    """The keys of a preset with those of an analyst's own file over them, if there is one.

    Raises KeymapError with file and line.
    """
    changes: list[KeyChanges] = []
    if preset != _DEFAULT:
        changes.append(read_keys(Path(__file__).with_name(f"{preset}.toml")))
    if own is not None and own.exists():
        changes.append(read_keys(own))
    return Keymap(commands(), prefixes(), changes)
