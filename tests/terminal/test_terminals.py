"""Terminals that are too small, too simple, or change while they are looked at."""

import re
from pathlib import Path

import pytest

from tests.terminal.conftest import Desk, ready
from tests.terminal.pty_terminal import PtyTerminal
from tests.unprivileged import bound_by_modes


@pytest.mark.parametrize("kind", ["dumb", ""])
def test_a_terminal_that_cannot_place_its_cursor_is_refused(desk: Desk, kind: str) -> None:
    terminal = desk("demo", TERM=kind)
    assert terminal.wait_end() == 2
    assert "TERM is" in terminal.text
    assert b"\x1b" not in terminal.output


def test_a_terminal_too_small_for_words_is_refused(desk: Desk) -> None:
    terminal = desk("demo", size=(18, 4))
    assert terminal.wait_end() == 2
    assert b"18x4" in terminal.output


def test_a_small_terminal_is_told_what_would_do(desk: Desk) -> None:
    terminal = desk("demo", size=(50, 12))
    terminal.wait_for("60x16")
    terminal.resize(80, 24)
    ready(terminal)
    terminal.send("q")
    assert terminal.wait_end() == 0


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60), (60, 16)])
def test_a_new_size_is_filled_and_nothing_is_lost(demo: PtyTerminal, size: tuple[int, int]) -> None:
    demo.send("t", "d", "c")
    demo.wait_for("tagged drugs/cannabis")
    demo.resize(*size)
    demo.settle(0.3)
    assert "Rabat" in demo.text
    demo.send("u")
    demo.wait_for("undid")


def test_many_sizes_in_a_row_end_in_the_last(demo: PtyTerminal) -> None:
    for columns in range(60, 121, 6):
        demo.resize(columns, 16 + columns // 5)
    demo.settle(0.3)
    demo.wait_for("Rabat")
    demo.send("q")
    assert demo.wait_end() == 0


def test_the_desk_is_silent_while_nothing_happens(demo: PtyTerminal) -> None:
    demo.fall_silent()


def test_without_colour_no_colour_is_sent(desk: Desk) -> None:
    terminal = ready(desk("demo", NO_COLOR="1"))
    terminal.send("j")
    terminal.settle()
    styles = re.findall(rb"\x1b\[([0-9;]*)m", bytes(terminal.output))
    assert styles
    assert not [style for style in styles if re.search(rb"\b(?:[34][0-8]|9[0-7]|10[0-7])\b", style)]


def test_a_case_that_is_none_is_told_before_the_screen_changes(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "letter.case"
    other.write_text("Dear editor")
    terminal = desk("open", str(other))
    assert terminal.wait_end() == 2
    assert b"\x1b[?1049h" not in terminal.output
    assert "letter.case" in terminal.text.replace("\n", "")


def test_a_locked_case_is_opened_to_be_read_and_refuses_changes(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    path = folder / "a.case"
    seeds = str(Path(__file__).parents[2] / "seeds")
    assert desk("import", seeds, "--case", str(path)).wait_end() == 0
    path.chmod(0o444)
    folder.chmod(0o555)
    before = path.read_bytes()
    terminal = ready(desk("open", str(path), under=bound_by_modes()))
    assert b"open for reading" in terminal.output
    terminal.send("t", "d", "c")
    terminal.wait_for("is open for reading only")
    terminal.send("c")
    terminal.wait_for("no note can be written")
    terminal.send("q")
    assert terminal.wait_end() == 0
    folder.chmod(0o755)
    assert path.read_bytes() == before
