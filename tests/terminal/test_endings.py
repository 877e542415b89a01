"""However the desk ends, what was typed is there afterwards and the terminal is left clean."""

import signal
from pathlib import Path

import pytest

from store import open_case
from tests.terminal.conftest import Desk, ready
from tests.terminal.pty_terminal import PATIENCE_S, PtyTerminal

BROKEN = """
from tui.desk.decider import Decider

def done(self):
    raise RuntimeError("nobody foresaw this")

Decider.done = done
"""
"""Makes a key of the desk fail, from within its own process."""

TYPED = "the boat left from Nador"


def note(case: Path) -> str:
    with open_case(case, user="ana") as opened:
        return opened.note(1)


def type_note(demo: PtyTerminal) -> None:
    demo.send("c")
    demo.settle()
    demo.send(TYPED)
    demo.wait_for(TYPED)


def test_a_hang_up_keeps_the_note_being_typed(demo: PtyTerminal, sample: Path) -> None:
    type_note(demo)
    demo.hang_up()
    demo.process.wait(PATIENCE_S)
    assert note(sample) == TYPED


def test_a_hang_up_keeps_what_was_typed_and_never_shown(demo: PtyTerminal, sample: Path) -> None:
    demo.send("c")
    demo.settle()
    demo.send(TYPED)
    demo.settle(0.05)
    demo.hang_up()
    demo.process.wait(PATIENCE_S)
    assert note(sample) == TYPED


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_being_ended_from_outside_keeps_the_note_and_leaves_the_terminal_clean(
    demo: PtyTerminal, sample: Path, number: signal.Signals
) -> None:
    type_note(demo)
    demo.signal(number)
    demo.wait_end()
    assert note(sample) == TYPED
    assert_clean(demo)


def test_a_kill_keeps_what_the_header_said_is_saved(
    demo: PtyTerminal, sample: Path, desk: Desk
) -> None:
    type_note(demo)
    demo.wait_for("saved")
    demo.kill()
    again = ready(desk("demo"))
    assert TYPED in again.text
    assert note(sample) == TYPED


def test_quitting_leaves_the_terminal_clean(demo: PtyTerminal) -> None:
    demo.send("q")
    assert demo.wait_end() == 0
    assert_clean(demo)


def test_stopped_from_outside_and_going_on_it_is_as_it_was(demo: PtyTerminal) -> None:
    before = demo.text
    demo.signal(signal.SIGSTOP)
    demo.screen.reset()
    demo.signal(signal.SIGCONT)
    demo.wait_for(lambda text: text == before)
    demo.send("j", "q")
    assert demo.wait_end() == 0
    assert_clean(demo)


@pytest.mark.parametrize("keys", [["t"], ["c", "half a w"], ["/"], ["l"], ["?"]], ids="".join)
def test_quitting_from_anywhere_leaves_the_terminal_clean(
    demo: PtyTerminal, keys: list[str]
) -> None:
    demo.send(*keys)
    demo.settle()
    demo.signal(signal.SIGTERM)
    demo.wait_end()
    assert_clean(demo)


def test_an_error_of_its_own_keeps_the_note_and_is_one_sentence(
    desk: Desk, sample: Path, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text(BROKEN)
    broken = ready(desk("demo", PYTHONPATH=str(tmp_path)))
    type_note(broken)
    broken.send("esc")
    broken.settle()
    broken.send("d")
    assert broken.wait_end() == 70
    assert_clean(broken)
    last_words = broken.output[broken.output.rindex(b"\x1b[?1049l") :].decode()
    assert last_words.count("\n") == 1
    assert "RuntimeError: nobody foresaw this" in last_words
    (log,) = (tmp_path / ".local" / "state" / "casedesk").glob("crash-*")
    assert "Traceback" in log.read_text()
    assert note(sample) == TYPED


def assert_clean(terminal: PtyTerminal) -> None:
    """The alternate screen is off, the cursor shown, mouse and paste modes off, typing echoed."""
    assert terminal.modes == terminal.modes_before
    for mode, wanted in ((1049, b"l"), (25, b"h"), (1000, b"l"), (1003, b"l"), (2004, b"l")):
        name = f"\x1b[?{mode}".encode()
        if name in terminal.output:
            after = terminal.output.rindex(name) + len(name)
            assert terminal.output[after : after + 1] == wanted, f"mode {mode}"
    assert b"Traceback" not in terminal.output
