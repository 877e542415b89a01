"""The sample case: the five articles that come with casedesk, made into a case on first use."""

import os
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from tui import locations
from tui.intake import Intake

if TYPE_CHECKING:
    from store import Case


def sample_case() -> Path:
    """The sample case's path; a case that could not be finished is never found there."""
    path = locations.sample_case()
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    _make(draft)
    draft.replace(path)
    return path


def _make(path: Path) -> None:
    from store import open_case

    with open_case(path, create=True) as case:
        _fill(case)


def _fill(case: "Case") -> None:
    intake = Intake(case)
    with resources.as_file(resources.files("seeds")) as folder:
        intake.add(sorted(folder.glob("*.txt")))
    intake.find_facts(case.unread())
