"""Incidents to choose from by a digit, over the foot of whatever is shown."""

from textual.reactive import var
from textual.strip import Strip

from tui.panes.pane import Painted
from tui.views import Offers
from tui.widgets.safe import safe
from tui.widgets.strips import Words, line, sides
from tui.widgets.wrap import fitted

_NONE = "no other incident is like it"
_ROOMY = 100
"""Columns from which an incident and why it is offered have room beside each other."""
_SHARE = 2
"""Of so many parts of a row why it is offered takes one, at most."""


def rows_for(offers: Offers, width: int) -> int:
    """How many rows the offers take where it is so wide."""
    each = 1 if width >= _ROOMY else 2
    return 1 + max(each * len(offers.choices), 1)


class OffersList(Painted):
    """What each digit chooses, and why it is offered."""

    offers: var[Offers] = var(Offers())
    """What there is to choose from."""

    def row(self, y: int) -> Strip:
        """What the digits are for, then each with the reason beside or below it."""
        width, plain = self.size.width, self.style("plain")
        if y == 0:
            style = self.style("title.here")
            return line([(f" {safe(self.offers.title)}", style)], width, style)
        if not self.offers.choices:
            return line([(f"   {_NONE}" if y == 1 else "", self.style("about"))], width, plain)
        place, is_second = (y - 1, 0) if width >= _ROOMY else divmod(y - 1, 2)
        if place >= len(self.offers.choices):
            return Strip.blank(width, plain)
        one = self.offers.choices[place]
        if is_second:
            return line([(f"   {safe(one.why)}", self.style("about"))], width, plain)
        why = safe(one.why) if width >= _ROOMY else ""
        left: list[Words] = [(f" {place + 1} ", self.style("key")), (safe(one.words), plain)]
        right = f"  {fitted(why, width // _SHARE)} " if why else ""
        return sides(left, [(right, self.style("about"))] if right else [], width, plain)

    def watch_offers(self) -> None:
        """Something else is offered."""
        self.repaint()
