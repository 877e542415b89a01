"""The desk in a real pseudo-terminal, with a home of its own."""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.terminal.pty_terminal import PtyTerminal

Desk = Callable[..., PtyTerminal]


@pytest.fixture(autouse=True, scope="session")
def signals() -> None:
    """Let no program ignore what these tests send it.

    A runner started in the background ignores ctrl+c and the hang-up, and hands that down.
    """
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """What an xterm gives a program, with an empty home."""
    return {
        "HOME": str(tmp_path),
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "USER": "ana",
    }


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Where ``casedesk demo`` keeps its case."""
    return tmp_path / ".local" / "share" / "casedesk" / "sample.case"


@pytest.fixture
def desk(environ: dict[str, str]) -> Iterator[Desk]:
    """Start ``casedesk`` with some words; what still runs at the end of the test is killed."""
    with ExitStack() as stack:

        def start(
            *words: str,
            size: tuple[int, int] = (120, 40),
            under: Sequence[str] = (),
            **changes: str,
        ) -> PtyTerminal:
            command = [*under, sys.executable, "-m", "tui", *words]
            return stack.enter_context(PtyTerminal(command, environ | changes, size))

        yield start


@pytest.fixture
def demo(desk: Desk) -> PtyTerminal:
    """The desk on the sample case, ready for keys."""
    return ready(desk("demo"))


def ready(terminal: PtyTerminal) -> PtyTerminal:
    """Wait until the desk is there; its keys come last, after the first screen."""
    terminal.wait_for("q quit")
    terminal.settle(0.2)
    return terminal
