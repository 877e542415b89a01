"""Listening to the keyboard: bytes become events at once, and a call stops it at once."""

import os
import re
import select
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable

from textual import constants
from textual._xterm_parser import XTermParser
from textual.message import Message

_CHUNK = 4096
_PATIENCE_S = 0.001
"""How much longer than a lone Esc is held back it is looked for."""
_COMING_S = 0.05
"""How long an Esc is held back that came with other bytes: on a slow line more are on their way."""
_BEGUN_S = 0.25
"""How long a sequence is waited for that has begun: nobody types these, so it will come."""
_BEGUN = re.compile(r"\x1b[\[O][0-?]*\Z")
_LONGEST = 32
"""Characters of a sequence that are looked back at."""


class Listener:
    """Turns what a terminal sends into events, until it is stopped from another thread."""

    def __init__(self, terminal: int, tell: Callable[[Message], None]) -> None:
        self._terminal = terminal
        self._tell = tell
        self._woken, self._waker = os.pipe()

    def stop(self) -> None:
        """Make `listen` return, now or when it is called."""
        os.write(self._waker, b"\0")

    def close(self) -> None:
        """Give back the pipe, once nobody listens."""
        os.close(self._woken)
        os.close(self._waker)

    def listen(self) -> bool:
        """Tell of every event; returns False if the terminal has gone, True when stopped.

        A lone Esc is told when nothing has followed it for Textual's ESCDELAY, longer only while
        bytes are still coming; otherwise nothing wakes up but a key.
        """
        parser = XTermParser()
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        wait_s: float | None = None
        recent = ""
        while True:
            ready = select.select([self._terminal, self._woken], [], [], wait_s)[0]
            if self._woken in ready:
                return True
            if not ready:
                wait_s, recent = None, ""
                self._tell_all(parser.tick())
                continue
            data = self._read()
            if not data:
                return False
            if text := decode(data):
                self._tell_all(parser.feed(text))
            recent = (recent + text)[-_LONGEST:]
            wait_s = _held_back_s(text, recent) + _PATIENCE_S

    def _read(self) -> bytes:
        try:
            return os.read(self._terminal, _CHUNK)
        except OSError:  # hung up
            return b""

    def _tell_all(self, events: Iterable[Message]) -> None:
        for event in events:
            self._tell(event)


def _held_back_s(text: str, recent: str) -> float:
    """How long to wait for what may belong to the last keys."""
    if _BEGUN.search(recent):
        return max(_BEGUN_S, constants.ESCAPE_DELAY)
    if len(text) > 1 and text.endswith("\x1b"):
        return max(_COMING_S, constants.ESCAPE_DELAY)
    return constants.ESCAPE_DELAY
