"""The sample case: the five articles that come with casedesk, made into a case on first use."""

import os
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tui import locations
from tui.intake import Intake
from tui.rulebook import rule_book

if TYPE_CHECKING:
    from store import Case


def sample_case() -> Path:
    """The sample case's path; it appears there whole, and never over one that is there."""
    path = locations.sample_case()
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with TemporaryDirectory(prefix=".sample-", dir=path.parent) as folder:
        fresh = Path(folder) / path.name
        _make(fresh)
        _appear(fresh, path)
    return path


def _appear(fresh: Path, path: Path) -> None:
    """A link fails where a file is already: another first use may be under way."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        fresh.replace(path)


def _make(path: Path) -> None:
    from store import open_case

    with open_case(path, create=True) as case:
        _fill(case)


def _fill(case: "Case") -> None:
    intake = Intake(case, rule_book())
    with resources.as_file(resources.files("seeds")) as folder:
        intake.add(sorted(folder.glob("*.txt")))
    intake.find_facts(case.unread())
    if intake.failed:
        raise RuntimeError(" ".join(intake.problems()))
