"""Textual's driver for the desk: it sends only the cells that changed and wakes its own reader."""

import signal
from types import FrameType
from typing import TYPE_CHECKING, Any

from textual._ansi_sequences import SYNC_END, SYNC_START
from textual.drivers.linux_driver import LinuxDriver

from tui.driver.shown import Shown

if TYPE_CHECKING:
    from textual.app import App


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
        self._is_stale = False
        self._is_in_frame = False

    def write(self, data: str) -> None:
        """Send what `data` changes on the screen, a frame as one update, and nothing else."""
        if data in (SYNC_START, SYNC_END):
            self._is_in_frame = data == SYNC_START
            return
        if self._is_stale:
            self._is_stale = False
            self._shown.forget()
        changes = self._shown.less(data)
        if changes:
            super().write(f"{SYNC_START}{changes}{SYNC_END}" if self._is_in_frame else changes)

    def forget(self) -> None:
        """Send everything again with the next frame: who knows what the terminal shows now."""
        self._is_stale = True

    def start_application_mode(self) -> None:
        """Take the terminal, at the start and after it was lent."""
        self.forget()
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's gap
        textual_resized = signal.getsignal(signal.SIGWINCH)

        def resized(number: int, frame: FrameType | None) -> None:
            self.forget()
            if callable(textual_resized):
                textual_resized(number, frame)

        signal.signal(signal.SIGWINCH, resized)
