"""What an analyst keeps of the list: marked rows, and queries under names."""

from collections.abc import Callable

import pytest

from store import Case, open_case, parse_query
from store.errors import CaseError, QueryError


class TestMarked:
    def test_marks_are_each_analysts_own_and_survive_a_restart(
        self, case: Case, opened: Callable[[str], Case]
    ) -> None:
        case.picked.mark([1, 3])
        case.picked.mark([3])
        case.picked.unmark([1, 2])
        assert opened("ana").picked.ids() == [3]
        assert opened("bea").picked.ids() == []

    def test_they_are_asked_for_in_queries(self, case: Case) -> None:
        case.picked.mark([1, 3])
        assert list(case.ids(parse_query("is:marked"))) == [1, 3]
        assert list(case.ids(parse_query("-is:marked"))) == [2]
        assert case.count(parse_query("is:marked cannabis")) == 1
        assert list(case.search.ids(parse_query("is:marked"), marked={2})) == [2]

    def test_they_are_no_change(self, case: Case) -> None:
        before = case.history()
        case.picked.mark(range(1, 4))
        assert case.history() == before

    def test_an_article_that_left_is_not_marked(self, case: Case) -> None:
        case.picked.mark([1])
        case.undo(1)
        assert case.picked.ids() == []


class TestQueries:
    def test_they_are_shared_and_undone(self, case: Case, opened: Callable[[str], Case]) -> None:
        change = case.queries.save(" To  do ", "is:new  tag:drugs ")
        assert change is not None
        assert (change.action, change.label) == ("query", "saved the query To do")
        (saved,) = opened("bea").queries.all()
        assert (saved.name, saved.query) == ("To do", "is:new  tag:drugs")
        case.undo()
        assert case.queries.all() == ()

    def test_one_name_is_one_query(self, case: Case) -> None:
        case.queries.save("To do", "is:new")
        change = case.queries.save("to do", "is:flagged")
        assert change is not None
        assert change.label == "changed the query to do"
        assert [(q.name, q.query) for q in case.queries.all()] == [("to do", "is:flagged")]
        assert case.queries.save("to do", "is:flagged") is None

    def test_renamed_and_deleted(self, case: Case) -> None:
        case.queries.save("a", "is:new")
        case.queries.save("b", "is:done")
        case.queries.rename(1, "c")
        with pytest.raises(CaseError, match="called b already"):
            case.queries.rename(1, "B")
        case.queries.delete(2)
        assert [q.name for q in case.queries.all()] == ["c"]
        case.undo()
        assert [q.name for q in case.queries.all()] == ["c", "b"]
        with pytest.raises(CaseError, match="deleted meanwhile"):
            case.queries.delete(3)

    def test_a_name_is_looked_up_with_the_nearest(self, case: Case) -> None:
        with pytest.raises(CaseError, match="no saved queries"):
            case.queries.named("x")
        case.queries.save("To do", "is:new")
        assert case.queries.named("to DO").query == "is:new"
        with pytest.raises(CaseError, match=r"did you mean To do\?"):
            case.queries.named("todo")

    def test_what_is_no_query_is_not_saved(self, case: Case) -> None:
        with pytest.raises(QueryError):
            case.queries.save("x", "tga:drugs")
        with pytest.raises(CaseError, match="nothing to save"):
            case.queries.save("x", " ")
        with pytest.raises(CaseError, match="needs a name"):
            case.queries.save(" ", "is:new")
        assert case.queries.all() == ()


def test_a_case_for_reading_keeps_no_marks(case: Case) -> None:
    case.picked.mark([2])
    case.close()
    with open_case(case.path, user="ana", read_only=True) as again:
        assert again.picked.ids() == [2]
        with pytest.raises(CaseError):
            again.picked.mark([1])


def test_a_case_with_marks_is_whole(case: Case) -> None:
    case.picked.mark([1, 3])
    case.reindex()
    assert case.picked.ids() == [1, 3]
    assert case.care.verify().flaws == ()
