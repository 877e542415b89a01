"""The harness itself: a test of the desk is worth what its terminal is."""

import os
import signal
import sys

import pytest

from tests.terminal.pty_terminal import PATIENCE_S, PtyTerminal, ScreenTimeoutError

ENV = {"PATH": os.environ["PATH"], "TERM": "xterm-256color"}


def shell(script: str) -> PtyTerminal:
    return PtyTerminal(["/bin/sh", "-c", script], ENV, (40, 5))


def test_keys_reach_the_program_and_its_words_the_screen() -> None:
    with shell('read word; echo "got $word"') as terminal:
        terminal.send("abc", "enter")
        terminal.wait_for("^got abc$")
        assert terminal.wait_end() == 0


def test_the_screen_is_shown_when_it_never_matches() -> None:
    with shell("echo shown") as terminal, pytest.raises(ScreenTimeoutError, match="shown"):
        terminal.wait_for("elsewhere")


def test_sequences_that_are_no_text_leave_no_trace_even_cut_in_two() -> None:
    script = r"printf 'a\033[?2026$pb\033[>1u'; printf '\033]0;ti'; sleep .1; printf 'tle\007c\n'"
    with shell(script) as terminal:
        terminal.wait_for("^abc$")


def test_hanging_up_tells_the_program() -> None:
    with shell("trap 'exit 7' HUP; echo up; while :; do sleep .05; done") as terminal:
        terminal.wait_for("up")
        terminal.hang_up()
        assert terminal.process.wait(PATIENCE_S) == 7


def test_a_kill_is_final_and_last_words_are_read() -> None:
    with shell("echo last; sleep 60") as terminal:
        terminal.wait_for("last")
        terminal.kill()
        assert terminal.wait_end() == -signal.SIGKILL
        assert "last" in terminal.text


def test_a_new_size_reaches_the_program() -> None:
    script = "import os, signal; signal.sigwait({signal.SIGWINCH}); print(os.get_terminal_size())"
    guard = (
        "import signal; signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGWINCH}); print('on')"
    )
    with PtyTerminal([sys.executable, "-uc", f"{guard}; {script}"], ENV, (40, 5)) as terminal:
        terminal.wait_for("on")
        terminal.resize(60, 8)
        terminal.wait_for(r"columns=60, lines=8")
