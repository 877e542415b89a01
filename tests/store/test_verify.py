"""A look at all of a case finds whatever in it is not what was written."""

import os
import shutil
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import Case, CaseError, open_case
from store.care.verify import Verified, verify
from store.changes import standing
from store.engine.bodies import packed, unpacked
from tests.store.acts import FOUND, Act, anything, do
from tests.store.conftest import new_article
from tests.store.test_laws import FAST
from tests.store.test_migrations import FIXTURE


@pytest.fixture
def worked(case: Case, path: Path) -> Path:
    """A case in which everything has happened once, at rest."""
    case.put_facts(dict.fromkeys((1, 2), FOUND))
    case.tag([1, 2], ["drugs/cannabis"])
    case.accept_all(1)
    case.write_note(2, "A note. " * 40)
    case.write_note(2, "Another note. " * 40)
    case.decide([3], "done")
    case.undo()
    case.close()
    return path


def tampered(path: Path, statement: str, *values: object) -> Verified:
    with closing(sqlite3.connect(path)) as connection, connection:
        changed = connection.execute(statement, values)
        assert changed.rowcount, "nothing was tampered with"
    return verify(path)


def test_a_whole_case_is_whole_while_others_work_in_it(worked: Path) -> None:
    with open_case(worked, user="bea") as bea:
        found = verify(worked)
        assert found.is_whole
        assert found.flaws == ()
        assert (found.articles, found.changes) == (3, 8)
        bea.tag([1], ["weapons/cbrn"])
    again = verify(worked)
    assert again.flaws == ()
    assert again.end != found.end


def test_looking_leaves_the_file_as_it_was(worked: Path) -> None:
    before = worked.read_bytes()
    verify(worked)
    assert worked.read_bytes() == before
    assert [file.name for file in worked.parent.iterdir()] == [worked.name]


def test_a_case_of_an_older_format_is_looked_at_too(path: Path) -> None:
    shutil.copy(FIXTURE, path)
    assert verify(path).flaws == ()
    assert path.read_bytes() == FIXTURE.read_bytes()


@FAST
@given(acts=st.lists(anything, max_size=12))
def test_whatever_is_done_leaves_a_whole_case(
    acts: list[Act], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("verify") / "a.case"
    with open_case(path, create=True, user="ana") as case:
        case.add_articles([new_article(f"Article {n} in Rabat.") for n in range(3)])
        for act in acts:
            try:
                do(case, act)
            except CaseError:
                continue
    assert verify(path).flaws == ()


NOTE, MARKS, ARTICLE = (4 << 40) + 2, (3 << 40) + 1, (1 << 40) + 1


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE changes SET user = 'eve' WHERE seq = 3", "change 3: it is not what was written"),
        ("UPDATE changes SET at = '2019-01-01T00:00:00.000Z' WHERE seq = 4", "change 4: it is not"),
        ("UPDATE changes SET hash = zeroblob(32) WHERE seq = 5", "change 5: it is not what"),
        ("UPDATE changes SET patches = '[]' WHERE seq = 6", "change 6: it is not what was written"),
        ("DELETE FROM changes WHERE seq = 4", "change 4: it is missing"),
        ("DELETE FROM changes WHERE seq BETWEEN 2 AND 4", "all up to 4 are"),
        ("DELETE FROM changes WHERE seq = 8", "change 7, marks 3: it is not what this change"),
        (f"DELETE FROM documents WHERE key = {NOTE}", "change 6, notes 2: it is not what this"),
        (f"INSERT INTO documents SELECT {NOTE + 1}, body FROM documents WHERE key = {NOTE}",
         "notes 3: it is there, and no change"),
        (f"UPDATE documents SET body = replace(body, 'Another', 'another') WHERE key = {NOTE}",
         "change 6, notes 2: it is not what this change wrote"),
        (f"UPDATE documents SET body = replace(body, 'ana', 'eva') WHERE key = {MARKS}",
         "marks 1: it is not what this change wrote"),
        (f"UPDATE documents SET body = replace(body, '1.992', '1.993') WHERE key = {ARTICLE}",
         "articles 1: its text is not the one that was imported"),
        (f"UPDATE documents SET body = replace(body, '/in/', '/on/') WHERE key = {ARTICLE}",
         "change 1, articles 1: it is not what this change wrote"),
        (f"UPDATE documents SET body = x'00' WHERE key = {ARTICLE}", "cannot be unpacked"),
        ("UPDATE tables SET last_id = 0 WHERE name = 'articles'", "given a second time"),
        ("UPDATE rows SET title = 'Other' WHERE id = 2", "rows: 2 'Other'"),
        ("DELETE FROM rows WHERE id = 2", "is missing"),
        ("DELETE FROM terms WHERE article = 1", "terms: 'tag' 'drugs/cannabis' 1 is missing"),
        ("DELETE FROM touched WHERE seq = 3", "touched: 1 3 is missing"),
        ("INSERT INTO stacks VALUES ('ana', 'undo', 1)", "stacks: 'ana' 'undo' 1 is not what"),
        ("INSERT INTO words (rowid, body, note) VALUES (3, 'heroin', '')", "the word heroin"),
        ("INSERT INTO words (words, rowid, body, note) VALUES ('delete', 3, 'the', '')",
         "the word the is not where"),
    ],
)  # fmt: skip
def test_what_was_tampered_with_shows(worked: Path, statement: str, said: str) -> None:
    found = tampered(worked, statement)
    assert said in "\n".join(map(str, found.flaws))
    derived = statement.split()[1 if statement.startswith("UPDATE") else 2] in (
        "rows", "terms", "touched", "stacks", "words",
    )  # fmt: skip
    assert found.is_whole is derived, "what is derived can be made again"


def test_a_word_that_moved_in_its_text_shows(worked: Path) -> None:
    body = "police seized tonnes"
    found = tampered(worked, "INSERT INTO words (rowid, body, note) VALUES (9, ?, '')", body)
    assert found.kinds == {"index"}


def test_an_entry_of_the_log_told_otherwise_inside_its_patches_shows(worked: Path) -> None:
    with closing(sqlite3.connect(worked)) as connection:
        (stored,) = connection.execute("SELECT patches FROM changes WHERE seq = 6").fetchone()
    told = packed(unpacked(stored).replace("A note.", "B note."))
    found = tampered(worked, "UPDATE changes SET patches = ? WHERE seq = 6", told)
    said = "\n".join(map(str, found.flaws))
    assert "change 6: it is not what was written then" in said
    assert "change 5, notes 2: it is not what this change wrote" in said


def test_an_index_made_again_is_whole(worked: Path) -> None:
    tampered(worked, "UPDATE rows SET title = 'Other'")
    with open_case(worked, user="ana") as case:
        case.reindex()
    assert verify(worked).flaws == ()


def test_an_index_half_made_is_the_old_one(worked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = verify(worked)
    if (child := os.fork()) == 0:
        monkeypatch.setattr(standing, "rebuild", lambda _: os.kill(os.getpid(), signal.SIGKILL))
        try:
            with open_case(worked, user="ana") as case:
                case.reindex()
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    assert verify(worked) == before
    assert before.flaws == ()
