"""Names of one word or several, found in an article by a look at the first word."""

from collections.abc import Iterable, Sequence, Set
from typing import Generic, TypeVar

from facts.folding import fold
from facts.names.words import Word

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases with what each stands for; the first to claim a phrase keeps it."""

    def __init__(self, entries: Iterable[tuple[str, T]] = ()) -> None:
        self._values: dict[str, T] = {}
        self._longest: dict[str, int] = {}
        self._listing: set[str] = set()
        """The first words of phrases with a comma within."""
        for phrase, value in entries:
            self.add(phrase, value)

    def add(self, phrase: str, value: T) -> None:
        """Let a phrase stand for a value, unless it stands for one already."""
        key = fold(phrase)
        if key and key not in self._values:
            self._values[key] = value
            first, blank, rest = key.partition(" ")
            length = rest.count(" ") + 2 if blank else 1
            if length > self._longest.get(first, 0):
                self._longest[first] = length
            if "," in phrase:
                self._listing.add(first)

    @property
    def firsts(self) -> Set[str]:
        """The folded words that phrases start with."""
        return self._longest.keys()

    def get(self, phrase: str) -> T | None:
        """What a phrase stands for."""
        return self._values.get(fold(phrase))

    def at(self, words: Sequence[Word], first: int, shadow: str) -> tuple[int, T] | None:
        """The longest phrase that starts with a word: the number of its last word, its value."""
        longest = self._longest.get(words[first].key)
        if longest is None:
            return None
        last = first
        stop = min(first + longest, len(words))
        listing = longest > 1 and words[first].key in self._listing
        while last + 1 < stop and (
            words[last + 1].joined
            or _is_within(shadow[words[last].end : words[last + 1].start], listing=listing)
        ):
            last += 1
        while last > first:
            value = self._values.get(fold(shadow[words[first].start : words[last].end]))
            if value is not None:
                return last, value
            last -= 1
        value = self._values.get(fold(words[first].text))
        return None if value is None else (first, value)


def _is_within(between: str, *, listing: bool) -> bool:
    """Whether a name may go on past what is no blank: Workers' Party, Co-operation in Europe."""
    if between == "' " or (listing and between == ", "):
        return True
    return between[:1] == "-" and between[-1:] == " " and between[1:-1].isalpha()
