"""Laws of an undo between two analysts: all of it or nothing, and refused only with a reason."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from store import Case, Change, NewArticle, open_case
from store.changes import log
from store.errors import NothingToUndo, UndoConflict
from tests.laws import tried

ARTICLES = (1, 2, 3)

_IDS = st.lists(st.sampled_from(ARTICLES), min_size=1, max_size=3, unique=True)
_ACT = st.one_of(
    st.tuples(st.just("decide"), _IDS, st.sampled_from(["done", "flagged"])),
    st.tuples(st.just("tag"), _IDS, st.sampled_from(["drugs/cannabis", "response/arrest"])),
    st.tuples(st.just("note"), _IDS, st.sampled_from(["one", "two", ""])),
    st.tuples(st.just("undo"), st.integers(2, 8), st.just("")),
)
_ACTS = st.lists(st.tuples(st.booleans(), _ACT), min_size=2, max_size=8)


def everything(case: Case) -> list[object]:
    """All that analysts gave the articles, but for when they did."""
    return [
        (row.status, sorted(row.tags), case.note(row.id))
        for row in case.rows(ARTICLES)
    ]  # fmt: skip


def do(case: Case, act: tuple[str, object, str]) -> Change | None:
    kind, what, value = act
    match kind, what:
        case "decide", list():
            return case.decide(what, value)  # type: ignore[arg-type]
        case "tag", list():
            return case.tag(what, [value])
        case "note", list():
            return case.write_note(what[0], value)
    try:
        return case.undo(what)  # type: ignore[arg-type]
    except (NothingToUndo, UndoConflict):
        return None


@tried(40)
@given(_ACTS, st.data())
def test_an_undo_restores_all_that_a_change_wrote_or_leaves_all_and_says_why(
    acts: list[tuple[bool, tuple[str, object, str]]], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.case")
        with open_case(path, create=True, user="ana") as ana, open_case(path, user="ben") as ben:
            ana.add_articles([NewArticle(t, t, t, "/in") for t in "abc"])
            for is_anas, act in acts:
                do(ana if is_anas else ben, act)
            last = len(ana.changes.seqs())
            seq = data.draw(st.integers(2, max(last, 2)))
            before = everything(ana)
            assert before == everything(ben)
            undone = attempted(ana, seq)
            if isinstance(undone, Change):
                assert not moved(ana, undone.seq)
                ben.undo(undone.seq)
            elif isinstance(undone, UndoConflict):
                assert undone.differences
                assert moved(ana, undone.seq)
            assert everything(ana) == everything(ben) == before


def attempted(case: Case, seq: int) -> Change | NothingToUndo | UndoConflict:
    try:
        return case.undo(seq)
    except (NothingToUndo, UndoConflict) as refusal:
        return refusal


def moved(case: Case, seq: int) -> bool:
    """Whether something that a change wrote is not there now as it wrote it."""
    with case.engine.change("look") as writing:
        return any(
            not patch.stands(writing.text_at(patch.table, patch.id, patch.path))
            for patch in log.patches_of(writing.connection, seq)
        )
