"""The status line: what the last key did, or a line that is being typed."""

from dataclasses import dataclass

from rich.cells import cell_len
from textual.reactive import var
from textual.strip import Strip

from tui.panes.pane import Painted
from tui.views import Status
from tui.widgets.safe import safe
from tui.widgets.strips import Words, line, sides
from tui.widths import cells

APART = " · "
"""Stands between the parts of what stays true, the most important last."""
ALARM = "!"
"""Stands before what must be seen whatever else is said."""


@dataclass(frozen=True)
class Prompt:
    """A line being typed, with what it is for."""

    label: str
    text: str
    cursor: int


class StatusLine(Painted):
    """What the last key did, or the line that is being typed."""

    status: var[Status] = var(Status())
    """What it says."""
    aside: var[str] = var("")
    """What stays true meanwhile, at the right: hidden rows, what is being saved."""
    prompt: var[Prompt | None] = var(None)
    """What is being typed instead."""

    def row(self, _: int) -> Strip:
        """The sentence, or the prompt with its cursor."""
        if self.prompt:
            return self._prompt_row(self.prompt)
        style = self.style(f"status.{self.status.tone}")
        mark = {"said": " ", "done": "✓", "problem": "!"}[self.status.tone]
        words = [(f" {mark} {safe(self.status.words)}", style)] if self.status.words else []
        said = _beside(safe(self.aside), sum(cells(text) for text, _ in words), self.size.width)
        aside = [(f"  {said} ", self.style("about"))] if said else []
        return sides(words, aside, self.size.width, self.style("plain"))

    def watch_aside(self) -> None:
        """Rows were hidden or shown, or something was saved."""
        self.repaint()

    def watch_status(self) -> None:
        """Something was said."""
        self.repaint()

    def watch_prompt(self) -> None:
        """Something was typed."""
        self.repaint()

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
