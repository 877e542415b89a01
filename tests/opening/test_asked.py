"""The first screen shows the case that is then opened, or nothing."""

import sys
from pathlib import Path

import pytest

from tui import locations
from tui.opening.asked import asked_for

linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is no first screen")


@linux
@pytest.mark.parametrize("data", [None, "", "data"])
def test_the_cases_lie_where_the_locations_say(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, data: str | None
) -> None:
    environ = {"HOME": str(tmp_path)}
    if data is not None:
        environ["XDG_DATA_HOME"] = str(tmp_path / data) if data else ""
    for name in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert asked_for(["demo"], environ) == str(locations.sample_case())
    assert asked_for([], environ) == asked_for(["open"], environ) == str(locations.default_case())


@linux
@pytest.mark.parametrize(
    ("words", "case"),
    [
        (["open", "a.case"], "a.case"),
        (["open", "~/a.case"], "/home/ana/a.case"),
        ([], "/home/ana/named.case"),
        (["open", "--case", "a.case"], None),
        (["--case", "a.case"], None),
        (["open", "--help"], None),
        (["open", "a", "b"], None),
        (["demo", "x"], None),
        (["list"], None),
        (["opne"], None),
    ],
)
def test_only_what_is_plain_is_understood(
    monkeypatch: pytest.MonkeyPatch, words: list[str], case: str | None
) -> None:
    monkeypatch.setenv("HOME", "/home/ana")
    assert asked_for(words, {"CASEDESK_CASE": "~/named.case"}) == case
