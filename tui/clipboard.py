"""Words put into the clipboard of the terminal the analyst sits at, also through SSH, tmux, screen.

OSC 52 of xterm's control sequences does that. tmux takes it as it is where its set-clipboard is
on, and passes it on wrapped where its allow-passthrough is; it is sent both ways. GNU screen
passes wrapped pieces on, which must be short.
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tui.appearance import is_vt
from tui.plain import plain

MOST_BYTES = 56_000
"""More than this, in base64, is more than common terminals take (hterm, xterm: about 75,000)."""

_PIECE = 240
"""Characters that GNU screen passes on at once, for certain."""

_NONE_HERE = ("linux", "cons25")
"""How the terminal types begin that have no clipboard, beside those of a vt."""


class Copied(NamedTuple):
    """What is sent to the terminal, and what is said about it."""

    data: str
    words: str


def copied(text: str, environ: Mapping[str, str]) -> Copied:
    """Put a text into the clipboard; with no data where that cannot be, which the words say.

    Control characters go in as pictures: a shell that the text is pasted into obeys none.
    """
    shown = plain(text).encode("utf-8", "replace")
    kind, size = environ.get("TERM", ""), len(shown)
    if is_vt(kind) or kind.startswith(_NONE_HERE):
        return Copied("", "nothing was copied: this terminal has no clipboard")
    if size > MOST_BYTES:
        too_long = f"{size:,} bytes are more than the {MOST_BYTES:,} that terminals take"
        return Copied("", f"nothing was copied: {too_long}")
    sequence = f"\x1b]52;c;{b64encode(shown).decode('ascii')}\x07"
    tmux = "tmux needs set-clipboard on"
    said = f"copied {_counted(text)} to the terminal's clipboard"
    if "TMUX" in environ or kind.startswith("tmux"):
        doubled = sequence.replace("\x1b", "\x1b\x1b")
        return Copied(f"{sequence}\x1bPtmux;{doubled}\x1b\\", f"{said}; {tmux}")
    if "STY" in environ:
        return Copied("".join(_pieces(sequence)), f"{said}, if screen's terminal takes OSC 52")
    if kind.startswith("screen"):  # over SSH nothing tells whether it is screen, or tmux
        in_pieces = "".join(_pieces(sequence))
        return Copied(f"{sequence}{in_pieces}", f"{said}; {tmux}")
    return Copied(sequence, said)


def _pieces(data: str) -> Iterator[str]:
    for start in range(0, len(data), _PIECE):
        yield f"\x1bP{data[start : start + _PIECE]}\x1b\\"


def _counted(text: str) -> str:
    return "1 character" if len(text) == 1 else f"{len(text):,} characters"
