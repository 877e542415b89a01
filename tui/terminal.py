"""The terminal, looked at before textual is imported: can a desk stand here, and how?"""

import os
import sys
from collections.abc import MutableMapping

from tui.appearance import theme_for
from tui.diagnostics import RefusedError
from tui.settings import Settings

SMALLEST = (20, 5)
"""Columns and rows below which not even the app's own "too small" can be read."""

_UNFIT = {"dumb", "unknown"}
"""Terminal types that cannot move their cursor."""

_NAMED_COLOURS = {"16", "mono"}
"""Themes that need no colours by number, which textual would else take for the nearest of 16."""

_LOCAL_ESCAPE_MS = "5"
_REMOTE_ESCAPE_MS = "25"
"""How long a lone Esc is held back, as it may begin a longer sequence. Over SSH the rest of a
sequence can arrive in the next packet."""


def require() -> None:
    """Refuse, in one sentence, a terminal that cannot show the desk."""
    for stream, name in (
        (sys.stdin, "standard input"),
        (sys.stdout, "standard output"),
        (sys.stderr, "standard error"),
    ):
        if not stream.isatty():
            raise RefusedError(
                f"the desk needs a terminal and {name} is none; "
                "casedesk list and casedesk show work without"
            )
    kind = os.environ.get("TERM", "")
    if kind in _UNFIT or not kind:
        raise RefusedError(
            f"the desk needs a terminal that can place its cursor and TERM is {kind or 'not set'}; "
            "set it to what the terminal is, such as xterm-256color"
        )
    _require_size()


def _require_size() -> None:
    columns, rows = os.get_terminal_size(sys.stdout.fileno())
    if not columns or not rows:
        return  # a line that does not tell its size: textual goes by 80x24
    if columns < SMALLEST[0] or rows < SMALLEST[1]:
        raise RefusedError(
            f"the terminal is {columns}x{rows}, too small even to say so on it; "
            "make it 60x16 or larger"
        )


def prepare(settings: Settings, environ: MutableMapping[str, str] | None = None) -> None:
    """Set what textual reads from the environment as it is imported, and the editor of notes.

    What is set there stays, but where a setting says otherwise.
    """
    environ = os.environ if environ is None else environ
    remote = "SSH_CONNECTION" in environ
    usual = _REMOTE_ESCAPE_MS if remote else _LOCAL_ESCAPE_MS
    if settings.escape_ms:
        environ["ESCDELAY"] = str(settings.escape_ms)
    environ.setdefault("ESCDELAY", usual)
    if theme_for(settings, environ) not in _NAMED_COLOURS:
        environ.setdefault("TEXTUAL_COLOR_SYSTEM", "256")
    if settings.editor:
        environ["VISUAL"] = settings.editor
    environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    environ.setdefault("TEXTUAL_SMOOTH_SCROLL", "0")
