"""A line being typed on the status line: what it is for, and what becomes of it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from tui.widgets.buffer import Buffer
from tui.widgets.status import Prompt

Completing = Callable[[str], tuple[int, Sequence[str]]]
"""Tells of what was typed before the cursor from where on it may be replaced, and by what."""


@dataclass
class Prompting:
    """A question to the analyst, answered on one line."""

    label: str
    take: Callable[[str], str]
    """Takes the answer; returns what is wrong with it, "" if nothing is."""
    buffer: Buffer = field(default_factory=Buffer)
    problem: str = ""
    completing: Completing | None = None
    """How the line may go on, if that is known."""
    ahead: Callable[[str], Awaitable[None]] | None = None
    """Looks up what the answer needs, beside the screen; the next keys wait for it."""
    offered: tuple[str, ...] = ()
    """The ways to go on that the key for it takes one after the other, the one taken first."""
    _start: int = 0

    def answer(self) -> bool:
        """Hand over what was typed; False where something is wrong with it."""
        self.problem, self.offered = self.take(self.buffer.text), ()
        return not self.problem

    def type(self, key: str, character: str | None) -> None:
        """Take a key: an editing one, or the character it types."""
        self.problem, self.offered = "", ()
        if not self.buffer.press(key) and character and character.isprintable():
            self.buffer.insert(character)

    def put(self, text: str) -> None:
        """Take pasted text."""
        self.problem, self.offered = "", ()
        self.buffer.insert(text)

    def complete(self) -> None:
        """Go on with what was typed before the cursor; pressed again, in the next way."""
        if self.completing is None:
            return
        before = self.buffer.text[: self.buffer.cursor]
        if self.offered:
            self.offered = (*self.offered[1:], self.offered[0])
        else:
            self._start, choices = self.completing(before)
            self.offered = tuple(choices)
        if not self.offered:
            self.problem = "nothing that is known begins so"
            return
        self.problem = ""
        self.buffer.replace(self._start, self.offered[0])
        if len(self.offered) == 1:
            self.offered = ()

    def shown(self) -> Prompt:
        """The line for the status line."""
        return Prompt(self.label, self.buffer.text, self.buffer.cursor)
