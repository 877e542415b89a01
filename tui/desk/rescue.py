"""A note that the case refused: kept in a file of its own, on a disk that still takes it."""

import os
import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TypeVar

from store import About, CaseError
from store.engine.copying import synced
from store.errors import CaseStopped
from tui import locations

Saved = TypeVar("Saved")

SHARED = ("/var/tmp", "/tmp")
"""Where a user's own folder may be made; the first outlives a restart."""


class RescuedError(CaseError):
    """The case refused a note, which is in a file instead; says which, and why."""


class Rescuer:
    """Keeps what could not be saved, until it is."""

    def __init__(self, case: Path) -> None:
        self._case = case
        self._kept: dict[About, Path] = {}

    def saving(self, about: About, text: str, save: Callable[[], Saved]) -> Saved:
        """Save a note, or keep it elsewhere and raise `RescuedError`; for the writing thread."""
        try:
            saved = save()
        except (CaseError, OSError) as error:
            is_failing = isinstance(error, CaseStopped | OSError)
            path = self._keep(about, text, self._folders(is_failing)) if text else None
            if path is None:
                raise
            raise RescuedError(f"NOT SAVED, but kept in {_short(path)}: {error}") from error
        self._let_go(about)
        return saved

    def _keep(self, about: About, text: str, folders: Iterable[Path]) -> Path | None:
        """Write the text into the first of the folders that takes it; None if none does."""
        before = self._kept.get(about)
        for folder in folders:
            try:
                path = self._write(folder, about, text)
            except OSError:
                continue
            if before not in (None, path):
                self._let_go(about)
            self._kept[about] = path
            return path
        return None

    def _write(self, folder: Path, about: About, text: str) -> Path:
        """Write the text durably, in the place of what was kept of the note before."""
        _make_private(folder)
        before = self._kept.get(about)
        if before and before.parent == folder:
            _write(before, text)
            return before
        path = self._claim(folder, about)
        try:
            _write(path, text)
        except OSError:
            path.unlink(missing_ok=True)
            raise
        return path

    def _claim(self, folder: Path, about: About) -> Path:
        """A name in a folder that no other note was kept under."""
        name = f"{self._case.stem}-{about.kind}-{about.id}"
        for again in count(1):
            path = folder / (f"{name}.txt" if again == 1 else f"{name}-{again}.txt")
            with suppress(FileExistsError):
                path.touch(0o600, exist_ok=False)
                break
        return path

    def _let_go(self, about: About) -> None:
        path = self._kept.pop(about, None)
        if path:
            with suppress(OSError):  # a copy too many does no harm
                path.unlink()

    def _folders(self, is_failing: bool) -> list[Path]:
        """Where it could be kept; where a disk fails, first on another than the case's."""
        mine = (Path(folder, f"casedesk-rescued-{os.getuid()}") for folder in SHARED)
        folders, disk = [locations.rescued_folder(), *mine], _disk(self._case)
        return sorted(folders, key=lambda folder: is_failing and _disk(folder) == disk)


def _disk(path: Path) -> int:
    """The number of the disk that a path is on, or will be."""
    for place in (path, *path.absolute().parents):
        with suppress(OSError):
            return place.stat().st_dev
    return 0


def _make_private(folder: Path) -> None:
    """Make a folder that only this user can look into; one that is somebody else's is refused."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    seen = folder.lstat()
    if seen.st_uid != os.geteuid() or seen.st_mode & 0o170077 != 0o040000:
        raise PermissionError(f"{folder} is not this user's alone")


def _write(path: Path, text: str) -> None:
    """Write a file that is whole and durable, or as it was."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    opened = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(opened, "wb") as file:
            file.write(text.encode(errors="backslashreplace"))
            file.flush()
            os.fsync(opened)
        fresh.replace(path)
        synced(path.parent)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def _short(path: Path) -> str:
    """A path as one reads it: the home folder is ~."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path)
