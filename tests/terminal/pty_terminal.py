"""A program in a real pseudo-terminal, and the screen that a person in front of it would see."""

import contextlib
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from fcntl import ioctl
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

NAMED_KEYS = {"enter": "\r", "esc": "\x1b", "tab": "\t", "space": " ", "backspace": "\x7f"}

_UNREAD_BY_PYTE = re.compile(
    rb"\x1b(?:\[[<=>][0-?]*[ -/]*[@-~]"  # keyboard protocols and other private sequences
    rb"|\[[0-?]*[ -/]+[@-~]"  # mode reports, cursor shapes
    rb"|\[[0-9;?]*[cntu]"  # device and window reports
    rb"|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\))"  # titles, clipboards, other strings
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[\]PX^_][^\x07\x1b]*\x1b?)?\Z")

PATIENCE_S = 120.0
"""How long is waited for what comes; only a test that fails waits that long."""

_STARTER = 'exec "$@" <>"$0" >&0 2>&0'
"""A session leader that opens a terminal gets it as its own, so a hang-up reaches it."""


class ScreenTimeoutError(AssertionError):
    """The screen did not come to show what was waited for; the message shows what it did."""


class PtyTerminal:
    """One program on one pseudo-terminal: send keys, wait for the screen, pull the plug."""

    def __init__(
        self,
        command: Sequence[str],
        env: Mapping[str, str],
        size: tuple[int, int] = (120, 40),
    ) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self._unfinished = b""
        self.output = bytearray()
        """Every byte the program has written."""
        self._master, self._slave = pty.openpty()
        self._set_size(size)
        self.modes_before = self.modes
        """How the line was before the program."""
        self.process = subprocess.Popen(
            ["/bin/sh", "-c", _STARTER, os.ttyname(self._slave), *command],
            env=dict(env),
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.kill()
        for fd in (self._master, self._slave):
            with contextlib.suppress(OSError):
                os.close(fd)

    @property
    def rows(self) -> list[str]:
        """The screen's rows, without the blanks at their ends."""
        return [row.rstrip() for row in self.screen.display]

    @property
    def text(self) -> str:
        """The screen as text."""
        return "\n".join(self.rows)

    def send(self, *keys: str) -> None:
        """Press keys: a name ("enter", "esc", ...) is that key, other text is typed."""
        for key in keys:
            os.write(self._master, NAMED_KEYS.get(key, key).encode())

    def read(self, seconds: float = 0.0) -> bool:
        """Take in what comes within `seconds`; False when there was nothing or the end came."""
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:  # the last process on the other side has gone
            return False
        self._show(data)
        return bool(data)

    def wait_for(self, wanted: str | Callable[[str], object], timeout: float = PATIENCE_S) -> str:
        """Wait until the screen matches a regular expression or satisfies a predicate."""
        pattern = re.compile(wanted, re.MULTILINE) if isinstance(wanted, str) else None
        is_there = pattern.search if pattern else wanted
        assert callable(is_there)
        deadline = time.monotonic() + timeout
        while not is_there(self.text):
            left, was_ended = deadline - time.monotonic(), self.ended
            if left <= 0 or (not self.read(min(left, 0.1)) and was_ended):
                raise ScreenTimeoutError(f"no {wanted!r} on this screen:\n{self.text}")
        return self.text

    def settle(self, quiet: float = 0.15, timeout: float = PATIENCE_S) -> str:
        """Wait until nothing has come for `quiet` seconds and the program only waits for more.

        On a slow machine it may be at work for longer than that before it says anything.
        """
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline and (self.read(quiet) or self._is_at_work()):
            pass
        return self.text

    def _is_at_work(self) -> bool:
        """Whether a thread of the program runs, or would if it had its turn; as Linux tells it."""
        tasks = Path(f"/proc/{self.process.pid}/task")
        try:
            states = [(task / "stat").read_text().rpartition(")")[2] for task in tasks.iterdir()]
        except OSError:  # it has just ended, or there is nobody to ask
            return False
        return any(state.split()[0] in "RD" for state in states)

    def watch(self, seconds: float) -> None:
        """Take in what comes for that long."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            self.read(left)

    def fall_silent(self, seconds: float = 1.0) -> None:
        """Wait until nothing comes for that long."""
        deadline, before = time.monotonic() + PATIENCE_S, -1
        while len(self.output) != before:
            before = len(self.output)
            assert time.monotonic() < deadline, f"no silence of {seconds} s:\n{self.text}"
            self.watch(seconds)

    def resize(self, columns: int, rows: int) -> None:
        """Make the terminal another size, as a window manager does."""
        self.screen.resize(rows, columns)
        self._set_size((columns, rows))

    @property
    def modes(self) -> list[object]:
        """How the line treats what is typed: echo, whole lines, signals."""
        return termios.tcgetattr(self._slave)

    @property
    def ended(self) -> bool:
        """Whether the program is gone."""
        return self.process.poll() is not None

    def wait_end(self, timeout: float = PATIENCE_S) -> int:
        """Wait for the program to end; its exit code, negative for a signal."""
        deadline = time.monotonic() + timeout
        while not self.ended:
            if time.monotonic() > deadline:
                raise ScreenTimeoutError(f"still running, with this screen:\n{self.text}")
            self.read(0.05)
        self.drain()
        return self.process.wait()

    def drain(self) -> None:
        """Take in all that was written and is still on its way."""
        while self.read(0.0):
            pass

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    def kill(self) -> None:
        """Kill the program without notice and take in its last words."""
        if not self.ended:
            self.signal(signal.SIGKILL)
        self.process.wait()
        with contextlib.suppress(OSError, ValueError):
            self.drain()

    def hang_up(self) -> None:
        """Close the terminal, as a lost connection does."""
        os.close(self._slave)
        os.close(self._master)

    def _set_size(self, size: tuple[int, int]) -> None:
        columns, rows = size
        ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _show(self, data: bytes) -> None:
        self.output += data
        data = self._unfinished + data
        cut = _UNFINISHED.search(data)
        end = cut.start() if cut else len(data)
        data, self._unfinished = data[:end], data[end:]
        self._stream.feed(_UNREAD_BY_PYTE.sub(b"", data))
