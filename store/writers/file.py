"""An export as a file: there when all of it is on the disk, and over nothing by accident."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from store.engine import held
from store.engine.copying import fresh, like
from store.errors import CaseError

if TYPE_CHECKING:
    from store.case import Case

_CASE = b"SQLite format 3\0"


def write(case: "Case", pieces: Iterable[str], target: Path, *, replace: bool = False) -> None:
    """Write the pieces of an export into a file, with the permissions of its case.

    Raises `CaseError` where something is there and `replace` does not allow to replace it, where
    what is there is a case, and where the disk cannot take it; what was there is then still there.
    """
    try:
        _refuse(target, replace=replace)
        with fresh(target, replace=replace) as unfinished:
            unfinished.touch(mode=0o600)
            with unfinished.open("w", encoding="utf-8") as file:
                file.writelines(pieces)
            like(case.path, unfinished)
    except FileExistsError:
        raise _exists(target) from None
    except OSError as error:
        raise CaseError(f"{target} was not written: {error.strerror or error}.") from error


def _refuse(target: Path, *, replace: bool) -> None:
    """Say so before a large case is written for nothing."""
    if not target.exists():
        return
    if target.is_dir():
        raise CaseError(f"{target} is a folder; name a file in it.")
    if not replace:
        raise _exists(target)
    with held.opened(target) as file:
        if file.read(len(_CASE)) == _CASE:
            raise CaseError(
                f"{target} is a case, and no export takes its place; name another file."
            )


def _exists(target: Path) -> CaseError:
    return CaseError(f"{target} is there already; --force puts the export in its place.")
