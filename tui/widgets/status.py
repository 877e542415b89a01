"""The status line: what the last key did, or a line that is being typed."""

from msgspec import Struct
from rich.cells import cell_len
from textual.reactive import var
from textual.strip import Strip

from tui.views import Status
from tui.widgets.elastic import Elastic
from tui.widgets.safe import safe
from tui.widgets.strips import Words, line, sides
from tui.widgets.wrap import wrapped
from tui.widths import cells

APART = " · "
"""Stands between the parts of what stays true, the most important last."""
ALARM = "!"
"""Stands before what must be seen whatever else is said."""
_INDENT = 3
"""Cells before a sentence, for the mark that says how it is meant."""
_MOST_ROWS = 5
"""Rows that the longest sentence takes: a refusal with a path, on the smallest screen."""


class Prompt(Struct, frozen=True):
    """A line being typed, with what it is for."""

    label: str
    text: str
    cursor: int


class StatusLine(Elastic):
    """What the last key did, or the line that is being typed."""

    status: var[Status] = var(Status())
    """What it says."""
    aside: var[str] = var("")
    """What stays true meanwhile, at the right: hidden rows, what is being saved."""
    prompt: var[Prompt | None] = var(None)
    """What is being typed instead."""

    def wanted(self, width: int) -> int:
        """How many rows it takes: a sentence that is too long for one is folded, not cut."""
        return 1 if self.prompt else len(self._parts(width))

    def row(self, y: int) -> Strip:
        """The sentence, or a part of it, or the prompt with its cursor."""
        if self.prompt:
            return self._prompt_row(self.prompt)
        parts = self._parts(self.size.width)
        part = parts[y] if y < len(parts) else ""
        mark = {"said": " ", "done": "✓", "problem": "!"}[self.status.tone] if y == 0 else " "
        style = self.style(f"status.{self.status.tone}")
        words = [(f" {mark} {part}", style)] if part else []
        is_last = y == len(parts) - 1
        said = _beside(safe(self.aside), cells(part) + _INDENT, self.size.width) if is_last else ""
        aside = [(f"  {said} ", self.style("about"))] if said else []
        return sides(words, aside, self.size.width, self.style("plain"))

    def _parts(self, width: int) -> list[str]:
        """The sentence in rows; an alarm beside it has one of its own where it must."""
        words = safe(self.status.words)
        room = max(width - _INDENT, 1)
        parts = [words[start:end] for start, end in wrapped(words, room)][:_MOST_ROWS] or [""]
        alarm = safe(self.aside).rpartition(APART)[2]
        has_room = cells(parts[-1]) + cells(alarm) + _INDENT * 2 <= width
        return parts if has_room or not alarm.startswith(ALARM) else [*parts, ""]

    def watch_aside(self) -> None:
        """Rows were hidden or shown, or something was saved."""
        self.fit()

    def watch_status(self) -> None:
        """Something was said."""
        self.fit()

    def watch_prompt(self) -> None:
        """Something was typed."""
        self.fit()

    def _prompt_row(self, prompt: Prompt) -> Strip:
        plain, width = self.style("plain"), self.size.width
        room = max(width - cell_len(prompt.label) - 4, 8)
        start = max(prompt.cursor - room, 0)
        at, after = prompt.text[prompt.cursor : prompt.cursor + 1], prompt.text[prompt.cursor + 1 :]
        words: list[Words] = [
            (f" {prompt.label}: ", self.style("key")),
            (safe(prompt.text[start : prompt.cursor]), plain),
            (safe(at) or " ", self.style("cursor")),
            (safe(after), plain),
        ]
        return line(words, width, plain)


def _beside(aside: str, taken: int, width: int) -> str:
    """As much of what stays true as has room beside what was just said; an alarm always."""
    while taken + cells(aside) + 3 > width and not aside.startswith(ALARM) and aside:
        aside = aside.partition(APART)[2]
    return aside
