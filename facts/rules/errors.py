"""What can be wrong with a rule file, said so that its writer finds the place."""

from pathlib import Path


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
