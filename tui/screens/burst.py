"""Keys pressed in one go: what left a screen is not meant to leave casedesk as well."""

from textual import events

from tui.screens.keyed import KeyedScreen, key_name

_BURST_S = 0.7
"""Longer than a keyboard waits before a key that is held down is repeated."""


class Burst:
    """Knows which key left a screen last, and when it was pressed."""

    def __init__(self) -> None:
        self._left: events.Key | None = None

    def left(self, event: events.Key) -> None:
        """A key left a screen."""
        self._left = event

    def is_one_too_many(self, event: events.Key, screen: KeyedScreen) -> bool:
        """Whether a key would leave casedesk that has only just left another screen."""
        left = self._left
        if left is None or event.key != left.key or event.time - left.time >= _BURST_S:
            return False
        node = screen.keymap.find(screen.context, (*screen.pressed, key_name(event)))
        is_quit = node is not None and node.command is not None and node.command.id == "view.quit"
        if is_quit:
            self._left = event
        return is_quit
