"""A case as a TinyDB file and back, and what becomes of anybody else's."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB, where

from store import THE_CASE, Case, CaseDB, CaseError, NewArticle, open_case
from store.care.verify import verify
from store.errors import ReadError
from store.readers.adopting import ARTICLE, Adoption
from store.readers.exports import bring_back
from store.readers.formats import format_of
from store.readers.tinydb import TinyFile
from store.tables import CaseStorage
from store.writers.file import write
from store.writers.tinydb import pieces
from tests.laws import tried
from tests.store.acts import ARTICLES, FOUND, KEYS, Act, anything, do

FAST = tried(25)
HALF = "half\ud83d"
STAMP = {"by": "ana", "at": "2026-11-21T09:00:00.000Z"}
IN_WORDS: st.SearchStrategy[Act] = st.one_of(
    st.just(lambda case: case.incidents.make(2, [KEYS[1]])),
    st.builds(
        lambda name, query: lambda case: case.queries.save(name, query),
        st.sampled_from("ab"), st.sampled_from(("is:new", "tag:drugs -café")),
    ),
    st.builds(
        lambda text: lambda case: case.notes.write(THE_CASE, text), st.text(max_size=9)
    ),
    st.builds(
        lambda document: lambda case: CaseDB(case.engine).table("ours").insert(document),
        st.dictionaries(st.text(), st.floats() | st.text(), max_size=2),
    ),
)  # fmt: skip


def unheard(_: int) -> None:
    """A step that nobody watches."""


def tables(case: Case) -> Any:
    return CaseStorage(case.engine).read()


def exported(case: Case, to: Path) -> Path:
    write(case, pieces(case.engine), to, replace=True)
    return to


def taken_back(file: Path, path: Path) -> Any:
    with open_case(path, create=True, user="ben") as case:
        bring_back(case, TinyFile(file), unheard)
        return tables(case)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("exports") / "template.case"
    with open_case(path, create=True, user="ana") as case:
        texts = [f"Article {n}: 21 people in Rabat, الدار البيضاء 🚢 {n}." for n in ARTICLES]
        case.add_articles(NewArticle(text[:9], text, f"{text[8]}.txt", "/in") for text in texts)
        case.put_facts(dict.fromkeys(ARTICLES, FOUND))
    return path


@FAST
@given(acts=st.lists(anything | IN_WORDS, max_size=8))
def test_an_export_comes_back_with_everything(
    template: Path, tmp_path_factory: pytest.TempPathFactory, acts: list[Act]
) -> None:
    folder = tmp_path_factory.mktemp("law")
    shutil.copy(template, folder / "one.case")
    with open_case(folder / "one.case", user="ana") as case:
        for act in acts:
            do(case, act)
        before = tables(case)
        file = exported(case, folder / "one.json")
        rows, found = case.rows(case.ids()), case.ids()
    assert json.dumps(taken_back(file, folder / "two.case")) == json.dumps(before)
    with open_case(folder / "two.case", user="ben") as case:
        assert case.rows(found) == rows


def test_a_stock_tinydb_works_on_an_export(case: Case, tmp_path: Path) -> None:
    case.decide([2], "done")
    case.tag([1, 3], ["drugs/cannabis"])
    case.write_note(2, "كتب ana: ask Rabat 🚢")
    with TinyDB(exported(case, tmp_path / "case.json")) as database:
        marks = database.table("marks")
        assert [found.doc_id for found in marks.search(where("status")["is"] == "done")] == [2]
        tagged = marks.search(where("tags").any(["drugs/cannabis"]))
        assert [found.doc_id for found in tagged] == [1, 3]
        assert "Diyarbakır" in database.table("articles").get(doc_id=3)["text"]
        marks.update({"seen": True}, doc_ids=[2])
        notes = database.table("notes")
        assert notes.get(where("text").search("Rabat"))["text"] == "كتب ana: ask Rabat 🚢"
    assert not (tmp_path / "case.json").read_bytes().strip(bytes(range(128)))


def test_others_write_on_while_an_export_is_made(
    case: Case, opened: Callable[[str], Case], tmp_path: Path
) -> None:
    making = pieces(case.engine)
    begun = [next(making), next(making)]
    opened("ben").tag([1, 2, 3], ["weapons/cbrn"])
    (tmp_path / "then.json").write_text("".join([*begun, *making]))
    assert TinyFile(tmp_path / "then.json").tables == ("articles",)
    assert "marks" in TinyFile(exported(case, tmp_path / "now.json")).tables


def test_nothing_is_replaced_by_accident(case: Case, tmp_path: Path) -> None:
    target = tmp_path / "case.json"
    target.write_text("mine")
    with pytest.raises(CaseError, match="--force"):
        write(case, pieces(case.engine), target)
    with pytest.raises(CaseError, match="is a case"):
        write(case, pieces(case.engine), case.path, replace=True)

    def broken() -> Any:
        yield "{"
        raise OSError(28, "No space left on device")

    with pytest.raises(CaseError, match="No space left"):
        write(case, broken(), target, replace=True)
    assert target.read_text() == "mine"
    assert {path.name for path in tmp_path.glob("case.json*")} == {"case.json"}


def test_the_same_export_again_changes_nothing_and_another_case_is_left_alone(
    case: Case, tmp_path: Path
) -> None:
    file = exported(case, tmp_path / "case.json")
    last = case.history(1)
    assert bring_back(case, TinyFile(file), unheard) == 0
    assert case.history(1) == last
    with open_case(tmp_path / "other.case", create=True) as other:
        other.add_articles([NewArticle("Another", "Another text.", "a.txt", "/in")])
        before = tables(other)
        with pytest.raises(ReadError, match=r"document 1 of table articles .* --case NEW\.case"):
            bring_back(other, TinyFile(file), unheard)
        assert tables(other) == before


def test_an_import_that_was_interrupted_goes_on(case: Case, tmp_path: Path) -> None:
    case.write_note(1, "Ask Rabat.")
    file = exported(case, tmp_path / "case.json")

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with open_case(tmp_path / "new.case", create=True) as new:
        with pytest.raises(KeyboardInterrupt):
            bring_back(new, TinyFile(file), stop)
        bring_back(new, TinyFile(file), unheard)
        assert tables(new) == tables(case)


def test_a_number_of_an_import_taken_back_is_not_given_again(case: Case, tmp_path: Path) -> None:
    file = exported(case, tmp_path / "case.json")
    with open_case(tmp_path / "new.case", create=True) as new:
        bring_back(new, TinyFile(file), unheard)
        for change in new.history():
            new.undo(change.seq)
        assert new.count() == 0
        assert new.add_articles([NewArticle("A", "A later text.", "a", "/")]).added == (4,)


@pytest.mark.parametrize(
    ("table", "place", "value", "refused"),
    [
        ("articles", ("title",), HALF, False),
        ("articles", ("note",), HALF, False),
        ("notes", ("text",), HALF, False),
        ("facts", ("language",), HALF, True),
        ("facts", ("incidents", 0, "scope"), HALF, True),
        ("facts", ("mentions", 0, "value", "name"), HALF, True),
        ("marks", ("status", "is"), HALF, True),
        ("marks", ("tags", HALF), STAMP, True),
        ("incidents", ("fields", "summary"), STAMP | {"value": HALF}, True),
        ("incidents", ("tags", HALF), STAMP, True),
    ],
)
def test_half_a_character_put_into_an_export_is_taken_in_or_refused_with_its_place(
    template: Path, tmp_path: Path, table: str, place: tuple[Any, ...], value: object, refused: bool
) -> None:
    path = shutil.copy(template, tmp_path / "one.case")
    with open_case(path, user="ana") as case:
        case.decide([1], "done")
        case.tag([1], ["drugs/cannabis"])
        case.write_note(1, "asked")
        case.incidents.make(1, [KEYS[1]])
        file = exported(case, tmp_path / "case.json")
    written = json.loads(file.read_text())
    holder = written[table]["1"]
    for part in place[:-1]:
        holder = holder[part]
    holder[place[-1]] = value
    file.write_text(json.dumps(written))
    back = tmp_path / "back.case"
    if refused:
        with pytest.raises(ReadError, match=rf"case.json: Document 1 of {table} was not written"):
            taken_back(file, back)
        assert verify(back).flaws == ()
        return
    taken_back(file, back)
    with open_case(back, user="ana") as case:
        assert [row.id for row in case.rows(case.ids())] == list(ARTICLES)
        assert case.note(1) in ("asked", HALF)
    assert verify(back).flaws == ()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"articles": {"1": {"title": "T"}}}, "Document 1 of articles .* `text`"),
        ({"marks": {"2": {"status": {"is": "don"}}}}, r"Document 2 of marks .* `status`|\.is"),
        ({"people": {"one": {}}}, r"document one of table people .* one below 2\*\*40 would do"),
        ({"people": {"1": [3]}}, "document 1 of table people is a list; fields with names"),
        ({"_casedesk": {"1": {"format": 99}}}, "newer casedesk"),
    ],
)
def test_an_export_that_was_meddled_with_is_refused_before_anything_is_there(
    case: Case, tmp_path: Path, change: dict[str, Any], said: str
) -> None:
    file = exported(case, tmp_path / "case.json")
    file.write_text(json.dumps(json.loads(file.read_text()) | change))
    with open_case(tmp_path / "new.case", create=True) as new:
        with pytest.raises(ReadError, match=said):
            bring_back(new, TinyFile(file), unheard)
        assert tables(new) is None


def test_a_number_may_be_of_any_length_and_is_none_then(tmp_path: Path) -> None:
    file = tmp_path / "old.json"
    file.write_text(json.dumps({"t": {"1": {}, "9" * 20: {}, "9" * 5000: {}}}))
    tiny = TinyFile(file)
    assert tiny.numbers("t") == [1]
    refused = [error for _, error in tiny.documents("t") if isinstance(error, ReadError)]
    assert ["no number for a name" in str(error) for error in refused] == [True, True]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"_default":\n {"1": {"a": 1,}}}', "line 2, column 16: this is not JSON"),
        (b'{"_default": {"1": {"a": 1}', "line 1, column 28: this is not JSON"),
        ('{"é":\n "é\xff'.encode("latin-1"), "line 1, column 3: .* not UTF-8"),
        (b"[1]", "holds a list; the names of tables"),
        (b'{"t": [1]}', "table t is a list; the names of tables"),
        (rb'{"t\ud83d": {"1": {}}}', r"table t\? has half of a character in its name"),
        (b"", "is empty"),
        (b"[" * 100_000, "nested too deep"),
    ],
)
def test_what_is_no_tinydb_file_is_refused_with_the_place(
    tmp_path: Path, content: bytes, said: str
) -> None:
    file = tmp_path / "old.json"
    file.write_bytes(content)
    with pytest.raises(ReadError, match=said):
        TinyFile(file)


@pytest.mark.parametrize(
    ("name", "content", "format_"),
    [
        ("a.json", b"anything", "tinydb"),
        ("a.db", b'\n{"_default": {"1": {}}}', "tinydb"),
        ("a.db", b"{}", "tinydb"),
        ("a.txt", b'{"_default": {"1": {}}}', "text"),
        ("a.md", b'{"title" of the article', "text"),
        ("a.md", b"{}s were found", "text"),
        ("gone.json", None, "text"),
    ],
)
def test_a_format_is_told_by_name_and_beginning(
    tmp_path: Path, name: str, content: bytes | None, format_: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert format_of(tmp_path / name) == format_


def test_documents_of_anybody_become_articles_and_the_rest_is_kept(
    case: Case, tmp_path: Path
) -> None:
    file = tmp_path / "old.json"
    with TinyDB(file) as database:
        database.insert({"Title": "A haul", "body": "Customs seized 7 kg.", "date": "2020-09-22"})
        database.insert({"content": "Half \ud800 a pair.", "source": "MAP", "seen": float("nan")})
        database.insert({"headline": "No text", "date": "yesterday"})
        database.table("facts").insert({"text": "Police in Nador.", "published": "2021-13-01"})
    for _ in range(2):
        adoption = Adoption(case, TinyFile(file))
        adoption.run(unheard)
        assert adoption.refused == []
    assert (adoption.added, adoption.known, adoption.kept) == (0, 3, 0)
    first, second, third = (case.article(number) for number in (4, 5, 6))
    assert (first.title, first.text, first.name) == ("A haul", "Customs seized 7 kg.", "old.json")
    assert first.published is not None
    assert first.published.date == "2020-09-22"
    assert first.path == f"{file}#_default/1"
    assert (second.name, second.text, bool(second.note)) == ("MAP", "Half \ufffd a pair.", True)
    assert third.published is None
    kept = {name: docs for name, docs in tables(case).items() if name.startswith("old.json/")}
    assert json.dumps(kept) == json.dumps(
        {
            "old.json/_default": {
                "2": {"seen": float("nan"), ARTICLE: 5},
                "3": {"headline": "No text", "date": "yesterday"},
            },
            "old.json/facts": {"1": {"published": "2021-13-01", ARTICLE: 6}},
        }
    )


def test_what_is_kept_of_one_file_gives_no_way_to_another_of_its_name(
    case: Case, tmp_path: Path
) -> None:
    file = tmp_path / "old.json"
    for author in ("ana", "ben"):
        file.write_text(json.dumps({"t": {"1": {"author": author}, "x": {}}}))
        adoption = Adoption(case, TinyFile(file))
        adoption.run(unheard)
    assert tables(case)["old.json/t"] == {"1": {"author": "ana"}}
    assert [said.split(": ")[1][:20] for said in adoption.refused] == [
        "document x of table ", "what document 1 of t",
    ]  # fmt: skip
