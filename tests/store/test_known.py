"""What a process keeps in mind from one change to the next is forgotten once it may be wrong."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from store import Case, CaseError, open_case, parse_query
from store.care.verify import verify
from store.errors import NothingToUndo

CANNABIS, COCAINE = "drugs/cannabis", "drugs/cocaine"


def found(case: Case, words: str) -> list[int]:
    return list(case.ids(parse_query(words)))


def test_a_tag_that_a_colleague_merged_meanwhile_is_put_as_what_it_became(
    case: Case, opened: Callable[[str], Case]
) -> None:
    case.tag([1], [CANNABIS])
    opened("ben").tags.merge(CANNABIS, COCAINE)
    case.tag([2], [CANNABIS])
    assert [list(case.marks(article).tags) for article in (1, 2)] == [[COCAINE], [COCAINE]]


def test_an_article_is_there_whatever_a_table_that_nobody_has_says_of_it(case: Case) -> None:
    with case.engine.change("table") as writing:
        writing.expect_about("nobody's", [1])
        assert writing.has("articles", 1)
        assert not writing.has("nobody's", 1)


def test_the_log_goes_on_from_a_colleagues_last_change(
    case: Case, opened: Callable[[str], Case], path: Path
) -> None:
    ben = opened("ben")
    for hand in (case, case, ben, case, ben, ben, case):
        hand.tag([1], [CANNABIS])
    assert [change.user for change in case.history(7)] == [
        "ana", "ben", "ben", "ana", "ben", "ana", "ana",
    ]  # fmt: skip
    case.close()
    ben.close()
    assert verify(path).flaws == ()


def test_names_have_other_numbers_once_the_index_was_made_anew(case: Case, path: Path) -> None:
    case.put_facts({})
    case.tag([1], [COCAINE])
    case.tag([2], [CANNABIS])
    case.tag([1], [COCAINE], on=False)
    case.reindex()
    case.tag([3], [CANNABIS])
    assert (found(case, f"tag:{CANNABIS}"), found(case, f"tag:{COCAINE}")) == ([2, 3], [])
    case.close()
    assert verify(path).flaws == ()


def test_a_change_that_failed_leaves_nothing_in_mind(
    case: Case, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.tag([1], [CANNABIS])
    with monkeypatch.context() as patch:
        patch.setattr("store.changes.standing.record", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            case.tag([2], ["people/smuggling"])
    case.tag([3], ["people/smuggling"])
    assert (found(case, "tag:people/smuggling"), found(case, "tag:cannabis")) == ([3], [1])
    case.close()
    assert verify(path).flaws == ()


def test_what_another_opening_of_mine_undid_is_not_redone_over_something_new(
    case: Case, opened: Callable[[str], Case]
) -> None:
    case.tag([1], [CANNABIS])
    case.tag([2], [CANNABIS])
    again = opened("ana")
    again.undo()
    case.tag([3], [CANNABIS])
    for hand in (case, again):
        with pytest.raises(NothingToUndo):
            hand.redo()
    assert found(case, "tag:cannabis") == [1, 3]


def test_nothing_new_is_written_to_a_case_that_a_newer_casedesk_has_taken_over(
    case: Case, path: Path
) -> None:
    case.tag([1], [CANNABIS])
    case.tag([2], [CANNABIS])
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(CaseError, match="newer casedesk"):
        case.tag([3], [CANNABIS])
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 2")
    newer.close()
    with open_case(path, user="ana") as back:
        assert found(back, "tag:cannabis") == [1, 2]
