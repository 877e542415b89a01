"""What is taken back, what is brought again, and what is refused because it has changed since."""

from collections.abc import Callable

import pytest
from tinydb.operations import delete

from facts.model import Count, Extraction, Mention
from store import Case, CaseDB, NewArticle
from store.errors import NothingToUndo, UndoConflict

FOUND = Extraction("test", "en", None, (Mention(27, 36, Count(21, "arrests"), "count"),))


@pytest.fixture
def known(case: Case) -> Case:
    case.put_facts({2: FOUND})
    return case


def test_undo_takes_only_my_own_changes_and_no_import(
    known: Case, opened: Callable[[str], Case]
) -> None:
    opened("bob").decide([3], "done")
    with pytest.raises(NothingToUndo):
        known.undo()
    assert known.undo(3).label == "undid: done"
    assert known.redo().label == "redid: done"
    assert known.marks(3).decided is not None


def test_undo_is_refused_where_someone_changed_it_since(
    case: Case, opened: Callable[[str], Case]
) -> None:
    case.decide([1, 2], "done")
    opened("bob").decide([2], "flagged")
    with pytest.raises(UndoConflict) as conflict:
        case.undo()
    assert conflict.value.differences == ("the status of article 2 was changed since by bob",)
    assert "Change 2 (done on 2 articles) was not undone" in str(conflict.value)
    assert [row.status for row in case.rows([1, 2])] == ["done", "flagged"]


def test_a_note_that_another_wrote_in_since_is_named_once_and_with_the_other(
    case: Case, opened: Callable[[str], Case]
) -> None:
    case.write_note(1, "mine")
    opened("bob").write_note(1, "mine and his")
    with pytest.raises(UndoConflict) as conflict:
        case.undo()
    assert conflict.value.differences == ("the note of article 1 was changed since by bob",)


def test_undo_of_an_undo_is_a_redo_and_of_a_redo_an_undo(case: Case) -> None:
    done = case.decide([1], "done")
    assert done is not None
    undone = case.undo()
    redone = case.undo(undone.seq)
    assert (redone.action, case.rows([1])[0].status) == ("redo", "done")
    assert case.undo(redone.seq).undo == done.seq
    with pytest.raises(NothingToUndo, match="already"):
        case.undo(done.seq)
    with pytest.raises(NothingToUndo, match="no change 99"):
        case.undo(99)


def test_something_new_ends_what_could_be_redone(case: Case) -> None:
    case.decide([1], "done")
    case.undo()
    case.decide([2], "done")
    with pytest.raises(NothingToUndo):
        case.redo()
    case.undo()
    assert case.redo().label == "redid: done"
    assert case.rows([2])[0].status == "done"


def test_an_import_is_undone_with_its_facts_and_brought_back(known: Case) -> None:
    assert known.undo(1).label == "undid: imported 3 articles"
    assert (list(known.ids()), known.count()) == ([], 0)
    assert known.add_articles([NewArticle("T", "Another.", "n", "/n")]).added == (4,)
    known.redo()
    assert (list(known.ids()), known.findings(2).extracted) == ([1, 2, 3, 4], True)


def test_a_text_does_not_come_back_beside_itself(known: Case) -> None:
    text = known.article(2).text
    known.undo(1)
    assert known.add_articles([NewArticle("Again", text, "n", "/n")]).added == (4,)
    with pytest.raises(UndoConflict, match="article 2 was imported again, as article 4"):
        known.redo()
    assert list(known.ids()) == [4]


def test_an_import_is_not_undone_over_an_analysts_work(known: Case) -> None:
    known.tag([2], ["drugs/cannabis"])
    known.write_note(3, "x")
    with pytest.raises(UndoConflict, match="article 3 has a note"):
        known.undo(1)
    assert known.count() == 3


def test_a_refused_undo_is_said_once_and_then_passed_over(
    case: Case, opened: Callable[[str], Case]
) -> None:
    case.write_note(1, "before")
    case.decide([2], "done")
    opened("bob").decide([2], "flagged")
    with pytest.raises(UndoConflict, match=r"the next undo takes back change 2 \(noted\)\.$"):
        case.undo()
    assert case.undo().label == "undid: noted"
    with pytest.raises(NothingToUndo):
        case.undo()
    assert [change.label for change in case.history()][:2] == ["undid: noted", "flagged"]


def test_what_was_passed_over_can_be_undone_by_its_number(
    case: Case, opened: Callable[[str], Case]
) -> None:
    bob = opened("bob")
    done = case.decide([2], "done")
    assert done is not None
    bob.decide([2], "flagged")
    with pytest.raises(UndoConflict, match="there is nothing before it to undo"):
        case.undo()
    with pytest.raises(UndoConflict, match="was changed since") as by_number:
        case.undo(done.seq)
    assert "passed over" not in str(by_number.value)
    bob.undo()
    assert case.undo(done.seq).label == "undid: done"
    assert case.redo().label == "redid: done"


def test_a_refused_redo_is_passed_over_too(case: Case, opened: Callable[[str], Case]) -> None:
    case.decide([1], "done")
    case.decide([2], "done")
    case.undo()
    case.undo()
    opened("bob").decide([1], "flagged")
    with pytest.raises(
        UndoConflict,
        match=r"was not done again: the status of article 1 .* the "
        r"next redo brings back change 3 \(done\)",
    ):
        case.redo()
    assert case.redo().label == "redid: done"
    assert [row.status for row in case.rows([1, 2])] == ["flagged", "done"]


def test_being_passed_over_outlives_a_restart(case: Case, opened: Callable[[str], Case]) -> None:
    case.write_note(1, "before")
    case.decide([2], "done")
    opened("bob").decide([2], "flagged")
    with pytest.raises(UndoConflict):
        case.undo()
    assert opened("ana").undo().label == "undid: noted"


def test_nothing_comes_back_to_an_article_that_has_left(
    case: Case, opened: Callable[[str], Case]
) -> None:
    case.tag([2], ["drugs/cannabis"])
    case.undo()
    opened("bob").undo(1)
    with pytest.raises(UndoConflict, match="article 2 is not in the case any more"):
        case.redo()
    with case.engine.reading() as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (0,)


def test_tags_and_facts_return_in_the_order_they_went(known: Case) -> None:
    known.tag([2], ["drugs/cannabis"])
    known.undo()
    known.undo(1)
    assert known.redo().label == "redid: imported 3 articles"
    assert known.redo().label == "redid: tagged drugs/cannabis"
    assert known.findings(2).facts[0].value == Count(21, "arrests")
    assert list(known.marks(2).tags) == ["drugs/cannabis"]
    with pytest.raises(UndoConflict, match="tagged or judged since"):
        known.undo(1)


def test_a_long_document_is_known_again_whatever_the_order_of_its_keys(case: Case) -> None:
    people = CaseDB(case.engine).table("people")
    people.insert({"first": 1, "text": "long " * 99})
    people.update(delete("first"))
    case.undo()
    assert case.undo().label == "undid: changed the table people"
    assert people.all() == []
    case.redo()
    case.redo()
    assert people.all() == [{"text": "long " * 99}]


def test_a_table_dropped_and_back_knows_its_long_documents(case: Case) -> None:
    """Bulk and container: an undone drop restores documents that later undos must know again."""
    database = CaseDB(case.engine)
    database.table("people").insert_multiple({"n": n, "text": "long " * 99} for n in range(3))
    database.table("people").update(delete("n"), doc_ids=[2])
    database.drop_table("people")
    for _ in range(3):
        case.undo()
    assert database.table("people").all() == []
