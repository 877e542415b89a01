"""Merging, splitting, linking and editing, in any order, by two hands: undo and unmerge restore."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import Case, CaseError, Judgement, open_case
from store.search.happened import rows
from tests.laws import tried
from tests.store.conftest import new_article
from tests.store.test_incidents import ARRESTS, RESIN, found

FAST = tried(25)
Act: TypeAlias = Callable[[Case], object]

ARTICLES = (1, 2, 3)
FIELDS = {"title": ("A raid", "Another"), "types": ("bombing",), "date": ("2019", "2020-09-22")}

number, article = st.integers(1, 4), st.sampled_from(ARTICLES)
key = st.sampled_from((ARRESTS, RESIN, "place:ma:casablanca", "count:searches:9:"))

ACTS: dict[str, st.SearchStrategy[Act]] = {
    "take": st.builds(lambda a: lambda case: case.incidents.take(a, "i1"), article),
    "make": st.builds(lambda a, k: lambda case: case.incidents.make(a, [k]), article, key),
    "link": st.builds(lambda n, a, k: lambda case: case.incidents.link(n, a, [k]),
                      number, article, key),
    "proposal": st.builds(lambda n, a: lambda case: case.incidents.link_proposal(n, a, "i1"),
                          number, article),
    "unlink": st.builds(lambda n, a, k: lambda case: case.incidents.unlink(n, [f"{a}:{k}"]),
                        number, article, key),
    "merge": st.builds(lambda n, m: lambda case: case.incidents.merge(n, m), number, number),
    "unmerge": st.builds(lambda n: lambda case: case.incidents.unmerge(n), number),
    "split": st.builds(lambda n, a, k: lambda case: case.incidents.split(n, [f"{a}:{k}"]),
                       number, article, key),
    "part": st.builds(lambda n, m: lambda case: case.incidents.set_part(n, m), number, number),
    "edit": st.sampled_from(sorted(FIELDS)).flatmap(
        lambda field: st.builds(
            lambda n, text: lambda case: case.incidents.edit(n, field, text),
            number, st.sampled_from((*FIELDS[field], "")),
        )
    ),
    "tag": st.builds(lambda n, on: lambda case: case.incidents.tag([n], ["drugs/cannabis"], on),
                     number, st.sampled_from((True, False, None))),
    "judge": st.builds(
        lambda a, k, v: lambda case: case.judge(a, {k: Judgement(v)}),
        article, key, st.sampled_from(("accepted", "rejected", None)),
    ),
    "reread": st.builds(lambda a, n: lambda case: case.put_facts({a: found(n)}),
                        article, st.sampled_from((20, 21))),
}  # fmt: skip
anything = st.one_of(*ACTS.values())
of_incidents = st.one_of(*(strategy for name, strategy in ACTS.items() if name != "reread"))


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("incidents") / "template.case"
    with open_case(path, create=True, user="ana") as case:
        case.add_articles(new_article(f"Article {n} of an incident.") for n in ARTICLES)
        case.put_facts(dict.fromkeys(ARTICLES, found(21)))
        for n in ARTICLES:
            case.incidents.take(n, "i1")
    return path


@pytest.fixture
def copied(template: Path, tmp_path: Path) -> Callable[[], Path]:
    def copy() -> Path:
        shutil.rmtree(tmp_path / "copy", ignore_errors=True)
        (tmp_path / "copy").mkdir()
        return Path(shutil.copy(template, tmp_path / "copy" / "law.case"))

    return copy


def do(case: Case, act: Act) -> object:
    with suppress(CaseError):
        return act(case)
    return None


def seen(case: Case) -> object:
    """All that anyone is shown of incidents."""
    every = case.incidents.ids()
    return (
        {n: case.incidents.get(n) for n in every},
        case.incidents.rows(every),
        [[one.id for one in case.incidents.of(article)] for article in ARTICLES],
    )


def derived(case: Case) -> object:
    with case.engine.reading() as connection:
        return [
            sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
            for table in (*rows.TABLES, "incident_touched")
        ]


@FAST
@given(acts=st.lists(of_incidents, min_size=1, max_size=10))
def test_all_undone_is_as_before_and_all_redone_as_after(
    copied: Callable[[], Path], acts: list[Act]
) -> None:
    with open_case(copied(), user="ana") as case:
        before = seen(case)
        done = sum(do(case, act) is not None for act in acts)
        after = seen(case)
        for _ in range(done):
            case.undo()
        assert seen(case) == before
        for _ in range(done):
            case.redo()
        assert seen(case) == after


@FAST
@given(acts=st.lists(anything, min_size=1, max_size=12))
def test_the_derived_rows_are_what_they_would_be_made_anew(
    copied: Callable[[], Path], acts: list[Act]
) -> None:
    with open_case(copied(), user="ana") as case:
        for act in acts:
            do(case, act)
        live = derived(case)
        case.reindex()
        assert derived(case) == live


ADDING = st.one_of(
    st.builds(
        lambda n, a, k: lambda case: case.incidents.link(n, a, [k]),
        st.integers(1, 2), article, key,
    ),
    st.builds(
        lambda n, field: lambda case: case.incidents.edit(n, field, FIELDS[field][0]),
        st.integers(1, 2), st.sampled_from(sorted(FIELDS)),
    ),
    st.builds(lambda n: lambda case: case.incidents.tag([n], ["weapons/cbrn"], True),
              st.integers(1, 2)),
    st.builds(lambda n: lambda case: case.incidents.merge(3, n), st.integers(1, 2)),
)  # fmt: skip
"""What is said of either of two merged incidents: it is said of the one that stands."""


@FAST
@given(acts=st.lists(ADDING, max_size=8))
def test_a_merge_is_taken_apart_exactly_whatever_was_said_since(
    copied: Callable[[], Path], acts: list[Act]
) -> None:
    with open_case(copied(), user="ana") as case:
        case.incidents.edit(1, "title", "First")
        loser, winner = case.incidents.get(1), case.incidents.get(2)
        assert case.incidents.merge(1, 2) is not None
        for act in acts:
            do(case, act)
        both = case.incidents.get(1)
        assert both.id == 2
        assert {fact.name for fact in both.facts} >= {f.name for f in (*loser.facts, *winner.facts)}
        case.incidents.unmerge(1)
        assert case.incidents.get(1) == loser
        assert case.incidents.get(2).edited == {k: v for k, v in both.edited.items() if k != "title"
                                                or both.title != "First"}  # fmt: skip


@FAST
@given(acts=st.lists(st.tuples(st.booleans(), anything), min_size=1, max_size=12))
def test_two_hands_never_make_a_circle_nor_see_different_things(
    copied: Callable[[], Path], acts: list[tuple[bool, Act]]
) -> None:
    path = copied()
    with open_case(path, user="ana") as ana, open_case(path, user="ben") as ben:
        for is_ana, act in acts:
            hand = ana if is_ana else ben
            do(hand, act)
            with suppress(CaseError):
                if hand is ben:
                    hand.undo()
                    hand.redo()
            every = set(ana.incidents.ids())
            assert seen(ana) == seen(ben)
            assert all(ana.incidents.get(n).id in every for n in range(1, 4) if _is_there(ana, n))


def _is_there(case: Case, incident: int) -> bool:
    with case.engine.reading() as connection:
        return bool(rows.members(connection, incident))


def test_undoing_an_unmerge_into_a_circle_is_refused(copied: Callable[[], Path]) -> None:
    with open_case(copied(), user="ana") as case:
        case.incidents.merge(1, 2)
        apart = case.incidents.unmerge(1)
        assert apart is not None
        case.incidents.merge(2, 1)
        with pytest.raises(CaseError, match="merged into it"):
            case.undo(apart.seq)
        assert [case.incidents.get(n).id for n in (1, 2)] == [1, 1]


def test_what_others_were_merged_into_is_not_undone_from_under_them(
    copied: Callable[[], Path],
) -> None:
    with open_case(copied(), user="ana") as case:
        made = case.incidents.make(1, ["count:searches:9:"])
        assert made is not None
        case.incidents.merge(1, 4)
        with pytest.raises(CaseError, match="incident #1 was merged into it"):
            case.undo(made.seq)


def test_a_merge_of_merges_is_taken_apart_in_any_order(copied: Callable[[], Path]) -> None:
    with open_case(copied(), user="ana") as case:
        alone = [case.incidents.get(n) for n in (1, 2, 3)]
        case.incidents.merge(1, 2)
        case.incidents.merge(2, 3)
        assert case.incidents.get(1).id == 3
        assert set(case.incidents.get(3).merged) == {1, 2}
        case.incidents.unmerge(2)
        assert [case.incidents.get(n).id for n in (1, 2, 3)] == [2, 2, 3]
        case.incidents.unmerge(2)
        assert [case.incidents.get(n) for n in (1, 2, 3)] == alone
