"""A case as a file: looked at before it is opened, made whole or not at all, never overwritten."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from store.engine import failures, held, place
from store.engine.copying import fresh, make_folder
from store.engine.schema import APPLICATION_ID, FORMAT, SCHEMA, TABLE_NUMBERS
from store.errors import (
    CaseError,
    CaseMissing,
    DamagedCase,
    NetworkCase,
    NewerCase,
    NotACase,
    ReadOnlyCase,
)

_MAGIC = b"SQLite format 3\0"


def find(path: Path, *, create: bool, network: bool = False) -> None:
    """See that there is a case that can be opened, or make an empty one; raises as `check` does.

    Raises `NetworkCase` where it lies on a network file system and `network` does not allow that.
    """
    if not network:
        refuse_network(path)
    try:
        check(path)
    except CaseMissing:
        if not create:
            raise
        make(path)
        check(path)


def refuse_network(path: Path) -> None:
    """Raise `NetworkCase` where the file lies, or would lie, on a network file system."""
    kind = place.network(path)
    if kind is not None:
        raise NetworkCase(
            f"{path} lies on a network file system ({kind}), where two who write at once can spoil "
            "the case, as its locks and shared memory are not to be relied on; copy it to a disk "
            "of this machine, or take --force-network if nobody else has it open."
        )


def check(path: Path) -> None:
    """See from its first hundred bytes whether a file is a case this version can open.

    Raises `CaseMissing`, `NotACase`, `NewerCase`, `DamagedCase` or `ReadOnlyCase`.
    """
    with held.unless_held(path) as may_be_opened:
        if not may_be_opened:
            return  # this process has it open: it was looked at then
        head = _head(path)
    if reason := place.unreadable(str(path)):  # its journal, as the file has been read
        raise ReadOnlyCase(reason)
    number = int.from_bytes
    if not head.startswith(_MAGIC) or number(head[68:72], "big") != APPLICATION_ID:
        raise NotACase(f"{path} is not a case: casedesk did not make this file; it was left alone.")
    version = number(head[60:64], "big")
    if version > FORMAT:
        raise NewerCase(
            f"{path} was written by a newer casedesk (format {version}, this one knows {FORMAT}); "
            "open it with that version or a later one."
        )
    if _is_cut_short(path, head):
        raise DamagedCase(f"{path} is damaged: it was cut short; open a backup of it instead.")


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(100)
    except (FileNotFoundError, NotADirectoryError):
        raise CaseMissing(
            f"There is no case at {path}; the import of an article makes one."
        ) from None
    except IsADirectoryError:
        raise NotACase(f"{path} is a folder; a case is one file, such as {path}.case.") from None
    except PermissionError:
        said = place.unreadable(str(path)) or f"{path} may not be read by you."
        raise ReadOnlyCase(said) from None
    except OSError as error:
        raise CaseError(f"{path} cannot be read: {error.strerror}.") from error


def _is_cut_short(path: Path, head: bytes) -> bool:
    """While a journal lies beside it, the file may rightly be shorter than its head says."""
    if Path(f"{path}-wal").exists():
        return False
    page = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    return path.stat().st_size < (65536 if page == 1 else page) * pages


def make(path: Path) -> None:
    """Make an empty case; it appears whole, and only where there was nothing before."""
    try:
        make_folder(path.parent)
        with suppress(FileExistsError), fresh(path) as unfinished:  # two share the first
            _fill(unfinished)
    except sqlite3.Error as error:
        is_full = failures.code(error) == sqlite3.SQLITE_FULL
        raise CaseError(
            f"{path} cannot be made: {'the disk is full' if is_full else error}."
        ) from error
    except OSError as error:
        raise CaseError(f"{path} cannot be made: {error.strerror}.") from error


def _fill(path: Path) -> None:
    """Not with a journal that closing brings in: SQLite keeps a failure of that to itself."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        connection.executescript(
            f"BEGIN; {SCHEMA} PRAGMA application_id = {APPLICATION_ID};"
            f"PRAGMA user_version = {FORMAT};"
        )
        numbers = [(no, name) for name, no in TABLE_NUMBERS.items()]
        connection.executemany("INSERT INTO tables (no, name) VALUES (?, ?)", numbers)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")
