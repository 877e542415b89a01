"""The built-in rules as they were parsed last, kept beside Python's own compiled modules.

TOML is parsed by Python itself: the rule files cost 50 ms each time casedesk starts, an article
10. What a file says is therefore kept as JSON in ``__pycache__``, with a checksum of the text it
was parsed from; where it has changed, or nothing can be kept, the file is parsed as ever.
"""

import contextlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias
from zlib import crc32

import msgspec

Tables: TypeAlias = dict[str, dict[str, dict[str, object]]]


class _Kept(msgspec.Struct):
    """What was parsed, and of which text."""

    checksum: int
    tables: Tables


def parsed(path: Path, text: str, parse: Callable[[str], Tables]) -> Tables:
    """The tables of a rule file with this text, parsed only if that was not done before."""
    kept, checksum = kept_at(path), crc32(text.encode())
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        known = msgspec.json.decode(kept.read_bytes(), type=_Kept)
        if known.checksum == checksum:
            return known.tables
    tables = parse(text)
    if not sys.dont_write_bytecode:
        _keep(kept, _Kept(checksum, tables))
    return tables


def kept_at(path: Path) -> Path:
    """Where the tables of a rule file are kept."""
    return path.parent / "__pycache__" / f"{path.name}.json"


def _keep(kept: Path, what: _Kept) -> None:
    """Written apart and then renamed: another process reads all of it or nothing."""
    own = kept.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError):  # an installation that only root may write to
        kept.parent.mkdir(exist_ok=True)
        own.write_bytes(msgspec.json.encode(what))
        own.replace(kept)
