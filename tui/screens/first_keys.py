"""The card of the first day: where it lies, and how it goes."""

from contextlib import suppress
from pathlib import Path

from textual import events
from textual.geometry import Size
from textual.reactive import var

from tui import locations
from tui.desk import Desk
from tui.panes.places import FOOT, WIDE, Place, arrange
from tui.screens.keyed import KeyedScreen
from tui.screens.placed import put_in_place
from tui.widgets.first_card import FirstCard
from tui.widgets.key_row import Choice
from tui.widgets.keys import first_keys


class FirstKeys(KeyedScreen):
    """Shows an analyst who is new here the keys to begin with, once and in nobody's way.

    The card lies in the notes pane while there is no note, on a narrow terminal on the status line
    and the tags under it. The first key puts it away and does what it does.
    """

    desk: Desk
    first: var[tuple[Choice, ...]] = var(())
    """The keys of the card, none when it is not there."""

    def greet(self) -> None:
        """Show the card on the first start, where nobody has judged anything yet."""
        seen = locations.first_keys_seen()
        if seen.exists() or self.desk.status.words or self.desk.note.text:
            return
        with self.desk.careful():
            if self.desk.history.is_untouched():
                self._greet_once(seen)

    def _greet_once(self, seen: Path) -> None:
        with suppress(OSError):  # it is shown once more then, which harms nobody
            seen.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            seen.touch()
        self.first = first_keys(self.keymap)

    async def take(self, event: events.Key) -> None:
        """Put the card away, and do what the key does."""
        self.first = ()
        await super().take(event)

    def put(self, text: str) -> None:
        """Put the card away, and take pasted text."""
        self.first = ()
        super().put(text)

    def on_resize(self, event: events.Resize) -> None:
        """Find the card its place."""
        self._place_card(event.size)

    def watch_first(self) -> None:
        """Show the card, or put it away."""
        if self.is_mounted:
            self._place_card(self.app.size)

    def watch_status(self) -> None:
        """What is said is seen: a card that lies over it gives way."""
        place = self._card_place(self.app.size)
        if place and place.y == self.app.size.height - FOOT:
            self.first = ()

    def _place_card(self, size: Size) -> None:
        put_in_place(self.query_one(FirstCard), self._card_place(size))

    def _card_place(self, size: Size) -> Place | None:
        """Where nothing is hidden that is read on the first day."""
        places = arrange(size.width, size.height, "list")
        if not (places and self.first):
            return None
        card = self.query_one(FirstCard)
        if size.width >= WIDE and places["note"].height > card.needed:
            x, y, width, height = places["note"]
            return Place(x + 1, y + 1, width - 1, height - 1)
        return Place(0, size.height - FOOT, size.width, card.needed_together(size.width))
