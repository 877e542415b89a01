"""The desk in a real pseudo-terminal, with a home of its own."""

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.terminal.pty_terminal import PtyTerminal
from tui.sample import sample_case

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


@pytest.fixture(scope="session")
def new_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the first ``casedesk demo`` makes, to be copied: its five articles are read once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("sample")))
        patch.setenv("CASEDESK_USER", "ana")
        return sample_case()


@pytest.fixture
def sample(new_sample: Path, tmp_path: Path) -> Path:
    """The case of ``casedesk demo``, there already: a start shows it before the app is there."""
    path = kept_sample(tmp_path)
    path.parent.mkdir(parents=True)
    return Path(shutil.copy(new_sample, path))


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
def demo(desk: Desk, sample: Path) -> PtyTerminal:
    """The desk on the sample case, ready for keys."""
    return ready(desk("demo"))


def kept_sample(home: Path) -> Path:
    """Where ``casedesk demo`` keeps its case."""
    return home / ".local" / "share" / "casedesk" / "sample.case"


def ready(terminal: PtyTerminal) -> PtyTerminal:
    """Wait until the desk is there; its keys come last, after the first screen."""
    terminal.wait_for("q quit")
    terminal.settle(0.2)
    return terminal
