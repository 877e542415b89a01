"""TinyDB on a case behaves as TinyDB does in memory, and better where two hands meet."""

import multiprocessing
from collections.abc import Callable, Iterator
from decimal import Decimal
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import tinydb
from hypothesis import given
from hypothesis import strategies as st
from tinydb import where
from tinydb.operations import delete, increment
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from facts.model import Extraction, Mention, Seizure
from store import Case, NewArticle, open_case, parse_query
from store.errors import MisshapenDocument
from store.tables import CaseDB, CaseStorage
from tests.laws import tried

Operation: TypeAlias = Callable[[Table], Any]
_NAMES = (f"table{n}" for n in count())


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseDB]:
    with CaseDB(tmp_path_factory.mktemp("tables") / "shared.case") as database:
        yield database


@pytest.fixture
def db(path: Path) -> Iterator[CaseDB]:
    with CaseDB(path, user="ana") as database:
        yield database


def _documents() -> st.SearchStrategy[dict[str, Any]]:
    value = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
    nested = st.recursive(
        value, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=4
    )
    number = st.fixed_dictionaries({"n": st.integers(0, 3)})
    return st.builds(lambda a, b: b | a, number, st.dictionaries(st.sampled_from("abc"), nested))


def _operations() -> st.SearchStrategy[Operation]:
    document, n = _documents(), st.integers(0, 3)
    ids = st.lists(st.integers(1, 5), max_size=3)
    return st.one_of(
        st.builds(lambda d: lambda t: t.insert(d), document),
        st.builds(lambda ds: lambda t: t.insert_multiple(ds), st.lists(document, max_size=3)),
        st.builds(lambda d, n: lambda t: t.update(d, where("n") == n), document, n),
        st.builds(lambda d: lambda t: t.update(d), document),
        st.builds(lambda d, i: lambda t: t.update(d, doc_ids=i), document, ids),
        st.builds(lambda n: lambda t: t.update(increment("n"), where("n") == n), n),
        st.builds(lambda n: lambda t: t.update(delete("n"), where("n") == n), n),
        st.builds(lambda d, n: lambda t: t.upsert(d, where("n") == n), document, n),
        st.builds(lambda n: lambda t: t.remove(where("n") == n), n),
        st.builds(lambda i: lambda t: t.remove(doc_ids=i), ids),
        st.builds(lambda n: lambda t: t.search(where("n") == n), n),
        st.builds(lambda i: lambda t: t.get(doc_id=i), st.integers(0, 6)),
        st.builds(lambda i: lambda t: t.get(doc_ids=i), ids),
        st.builds(lambda n: lambda t: t.contains(where("n") == n), n),
        st.just(lambda t: t.truncate()),
        st.just(len),
    )


@tried(40)
@given(operations=st.lists(_operations(), max_size=10))
def test_a_table_equals_one_in_memory(shared: CaseDB, operations: list[Operation]) -> None:
    name = next(_NAMES)
    ours, theirs = shared.table(name), tinydb.TinyDB(storage=MemoryStorage).table(name)
    for operation in operations:
        assert _outcome(operation, ours) == _outcome(operation, theirs)
        assert _content(ours) == _content(theirs)


def _outcome(operation: Operation, table: Table) -> Any:
    try:
        return operation(table)
    except (KeyError, ValueError) as error:
        return type(error)


def _content(table: Table) -> dict[int, dict[str, Any]]:
    return {document.doc_id: dict(document) for document in table}


def test_documents_handed_out_are_copies(db: CaseDB) -> None:
    db.insert({"tags": ["a"]})
    for found in (db.get(doc_id=1), db.search(where("tags").any(["a"]))[0], db.all()[0]):
        assert isinstance(found, Document)
        found["tags"].append("b")
    assert db.search(where("tags").any(["a"])) == [{"tags": ["a"]}]


def test_an_updater_that_raises_leaves_nothing_behind(db: CaseDB) -> None:
    db.insert_multiple([{"n": 1}, {"n": 2}])

    def fail(document: dict[str, Any]) -> None:
        document["n"] *= 10
        if document["n"] > 10:
            raise RuntimeError("on the second one")

    with pytest.raises(RuntimeError, match="second"):
        db.update(fail)
    assert [document["n"] for document in db] == [1, 2]


def test_what_is_no_json_is_refused_whole(db: CaseDB) -> None:
    with pytest.raises(TypeError):
        db.insert_multiple([{"n": 1}, {"n": {1, 2}}])
    assert db.all() == []


def test_a_script_reads_and_writes_the_cases_own_tables(case: Case) -> None:
    notes = CaseDB(case.engine).table("notes")
    notes.insert(Document({"text": "by a script", "by": "ana", "at": ""}, doc_id=2))
    assert case.note(2) == "by a script"
    assert case.ids(parse_query("note:script"))[0] == 2
    notes.update({"text": "changed"}, doc_ids=[2])
    assert case.undo().label == "undid: changed the table notes"
    assert case.note(2) == "by a script"


def test_a_script_may_retitle_an_article_and_take_it_back(case: Case) -> None:
    case.put_facts({1: Extraction("old", "en")})
    articles = CaseDB(case.engine).table("articles")
    articles.update({"title": "Better", "desk": "Rabat"}, doc_ids=[1])
    assert case.rows([1])[0].title == "Better"
    assert list(case.ids(parse_query("better"))) == [1]
    case.undo()
    assert case.rows([1])[0].title.startswith("Police seized")
    assert case.findings(1).extracted
    assert list(case.ids(parse_query("better"))) == []


def test_a_script_may_rewrite_facts(case: Case) -> None:
    seizure = Seizure("cannabis", None, Decimal("1.5"), "kg")
    case.put_facts({1: Extraction("old", "en", None, (Mention(0, 6, seizure, "seizure"),))})
    CaseDB(case.engine).table("facts").update({"rules": "new"}, doc_ids=[1])
    (finding,) = case.findings(1).facts
    assert finding.value == seizure


def test_a_script_cannot_write_what_no_screen_can_read(case: Case) -> None:
    database = CaseDB(case.engine)
    misshapen: dict[str, dict[str, Any]] = {
        "articles": {"title": "no text"},
        "marks": {"tags": ["drugs/cannabis"]},
        "notes": {"text": 1, "by": "ana", "at": ""},
        "facts": {"mentions": "none"},
    }
    for table, document in misshapen.items():
        with pytest.raises(MisshapenDocument, match=f"of {table} was not written"):
            database.table(table).insert(Document(document, doc_id=1 if table != "articles" else 9))
    assert len(case.history()) == 1


def test_strange_text_and_numbers_come_back(db: CaseDB) -> None:
    document = {"half": "\ud800", "big": 2**80, "nul": "a\0b", "عربي": "٣", "f": 0.1 + 0.2}
    db.insert(document)
    assert db.get(doc_id=1) == document


def test_keys_that_are_numbers_are_text_as_in_json(db: CaseDB, path: Path) -> None:
    db.insert({"n": 1})
    db.update({"by_year": {2020: "a"}})
    db.update({"by_year": {2020: "a", 2021: ("b", "c")}})
    assert db.get(doc_id=1) == {"n": 1, "by_year": {"2020": "a", "2021": ["b", "c"]}}
    with open_case(path, user="ana") as case:
        case.undo()
        case.undo()
    assert db.all() == [{"n": 1}]


def test_another_process_is_seen_at_once_also_in_remembered_answers(db: CaseDB) -> None:
    db.insert({"n": 1})
    assert len(db.search(where("n") == 1)) == 1
    with CaseDB(db.storage.engine.path) as other:  # type: ignore[attr-defined]
        assert other.insert({"n": 1}) == 2
    assert len(db.search(where("n") == 1)) == 2
    assert db.insert({"n": 3}) == 3


def test_a_dropped_table_can_be_brought_back(db: CaseDB) -> None:
    db.table("people").insert({"name": "X"})
    db.drop_table("people")
    assert db.tables() == set()
    with open_case(db.storage.engine.path, user="ana") as case:  # type: ignore[attr-defined]
        assert case.undo().label == "undid: dropped people"
    assert db.table("people").all() == [{"name": "X"}]
    assert db.tables() == {"people"}


def test_a_stock_database_works_on_the_storage(path: Path) -> None:
    with tinydb.TinyDB(path, storage=CaseStorage) as stock:
        stock.insert_multiple([{"n": 1}, {"n": 2}])
        stock.table("t").insert({"m": 3})
        stock.remove(where("n") == 1)
    with CaseDB(path) as ours:
        assert ours.storage.read() == {"_default": {"2": {"n": 2}}, "t": {"1": {"m": 3}}}
        with open_case(path) as case:
            assert len(case.history()) == 3


def _count_up(path: Path, times: int) -> None:
    with CaseDB(path) as database:
        for _ in range(times):
            database.update(increment("n"), doc_ids=[1])


def test_two_processes_lose_no_update_of_a_shared_counter(db: CaseDB, path: Path) -> None:
    db.insert({"n": 0})
    spawn = multiprocessing.get_context("spawn")
    counters = [spawn.Process(target=_count_up, args=(path, 150)) for _ in range(2)]
    for counter in counters:
        counter.start()
    for counter in counters:
        counter.join(60)
    assert [counter.exitcode for counter in counters] == [0, 0]
    assert db.get(doc_id=1) == {"n": 300}


def test_an_article_of_a_script_keeps_its_number(case: Case) -> None:
    """No import may be given the number of an article that a script put in."""
    articles = CaseDB(case.engine).table("articles")
    text = "By a script."
    document = {
        "title": "Script", "text": text, "name": "s", "path": "/s", "note": "",
        "sha256": sha256(text.encode()).hexdigest(), "published": None,
    }  # fmt: skip
    assert articles.insert(document) == 4
    assert case.add_articles([NewArticle("New", "New.", "n", "/n")]).added == (5,)
    assert case.article(4).text == text
    case.undo(case.history()[1].seq)
    assert articles.insert(document) == 6


def test_a_loop_over_a_table_sees_what_it_changes(db: CaseDB) -> None:
    people = db.table("people")
    people.insert_multiple({"n": n} for n in range(3))
    for document in people:
        people.update({"seen": True}, doc_ids=[document.doc_id])
        assert people.get(doc_id=document.doc_id) == {**document, "seen": True}
        people.insert({"n": 9})
    assert len(people) == 6


@pytest.mark.parametrize(
    ("table", "document", "place"),
    [
        ("marks", {"status": {"is": "odd", "by": "ana", "at": ""}}, "is"),
        ("marks", {"tags": {"no such": {"by": "ana", "at": ""}}}, "tags"),
        ("marks", {"facts": {"k": {"verdict": "maybe", "by": "ana", "at": ""}}}, "verdict"),
        ("marks", {"facts": {"k": {"verdict": "accepted", "by": "", "at": "", "value": {}}}},
         "value of k"),
        ("articles", {"title": "", "text": "T", "name": "", "path": "", "note": "", "sha256": "xyz",
                      "published": None}, "sha256"),
        ("articles", {"title": "", "text": "T", "name": "", "path": "", "note": "",
                      "sha256": "0" * 64, "published": None}, "sha256"),
    ],
)  # fmt: skip
def test_what_a_script_writes_must_be_understood(
    case: Case, table: str, document: dict[str, Any], place: str
) -> None:
    number = 3 if table == "marks" else 9
    with pytest.raises(MisshapenDocument, match=place):
        CaseDB(case.engine).table(table).insert(Document(document, doc_id=number))
    assert case.rows([3])[0].tags == ()
