"""Several hands in one note, notes on more than articles, and drafts nobody takes twice."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from store import THE_CASE, About, Case, open_case
from store.errors import UndoConflict, UnknownDraft

ROOT = Path(__file__).resolve().parents[2]
ARTICLE, INCIDENT = About("article", 1), About("incident", 3)


@pytest.fixture
def bea(opened: Callable[[str], Case]) -> Case:
    return opened("bea")


@pytest.mark.parametrize("about", [ARTICLE, INCIDENT, THE_CASE])
def test_what_a_colleague_wrote_meanwhile_stays(case: Case, bea: Case, about: About) -> None:
    base = "Two men."
    case.notes.write(about, base)
    bea.notes.write(about, "Two men.\nOne fled.", base)
    kept = case.notes.write(about, "Three men.", base)
    assert kept.text == case.notes.text(about) == "Three men.\nOne fled."
    assert kept.change is not None
    assert kept.change.label.endswith(", together with bea")
    case.undo()
    assert case.notes.text(about) == "Two men.\nOne fled."


def test_the_same_line_written_by_both_is_there_twice_and_said(case: Case, bea: Case) -> None:
    case.notes.write(ARTICLE, "Ask them.")
    bea.notes.write(ARTICLE, "Ask Rabat.", "Ask them.")
    kept = case.notes.write(ARTICLE, "Ask Paris.", "Ask them.")
    assert kept.text.split("\n") == [
        "-- bea wrote:", "Ask Rabat.", "-- ana wrote:", "Ask Paris.", "-- both are kept",
    ]  # fmt: skip
    assert kept.change is not None
    assert kept.change.label == "noted; bea wrote the same lines: both are kept there, look for --"


def test_two_desks_of_one_analyst_are_told_apart(case: Case, opened: Callable[[str], Case]) -> None:
    opened("ana").notes.write(ARTICLE, "a\nb")
    kept = case.notes.write(ARTICLE, "a\nc", "a")
    assert kept.text == "a\nb\nc"
    case.notes.write(ARTICLE, "x", "a\nb\nc")
    assert "-- ana at another desk wrote:" in case.notes.write(ARTICLE, "y", "a\nb\nc").text


def test_notes_on_incidents_and_the_case_are_no_articles_notes(case: Case) -> None:
    case.notes.write(INCIDENT, "Of the incident.")
    change = case.notes.write(THE_CASE, "Of the case.").change
    assert change is not None
    assert (change.label, change.articles) == ("noted on the case", ())
    assert case.note(3) == ""
    assert (case.notes.text(INCIDENT), case.notes.text(THE_CASE)) == (
        "Of the incident.", "Of the case.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("about", "said"), [(INCIDENT, "the note of incident #3"), (THE_CASE, "the note of the case")]
)
def test_a_note_that_moved_is_named_where_it_cannot_be_taken_back(
    case: Case, bea: Case, about: About, said: str
) -> None:
    case.notes.write(about, "mine")
    bea.notes.write(about, "hers", "mine")
    with pytest.raises(UndoConflict, match=f"{said} was changed since"):
        case.undo()


LEAVE = """
import os, signal, sys
from store import About, THE_CASE, open_case
case = open_case(sys.argv[1], user="ana")
for about in (About("article", 1), About("incident", 3), THE_CASE):
    case.notes.save_draft(about, case.notes.text(about) + "\\nleft by ana")
os.kill(os.getpid(), signal.SIGKILL)
"""


def leave(path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", LEAVE, str(path)], cwd=ROOT, check=False)
    assert ended.returncode == -signal.SIGKILL


@pytest.fixture
def left(case: Case, bea: Case, path: Path) -> Case:
    """Bea's case, in which ana left a draft on the note that bea has moved since."""
    case.notes.write(ARTICLE, "top\nend")
    leave(path)
    bea.notes.write(ARTICLE, "top\nhers\nend")
    return bea


def test_drafts_of_incidents_and_the_case_are_recovered_too(case: Case, path: Path) -> None:
    leave(path)
    with open_case(path, user="ana") as again:
        assert [change.label for change in again.recovered] == [
            "recovered the note of article 1",
            "recovered the note of incident #3",
            "recovered the note of the case",
        ]
        assert again.notes.text(THE_CASE) == "\nleft by ana"


def test_a_left_draft_is_taken_line_by_line_once_and_undone(left: Case) -> None:
    draft = left.notes.offered()[0]
    change = left.notes.take(draft)
    assert change is not None
    assert change.label == "took ana's unsaved note of article 1"
    assert left.note(1) == "top\nhers\nend\nleft by ana"
    with pytest.raises(UnknownDraft, match="article 1 does not wait any more"):
        left.notes.take(draft)
    left.undo()
    assert left.note(1) == "top\nhers\nend"
    assert left.notes.offered()[0] == draft


def test_a_left_draft_is_kept_below_under_its_writers_name(left: Case) -> None:
    (draft, *_) = left.notes.offered()
    left.notes.keep_below(draft)
    assert left.note(1).startswith("top\nhers\nend\n\n-- ana wrote, 20")
    assert left.note(1).endswith(":\ntop\nend\nleft by ana")


def test_a_draft_that_is_dropped_comes_back_by_undo(left: Case, path: Path) -> None:
    before = left.notes.offered()
    change = left.notes.drop(before[0])
    assert change is not None
    assert change.label == "dropped ana's unsaved note of article 1"
    assert left.notes.offered() == before[1:]
    with open_case(path, user="ana") as again:  # what bea dropped is not forced on ana either
        assert "recovered the note of article 1" not in [c.label for c in again.recovered]
    left.undo()
    assert left.notes.offered()[0] == before[0]


def test_a_draft_that_cannot_be_taken_waits_on(left: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    before = left.notes.offered()
    for act in (left.notes.take, left.notes.keep_below, left.notes.drop):
        with monkeypatch.context() as patch:
            patch.setattr("store.changes.log.append", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                act(before[0])
        assert left.notes.offered() == before
        assert left.note(1) == "top\nhers\nend"


RACE = """
import sys
from store import open_case
sys.stdin.readline()
with open_case(sys.argv[1], user="ana") as case:
    print(len(case.recovered))
"""


def test_two_desks_opened_at_once_recover_a_draft_once(case: Case, path: Path) -> None:
    leave(path)
    command = [sys.executable, "-c", RACE, str(path)]
    both = [
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    for one in both:
        assert one.stdin is not None
        os.write(one.stdin.fileno(), b"\n")
    recovered = [int(one.communicate(timeout=120)[0]) for one in both]
    assert sum(recovered) == 3
    notes = [change for change in case.history() if change.action == "note"]
    assert len(notes) == 3
    assert case.note(1) == "\nleft by ana"
