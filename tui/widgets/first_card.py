"""The keys to begin with, in a place that is free on the first day."""

from textual.reactive import var
from textual.strip import Strip

from tui.panes.pane import Painted
from tui.widgets.key_row import Choice, drawn, rows_of
from tui.widgets.strips import line
from tui.widths import cells

_TITLE = "The keys to begin with"


class FirstCard(Painted):
    """A key a row under a sentence where there is room for that, else as many as fit beside."""

    choices: var[tuple[Choice, ...]] = var(())
    """The keys."""

    @property
    def needed(self) -> int:
        """The rows it takes to give each key one of its own."""
        return len(self.choices) + 2

    def needed_together(self, width: int) -> int:
        """The rows it takes where keys stand beside each other, two at most."""
        return len(rows_of(self.choices, width - 2, 2))

    def row(self, y: int) -> Strip:
        """The sentence, a key, or several."""
        if self.size.height < self.needed:
            return self._together(y)
        width, plain = self.size.width, self.style("plain")
        if y == 0:
            return line([(f" {_TITLE}", self.style("about"))], width, plain)
        if not 0 <= y - 2 < len(self.choices):
            return Strip.blank(width, plain)
        choice = self.choices[y - 2]
        widest = max(cells(one.key) for one in self.choices)
        key = " " * (widest - cells(choice.key)) + choice.key
        return line(
            [(f"  {key}", self.style("key")), (f"  {choice.title}", self.style("key.title"))],
            width, plain,
        )  # fmt: skip

    def _together(self, y: int) -> Strip:
        width, plain = self.size.width, self.style("plain")
        rows = rows_of(self.choices, width - 2, self.size.height)
        shown = rows[y] if y < len(rows) else []
        return line([("  ", plain), *drawn(shown, self.style)], width, plain)

    def watch_choices(self) -> None:
        """Other keys are the first ones."""
        self.repaint()
