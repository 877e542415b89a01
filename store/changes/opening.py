"""A case opened as documents and changes, by whatever door one comes in."""

from pathlib import Path

from store.changes.writing import Engine
from store.engine import files, place
from store.errors import ReadOnlyCase
from store.processes import user as analyst


def opened(
    path: Path, *, create: bool = False, user: str | None = None, read_only: bool = False,
    network: bool = False,
) -> Engine:  # fmt: skip
    """Open a case, or make an empty one where there is no file and `create` says so.

    Raises a `CaseError` whose sentence says what is wrong with the file; nothing is overwritten.
    On a network file system it is opened only if `network` says so.
    """
    files.find(path, create=create, network=network)
    if not read_only and (reason := place.unwritable(str(path))):
        raise ReadOnlyCase(reason)
    return Engine(path, user=user or analyst(), read_only=read_only)
