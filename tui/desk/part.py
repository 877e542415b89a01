"""The parts of the desk that can change, so that only what changed is painted again."""

from enum import Flag, auto


class Part(Flag):
    """What a verb changed."""

    CURSOR = auto()
    """The cursor stands on another article."""
    ROWS = auto()
    """Some rows of the list say something else."""
    LIST = auto()
    """Other articles are listed."""
    LEFT = auto()
    """More or fewer of the listed articles are undecided."""
    READING = auto()
    """Another article is read, or its head says something else."""
    FACTS = auto()
    """The facts say something else."""
    FACT = auto()
    """The cursor stands on another fact."""
    TAGS = auto()
    """The tag strip says something else."""
    NOTE = auto()
    """The note of the article was replaced from outside the editor."""
    SAVING = auto()
    """The note went from typed to durable, or back."""
    FOUND = auto()
    """Other words are found in the text."""
    COMPANY = auto()
    """Others are here, or elsewhere in the case."""
    PAST = auto()
    """The history has more changes."""
    STATUS = auto()
    """The status line says something else."""
    INCIDENTS = auto()
    """Incidents of the case say something else."""
    SELECTION = auto()
    """Other words are being chosen in the text."""
