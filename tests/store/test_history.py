"""The history: every change newest first, those of an article, an analyst, a moment, some words."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from store import Case, NewArticle, open_case
from store.changes.history import Past
from tests.laws import tried


def labels(case: Case, asked: Past) -> list[str]:
    return [entry.change.label for entry in case.changes.entries(case.changes.seqs(asked))]


def test_by_article_by_analyst_by_words_and_since(
    case: Case, opened: Callable[[str], Case]
) -> None:
    ben = opened("ben")
    case.tag([1, 2], ["drugs/cannabis"])
    ben.decide([2], "done")
    ben.write_note(3, "x")
    assert list(case.changes.seqs()) == [4, 3, 2, 1]
    assert labels(case, Past(article=2)) == [
        "done", "tagged drugs/cannabis on 2 articles", "imported 3 articles",
    ]  # fmt: skip
    assert labels(case, Past(user="ben")) == ["noted", "done"]
    assert labels(case, Past(words="CANNABIS tag")) == ["tagged drugs/cannabis on 2 articles"]
    assert labels(case, Past(user="ben", article=3)) == ["noted"]
    at = case.changes.entries([3])[0].change.at
    assert list(case.changes.seqs(Past(since=at)))[-1] <= 3
    assert labels(case, Past(since="2999")) == []
    assert case.changes.analysts() == ["ana", "ben"]


def test_what_was_undone_is_marked_with_who_did_it(
    case: Case, opened: Callable[[str], Case]
) -> None:
    done = case.decide([1], "done")
    assert done is not None
    undone = opened("ben").undo(done.seq)
    assert marked(case) == [None, "ben", None]
    redone = case.undo(undone.seq)
    assert marked(case) == [None, "ana", None, None]
    case.undo(redone.seq)
    assert marked(case) == [None, "ana", "ana", "ana", None]


def marked(case: Case) -> list[str | None]:
    return [entry.undone_by for entry in case.changes.entries(case.changes.seqs())]


_ACTS = st.lists(st.tuples(st.sampled_from("dfxuro"), st.integers(1, 3)), max_size=14)


@tried(25)
@given(_ACTS)
def test_a_change_is_marked_exactly_while_it_has_no_effect(
    acts: list[tuple[str, int]],
) -> None:
    """As the log's own stacks of undo see it."""
    from tempfile import TemporaryDirectory

    from store.changes import standing
    from store.errors import CaseError

    with TemporaryDirectory() as folder, open_case(f"{folder}/a.case", create=True) as case:
        case.add_articles([NewArticle(t, t, t, "/in") for t in "abc"])
        for act, article in acts:
            try:
                if act == "u":
                    case.undo()
                elif act == "r":
                    case.redo()
                elif act == "o":
                    case.undo(article + 1)
                else:
                    status = {"d": "done", "f": "flagged", "x": "dismissed"}[act]
                    case.decide([article], status)  # type: ignore[arg-type]
            except CaseError:
                continue
        with case.engine.reading() as connection:
            for entry in case.changes.entries(case.changes.seqs()):
                if entry.change.action != "redo":
                    stands = standing.stands(connection, entry.change)
                    assert (entry.undone_by is None) == stands, entry
