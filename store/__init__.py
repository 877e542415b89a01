"""A case on disk: documents, changes, queries; formats in and out."""

import importlib
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from store.public import *  # noqa: F403  # the names and their types; loaded below
    from store.tables import CaseDB as CaseDB


def __getattr__(name: str) -> Any:
    """What is asked for is loaded then: a glance at a case needs little, the screen no TinyDB."""
    if name == "CaseDB":
        from store.tables import CaseDB

        return CaseDB
    if PathFinder.find_spec(f"{__name__}.{name}", __path__):  # noqa: F405  # a package has it
        raise AttributeError(name)  # a module of ours: `from store import tags` goes on to it
    public = importlib.import_module("store.public")
    if name not in public.__all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(public, name)
