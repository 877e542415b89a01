"""Undo restores, redo brings again, over restarts and between analysts, whatever was done."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facts.model import Count, Extraction, Incident, Mention, Period, Place, Seizure
from store import Case, CaseDB, CaseError, Change, Judgement, NewArticle, open_case
from store.engine.bodies import decode

FAST = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
ARTICLES = (1, 2, 3)
TAGS = ("drugs/cannabis", "weapons/cbrn", "response/arrest")
FOUND = Extraction(
    "test",
    "en",
    None,
    (
        Mention(0, 6, Count(21, "arrests"), "count.arrested"),
        Mention(7, 13, Place("Rabat", "city", "MA"), "place.gazetteer"),
        Mention(14, 20, Seizure("cannabis", None, Decimal(7196), "kg", flags=("odd",)), "seizure"),
    ),
    (Incident("i1", ("drug_seizure",), "event", Period("2020-09-22", "2020-09-22")),),
)
KEYS = tuple(
    f"{kind}" for kind in ("count:arrests:21:", "place:ma:rabat", "seizure:cannabis:7196:kg:")
)

Act: TypeAlias = Callable[[Case], Change | None]
Snapshot: TypeAlias = dict[tuple[str, int], Any]


def _acts() -> st.SearchStrategy[Act]:
    article, tag = st.sampled_from(ARTICLES), st.sampled_from(TAGS)
    some = st.lists(article, min_size=1, max_size=3, unique=True)
    verdict = st.sampled_from(("accepted", "rejected", None))
    value = st.sampled_from((None, Count(22, "arrests")))
    status = st.sampled_from(("new", "done", "dismissed", "flagged"))
    document = st.dictionaries(
        st.sampled_from("abc"), st.integers() | st.just({}) | st.just({"x": 1})
    )
    return st.one_of(
        st.builds(lambda i, s: lambda case: case.decide(i, s), some, status),
        st.builds(
            lambda i, t, on: lambda case: case.tag(i, [t], on),
            some, tag, st.sampled_from((True, False, None)),
        ),
        st.builds(
            lambda i, k, v, x: lambda case: case.judge(i, {k: Judgement(v, x if v else None)}),
            article, st.sampled_from(KEYS), verdict, value,
        ),
        st.builds(lambda i: lambda case: case.accept_all(i), article),
        st.builds(lambda i, t: lambda case: case.write_note(i, t), article, st.text(max_size=9)),
        st.builds(lambda i, d: lambda case: _put(case, i, d), article, document),
        st.builds(lambda i: lambda case: _remove(case, i), article),
    )  # fmt: skip


def _put(case: Case, number: int, document: dict[str, Any]) -> Change | None:
    return _last(case, lambda: _table(case).upsert({"n": number} | document, _is(number)))


def _remove(case: Case, number: int) -> Change | None:
    return _last(case, lambda: _table(case).remove(_is(number)))


def _table(case: Case) -> Any:
    return CaseDB(case.engine).table("people")


def _is(number: int) -> Callable[[Any], bool]:
    return lambda document: document.get("n") == number


def _last(case: Case, act: Callable[[], object]) -> Change | None:
    before = case.history(1)
    act()
    after = case.history(1)
    return after[0] if after != before else None


def snapshot(case: Case) -> Snapshot:
    with case.engine.reading() as connection:
        rows = connection.execute("SELECT key, body FROM documents").fetchall()
    return {divmod(key, 1 << 40): decode(body) for key, body in rows}


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


@FAST
@given(acts=st.lists(_acts(), max_size=12), cut=st.integers(0, 12))
def test_all_undone_is_as_before_and_all_redone_is_as_after(
    copied: Callable[[], Path], acts: list[Act], cut: int
) -> None:
    path = copied()
    with opened(path) as case:
        start = snapshot(case)
        done = [change for act in acts[:cut] if (change := act(case))]
    with opened(path) as case:
        done += [change for act in acts[cut:] if (change := act(case))]
        end = snapshot(case)
    with opened(path) as case:
        undone = [case.undo().undo for _ in done]
        assert undone == [change.seq for change in reversed(done)]
        assert snapshot(case) == start
        with pytest.raises(CaseError):
            case.undo()
    with opened(path) as case:
        for _ in done:
            case.redo()
        assert snapshot(case) == end
        with pytest.raises(CaseError):
            case.redo()


@FAST
@given(steps=st.lists(_acts() | st.sampled_from(("undo", "redo")), max_size=20))
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
            elif step(case):
                states[at + 1 :] = [snapshot(case)]
                at += 1
            assert snapshot(case) == states[at]


def _walk(key: Callable[[], Change], at: int, step: int, end: int) -> int:
    if 0 <= at + step < end:
        key()
        return at + step
    with pytest.raises(CaseError):
        key()
    return at


@FAST
@given(acts=st.lists(_acts() | st.just(lambda case: case.undo()), max_size=12))
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
