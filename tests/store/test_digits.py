"""The tags under the digits: each analyst's own, the same tomorrow, out of the way of undo."""

from pathlib import Path

import pytest

from store import open_case
from store.errors import NothingToUndo, UnknownTag

TAGS = ("drugs/cannabis", "response/arrest")


def test_digits_are_each_analysts_own_and_last(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    with open_case(path, create=True, user="ana") as case:
        assert case.digits() == ()
        case.keep_digits(TAGS)
    with open_case(path, user="bea") as case:
        assert case.digits() == ()
        case.keep_digits(TAGS[:1])
    with open_case(path, user="ana") as case:
        assert case.digits() == TAGS


def test_keeping_them_again_is_no_change_and_the_log_says_which_moved(tmp_path: Path) -> None:
    with open_case(tmp_path / "a.case", create=True, user="ana") as case:
        first = case.keep_digits(TAGS)
        assert first is not None
        assert first.label == "kept what the digits stand for"
        assert case.keep_digits(TAGS) is None
        change = case.keep_digits((TAGS[0], "goods/wildlife"))
        assert change is not None
        assert change.label == "digit 2 is goods/wildlife"


def test_a_bare_undo_passes_them_by_and_a_named_one_does_not(tmp_path: Path) -> None:
    with open_case(tmp_path / "a.case", create=True, user="ana") as case:
        change = case.keep_digits(TAGS)
        with pytest.raises(NothingToUndo):
            case.undo()
        assert change is not None
        case.undo(change.seq)
        assert case.digits() == ()


def test_a_tag_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with (
        open_case(tmp_path / "a.case", create=True, user="ana") as case,
        pytest.raises(UnknownTag),
    ):
        case.keep_digits(("drugs/canabis",))
