"""The sample case: the five articles that come with casedesk, made into a case on first use."""

from contextlib import suppress
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from store.engine.copying import fresh
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
    with suppress(FileExistsError), fresh(path) as unfinished:  # another first use was quicker
        _make(unfinished)
    return path


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
