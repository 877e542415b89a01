"""A session at a real terminal: start, tag, note, undo, quit, come back."""

from pathlib import Path

from store import open_case
from tests.terminal.conftest import Desk, kept_sample, ready
from tests.terminal.pty_terminal import PtyTerminal


def leave(terminal: PtyTerminal) -> None:
    terminal.send("q")
    assert terminal.wait_end() == 0


def test_the_first_demo_makes_five_articles_and_shows_them(desk: Desk, tmp_path: Path) -> None:
    demo = ready(desk("demo"))
    with open_case(kept_sample(tmp_path), read_only=True) as case:
        rows = case.rows(case.ids())
    assert len(rows) == 5
    for row in rows:
        assert row.title[:12] in demo.text


def test_a_tag_and_a_note_are_there_at_the_next_start(demo: PtyTerminal, desk: Desk) -> None:
    demo.send("t", "d", "c")
    demo.wait_for("tagged drugs/cannabis")
    demo.send("c", "Ask Rabat about the boat.", "enter", "Two suspects are at large.")
    demo.wait_for("Two suspects are at large")
    demo.wait_for("saved")
    demo.send("esc")
    demo.wait_for("noted")
    leave(demo)

    again = ready(desk("demo"))
    assert "cannabis" in again.text
    assert "Ask Rabat about the boat." in again.text
    assert "Two suspects are at large." in again.text
    leave(again)


def test_undo_reaches_back_across_a_restart(demo: PtyTerminal, desk: Desk, sample: Path) -> None:
    demo.send("t", "d", "c")
    demo.wait_for("tagged drugs/cannabis")
    leave(demo)
    again = ready(desk("demo"))
    again.send("u")
    again.wait_for("undid")
    leave(again)
    with open_case(sample) as case:
        assert not case.marks(1).tags


def test_a_decision_moves_on_to_the_next_article(demo: PtyTerminal, sample: Path) -> None:
    demo.send("d")
    demo.wait_for("done")
    demo.send("x")
    demo.wait_for("dismissed")
    leave(demo)
    with open_case(sample, read_only=True) as case:
        assert [case.marks(id_).status for id_ in (1, 2, 3)] == ["done", "dismissed", "new"]


def test_keys_typed_while_the_desk_is_starting_are_not_lost(desk: Desk, sample: Path) -> None:
    leave(ready(desk("demo")))
    early = desk("demo")
    early.wait_for(".")
    early.send("t", "d", "c")
    early.wait_for("tagged drugs/cannabis")
    leave(early)
