"""A repair saves into a new file what can be read, and says what is lost; the old one stays."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from facts import extract
from store import Case, CaseDB, CaseError, Judgement, NewArticle, open_case
from store.care.repair import repair
from store.care.salvage import Saved
from store.care.verify import verify
from store.engine.bodies import decode, unpacked
from store.engine.schema import ID_BITS
from store.errors import CaseBusy
from tests.store.test_migrations import FIXTURE

PAGE = 4096
LONG = "Police in Rabat seized 1.992 tonnes of cannabis resin on 3 May 2021. "


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A case in which everything has happened, some of it often."""
    path = tmp_path_factory.mktemp("repair") / "worked.case"
    rng = random.Random(7)
    with open_case(path, create=True, user="ana") as case:
        for start in range(0, 30, 10):
            case.add_articles(
                NewArticle(f"Title {n}", f"{n}: " + LONG * rng.randrange(1, 90), f"{n}.txt", "/in")
                for n in range(start, start + 10)
            )
        case.put_facts({n: extract(case.article(n).text) for n in case.ids()[:12]})
        case.tag(range(1, 20), ["drugs/cannabis"])
        case.accept_all(1)
        case.judge(2, {case.findings(2).facts[0].key: Judgement("rejected")})
        for n in (3, 4, 5):
            case.write_note(n, f"Note {n}. " * 60)
            case.write_note(n, f"Note {n} again. " * 70)
        case.write_note(6, "Short.")
        case.decide([7, 8], "done")
        case.undo()
        CaseDB(case.engine).table("people").insert({"name": "A. B."})
        case.keep_digits(["drugs/cannabis"])
        case.save_draft(9, "typed")
        case.picked.mark([3, 5])
    return path.read_bytes()


def contents(path: Path) -> dict[tuple[str, int], Any]:
    with closing(sqlite3.connect(path)) as connection:
        names = dict(connection.execute("SELECT no, name FROM tables"))
        return {
            (names[key >> ID_BITS], key & (1 << ID_BITS) - 1): decode(unpacked(body))
            for key, body in connection.execute("SELECT key, body FROM documents")
        }


def spoilt(content: bytes, folder: Path, *damage: tuple[int, bytes]) -> Path:
    path = folder / "bad.case"
    for at, new in damage:
        content = content[:at] + new[: len(content) - at] + content[at + len(new) :]
    path.write_bytes(content)
    return path


def held_against(worked: bytes, folder: Path, done: Saved) -> None:
    """What a repair promises: a whole case, and every difference from the first one told."""
    first = folder / "first.case"
    first.write_bytes(worked)
    was, now = contents(first), contents(done.path)
    found = verify(done.path)
    assert found.flaws == (), found.flaws
    told = {(flaw.table, flaw.id) for flaw in (*done.lost, *done.unsure)}
    different = {place for place in was if now.get(place) != was[place]}
    if done.changes < 18:  # what only the log knew of is not known any more
        different = {place for place in different if place in now or place[0] == "articles"}
    assert different <= told
    assert set(now) <= set(was), "nothing came up that was not there"
    assert {(flaw.table, flaw.id) for flaw in done.lost} <= set(was) - set(now)
    with open_case(done.path, user="cleo") as case:
        assert len(case.ids()) == done.articles
        for article in case.ids():
            case.article(article)


def test_a_whole_case_comes_out_as_it_was(worked: bytes, tmp_path: Path) -> None:
    path = spoilt(worked, tmp_path)
    done = repair(path, tmp_path / "new.case")
    held_against(worked, tmp_path, done)
    assert (done.lost, done.unsure) == ((), ())
    assert done.changes == done.of_changes == 18
    with open_case(done.path, user="cleo") as case, open_case(path, user="bea") as first:
        assert case.history(limit=99) == first.history(limit=99)
        assert case.rows(case.ids()) == first.rows(first.ids())
        assert [draft.text for draft in first.drafts()] == ["typed"]
    with open_case(done.path, user="ana", read_only=True) as case:
        assert case.picked.ids() == [3, 5]
    with open_case(done.path, user="ana") as case:
        assert [change.label for change in case.recovered] == ["recovered the note of article 9"]


def test_a_case_of_an_older_format_comes_out_in_this_one(tmp_path: Path) -> None:
    path = tmp_path / "old.case"
    shutil.copy(FIXTURE, path)
    done = repair(path, tmp_path / "new.case")
    assert (done.lost, done.unsure, done.articles, done.changes) == ((), (), 3, 19)
    assert verify(done.path).flaws == ()
    assert path.read_bytes() == FIXTURE.read_bytes()
    with open_case(done.path, user="cleo") as case:
        assert {draft.user for draft in case.drafts()} == {"ana", "bea"}


def test_of_a_draft_what_was_typed_last_is_saved(tmp_path: Path) -> None:
    """What was typed before may still lie on a page that is free, and come first in the file."""
    path = tmp_path / "typed.case"
    with open_case(path, create=True, user="ana") as case:
        case.add_articles([NewArticle("One", LONG, "1.txt", "/in")])
        case.save_draft(1, "typed last")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE incident_touched")
        connection.execute(
            "CREATE TABLE incident_touched (session TEXT, about TEXT, article INTEGER, user TEXT,"
            " process TEXT, at TEXT, base TEXT, text TEXT)"
        )
        connection.execute(
            "INSERT INTO incident_touched SELECT session, about, article, user, process, '2000',"
            " base, 'typed first' FROM drafts"
        )
    done = repair(path, tmp_path / "new.case")
    with open_case(done.path, user="ana") as case:
        assert case.note(1) == "typed last"


def test_any_page_may_be_gone(worked: bytes, tmp_path: Path) -> None:
    pages = len(worked) // PAGE
    saved = 0
    for number in {0, 1, 2, *random.Random(1).sample(range(pages), 12)}:
        folder = tmp_path / str(number)
        folder.mkdir()
        path = spoilt(worked, folder, (number * PAGE, bytes(PAGE)))
        before = path.read_bytes()
        done = repair(path, folder / "new.case")
        held_against(worked, folder, done)
        assert path.read_bytes() == before
        assert done.articles >= 20
        saved += done.articles
    assert saved > 12 * 29, "a page holds few articles"


def test_a_cut_off_file_keeps_what_is_left(worked: bytes, tmp_path: Path) -> None:
    for part in (3, 2):
        folder = tmp_path / str(part)
        folder.mkdir()
        path = folder / "bad.case"
        path.write_bytes(worked[: len(worked) * (part - 1) // part])
        done = repair(path, folder / "new.case")
        held_against(worked, folder, done)
        assert done.articles


def test_what_the_log_still_has_comes_back(case: Case, path: Path, tmp_path: Path) -> None:
    case.tag([1, 2], ["drugs/cannabis"])
    case.write_note(1, "A short note.")
    before = [case.marks(n) for n in case.ids()], case.note(1)
    case.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM documents WHERE key >> 40 IN (3, 4)")
    done = repair(path, tmp_path / "new.case")
    assert (done.lost, done.unsure) == ((), ())
    with open_case(done.path, user="ana") as again:
        assert ([again.marks(n) for n in again.ids()], again.note(1)) == before
        assert again.undo().label == "undid: noted"


def test_a_bit_that_turned_in_a_text_is_turned_back(case: Case, path: Path, tmp_path: Path) -> None:
    before = case.article(1)
    case.close()
    path.write_bytes(path.read_bytes().replace(b'"text":"Police', b'"text":"Pomice'))
    done = repair(path, tmp_path / "new.case")
    assert (done.lost, done.unsure) == ((), ())
    assert verify(done.path).flaws == ()
    with open_case(done.path) as again:
        assert again.article(1) == before


def test_a_lost_article_is_named(case: Case, path: Path, tmp_path: Path) -> None:
    case.tag([1, 2], ["drugs/cannabis"])
    case.close()
    path.write_bytes(path.read_bytes().replace(b"1.992 tonnes", b"1.9ab tonnes"))
    done = repair(path, tmp_path / "new.case")
    assert [(flaw.table, flaw.id) for flaw in done.lost] == [("articles", 1)]
    assert "Police seized 1.9" in done.lost[0].reason
    assert verify(done.path).flaws == ()
    with open_case(done.path, user="ana") as again:
        assert list(again.ids()) == [2, 3]
        (last,) = again.history(1)
        assert (last.action, last.label) == ("repair", "repaired from try.case; 1 lost, 0 unsure")
        assert again.add_articles([NewArticle("T", "New.", "n", "/n")]).added == (4,)


def test_a_torn_log_keeps_the_documents_and_what_came_before(
    case: Case, path: Path, tmp_path: Path
) -> None:
    for n in range(6):
        case.write_note(1, f"Note {n} " * 60)
        case.tag([2], ["drugs/cannabis"])
    note, marks = case.note(1), case.marks(2)
    case.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM changes WHERE seq = 6")
    done = repair(path, tmp_path / "new.case")
    assert (done.changes, done.of_changes) == (5, 13)
    assert verify(done.path).flaws == ()
    with open_case(done.path, user="ana") as again:
        assert (again.note(1), again.marks(2)) == (note, marks)
        assert [change.seq for change in again.history()] == [6, 5, 4, 3, 2, 1]


def test_a_note_that_is_not_what_was_written_is_kept_and_named(
    case: Case, path: Path, tmp_path: Path
) -> None:
    case.write_note(2, "A long note. " * 40)
    case.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE documents SET body = replace(body, 'long', 'lung')")
    done = repair(path, tmp_path / "new.case")
    assert [(flaw.table, flaw.id) for flaw in done.unsure] == [("notes", 2)]
    assert done.lost == ()
    with open_case(done.path, user="ana") as again:
        assert again.note(2).startswith("A lung note.")


def test_what_is_no_case_or_is_there_or_is_open_is_refused(
    case: Case, path: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.case"
    letter.write_text("Dear editor")
    with pytest.raises(CaseError, match="Nothing of a case was found"):
        repair(letter, tmp_path / "new.case")
    assert sorted(file.name for file in tmp_path.glob("[!t]*")) == ["letter.case"]
    with pytest.raises(CaseError, match="never writes over a file"):
        repair(path, letter)
    assert issubclass(CaseBusy, CaseError)
