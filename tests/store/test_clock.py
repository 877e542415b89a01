"""A clock that goes back is noted on the change; the order of changes never asks it."""

import pytest

from store import Case

TIMES = (
    "2036-02-07T06:28:16.000Z",  # set wrongly
    "2026-11-21T09:00:00.000Z",  # and set right
    "2026-11-21T09:00:00.000Z",
    "2026-11-21T09:00:01.000Z",
)


def test_only_the_change_at_which_it_went_back_says_so(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, time in enumerate(TIMES):
        monkeypatch.setattr("store.changes.writing.now", lambda time=time: time)
        case.decide([1], ("done", "flagged")[number % 2])
    changes = case.history(limit=4)[::-1]
    assert [change.seq for change in changes] == [2, 3, 4, 5]
    assert [change.at for change in changes] == list(TIMES)
    assert [change.clock for change in changes] == [
        None, f"the clock had gone back, from {TIMES[0]}", None, None,
    ]  # fmt: skip
    assert case.undo().undo == 5
