"""What is said to a word that nobody knows: the known one it is most like, else which there are."""

from collections.abc import Iterable
from itertools import islice
from typing import Final

_ALIKE: Final = 0.6
"""How much a word is like another to be taken for a slip of the pen."""


def near(word: str, known: Iterable[str], alike: float = _ALIKE) -> str:
    """The known word that this one is most like, "" where none is near."""
    from difflib import get_close_matches  # only who is wrong waits for it

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=alike)), "")


def meant(word: str, known: Iterable[str], before: str = "", after: str = "") -> str:
    """The end of a sentence that refuses a word: "; did you mean place:rabat?", "" if none is near.

    `before` and `after` stand around the word where it would be right.
    """
    found = near(word, known)
    return f"; did you mean {before}{found}{after}?" if found else ""


def nearest(
    word: str, known: Iterable[str], most: int | None = 20, before: str = "", after: str = ""
) -> str:
    """The same; where none is near, those there are, at most so many: "; there are new, done."."""
    every = list(known)
    return meant(word, every, before, after) or f"; there are {', '.join(islice(every, most))}."
