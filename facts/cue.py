"""Patterns that need a word: compiled when one is first asked, tried only where the word stands."""

import re
from collections.abc import Set
from functools import cached_property


class Cue:
    """A pattern over text in lower case of which every match has one of a few words in it.

    Most cues stand in few sentences: to ask a set for the words costs a fiftieth of a search.
    """

    def __init__(self, pattern: str, needs: str) -> None:
        """`needs` are the words, of small letters from a to z only, with blanks between."""
        self._pattern = pattern
        self.needs = frozenset(needs.split())

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself, for text whose words are not known."""
        return re.compile(self._pattern)

    def search(self, text: str, words: Set[str]) -> re.Match[str] | None:
        """Where it stands in a text of these words (`words_of`)."""
        return None if self.needs.isdisjoint(words) else self.pattern.search(text)


_WORDS = re.compile(r"[a-z]+")


def words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case that cues ask for; what is joined by a hyphen is two."""
    return frozenset(_WORDS.findall(text))
