"""What all panes share: a title, a look, and painting only the rows that changed."""

from typing import ClassVar

from rich.style import Style
from textual.events import Resize
from textual.geometry import Region
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from tui.themes import Look
from tui.widgets.strips import Words, sides


class Painted(Widget):
    """A widget made of whole rows, each painted again only when it says something else."""

    look: var[Look | None] = var(None)
    """How things look; nothing is painted before it is known."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's name for it
        super().__init__(id=id)
        self._rows: list[Strip] = []

    def row(self, y: int) -> Strip:
        """What a row says."""
        raise NotImplementedError

    def style(self, role: str) -> Style:
        """The style of a role."""
        return self.look[role] if self.look else Style.null()

    def repaint(self) -> None:
        """Send the rows that say something else than before, and no others."""
        if not self.look or not self.is_mounted or not self.size:
            return
        width, height = self.size
        rows = [self.row(y) for y in range(height)]
        before, self._rows = self._rows, rows
        if len(before) != height:
            self.refresh()
            return
        changed = [Region(0, y, width, 1) for y in range(height) if rows[y] != before[y]]
        if changed:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """A row as it was last painted."""
        return self._rows[y] if y < len(self._rows) else Strip.blank(self.size.width)

    def on_resize(self, _: Resize) -> None:
        """Paint everything for the new size."""
        self._rows = []
        self.repaint()

    def watch_look(self) -> None:
        """Paint everything in the new look."""
        self._rows = []
        self.repaint()


class Pane(Painted):
    """A painted widget with a title row, which shows whether its keys are the ones that work."""

    number: ClassVar[int] = 0
    """Its number after `w`."""
    name_shown: ClassVar[str] = ""
    """What its title calls it."""

    is_here: var[bool] = var(False)
    """Whether its keys are the ones that work."""

    def title(self) -> tuple[str, str]:
        """What its title says beside its name: on the left and on the right."""
        return "", ""

    def body_row(self, y: int) -> Strip:
        """What a row under the title says."""
        raise NotImplementedError

    def row(self, y: int) -> Strip:
        """The title, and below it the body."""
        return self._title_row() if y == 0 else self.body_row(y - 1)

    @property
    def body_height(self) -> int:
        """Rows under the title."""
        return max(self.size.height - 1, 0)

    def watch_is_here(self) -> None:
        """Show in the title that the keys moved."""
        self.repaint()

    def _title_row(self) -> Strip:
        style = self.style("title.here" if self.is_here else "title")
        mark = "▸" if self.is_here else " "
        left, right = self.title()
        words: list[Words] = [(f"{mark}{self.number} {self.name_shown}", style)]
        if left:
            words.append((f" · {left}", style))
        return sides(words, [(f" {right} ", style)] if right else [], self.size.width, style)
