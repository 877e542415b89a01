"""Incidents to choose from by a digit, over the foot of whatever is shown."""

from textual.reactive import var
from textual.strip import Strip

from tui.panes.pane import Painted
from tui.views import Offers
from tui.widgets.safe import safe
from tui.widgets.strips import Words, line, sides
from tui.widgets.wrap import fitted

_NONE = "no other incident is like it; / finds by words"
_SHARE = 2
"""Of so many parts of a row why it is offered takes one, at most."""


class OffersList(Painted):
    """What each digit chooses, and why it is offered."""

    offers: var[Offers] = var(Offers())
    """What there is to choose from."""

    @property
    def wanted(self) -> int:
        """How many rows it takes."""
        return 1 + max(len(self.offers.choices), 1)

    def row(self, y: int) -> Strip:
        """What the digits are for, then one row for each."""
        width, plain = self.size.width, self.style("plain")
        if y == 0:
            style = self.style("title.here")
            return line([(f" {safe(self.offers.title)}", style)], width, style)
        if not self.offers.choices:
            return line([(f"   {_NONE}" if y == 1 else "", self.style("about"))], width, plain)
        if y > len(self.offers.choices):
            return Strip.blank(width, plain)
        one = self.offers.choices[y - 1]
        why = f"  {fitted(safe(one.why), width // _SHARE)} " if one.why else ""
        left: list[Words] = [(f" {y} ", self.style("key")), (safe(one.words), plain)]
        return sides(left, [(why, self.style("about"))], width, plain)

    def watch_offers(self) -> None:
        """Something else is offered."""
        self.repaint()
