"""The case under a command: opened for reading or for changing, and what goes wrong said once."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.configured import choose_tags, chosen_settings
from tui.cli.options import chosen_case, is_network_allowed
from tui.diagnostics import ExitCode, RefusedError, say

if TYPE_CHECKING:
    from store import Case


@contextlib.contextmanager
def reading(case: str | None) -> Iterator["Case"]:
    """The chosen case, to look at; nothing in it is touched."""
    with refusals(), _opened(chosen_case(case), read_only=True) as opened:
        yield opened


@contextlib.contextmanager
def changing(case: str | None, *, create: bool = False) -> Iterator["Case"]:
    """The chosen case, to change; made first where `create` says so and there is none."""
    with refusals(), _opened(chosen_case(case), create=create) as opened:
        yield opened


def open_for_desk(path: Path) -> "Case":
    """A case to work on; one that cannot be changed is opened to be read, and that is said."""
    from store.errors import CaseFull, CaseStopped, ReadOnlyCase

    try:
        return _opened(path)
    except (CaseFull, CaseStopped, ReadOnlyCase) as error:
        opened = _opened(path, read_only=True)
        opened.hindrance = str(error)
        say(f"{error} It is open for reading.")
        return opened


def _opened(path: Path, *, create: bool = False, read_only: bool = False) -> "Case":
    from store import open_case
    from store.errors import DamagedCase

    choose_tags()
    user = None if read_only else chosen_settings().user or None
    network = is_network_allowed()
    try:
        return open_case(path, create=create, user=user, read_only=read_only, network=network)
    except DamagedCase as error:
        from store.care.advice import way_out

        raise DamagedCase(f"{error} {way_out(path)}") from error


@contextlib.contextmanager
def refusals() -> Iterator[None]:
    """What goes wrong with a case becomes a refusal in the case's own words."""
    from store.errors import CaseError, NothingToUndo, UnknownArticle

    try:
        yield
    except (NothingToUndo, UnknownArticle) as error:
        raise RefusedError(str(error), ExitCode.NOTHING) from error
    except CaseError as error:
        raise RefusedError(str(error)) from error
