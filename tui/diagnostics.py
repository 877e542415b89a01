"""Words for the person at the terminal: stderr's one writer, and what an exit code means."""

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from enum import IntEnum
from pathlib import Path

from tui import locations
from tui.opening.curtain import drop
from tui.plain import one_line

WORTH_A_BAR = 50
"""Fewer steps than this are over before a bar is read."""

_PASSING_S = 0.1
"""How long words stay that others take the place of."""


class ExitCode(IntEnum):
    """What a command tells the shell when it ends."""

    OK = 0
    NOTHING = 1
    """Nothing was found, or a file failed while the rest went on."""
    USAGE = 2
    """The command or what it was given cannot be used."""
    INTERNAL = 70
    """An error in casedesk itself."""
    INTERRUPTED = 130
    """Ctrl+C; what was done by then is kept."""


class RefusedError(Exception):
    """What was asked cannot be done; the message is one sentence that says why."""

    def __init__(self, message: str, code: ExitCode = ExitCode.USAGE) -> None:
        super().__init__(message)
        self.code = code


def say(words: str) -> None:
    """Tell the person something that went as it should, where it stays readable."""
    drop()
    print(one_line(words), file=sys.stderr)  # noqa: T201  the one writer of words


def complain(words: str) -> None:
    """Tell the person what went wrong, in one sentence."""
    say(f"casedesk: {words}")


def report_crash(error: BaseException) -> None:
    """Tell the person, in one sentence, of an error nobody foresaw and where its details are."""
    import traceback  # few commands crash

    drop()
    details = "".join(traceback.format_exception(error))
    if os.environ.get("CASEDESK_DEBUG") == "1":
        sys.stderr.write(details)
        where = "the details are above"
    else:
        where = _keep(details)
    reason = one_line(f"{type(error).__name__}: {error}")[:200].rstrip(" :")
    complain(f"an error of its own stopped it ({reason}); what was saved is safe, and {where}.")


def _keep(details: str) -> str:
    name = f"crash-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.log"
    path = locations.state_folder() / name
    try:
        _write_private(path, details)
    except OSError:
        return "CASEDESK_DEBUG=1 shows the details"
    return f"the details are in {path}"


def _write_private(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.touch(mode=0o600)
    path.write_text(text, encoding="utf-8")


@contextlib.contextmanager
def progress(label: str, length: int) -> Iterator[Callable[[int], None]]:
    """A bar that the yielded function moves on; only drawn where a person would wait for it."""
    if length < WORTH_A_BAR or not sys.stderr.isatty():
        yield lambda _steps: None
        return
    import click

    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield lambda steps: bar.update(steps)


@contextlib.contextmanager
def passing() -> Iterator[Callable[[str], None]]:
    """Words on one line that the next ones take the place of; only where a person waits."""
    if not sys.stderr.isatty():
        yield lambda _words: None
        return
    shown_at = 0.0

    def show(words: str) -> None:
        nonlocal shown_at
        if time.monotonic() - shown_at >= _PASSING_S:
            shown_at = time.monotonic()
            sys.stderr.write(f"\r\x1b[K{one_line(words)}")
            sys.stderr.flush()

    try:
        yield show
    finally:
        sys.stderr.write("\r\x1b[K")
