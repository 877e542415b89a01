"""What was being typed when a process ended is a note again, or offered."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from store import Case, CaseError, open_case
from store.errors import CaseBusy, CaseClosed, CaseFull

ROOT = Path(__file__).resolve().parents[2]
TYPE_AND_DIE = """
import os, signal, sys
from store import open_case
case = open_case(sys.argv[1], user=sys.argv[2])
case.save_draft(1, "half a")
case.save_draft(1, "half a note")
os.kill(os.getpid(), signal.SIGKILL)
"""


def type_and_die(path: Path, user: str) -> None:
    command = [sys.executable, "-c", TYPE_AND_DIE, str(path), user]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == -9


def test_a_draft_of_a_killed_process_becomes_the_note(case: Case, path: Path) -> None:
    type_and_die(path, "ana")
    with open_case(path, user="ana") as again:
        assert [change.label for change in again.recovered] == ["recovered the note of article 1"]
        assert again.note(1) == "half a note"
        assert again.drafts() == []
        assert again.undo().label == "undid: recovered the note of article 1"
    with open_case(path, user="ana") as later:
        assert later.recovered == []


def test_a_draft_is_offered_where_the_note_has_moved(case: Case, path: Path) -> None:
    type_and_die(path, "ana")
    case.write_note(1, "Another text meanwhile.")
    with open_case(path, user="ana") as again:
        (draft,) = again.drafts()
        assert (draft.text, draft.user, draft.note_moved) == ("half a note", "ana", True)
        assert again.note(1) == "Another text meanwhile."
        again.notes.drop(draft)
        assert again.drafts() == []


def test_a_colleagues_draft_is_offered_and_left_alone(case: Case, path: Path) -> None:
    type_and_die(path, "bob")
    with open_case(path, user="ana") as again:
        assert again.recovered == []
        assert [(draft.user, draft.note_moved) for draft in again.drafts()] == [("bob", False)]


def test_a_draft_of_a_living_process_is_its_own(case: Case, opened: Callable[[str], Case]) -> None:
    case.save_draft(2, "still typing")
    again = opened("ana")
    assert (again.recovered, again.drafts()) == ([], [])


def test_closing_leaves_a_draft_for_the_next_opening(case: Case, path: Path) -> None:
    case.save_draft(2, "left")
    case.close()
    with open_case(path, user="ana") as again:
        assert again.note(2) == "left"


def test_writing_the_note_is_the_end_of_its_draft(case: Case, path: Path) -> None:
    case.save_draft(2, "typed")
    case.write_note(2, "typed")
    case.save_draft(3, "typed and taken back")
    case.write_note(3, "")
    case.close()
    with open_case(path, user="ana") as again:
        assert again.recovered == []
        assert (again.note(2), again.note(3)) == ("typed", "")


def test_a_draft_of_an_article_that_has_left_waits_for_it(case: Case, path: Path) -> None:
    case.save_draft(2, "typed")
    case.undo(1)
    case.close()
    with open_case(path, user="ana") as again:
        assert (again.recovered, again.count()) == ([], 0)
        assert [draft.text for draft in again.drafts()] == ["typed"]
        again.redo()
    with open_case(path, user="ana") as later:
        assert later.note(2) == "typed"


@pytest.mark.parametrize("error", [CaseFull, CaseBusy])
def test_a_draft_that_cannot_be_made_a_note_keeps_nobody_out(
    case: Case, path: Path, monkeypatch: pytest.MonkeyPatch, error: type[CaseError]
) -> None:
    type_and_die(path, "ana")

    def refuse(*_: object) -> None:
        raise error("no room")

    monkeypatch.setattr("store.changes.writing.Writing.flush", refuse)
    with open_case(path, user="ana") as again:
        assert again.recovered == []
        assert [draft.text for draft in again.drafts()] == ["half a note"]


def test_a_case_closes_also_where_nothing_can_be_written(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.save_draft(2, "left")

    def refuse(*_: object) -> None:
        raise CaseFull("no room")

    monkeypatch.setattr("store.engine.sqlite.Connections.writing", refuse)
    case.close()
    with pytest.raises(CaseClosed):
        case.count()
