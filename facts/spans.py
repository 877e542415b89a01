"""A place in an article, and questions about places."""

import sys
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A place in an article: Unicode characters, end exclusive."""

    start: int
    end: int

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it shares a character with another place."""
        return self.start < end and start < self.end


def enclosing(spans: Sequence[Span], at: int) -> Span | None:
    """The one of these spans (in order, apart) that a character lies in."""
    index = bisect_right(spans, (at, sys.maxsize)) - 1  # compared as tuples, a key would be slow
    return spans[index] if index >= 0 and at < spans[index].end else None


class Cover:
    """Which characters of an article are taken; asks cost the same however many spans there are."""

    def __init__(self, size: int, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._taken = bytearray(size)
        for start, end in spans:
            self.take(start, end)

    def take(self, start: int, end: int) -> None:
        """Take every character of a place."""
        self._taken[start:end] = b"\x01" * (end - start)

    def touches(self, start: int, end: int) -> bool:
        """Whether any character of a place is taken."""
        return self._taken.find(1, start, end) >= 0
