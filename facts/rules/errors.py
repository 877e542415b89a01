"""What can be wrong with a rule file, said so that its writer finds the place."""

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class RuleError(Exception):
    """A rule file that cannot be used: its file, its line and what is wrong there."""

    def __init__(self, path: Path, line: int | None, problem: str) -> None:
        self.path = path
        """The rule file."""
        self.line = line
        """The line, counted from 1; None where the whole file is meant."""
        self.problem = problem
        """What is wrong, in words."""
        where = f"{path}:{line}" if line else str(path)
        super().__init__(f"{where}: {problem}")


def nearest(word: str, known: "Iterable[str]") -> str:
    """The words of an error about an unknown name: the nearest known one, else all of them."""
    names = sorted(known)
    close = get_close_matches(word, names, n=1, cutoff=0.5)
    return f"did you mean {close[0]!r}?" if close else f"known are {', '.join(names)}"
