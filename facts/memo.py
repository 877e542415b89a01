"""What is known of a word, kept from one article to the next."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_MOST = 16384
"""Words kept: several times those of a language's news; about 2 MB."""
_LONGEST = 32
"""Characters of the longest word kept: what is longer hardly comes back, and takes much room."""


class Memo(dict[str, T]):
    """What a pure function says of each word, asked once: `memo[word]`.

    Words come back in every article, and to look one up costs a tenth of asking again. A full
    memo begins anew, which costs less than to note which words were asked for last.
    """

    def __init__(self, ask: Callable[[str], T], most: int = _MOST) -> None:
        """At most `most` words are kept."""
        super().__init__()
        self._ask = ask
        self._most = most

    def __missing__(self, word: str) -> T:
        said = self._ask(word)
        if len(word) <= _LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[word] = said
        return said
