"""Screens of incidents, where digits choose from others that are offered."""

from collections.abc import Callable
from typing import Protocol

from textual.app import ComposeResult

from store import About
from tui.desk import Desk
from tui.keymap import Keymap
from tui.panes.places import FOOT
from tui.screens.listing import Listing
from tui.themes import Look
from tui.views import Offers
from tui.widgets.offers import OffersList, rows_for


class Home(Protocol):
    """What the desk's own screen does for those of incidents."""

    def write_about(self, about: About, after: Callable[[], object] | None = None) -> None:
        """Write the note of something; `after` is done when it is left."""

    def put_link_to_incident(self, number: int) -> None:
        """Put a link to an incident into the note of the article."""

    def show_incident(self, number: int) -> None:
        """Open the screen of an incident."""

    def choose_incident(self, label: str, take: Callable[[int], None]) -> None:
        """Have an incident chosen by its words, for what the label says."""

    def show_fact(self, article: int, key: str) -> None:
        """Go to the words of a fact."""


class Offering(Listing):
    """What the screens of incidents share."""

    def __init__(self, keymap: Keymap, look: Look, desk: Desk, home: Home) -> None:
        super().__init__(keymap, look, desk)
        self.home = home

    def lines_under(self) -> ComposeResult:
        """What may be chosen, over what was said and the keys."""
        yield OffersList(id="offers").data_bind(Offering.offers, look=Offering.shown_look)
        yield from super().lines_under()

    def watch_offers(self, offers: Offers) -> None:
        """Make room for what is offered, or take it away."""
        if self.is_mounted:
            widget = self.query_one(OffersList)
            widget.display = bool(offers.title)
            rows = rows_for(offers, self.size.width)
            widget.styles.height = min(rows, max(self.size.height - FOOT, 1))
