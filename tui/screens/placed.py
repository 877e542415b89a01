"""Where the parts of the desk's screen stand, for any size of the terminal."""

from textual import events
from textual.geometry import Size
from textual.widget import Widget

from tui.commands.moving import PANES
from tui.panes.note import NotePane
from tui.panes.pane import Pane
from tui.panes.places import FOOT, WIDE, Place, arrange
from tui.screens.linking import Linking
from tui.views import Offers
from tui.widgets.offers import OffersList, rows_for
from tui.widgets.status import StatusLine


class Placed(Linking):
    """Puts the panes, the lines under them and what is offered into their places."""

    is_alone: bool
    offers: Offers
    arranged: tuple[Size, dict[str, Place]] = (Size(0, 0), {})
    """For which size the panes stand where; nowhere in a terminal that is too small."""

    def on_mount(self) -> None:
        """Give what is said as many rows as it takes, whenever it is something else."""
        said = self.query_one(StatusLine)
        for name in ("status", "aside", "prompt"):
            self.watch(said, name, self.place_status, init=False)

    def on_resize(self, event: events.Resize) -> None:
        """Find every pane its place."""
        self.lay_out(event.size)

    def lay_out(self, size: Size) -> None:
        """Put every pane in its place; where all stay, nothing is laid out again."""
        for name in PANES:
            pane = self.query_one(f"#{name}")
            assert isinstance(pane, Pane | NotePane)
            pane.is_here = name == self.pane
        columns, rows = size
        places = arrange(columns, rows, self.pane)
        if self.arranged == (size, places):
            return
        self.arranged = (size, dict(places))
        self.set_class(columns >= WIDE, "wide")
        self.is_alone = columns < WIDE
        if places:
            places["foot"] = Place(0, rows - FOOT + 1, columns, FOOT - 1)
        else:
            places["small"] = Place(0, 0, columns, rows)
        for name in (*PANES, "foot", "small"):
            put_in_place(self.query_one(f"#{name}"), places.get(name))
        self.place_status()
        self.place_offers()
        if "list" in places:
            self.desk.walk.page_rows = max(places["list"].height - 1, 1)

    def place_status(self) -> None:
        """Show what is said above the foot, over the panes where it takes more than one row."""
        size, widget = self.size, self.query_one(StatusLine)
        if not self.arranged[1]:
            put_in_place(widget, None)
            return
        rows = widget.wanted(size.width)
        put_in_place(widget, Place(0, size.height - FOOT + 1 - rows, size.width, rows))

    def place_offers(self) -> None:
        """Show what is offered over the panes, just above the status line."""
        size, widget = self.size, self.query_one(OffersList)
        rows = min(rows_for(self.offers, size.width), max(size.height - FOOT, 1))
        top = size.height - FOOT - rows
        put_in_place(widget, Place(0, top, size.width, rows) if self.offers.title else None)


def put_in_place(widget: Widget, place: Place | None) -> None:
    """Put a widget into its place, or out of sight."""
    widget.display = place is not None
    if place:
        styles = widget.styles
        styles.offset = (place.x, place.y)
        styles.width, styles.height = place.width, place.height
