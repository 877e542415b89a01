"""A line being typed on the status line: what it is for, and what becomes of it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tui.widgets.buffer import Buffer
from tui.widgets.status import Prompt


@dataclass
class Prompting:
    """A question to the analyst, answered on one line."""

    label: str
    take: Callable[[str], str]
    """Takes the answer; returns what is wrong with it, "" if nothing is."""
    buffer: Buffer = field(default_factory=Buffer)
    problem: str = ""

    def answer(self) -> bool:
        """Hand over what was typed; False where something is wrong with it."""
        self.problem = self.take(self.buffer.text)
        return not self.problem

    def type(self, key: str, character: str | None) -> None:
        """Take a key: an editing one, or the character it types."""
        self.problem = ""
        if not self.buffer.press(key) and character and character.isprintable():
            self.buffer.insert(character)

    def shown(self) -> Prompt:
        """The line for the status line."""
        return Prompt(self.label, self.buffer.text, self.buffer.cursor)
