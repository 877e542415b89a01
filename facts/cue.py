"""Patterns that need a word: compiled when one is first asked, tried only where the word stands."""

import re
import sys
from collections.abc import Iterable, Iterator, Set
from functools import cached_property


class Cue:
    """A pattern of which every match has one of a few words, or marks, in it.

    Most cues stand in few texts: to ask a set for the words costs a fiftieth of a search, and what
    no article needs is never compiled, which takes a millisecond for many.
    """

    def __init__(self, pattern: str, needs: str = "", flags: int = 0) -> None:
        """`needs` are the words, in small letters from a to z, with blanks between.

        One without such words is asked by its `pattern` alone.
        """
        self._pattern = pattern
        self._flags = flags
        self.needs = frozenset(needs.split())

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself, for text whose words are not known."""
        return re.compile(self._pattern, self._flags)

    def search(
        self, text: str, words: Iterable[str], start: int = 0, end: int = sys.maxsize
    ) -> re.Match[str] | None:
        """Where it first stands in a text of these words, in lower case (`words_of`)."""
        return None if self.needs.isdisjoint(words) else self.pattern.search(text, start, end)

    def all(self, text: str, words: Set[str]) -> Iterator[re.Match[str]]:
        """Wherever it stands in a text of these words."""
        return iter(()) if self.needs.isdisjoint(words) else self.pattern.finditer(text)


_WORDS = re.compile(r"[a-z]+")


def words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case that cues ask for; what is joined by a hyphen is two."""
    return frozenset(_WORDS.findall(text))
