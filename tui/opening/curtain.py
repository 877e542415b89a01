"""The terminal between the start and the app: what was typed is not echoed and not lost.

The first screen stands in the alternate screen until Textual's driver takes it over. Should
something go wrong before that, `drop` gives the terminal back as it was, and words follow.
"""

import contextlib
import os
import signal
import termios
from collections.abc import Sequence
from types import FrameType
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.driver.shown import Shown
from tui.opening.asked import asked_for, config_folder

if TYPE_CHECKING:
    from tui.settings import Settings

_RAISE = "\x1b[?1049h\x1b[?25l\x1b[?7l"
_DROP = "\x1b[<u\x1b[?2004l\x1b[?1004l\x1b[?7h\x1b[?1049l\x1b[?25h"
"""Whatever was set by then; a mode that was not set is not missed."""

_ENDINGS = (signal.SIGTERM, signal.SIGHUP)


class Curtain(NamedTuple):
    """The first screen as it stands."""

    shown: Shown
    """What the terminal shows."""
    size: os.terminal_size
    modes: list[Any]
    """How the line was before."""


_raised: list[Curtain] = []
"""The curtain that is up, if one is."""


def raise_curtain(words: Sequence[str]) -> None:
    """Show the first screen of the case that the command line asks for, where all is plain."""
    path = asked_for(words, os.environ)
    if path is None or not _is_plain():
        return
    from store.glance import glance
    from tui.appearance import is_ascii_for, theme_for
    from tui.glyphs import in_ascii
    from tui.opening.frame import first_frame, rows_wanted

    settings = _settings()
    if settings is None:
        return
    size = os.get_terminal_size(2)
    wanted = rows_wanted(*size)
    first = glance(path, wanted) if wanted else None
    if first is None:
        return
    shown = Shown()
    frame = first_frame(first, *size, theme_for(settings, os.environ))
    if is_ascii_for(settings, os.environ):
        frame = in_ascii(frame)
    frame = shown.less(frame)
    curtain = Curtain(shown, size, _hush())
    _raised.append(curtain)
    _catch_endings(curtain)
    os.write(2, f"{_RAISE}{frame}".encode())


def _settings() -> "Settings | None":
    """The settings; None where something is wrong with them, which is told later, in words."""
    from tui.settings_file import SettingsError, read_settings

    try:
        return read_settings(config_folder(os.environ), os.environ)
    except SettingsError:
        return None


def drop() -> None:
    """Give the terminal back, unless nothing was taken or the app has it now."""
    if _raised:
        _give_back(_raised.pop().modes)
        for number in _ENDINGS:
            signal.signal(number, signal.SIG_DFL)


def take_over() -> Curtain | None:
    """Leave the terminal to the app, which gives it back; None where there is no first screen."""
    return _raised.pop() if _raised else None


def _is_plain() -> bool:
    """Whether this is a terminal that can place its cursor, is ours and tells its size."""
    if os.environ.get("TERM", "dumb") in ("dumb", "unknown", "") or {"COLUMNS", "LINES"} & {
        *os.environ
    }:
        return False
    try:
        return all(map(os.isatty, (0, 1, 2))) and os.tcgetpgrp(0) == os.getpgrp()
    except OSError:
        return False


def _hush() -> list[Any]:
    """Stop echoing, and keep what is typed for the app as it comes; ctrl+c still interrupts.

    Returns how the line was before.
    """
    before = termios.tcgetattr(0)
    iflag, oflag, cflag, lflag, *speeds, characters = termios.tcgetattr(0)
    iflag &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    lflag &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    characters[termios.VMIN], characters[termios.VTIME] = 1, 0
    characters[termios.VSUSP] = characters[termios.VQUIT] = b"\0"
    termios.tcsetattr(0, termios.TCSANOW, [iflag, oflag, cflag, lflag, *speeds, characters])
    return before


def _catch_endings(curtain: Curtain) -> None:
    """Give the terminal back when ended from outside, until the app does so itself."""

    def end(number: int, _: FrameType | None) -> None:
        _give_back(curtain.modes)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    for number in _ENDINGS:
        signal.signal(number, end)
    signal.signal(signal.SIGWINCH, lambda *_: curtain.shown.forget())


def _give_back(modes: list[Any]) -> None:
    with contextlib.suppress(OSError, termios.error):  # hung up: there is nobody to give it to
        os.write(2, _DROP.encode())
        termios.tcsetattr(0, termios.TCSANOW, modes)
