"""Backups of a case: copies as it stood at one moment, beside it, the newest five kept."""

import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias

from msgspec import Struct

from store.care.chain import chain
from store.care.flaws import Flaw, guarded
from store.engine.copying import backup_folder, connected, copy
from store.engine.failures import FAILURES
from store.errors import CaseError, CaseMissing, DamagedCase

KEPT: Final = 5
"""How many backups there are of a case before the oldest goes."""

_NAME: Final = re.compile(r"(\d{4}-\d\d-\d\dT\d{6}Z)(?:-\d+)?\.case")
_STAMP: Final = "%Y-%m-%dT%H%M%SZ"
_UNFINISHED_S: Final = 3600
"""Age from which on a copy that was begun is one that nobody goes on with."""


IsOver: TypeAlias = Callable[[], bool]
"""Whether nobody waits for it any more, asked again and again."""


class GivenUp(Exception):  # noqa: N818  # it is what was asked for
    """Nobody waits for it any more; nothing of it stays."""


class Backup(Struct, frozen=True):
    """A copy of a case, itself a case."""

    path: Path
    at: datetime
    """When it was made, in UTC."""
    size: int
    """In bytes."""


def backup(path: Path, to: Path | None = None, is_over: IsOver = lambda: False) -> Path:
    """Copy the case among its backups, or into a folder of one's own, in which nothing is dropped.

    Raises `DamagedCase` where what was copied is not whole: then older ones are not dropped for it.
    Raises `CaseError` where no copy can be made, `GivenUp` as soon as `is_over` says so.
    """
    if not path.exists():
        raise CaseMissing(f"There is no case at {path}.")
    try:
        target = _free(path, backup_folder(path) if to is None else to, is_ours=to is None)
        try:
            copy(path, target, lambda _left, _all: _give_up(is_over), partial(_check, is_over))
        except _FlawError as found:
            raise _damaged(path, target, found.flaw) from found
        if to is None:
            _drop_oldest(path)
    except (OSError, *FAILURES) as error:
        raise CaseError(f"No backup of {path} was made: {error}.") from error
    return target


def listed(path: Path) -> list[Backup]:
    """The backups beside a case, newest first."""
    try:
        found = list(path.with_name(f"{path.name}-backups").iterdir())
    except OSError:
        return []
    made = []
    for file in found:
        if match := _NAME.fullmatch(file.name):
            with suppress(OSError):  # another process has just dropped it
                seen = file.stat()  # several may be of one second
                made.append((match[1], seen.st_mtime_ns, file, seen.st_size))
    return [
        Backup(file, datetime.strptime(at, _STAMP).replace(tzinfo=UTC), size)
        for at, _, file, size in sorted(made, reverse=True)
    ]


def chosen(path: Path, which: str) -> Backup:
    """The backup of that number in the list, newest first, or whose name begins so."""
    there = listed(path)
    numbered = {str(number): one for number, one in enumerate(there, start=1)}
    if which in numbered:
        return numbered[which]
    named = [one for one in there if one.path.name.startswith(which)]
    if len(named) != 1:
        raise CaseError(f"{path} has {'several backups' if named else 'no backup'} {which!r}.")
    return named[0]


def newest_whole(path: Path) -> Backup | None:
    """The newest backup whose pages and log are whole."""
    return next((one for one in listed(path) if next(glanced(one.path), None) is None), None)


def glanced(path: Path, is_over: IsOver = lambda: False) -> Iterator[Flaw]:
    """What is wrong with the pages and the log of a case: the look that a backup is given."""
    try:
        with closing(connected(path)) as connection:
            connection.set_progress_handler(lambda: int(is_over()), 100_000)
            yield from guarded("pages", _pages(connection))
            yield from guarded("log", chain(connection))
    except (OSError, *FAILURES) as error:
        _give_up(is_over)
        yield Flaw("pages", f"it cannot be read: {error}")


def _give_up(is_over: IsOver) -> None:
    if is_over():
        raise GivenUp


def _pages(connection: sqlite3.Connection) -> Iterator[Flaw]:
    for (said,) in connection.execute("PRAGMA quick_check(1)"):
        if said != "ok":
            yield Flaw("pages", str(said))


class _FlawError(Exception):
    """A copy is not whole."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(str(flaw))
        self.flaw = flaw


def _check(is_over: IsOver, made: Path) -> None:
    _give_up(is_over)
    flaw = next(glanced(made, is_over), None)
    if flaw is not None:
        raise _FlawError(flaw)


def _damaged(path: Path, target: Path, flaw: Flaw) -> DamagedCase:
    """What could be copied is kept under a name that does not count."""
    kept = target.with_name(f"damaged-{target.name}")
    copy(path, kept)
    return DamagedCase(
        f"{path} is damaged ({flaw}); what could be copied is {kept}, and no older backup was "
        "dropped for it."
    )


def _free(path: Path, folder: Path, *, is_ours: bool) -> Path:
    """A name for a backup made now: its time, after the name of the case where others lie too."""
    stem = f"{datetime.now(UTC):{_STAMP}}"
    stem = stem if is_ours else f"{path.stem}-{stem}"
    number, target = 1, folder / f"{stem}.case"
    while target.exists():
        number += 1
        target = folder / f"{stem}-{number}.case"
    return target


def _drop_oldest(path: Path) -> None:
    for old in listed(path)[KEPT:]:
        old.path.unlink(missing_ok=True)
    for file in backup_folder(path).glob("*.new-*"):
        with suppress(FileNotFoundError):
            if time.time() - file.stat().st_mtime > _UNFINISHED_S:
                file.unlink()
