"""Moving through the list of articles."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.desk.desk import Desk


class Walker:
    """Takes the cursor from article to article; at an end it stays and says so."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self.page_rows = 10
        """How many rows a page of the list has; the screen keeps it up to date."""

    def next(self) -> None:
        """Go one article down."""
        if self._desk.index + 1 >= len(self._desk.rows.ids):
            self._desk.say("this is the last article")
        self._by(1)

    def previous(self) -> None:
        """Go one article up."""
        if not self._desk.index:
            self._desk.say("this is the first article")
        self._by(-1)

    def first(self) -> None:
        """Go to the top of the list."""
        self._desk.go_to(0)

    def last(self) -> None:
        """Go to the end of the list."""
        self._desk.go_to(len(self._desk.rows.ids) - 1)

    def page_down(self) -> None:
        """Go a screen down."""
        self._by(self.page_rows)

    def page_up(self) -> None:
        """Go a screen up."""
        self._by(-self.page_rows)

    def _by(self, rows: int) -> None:
        self._desk.go_to(self._desk.index + rows)
