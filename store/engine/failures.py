"""What SQLite or the disk said no to, in an analyst's words: what is wrong and what would help."""

import sqlite3
from pathlib import Path
from typing import Final, TypeAlias

from store.engine import place
from store.engine.bodies import Garbled
from store.engine.spare import NO_ROOM, allocate
from store.errors import CaseBusy, CaseFull, CaseStopped, DamagedCase, ReadOnlyCase

_DAMAGE: Final = (
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_CONSTRAINT,  # what a change writes keeps to them, so what is there does not
    sqlite3.SQLITE_MISMATCH,
)

_GONE: Final = ("no such table", "no such column")
"""How SQLite says that the first page of an open case is not what it was: its layout was seen."""

_HELD: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL)
"""The last is a reader who found the journal in somebody's hands again and again."""

_FORBIDDEN: Final = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)

_SYNCING: Final = (sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_DIR_FSYNC)

Failure: TypeAlias = sqlite3.Error | Garbled | UnicodeDecodeError
FAILURES: Final = (sqlite3.Error, Garbled, UnicodeDecodeError)
"""What a file that cannot be read as it should ends in; what SQLite says of it may be no text."""

_PROBE: Final = 1024 * 1024
"""How much room a disk must have for it not to be the reason of a failure."""


def explained(path: Path, error: Failure, holder: str) -> Exception:
    """The refusal that an error amounts to; one that only a programmer can mend stays as it is.

    `holder` is whoever keeps others from writing, should it be that.
    """
    if _is_no_text(error) or isinstance(error, Garbled):
        reason = error if isinstance(error, Garbled) else "a part of it is no text any more"
        return DamagedCase(f"{path} is damaged: {reason}; open a backup of it instead.")
    kind = code(error)
    if kind in _HELD:
        return CaseBusy(f"{path} is held by {holder}; nothing was changed.")
    if kind == sqlite3.SQLITE_FULL:
        return full(path)
    if _may_be_full(error) and not _has_room(path):
        return full(path)
    if kind == sqlite3.SQLITE_IOERR:
        return stopped(path, error)
    if kind in _FORBIDDEN:
        return ReadOnlyCase(
            place.unwritable(str(path)) or f"{path} may not be written by you ({error})."
        )
    if kind in _DAMAGE or str(error).startswith(_GONE) or "fts5" in str(error):
        return DamagedCase(f"{path} is damaged: {error}; open a backup of it instead.")
    return error


def _is_no_text(error: Exception) -> bool:
    return isinstance(error, UnicodeDecodeError) or "Could not decode to UTF-8" in str(error)


def code(error: Exception) -> int:
    """The kind of a failure as SQLite numbers them."""
    return int(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)) & 0xFF


def full(path: Path) -> CaseFull:
    """The refusal of a change for which the disk has no room."""
    return CaseFull(
        f"The disk is full: make room on {place.mounted(path)[0]} to change {path}; what was saved "
        "is safe, and notes are kept while its spare lasts."
    )


def full_for_words(path: Path) -> CaseFull:
    """The refusal of a note for which not even the spare has made room."""
    return CaseFull(
        f"The disk is full, also what was kept free for notes: make room on "
        f"{place.mounted(path)[0]} to save this one in {path}; what was saved before is safe."
    )


def full_at_opening(path: Path) -> CaseFull:
    """The refusal to open a case where there is not even room for what lies beside an open one."""
    return CaseFull(
        f"The disk is full: make room on {place.mounted(path)[0]} to work in {path}; what was "
        "saved is safe."
    )


def full_for_searching(path: Path) -> CaseFull:
    """The refusal of a question that needs more room than the temporary files have."""
    import tempfile  # it brings as much as the rest of the engine, and a failure is rare

    return CaseFull(
        f"The disk for temporary files is full: {path} could not be searched for that; make room "
        f"where SQLite has them, such as {tempfile.gettempdir()} (SQLITE_TMPDIR names another)."
    )


def stopped(path: Path, error: object) -> CaseStopped:
    """The refusal of every change after the disk has failed once.

    A disk that could not make something durable may forget it and say yes the next time, so
    that trying again would acknowledge what is not there (fsync on Linux, LWN 752063).
    """
    name = getattr(error, "sqlite_errorname", "")
    return CaseStopped(
        f"The disk failed: {path} is not written to any more ({error}{name and ', '}{name}); what "
        "was saved before can be read, a copy of it is wise now, and opening it again tries anew."
    )


def _may_be_full(error: Exception) -> bool:
    """Whether it may be for want of room: what cannot be made or lengthened beside a case, a quota.

    Never where something could not be made durable: nobody knows what the disk has then.
    """
    exact = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code(error) in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) and exact not in _SYNCING


def _has_room(path: Path) -> bool:
    """Whether a file could be made and filled beside the case."""
    import tempfile

    try:
        with tempfile.TemporaryFile(dir=path.absolute().parent) as probe:
            allocate(probe.fileno(), _PROBE)
    except OSError as error:
        return error.errno not in NO_ROOM
    return True
