"""What is counted beside the keys, for as long as somebody looks at it."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from tui.desk.desk import Desk

Answer = TypeVar("Answer")


class Watched(ABC):
    """Counts anew at every look; answers to an earlier look are let go."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._hear: Callable[[], None] | None = None
        self._look = 0

    def open(self, hear: Callable[[], None]) -> None:
        """Begin to count; `hear` is called whenever something is known."""
        self._hear = hear
        self.look_again()

    def close(self) -> None:
        """Nobody looks any more: what is not counted yet is not counted."""
        self._hear = None
        self._look += 1

    def look_again(self) -> None:
        """Count once more, if somebody looks."""
        if self._hear:
            self._look += 1
            self._count()

    @abstractmethod
    def _count(self) -> None:
        """Ask the case for what is shown."""

    def _ask(self, job: Callable[[], Answer], take: Callable[[Answer], None]) -> None:
        """Ask beside the keys; what nobody waits for any more is neither asked nor taken."""
        look = self._look

        def ask() -> Answer | None:
            return job() if self._look == look else None

        def heard(answer: Answer | None) -> None:
            if answer is not None and self._look == look:
                take(answer)
                self._tell()

        self._desk.reader.write(ask, heard, self._desk.hear_refusal)

    def _tell(self) -> None:
        """Something else is known: whoever looks shows it."""
        if self._hear:
            self._hear()
