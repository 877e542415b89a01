"""What all panes share: a title, a look, and painting only the rows that changed."""

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from tui.themes import Look
from tui.widgets.strips import line
from tui.widgets.wrap import ruled

if TYPE_CHECKING:
    from collections.abc import Mapping

_NO_STYLE = Style()


class Painted(Widget):
    """A widget made of whole rows, each painted again only when it says something else."""

    look: var[Look | None] = var(None)
    """How things look; nothing is painted before it is known."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's name for it
        super().__init__(id=id)
        self._styles: Mapping[str, Style] = {}
        self._rows: list[Strip] = []
        self._painted_for = Size(0, 0)

    def row(self, y: int) -> Strip:
        """What a row says."""
        raise NotImplementedError

    def style(self, role: str) -> Style:
        """The style of a role."""
        return self._styles.get(role, _NO_STYLE)

    def prepare(self) -> None:
        """Get ready for painting rows: wrap, scroll, fetch."""

    def repaint(self) -> None:
        """Send the rows that say something else than before, and no others."""
        if not self.look or not self.is_mounted or not self.size or not self.display:
            self._painted_for = Size(0, 0)
            return
        before, same_size = self._rows, self._painted_for == self.size
        self._paint()
        if not same_size:
            self.refresh()
            return
        width = self.size.width
        changed = [y for y, row in enumerate(self._rows) if row != before[y]]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def render_line(self, y: int) -> Strip:
        """A row as it was last painted; all are painted first if the size is new."""
        if self._painted_for != self.size and self.look:
            self._paint()
        return self._rows[y] if y < len(self._rows) else Strip.blank(self.size.width)

    def _paint(self) -> None:
        self.prepare()
        self._rows = [self.row(y) for y in range(self.size.height)]
        self._painted_for = self.size

    def watch_look(self) -> None:
        """Paint everything in the new look."""
        self._styles = self.look.styles if self.look else {}
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
        left, right = self.title()
        name = f"{self.number} {self.name_shown}"
        style = self.style("title.here" if self.is_here else "title")
        return title_row(
            f"{name} · {left}" if left else name, right, self.is_here, style, self.size.width
        )


def title_row(left: str, right: str, is_here: bool, style: Style, width: int) -> Strip:
    """A title over a pane."""
    return line([(ruled(left, right, is_here, width), style)], width, style)
