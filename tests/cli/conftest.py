"""The command line, run in this process with a home of its own."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tui.__main__ import main


class Result(NamedTuple):
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, where no case is yet."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("DATA", "STATE", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.delenv("CASEDESK_CASE", raising=False)
    monkeypatch.delenv("CASEDESK_DEBUG", raising=False)
    return tmp_path


@pytest.fixture
def run(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Run:
    """Run ``casedesk`` with some words."""

    def run(*words: str | Path) -> Result:
        monkeypatch.setattr(sys, "argv", ["casedesk", *map(str, words)])
        code = main()
        out, err = capsysbinary.readouterr()
        return Result(int(code), out.decode(), err.decode())

    return run


SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture
def case(run: Run, home: Path) -> Path:
    """A case with the five sample articles, the one that commands find by themselves."""
    assert run("import", *SEEDS).code == 0
    return home / "data" / "casedesk" / "default.case"
