"""What is no case is refused in one sentence, and nothing is ever overwritten."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from store import Case, NewArticle, open_case
from store.engine import files
from store.engine.schema import FORMAT
from store.errors import (
    CaseClosed,
    CaseError,
    CaseMissing,
    DamagedCase,
    NewerCase,
    NotACase,
    ReadOnlyCase,
    UnknownArticle,
)

as_anyone = pytest.mark.skipif(os.geteuid() == 0, reason="root may write to read-only files")


def refused(path: Path, kind: type[CaseError], *, create: bool = False) -> str:
    """The sentence of the refusal; the file is as it was before."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(kind) as error:
        open_case(path, create=create)
    assert (path.read_bytes() if path.is_file() else None) == before
    sentence = str(error.value)
    assert str(path) in sentence
    assert sentence.endswith(".")
    return sentence


def test_a_missing_case(path: Path) -> None:
    assert "no case" in refused(path, CaseMissing)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"Dear diary,", b"\x89PNG\r\n" + bytes(200)])
def test_a_file_of_something_else(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    refused(path, NotACase, create=True)


def test_a_database_of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE photos (id)")
    refused(path, NotACase, create=True)


def test_a_folder(tmp_path: Path) -> None:
    assert "folder" in refused(tmp_path, NotACase, create=True)


def test_a_case_of_a_newer_format(case: Case, path: Path) -> None:
    case.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    assert f"format {FORMAT + 1}" in refused(path, NewerCase)


def test_a_case_that_was_cut_short(case: Case, path: Path) -> None:
    case.close()
    os.truncate(path, path.stat().st_size // 2)
    assert "cut short" in refused(path, DamagedCase)


def test_a_case_with_a_spoilt_page(case: Case, path: Path) -> None:
    case.close()
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 400)
    refused(path, DamagedCase)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CaseError, match="cannot be made"):
        open_case(tmp_path / "file" / "new.case", create=True)


def test_a_file_that_may_not_be_written(
    case: Case, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the operating system would say it to anyone but root."""
    case.close()
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)
    with pytest.raises(ReadOnlyCase, match="may not be changed by you"):
        open_case(path)
    with open_case(path, read_only=True) as reader:
        assert reader.count() == 3


@as_anyone
def test_a_folder_that_may_not_be_written(case: Case, path: Path) -> None:
    case.close()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with open_case(path, read_only=True) as reader:
            assert reader.count() == 3
        with pytest.raises(ReadOnlyCase, match="may not be changed by you"):
            open_case(path)
    finally:
        path.parent.chmod(0o755)


def test_a_case_opened_for_reading_refuses_every_change(case: Case, path: Path) -> None:
    with open_case(path, read_only=True) as reader:
        assert reader.read_only
        assert [row.id for row in reader.rows(reader.ids())] == [1, 2, 3]
        with pytest.raises(ReadOnlyCase, match="nothing was changed"):
            reader.tag([1], ["drugs/cannabis"])
        with pytest.raises(ReadOnlyCase):
            reader.save_draft(1, "typed")
    assert len(case.history()) == 1


def test_a_closed_case_says_so(case: Case) -> None:
    case.close()
    case.close()
    with pytest.raises(CaseClosed):
        case.count()
    with pytest.raises(CaseClosed):
        case.decide([1], "done")


def test_making_a_case_leaves_one_file(path: Path) -> None:
    with open_case(path.parent / "deep" / "new.case", create=True) as case:
        assert case.title == "new"
    assert [file.name for file in (path.parent / "deep").iterdir()] == ["new.case"]


def test_reading_leaves_one_file_too(case: Case, path: Path) -> None:
    case.close()
    with open_case(path, read_only=True) as reader:
        assert reader.count() == 3
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_of_two_who_make_one_case_the_second_finds_the_first(path: Path) -> None:
    with open_case(path, create=True, user="ana") as ana:
        ana.add_articles([NewArticle("One", "Only one.", "1.txt", "/1.txt")])
        files.make(path)
        assert ana.count() == 1
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_opening_with_create_keeps_what_is_there(case: Case, path: Path) -> None:
    with open_case(path, create=True) as again:
        assert again.count() == 3


def test_an_article_that_is_not_there(case: Case) -> None:
    for act in (
        lambda: case.article(9),
        lambda: case.decide([1, 9], "done"),
        lambda: case.tag([9], ["drugs/cannabis"]),
        lambda: case.write_note(9, "x"),
        lambda: case.save_draft(9, "x"),
        lambda: case.accept_all(9),
    ):
        with pytest.raises(UnknownArticle, match="no article 9"):
            act()
    assert case.marks(1).status == "new"


def test_a_case_that_cannot_be_opened_leaves_no_open_files(case: Case, path: Path) -> None:
    case.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE rows")
    before = len(list(Path("/proc/self/fd").iterdir()))
    with pytest.raises(DamagedCase):
        open_case(path)
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_folder_that_may_not_be_looked_into(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", deny)
    monkeypatch.setattr(Path, "stat", deny)
    with pytest.raises(CaseError, match="may not be read by you"):
        open_case(path, create=True)
