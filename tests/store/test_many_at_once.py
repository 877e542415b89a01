"""Changes known where they are put: what the log says of them, and of a script's beside them."""

import json
import math
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import where

from store import Case, CaseDB, NewArticle, open_case
from store.changes import log
from store.changes.patches import Patch, differences
from store.engine.bodies import decode, encode, encode_own
from store.errors import NothingToUndo
from tests.store.acts import ARTICLES, FOUND, JUDGING, TAGS, Act, do
from tests.store.test_laws import FAST, snapshot

_MARKS = 3
_acts = st.lists(
    st.one_of(*(JUDGING[name] for name in ("decide", "tag", "judge", "accept_all")))
    | st.just(Case.undo),
    max_size=8,
)
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture
def case(tmp_path: Path) -> Any:
    with open_case(tmp_path / "many.case", create=True, user="ana") as case:
        texts = [f"Article {n}: 21 people in Rabat." for n in ARTICLES]
        case.add_articles(NewArticle(text[:9], text, f"{text[8]}.txt", "/in") for text in texts)
        case.put_facts(dict.fromkeys(ARTICLES, FOUND))
        yield case


def patches(case: Case, seq: int) -> list[Patch]:
    with case.engine.reading() as connection:
        return log.patches_of(connection, seq)


@FAST
@given(acts=_acts)
def test_the_log_says_what_a_comparison_of_the_documents_would(
    tmp_path_factory: pytest.TempPathFactory, acts: list[Act]
) -> None:
    with open_case(tmp_path_factory.mktemp("log") / "log.case", create=True, user="ana") as case:
        case.add_articles(NewArticle(str(n), f"Article {n}", f"{n}", "/in") for n in ARTICLES)
        case.put_facts(dict.fromkeys(ARTICLES, FOUND))
        for act in acts:
            before = snapshot(case)
            change = None
            with suppress(NothingToUndo):
                change = do(case, act)
            said = [] if change is None else patches(case, change.seq)
            assert _sorted(said) == _sorted(_compared(before, snapshot(case)))


def _compared(before: dict[tuple[str, int], Any], after: dict[tuple[str, int], Any]) -> list[Patch]:
    found: list[Patch] = []
    for table, number in {*before, *after}:
        assert table == _MARKS or before.get((table, number)) == after.get((table, number))  # type: ignore[comparison-overlap]  # a table by its number
        old, new = before.get((table, number)), after.get((table, number))
        text = None if new is None else encode(new)
        found += differences("marks", number, None if old is None else encode(old), new or {}, text)
    return found


def _sorted(some: list[Patch]) -> list[Patch]:
    return sorted(some, key=lambda one: (one.id, one.path))


def test_what_a_script_changes_in_place_beside_a_tag_is_in_the_same_change(case: Case) -> None:
    start = snapshot(case)
    marks = CaseDB(case.engine).table("marks")

    def flag(document: Any) -> None:
        document["tags"][TAGS[0]]["by"] = "a script"

    with case.engine.change("table", "both") as writing:
        case.tag(ARTICLES, [TAGS[0]], True)
        marks.update(flag, doc_ids=[2])
        case.tag(ARTICLES, [TAGS[1]], True)
    assert writing.change is not None
    assert len(patches(case, writing.change.seq)) == 2 * len(ARTICLES)
    assert case.marks(2).tags[TAGS[0]].by == "a script"
    case.undo()
    assert snapshot(case) == start


def test_a_script_cannot_write_what_json_has_no_form_for(case: Case) -> None:
    people = CaseDB(case.engine).table("people")
    with pytest.raises(TypeError):
        people.insert({"born": datetime.now(UTC)})
    assert not people.search(where("born").exists())


@pytest.mark.parametrize("odd", [math.inf, -math.inf, math.nan, 10**30])
def test_what_a_script_left_in_an_articles_marks_outlives_a_decision(
    case: Case, odd: float
) -> None:
    marks = CaseDB(case.engine).table("marks")
    case.tag([2], [TAGS[0]], True)
    marks.update({"weight": odd, "kept": None}, doc_ids=[2])
    case.decide([2], "done")
    found = marks.search(where("kept").test(lambda kept: kept is None))
    assert [repr(document["weight"]) for document in found] == [repr(odd)]


@FAST
@given(value=_json)
def test_json_reads_as_it_was_written_by_whichever_way(value: object) -> None:
    read = (json.loads(encode(value)), decode(encode(value)), decode(encode_own(value)))
    assert {*map(repr, read), repr(decode(json.dumps(value)))} == {repr(value)}  # NaN is not itself


@pytest.mark.parametrize("value", ["word", None, 7])
def test_a_key_of_a_script_that_is_none_is_written_as_by_json(value: object) -> None:
    assert encode({None: value}) == json.dumps({None: value}, separators=(",", ":"))


@pytest.mark.parametrize("text", ["half \ud83d of a pair", '\x00\x1f\x7f\b\f\u2028 "\\\U0001f600'])
def test_a_stamp_is_the_same_text_as_ever(text: str) -> None:
    stamp = {"by": text, "at": "now"}
    is_whole = text.isprintable() or "\ud83d" not in text
    assert encode(stamp) == json.dumps(stamp, ensure_ascii=not is_whole, separators=(",", ":"))
    assert decode(encode(stamp)) == stamp
