"""Who did what, and taking it back."""

import json
from pathlib import Path

import pytest

import store.changes.writing
from store import open_case
from tests.cli.conftest import Run


def tag(case: Path) -> int:
    with open_case(case) as opened:
        change = opened.tag([1], ["drugs/cannabis"], on=True)
    assert change
    return change.seq


def tags(case: Path) -> list[str]:
    with open_case(case) as opened:
        return list(opened.marks(1).tags)


def test_the_log_is_newest_first(run: Run, case: Path) -> None:
    seq = tag(case)
    result = run("log")
    assert (result.code, result.err) == (0, "")
    first, *rest = (line.split("\t") for line in result.out.splitlines())
    assert first[0] == str(seq)
    assert "drugs/cannabis" in first[3]
    assert [int(row[0]) for row in rest] == sorted((int(row[0]) for row in rest), reverse=True)


def test_the_log_of_an_article_and_of_few_changes(run: Run, case: Path) -> None:
    tag(case)
    assert run("log", "--limit", "1").out.count("\n") == 1
    changes = [json.loads(line) for line in run("log", "--article", "2", "--json").out.splitlines()]
    assert changes
    assert not any(change["action"] == "tag" for change in changes)


def test_a_clock_that_went_back_is_in_the_log(
    run: Run, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as set_back:
        set_back.setattr(store.changes.writing, "now", lambda: "2001-09-09T01:46:40.000Z")
        tag(case)
    newest, before = (json.loads(line) for line in run("log", "--json").out.splitlines()[:2])
    assert newest["clock"] == f"the clock had gone back, from {before['at']}"
    assert before["clock"] is None


def test_undo_takes_back_my_last_change_and_says_which(run: Run, case: Path) -> None:
    seq = tag(case)
    result = run("undo")
    assert (result.code, result.out) == (0, "")
    assert "drugs/cannabis" in result.err
    assert tags(case) == []
    again = run("undo", seq)
    assert again.code == 1
    assert "already" in again.err


def test_undo_without_a_change_says_so(run: Run, case: Path) -> None:
    result = run("undo")
    assert (result.code, result.out) == (1, "")
    assert result.err.count("\n") == 1


def test_undo_of_a_number_that_is_no_change_says_so(run: Run, case: Path) -> None:
    result = run("undo", "999")
    assert result.code in {1, 2}
    assert "999" in result.err


@pytest.mark.parametrize(
    "asked", [("undo",), ("log", "--article"), ("log", "--limit"), ("list", "--newest")]
)
def test_a_number_that_nothing_can_have_is_refused(
    run: Run, case: Path, asked: tuple[str, ...]
) -> None:
    result = run(*asked, "9" * 20)
    assert (result.code, result.out) == (2, "")
    assert "is not in the range 1<=x<=9223372036854775807" in result.err
    assert run(*asked[:1], *asked[1:], str(2**63 - 1)).code in {0, 1}


def test_an_import_is_undone_by_its_number(run: Run, case: Path) -> None:
    changes = [json.loads(line) for line in run("log", "--json").out.splitlines()]
    for change in changes:
        assert run("undo", change["seq"]).code == 0
    assert run("list").code == 1
