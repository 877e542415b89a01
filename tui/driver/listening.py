"""Listening to the keyboard: bytes become events at once, and a call stops it at once."""

import os
import select
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable

from textual import constants
from textual._xterm_parser import XTermParser
from textual.message import Message

_CHUNK = 4096
_PATIENCE_S = 0.001
"""How much longer than a lone Esc is held back it is looked for."""


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

        A lone Esc is told when nothing has followed it for Textual's ESCDELAY; otherwise nothing
        wakes up but a key.
        """
        parser = XTermParser()
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        wait_s: float | None = None
        while True:
            ready = select.select([self._terminal, self._woken], [], [], wait_s)[0]
            if self._woken in ready:
                return True
            if not ready:
                wait_s = None
                self._tell_all(parser.tick())
                continue
            data = self._read()
            if not data:
                return False
            if text := decode(data):
                self._tell_all(parser.feed(text))
            wait_s = constants.ESCAPE_DELAY + _PATIENCE_S

    def _read(self) -> bytes:
        try:
            return os.read(self._terminal, _CHUNK)
        except OSError:  # hung up
            return b""

    def _tell_all(self, events: Iterable[Message]) -> None:
        for event in events:
            self._tell(event)
