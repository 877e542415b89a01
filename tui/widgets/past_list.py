"""The history on a screen: a window on any number of changes, what was said, and the keys."""

from collections.abc import Callable, Sequence

from rich.style import Style
from textual.reactive import var
from textual.strip import Strip

from tui.views import PastRow
from tui.widgets.key_row import Keys, key_row
from tui.widgets.safe import safe
from tui.widgets.status import StatusLine
from tui.widgets.strips import Words, line, sides
from tui.widgets.wrap import fitted, wrapped
from tui.widths import cells

Window = Callable[[int, int], Sequence[PastRow]]
"""Gives the rows of a window: its first row, and how many."""

_ROOMY = 100
"""Columns from which the day is written out."""
_USER = 8
_MOST_SAID = 5
"""Rows that a refusal may take: what is different is not cut short."""


class PastList(StatusLine):
    """A title, the changes, what the last key did, the keys."""

    cursor: var[int] = var(0)
    """The row under the cursor."""
    count: var[int] = var(0)
    """How many changes are listed."""
    about: var[str] = var("")
    """What they are narrowed down to."""
    version: var[int] = var(0)
    """Counts the times that rows changed."""
    problem: var[str] = var("")
    """What is wrong with the line being typed."""
    keys: var[Keys] = var(Keys())
    """The keys that work here."""

    def __init__(self, window: Window, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._window = window
        self._top = 0
        self._shown: Sequence[PastRow] = ()
        self._said: list[str] = []

    @property
    def page_rows(self) -> int:
        """Rows between the title and what was said."""
        return max(self.size.height - 2 - max(len(self._said), 1), 1)

    def prepare(self) -> None:
        """Fold what was said, bring the cursor into the window and fetch the window."""
        self._said = self._folded()
        height = self.page_rows
        self._top = min(self._top, max(self.count - height, 0))
        self._top = max(min(self._top, self.cursor), self.cursor - height + 1, 0)
        self._shown = self._window(self._top, height)

    def row(self, y: int) -> Strip:
        """The title, a change, a row of what was said, or the keys."""
        width, plain = self.size.width, self.style("plain")
        if y == 0:
            return self._title()
        if y == self.size.height - 1:
            return key_row(self.keys, self.style, width)
        said = y - 1 - self.page_rows
        if said >= 0:
            return self._said_row(said)
        if y > len(self._shown):
            return Strip.blank(width, plain)
        return self._change(self._shown[y - 1], self._top + y - 1 == self.cursor)

    def _title(self) -> Strip:
        style = self.style("title.here")
        name = f" History · {safe(self.about)}" if self.about else " History"
        place = f"{self.cursor + 1:,}/{self.count:,} " if self.count else "0 "
        return sides([(name, style)], [(place, style)], self.size.width, style)

    def _change(self, row: PastRow, here: bool) -> Strip:
        width = self.size.width
        plain = self.style("row.here" if here else "row.dismissed" if row.is_undone else "plain")
        about = plain if here else self.style("about")
        at = f"{row.at}  {row.ago:<10}"
        if width < _ROOMY:
            at = f"{row.at[5:-3]}  {row.ago.removesuffix(' ago'):<6}"
        user = fitted(safe(row.user), _USER)
        words: list[Words] = [
            ("▸" if here else " ", plain),
            (f"{row.mark} {row.seq:>5}  ", plain),
            (f"{at}  ", about),
            (f"{user}{' ' * (_USER - cells(user))}  ", plain),
            (safe(row.words), plain),
        ]
        return line(words, width, plain)

    def _folded(self) -> list[str]:
        if self.prompt:
            return []
        text = safe(self.status.words)
        folds = wrapped(text, max(self.size.width - 4, 1)) if text else []
        return [text[start:end] for start, end in folds[:_MOST_SAID]]

    def _said_row(self, number: int) -> Strip:
        if self.prompt:
            return self._asking()
        if not self._said:
            return super().row(number)
        style: Style = self.style(f"status.{self.status.tone}")
        mark = {"said": " ", "done": "✓", "problem": "!"}[self.status.tone]
        words = f" {mark if not number else ' '} {self._said[number]}"
        aside = [(f"  {safe(self.aside)} ", self.style("about"))] if self.aside else []
        return sides([(words, style)], aside if not number else [], self.size.width, style)

    def _asking(self) -> Strip:
        """The line being typed, and what is wrong with it at its right."""
        if not self.problem:
            return super().row(0)
        wrong = f"  ! {safe(self.problem)} "
        room = max(self.size.width - cells(wrong), self.size.width // 3)
        typed = super().row(0).crop(0, room)
        rest = line([(wrong, self.style("status.problem"))], self.size.width - room, Style())
        return Strip.join([typed, rest])

    def watch_cursor(self) -> None:
        """The cursor moved."""
        self.repaint()

    def watch_count(self) -> None:
        """Other changes are listed."""
        self.repaint()

    def watch_about(self) -> None:
        """Other changes are listed."""
        self.repaint()

    def watch_version(self) -> None:
        """Some rows say something else."""
        self.repaint()

    def watch_problem(self) -> None:
        """Something is wrong with the line being typed, or no longer."""
        self.repaint()

    def watch_keys(self) -> None:
        """Other keys work."""
        self.repaint()
