"""Textual's driver for the desk: it sends only the cells that changed and wakes its own reader."""

import os
import signal
from types import FrameType
from typing import TYPE_CHECKING, Any

from textual._ansi_sequences import SYNC_END, SYNC_START
from textual.drivers.linux_driver import LinuxDriver

from tui.driver.listening import Listener
from tui.driver.shown import Shown
from tui.glyphs import in_ascii
from tui.opening.curtain import take_over

if TYPE_CHECKING:
    from textual.app import App

_ENTER = "\x1b[?1049h"
"""Takes the alternate screen."""


class DeskDriver(LinuxDriver):
    """The terminal under the desk."""

    def __init__(
        self,
        app: "App[Any]",
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._shown = Shown()
        self._is_ascii: bool = getattr(app, "is_ascii", False)
        self._is_stale = False
        self._is_in_frame = False
        self._is_entered = False
        self._listener: Listener | None = None

    def write(self, data: str) -> None:
        """Send what `data` changes on the screen, a frame as one update, and nothing else."""
        if data in (SYNC_START, SYNC_END):
            self._is_in_frame = data == SYNC_START
            return
        if data == _ENTER and self._is_entered:
            self._is_entered = False  # it would clear the first screen
            return
        if self._is_stale:
            self._is_stale = False
            self._shown.forget()
        if self._is_ascii:
            data = in_ascii(data)
        changes = self._shown.less(data)
        if changes:
            super().write(f"{SYNC_START}{changes}{SYNC_END}" if self._is_in_frame else changes)

    def forget(self) -> None:
        """Send everything again with the next frame: who knows what the terminal shows now."""
        self._is_stale = True

    def start_application_mode(self) -> None:
        """Take the terminal, at the start and after it was lent.

        A process that was stopped and goes on takes what it had never given back; what the
        terminal was like before that is still what it will be left like.
        """
        kept = self.attrs_before if self._listener else None
        self._stop_listening()
        self.forget()
        if curtain := take_over():
            kept = curtain.modes
            self._shown = curtain.shown
            self._is_stale = curtain.size != os.get_terminal_size(self.fileno)
            self._is_entered = True
        self._listener = Listener(self.fileno, self.process_message)
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's gap
        self.attrs_before = kept or self.attrs_before
        self._forget_when_resized()

    def _forget_when_resized(self) -> None:
        """Textual hears of a new size as before; a size that it has seen already may be new."""
        textual_resized = signal.getsignal(signal.SIGWINCH)

        def resized(number: int, frame: FrameType | None) -> None:
            self.forget()
            if callable(textual_resized):
                textual_resized(number, frame)

        signal.signal(signal.SIGWINCH, resized)

    def run_input_thread(self) -> None:
        """Tell the app of every key; a terminal that has gone is a hang-up."""
        if self._listener and not self._listener.listen():
            os.kill(os.getpid(), signal.SIGHUP)

    def disable_input(self) -> None:
        """Stop listening at once."""
        self._stop_listening()
        super().disable_input()

    def _stop_listening(self) -> None:
        if self._listener:
            self._listener.stop()
            if self._key_thread:
                self._key_thread.join()
            self._listener.close()
            self._listener = None
