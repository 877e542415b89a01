"""Undo restores, redo brings again, over restarts and between analysts, whatever was done.

Few examples here; see `tests.laws` for more.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from store import Case, CaseError, Change, NewArticle, open_case
from store.engine.bodies import decode, unpacked
from store.errors import NothingToUndo
from tests.laws import tried
from tests.store.acts import (
    ARTICLES,
    BUILDING,
    FOUND,
    JUDGING,
    TAGS,
    Act,
    anything,
    do,
    judging,
    people,
)

FAST = tried(25)
Snapshot: TypeAlias = dict[tuple[str, int], Any]


def snapshot(case: Case) -> Snapshot:
    with case.engine.reading() as connection:
        rows = connection.execute("SELECT key, body FROM documents").fetchall()
    return {divmod(key, 1 << 40): decode(unpacked(body)) for key, body in rows}


def derived(path: Path) -> dict[str, list[Any]]:
    """Everything derived, as values that do not depend on the order it came about in."""
    questions = {
        "rows": "SELECT * FROM rows",
        "terms": "SELECT field, value, article FROM terms JOIN names ON name = no",
        "dates": "SELECT * FROM dates",
        "amounts": "SELECT * FROM amounts",
        "texts": "SELECT * FROM texts",
        "totals": "SELECT * FROM totals WHERE n",
        "found": "SELECT * FROM found",
        "words": "SELECT term, doc, col, offset FROM temp.instances",
        "touched": "SELECT * FROM touched",
        "stacks": "SELECT * FROM stacks",
    }
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE temp.instances USING fts5vocab(main, words, instance)"
        )
        return {name: sorted(connection.execute(ask).fetchall()) for name, ask in questions.items()}


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("laws") / "template.case"
    with open_case(path, create=True, user="ana") as case:
        texts = [f"Article {n}: 21 people in Rabat, café number {n}." for n in ARTICLES]
        case.add_articles(NewArticle(text[:9], text, f"{text[8]}.txt", "/in") for text in texts)
        case.put_facts(dict.fromkeys(ARTICLES, FOUND))
    return path


@pytest.fixture
def copied(template: Path, tmp_path: Path) -> Callable[[], Path]:
    """A fresh copy of the same case for each example."""

    def copy() -> Path:
        shutil.rmtree(tmp_path / "copy", ignore_errors=True)
        (tmp_path / "copy").mkdir()
        return Path(shutil.copy(template, tmp_path / "copy" / "law.case"))

    return copy


@contextmanager
def opened(path: Path) -> Iterator[Case]:
    with open_case(path, user="ana") as case:
        yield case


@pytest.mark.parametrize("name", [*JUDGING, *BUILDING])
def test_every_kind_of_act_changes_something(copied: Callable[[], Path], name: str) -> None:
    """Without this the laws below might hold of nothing."""

    def changes_something(act: Act) -> bool:
        with opened(copied()) as case:
            people(case).insert({"n": 1, "a": 1})
            before = snapshot(case)
            return do(case, act) is not None and snapshot(case) != before

    find(
        {**JUDGING, **BUILDING}[name],
        changes_something,
        settings=settings(FAST, phases=(Phase.generate,)),
    )


@FAST
@given(acts=st.lists(anything, min_size=1, max_size=12), cut=st.integers(0, 12))
def test_all_undone_is_as_before_and_all_redone_is_as_after(
    copied: Callable[[], Path], acts: list[Act], cut: int
) -> None:
    path = copied()
    with opened(path) as case:
        start = snapshot(case)
        done = [change for act in acts[:cut] if (change := do(case, act))]
    with opened(path) as case:
        done += [change for act in acts[cut:] if (change := do(case, act))]
        end = snapshot(case)
    with opened(path) as case:
        undone = [case.undo(change.seq) for change in reversed(done)]
        assert snapshot(case) == start
    with opened(path) as case:
        for change in reversed(undone):
            assert case.undo(change.seq).action == "redo"
        assert snapshot(case) == end


@FAST
@given(acts=st.lists(judging, min_size=1, max_size=12), cut=st.integers(0, 12))
def test_the_keys_alone_take_everything_back_and_bring_it_again(
    copied: Callable[[], Path], acts: list[Act], cut: int
) -> None:
    path = copied()
    with opened(path) as case:
        start = snapshot(case)
        done = [change for act in acts if (change := do(case, act))]
        end = snapshot(case)
        undone = [case.undo().undo for _ in done[:cut]]
    with opened(path) as case:
        undone += [case.undo().undo for _ in done[cut:]]
        assert undone == [change.seq for change in reversed(done)]
        assert snapshot(case) == start
        with pytest.raises(NothingToUndo):
            case.undo()
    with opened(path) as case:
        for _ in done:
            case.redo()
        assert snapshot(case) == end
        with pytest.raises(NothingToUndo):
            case.redo()


@FAST
@given(steps=st.lists(judging | st.sampled_from(("undo", "redo")), max_size=20))
def test_undo_and_redo_walk_along_the_states_an_editor_would(
    copied: Callable[[], Path], steps: list[Any]
) -> None:
    with opened(copied()) as case:
        states, at = [snapshot(case)], 0
        for step in steps:
            if step == "undo":
                at = _walk(case.undo, at, -1, len(states))
            elif step == "redo":
                at = _walk(case.redo, at, 1, len(states))
            elif do(case, step):
                states[at + 1 :] = [snapshot(case)]
                at += 1
            assert snapshot(case) == states[at]


def _walk(key: Callable[[], Change], at: int, step: int, end: int) -> int:
    if 0 <= at + step < end:
        key()
        return at + step
    with pytest.raises(NothingToUndo):
        key()
    return at


@FAST
@given(acts=st.lists(anything | st.just(lambda case: case.undo()), max_size=12))
def test_what_is_derived_is_what_would_be_made_anew(
    copied: Callable[[], Path], acts: list[Act]
) -> None:
    path = copied()
    with opened(path) as case:
        for act in acts:
            try:
                act(case)
            except CaseError:
                continue
        followed = derived(path)
        case.reindex()
        assert followed == derived(path)


@FAST
@given(order=st.permutations(range(6)))
def test_tags_of_several_analysts_are_undone_in_any_order(
    copied: Callable[[], Path], order: list[int]
) -> None:
    path = copied()
    with opened(path) as ana, open_case(path, user="bob") as bob:
        start = snapshot(ana)
        changes = [case.tag([1], [tag], True) for tag in TAGS for case in (ana, bob)]
        changes[1::2] = [
            case.tag([2], [tag], True) for tag, case in zip(TAGS, (bob, ana, bob), strict=True)
        ]
        for n in order:
            change = changes[n]
            assert change is not None
            (ana if n % 2 else bob).undo(change.seq)
        assert snapshot(bob) == start
