"""The known word that a wrong one is most like."""

from collections.abc import Iterable


def hint(word: str, known: Iterable[str]) -> str:
    """The end of a sentence that refuses a word: "; did you mean ...?", "" if none is near."""
    from facts.nearest import meant  # only who is wrong waits for it

    return meant(word, known)
