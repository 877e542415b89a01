"""A screen over the desk that is one list, with the cursor on a row of it."""

from typing import Any

from textual.app import ComposeResult
from textual.reactive import var

from tui.commands.command import Need
from tui.screens.over import OverDesk
from tui.widgets.windowed import Windowed


class Listing(OverDesk):
    """Moves the cursor of its list."""

    cursor: var[int] = var(0)
    count: var[int] = var(0)
    """How many rows there are."""
    about: var[str] = var("")
    """What they are narrowed down to."""
    version: var[int] = var(0)
    """Counts the times that rows changed."""

    def compose(self) -> ComposeResult:
        """The list, and the lines under it."""
        own = Listing
        yield self.rows().data_bind(
            own.cursor, own.count, own.about, own.version, look=own.shown_look
        )
        yield from self.lines_under()

    def rows(self) -> Windowed[Any]:
        """The list as it is painted."""
        raise NotImplementedError

    def has(self, need: Need) -> bool:
        """Whether there is a row under the cursor, and whatever else is at hand."""
        return self.count > 0 if need == "row" else super().has(need)

    def watch_cursor(self) -> None:
        """Other keys may do something for another row."""
        self.show_keys()

    def watch_version(self) -> None:
        """Other keys may do something for another row in its place."""
        self.show_keys()

    @property
    def page_rows(self) -> int:
        """How many rows a page has."""
        return self.query_one(Windowed).page_rows

    def move(self, by: int) -> None:
        """Move the cursor by so many rows, at most to the ends."""
        raise NotImplementedError

    def next(self) -> None:
        """The next row."""
        self.move(1)

    def previous(self) -> None:
        """The row before."""
        self.move(-1)

    def first(self) -> None:
        """The first row."""
        self.move(-self.count)

    def last(self) -> None:
        """The last row."""
        self.move(self.count)

    def page_down(self) -> None:
        """A screen down."""
        self.move(self.page_rows)

    def page_up(self) -> None:
        """A screen up."""
        self.move(-self.page_rows)
