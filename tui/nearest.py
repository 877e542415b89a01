"""The known word that a wrong one is most like."""

from collections.abc import Iterable


def hint(word: str, known: Iterable[str]) -> str:
    """The end of a sentence that refuses a word: "; did you mean ...?", "" if none is near."""
    from difflib import get_close_matches  # only who is wrong waits for it

    close = get_close_matches(word, list(known), n=1)
    return f"; did you mean {close[0]}?" if close else ""
