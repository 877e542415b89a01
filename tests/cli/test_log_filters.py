"""The log by analyst and by moment, and what is said of a moment or a name that is none."""

import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store import open_case
from tests.cli.conftest import Run
from tui.ago import ago, moment

NOW = datetime(2026, 11, 21, 14, 30, tzinfo=UTC)


@pytest.fixture
def shared(case: Path) -> Path:
    with open_case(case, user="ana") as ana, open_case(case, user="ben") as ben:
        tagged = ana.tag([1], ["drugs/cannabis"])
        ben.decide([1, 2], "done")
        assert tagged
        ben.undo(tagged.seq)
    return case


@pytest.fixture
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The clock on the wall shows UTC."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


def test_by_analyst(run: Run, shared: Path) -> None:
    lines = [json.loads(line) for line in run("log", "--by", "ben", "--json").out.splitlines()]
    assert [line["label"] for line in lines] == [
        "undid: tagged drugs/cannabis",
        "done on 2 articles",
    ]
    assert lines[1]["articles"] == "1-2"
    ana = run("log", "--by", "ana", "--article", "1", "--json", "--limit", "1").out
    assert json.loads(ana)["undone_by"] == "ben"
    nobody = run("log", "--by", "bne")
    assert nobody.code == 1
    assert "Nobody called bne has changed anything; those who did: ana, ben" in nobody.err


def test_since(run: Run, shared: Path) -> None:
    assert run("log", "--since", "2 hours").out == run("log", "--since", "today").out != ""
    later = run("log", "--since", "2999-01-01")
    assert (later.code, later.err) == (1, "Nothing has been changed since then.\n")


def test_a_moment_that_is_none_is_refused_with_what_would_be(run: Run, shared: Path) -> None:
    wrong = run("log", "--since", "soon")
    assert wrong.code == 2
    assert "'soon' is no moment; a day (2026-11-21)" in wrong.err
    assert "yesterday" in wrong.err


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("2026-11-20", "2026-11-20T00:00:00.000Z"),
        ("2026-11-20 14:30", "2026-11-20T14:30:00.000Z"),
        ("2 hours", "2026-11-21T12:30:00.000Z"),
        ("90 min ago", "2026-11-21T13:00:00.000Z"),
        ("an hour", "2026-11-21T13:30:00.000Z"),
        ("3d", "2026-11-18T14:30:00.000Z"),
        ("Yesterday", "2026-11-20T00:00:00.000Z"),
        ("today", "2026-11-21T00:00:00.000Z"),
        ("99999999 weeks", ""),
    ],
)
def test_moments(words: str, at: str, utc: None) -> None:
    assert moment(words, NOW) == at


@pytest.mark.parametrize("words", ["", "soon", "2", "2 moons", "2026-13-01", "yesterdays"])
def test_no_moments(words: str) -> None:
    with pytest.raises(ValueError, match=r"isoformat|month"):
        moment(words, NOW)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-11-21T14:30:00.400Z", "now"),
        ("2026-11-21T14:29:57.000Z", "3 s ago"),
        ("2026-11-21T14:00:00.000Z", "30 min ago"),
        ("2026-11-20T14:00:00.000Z", "1 d ago"),
        ("2024-11-20T14:00:00.000Z", "2 y ago"),
    ],
)
def test_how_long_ago(at: str, said: str) -> None:
    assert ago(at, NOW) == said
