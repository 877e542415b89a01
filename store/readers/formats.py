"""Which reader a file is for: told by its name, else by how it begins."""

from pathlib import Path
from typing import Final, Literal, TypeAlias, get_args

from store.engine import held

Format: TypeAlias = Literal["text", "tinydb"]
FORMATS: Final[tuple[Format, ...]] = get_args(Format)

_HEAD: Final = 4096


def format_of(path: Path) -> Format:
    """The format of a file; what is nothing else is text, and its reader says what is wrong."""
    from store.readers.text import SUFFIXES
    from store.readers.tinydb import is_tinydb

    if path.suffix.lower() in SUFFIXES or not path.is_file():
        return "text"
    try:
        with held.opened(path) as file:
            head = file.read(_HEAD)
    except OSError:
        return "text"
    return "tinydb" if is_tinydb(path, head) else "text"
