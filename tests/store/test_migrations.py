"""A case of an older format opens with everything there; a copy of it as it was lies beside it."""

import os
import shutil
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from store import Case, CaseDB, CaseError, open_case
from store.engine import migrations
from store.engine.migrations import STEPS, Step
from store.engine.schema import FORMAT
from store.errors import DamagedCase, NewerCase
from store.glance import glance

FIXTURE = Path(__file__).parent / "fixtures" / "format-1.case"


@pytest.fixture
def old(path: Path) -> Path:
    """The case that `fixtures/make_format_1.py` made with the last casedesk of format 1."""
    shutil.copy(FIXTURE, path)
    return path


def format_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def kept(path: Path) -> list[Path]:
    return sorted(path.with_name(f"{path.name}-backups").glob("*"))


def seen(case: Case) -> list[object]:
    """What the case holds and says; drafts apart, which opening may make notes."""
    ids = case.ids()
    every = (case.article, case.findings, case.marks)
    return [
        case.rows(ids), *(look(n) for look in every for n in ids), case.history(),
        CaseDB(case.engine).table("people").all() if not case.read_only else None,
    ]  # fmt: skip


def test_everything_is_there(old: Path) -> None:
    with open_case(old, user="cleo", read_only=True) as case:
        before = seen(case)
    with open_case(old, user="cleo") as case:
        assert format_of(old) == FORMAT
        after = seen(case)
        assert after[:-1] == before[:-1]
        assert after[-1] == [{"name": "A. B.", "seen": [1, 2]}]
        assert [change.seq for change in case.history()] == list(range(19, 0, -1))
        assert case.article(3).text.startswith("Officers in Diyarbakır")
        assert case.marks(1).status == "done"
        assert case.note(2).startswith("Ask about the lorry.")
        assert len(case.findings(2).facts) == 37
        assert {d.user: (d.text, d.note_moved) for d in case.drafts()} == {
            "bea": ("bea was typing this", True),
            "ana": ("ana was typing this", False),
        }


def test_undo_and_a_draft_go_on_from_where_they_were(old: Path) -> None:
    with open_case(old, user="ana") as case:
        assert [change.label for change in case.recovered] == ["recovered the note of article 2"]
        assert case.note(2) == "ana was typing this"
        assert case.undo().label == "undid: recovered the note of article 2"
        assert case.undo().label == "undid: noted"
        assert case.undo().label == "undid: dismissed"
        case.undo(1 + 2)
        assert case.marks(1).tags == {}
        case.save_draft(1, "typed")
        assert case.digits() == ("drugs/cannabis", "response/arrest")
    with open_case(old, user="ana") as case:
        assert case.note(1) == "typed"


def test_what_notes_link_to_is_known(old: Path) -> None:
    """Format 1 took a link for words like any."""
    with closing(sqlite3.connect(old)) as connection:
        connection.execute(
            "UPDATE documents SET body = json_set(body, '$.text', 'See [[2:place rabat]].')"
            " WHERE key = 4 << 40 | 1"
        )
        connection.commit()
    with open_case(old, user="cleo") as case:
        with case.engine.reading() as connection:
            derived = connection.execute("SELECT * FROM noted").fetchall()
        assert derived
        assert all((kind, number) == ("article", 1) for _, kind, number in derived)
        case.reindex()
        with case.engine.reading() as connection:
            assert connection.execute("SELECT * FROM noted").fetchall() == derived


def test_the_case_as_it_was_is_kept_and_opens(old: Path) -> None:
    old.chmod(0o640)
    open_case(old, user="cleo").close()
    (copy,) = kept(old)
    assert (format_of(copy), format_of(old)) == (1, FORMAT)
    assert copy.stat().st_mode & 0o777 == 0o640
    assert copy.parent.stat().st_mode & 0o777 == 0o750
    open_case(old).close()
    assert kept(old) == [copy], "a case that is of this format needs no copy"
    with open_case(copy, user="cleo") as again, open_case(old, user="cleo") as case:
        assert seen(again) == seen(case)


def test_reading_shows_all_and_leaves_the_file_alone(old: Path) -> None:
    with open_case(old, user="cleo", read_only=True) as case:
        assert {draft.user for draft in case.drafts()} == {"ana", "bea"}
    assert old.read_bytes() == FIXTURE.read_bytes()
    assert [file.name for file in old.parent.iterdir()] == [old.name]


def test_a_glance_shows_it(old: Path) -> None:
    looked = glance(str(old), 10)
    assert looked is not None
    assert (looked.total, looked.rows[0].title) == (3, "Article 1")


@pytest.mark.parametrize("after", range(len(STEPS[1].statements) + 1))
def test_killed_in_the_middle_it_is_whole_and_of_the_old_format(
    old: Path, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_case(old, user="cleo", read_only=True) as case:
        before = seen(case)
    part = (*STEPS[1].statements[:after], "SELECT die()")
    if (child := os.fork()) == 0:
        real = sqlite3.connect

        def connect(*arguments: object, **options: object) -> sqlite3.Connection:
            connection: sqlite3.Connection = real(*arguments, **options)  # type: ignore[call-overload]
            connection.create_function("die", 0, lambda: os.kill(os.getpid(), signal.SIGKILL))
            return connection

        sqlite3.connect = connect  # type: ignore[assignment]
        STEPS[1] = Step(part, STEPS[1].was, STEPS[1].shown)
        try:
            open_case(old)
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    assert format_of(old) == 1
    with open_case(old, user="cleo", read_only=True) as case:
        assert seen(case) == before
    with open_case(old, user="cleo") as case:
        assert seen(case)[:-1] == before[:-1]


def test_without_a_copy_nothing_is_changed(old: Path) -> None:
    old.with_name(f"{old.name}-backups").write_text("in the way")
    with pytest.raises(CaseError, match=r"of format 1 and was not brought to format 2, as no copy"):
        open_case(old)
    assert old.read_bytes() == FIXTURE.read_bytes()


@pytest.mark.parametrize("version", [0, 1])
def test_a_case_that_is_not_of_the_format_it_says_is_damaged(
    case: Case, path: Path, version: int
) -> None:
    case.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    with pytest.raises(DamagedCase):
        open_case(path)
    assert format_of(path) == version


def test_who_has_a_case_open_does_not_write_to_a_newer_format(
    case: Case, path: Path, opened: Callable[[str], Case]
) -> None:
    bea = opened("bea")
    assert bea.tag([1], ["drugs/cannabis"]) is not None
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    acts: tuple[Callable[[], object], ...] = (
        lambda: bea.decide([1], "done"), lambda: bea.save_draft(1, "typed"), bea.reindex,
    )  # fmt: skip
    for act in acts:
        with pytest.raises(NewerCase, match="has it open in format 2; open it again"):
            act()
    assert len(bea.history()) == len(case.history()) == 2


def test_every_format_but_this_has_a_step() -> None:
    assert list(STEPS) == list(range(1, FORMAT))
    assert migrations.layout_before(FORMAT) == {}
