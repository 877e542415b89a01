"""The end of a sentence that refuses a word: the nearest there is, else some that there are."""

from collections.abc import Iterable
from itertools import islice


def nearest(word: str, known: Iterable[str], most: int | None = 20) -> str:
    """The nearest known word as a question, else those that are known, at most so many."""
    from difflib import get_close_matches  # only who is wrong waits for it

    every = list(known)
    close = get_close_matches(word, every, n=1, cutoff=0.5)
    if close:
        return f"did you mean {close[0]}?"
    return f"there are {', '.join(islice(every, most))}."
