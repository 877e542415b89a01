"""A title cut in its middle: what tells one headline from the next is how it ends."""

import re
from typing import NamedTuple

from tui.widths import cells

_TAIL = 0.6
"""How much of the room the end has: agencies open many headlines of a case with the same words."""
_LEAST = 12
"""Cells under which only a beginning is left to be read."""
_GAP = "…"
_OUTLET = re.compile(r"(?<=.{24})\s(?:[|»]|::|[-\u2013\u2014])\s[^|»]{2,40}$", re.DOTALL)
"""" - Morocco World News", " | Reuters"; a dash after a dateline stands near the beginning."""


class Cut(NamedTuple):
    """A title as far as there is room for it: all of it, or its beginning and its end."""

    head: str
    tail: str = ""
    start: int = 0
    """Where in the title the tail begins; 0 where nothing is left out."""

    @property
    def words(self) -> str:
        """What is shown of it."""
        return f"{self.head}{_GAP}{self.tail}" if self.start else self.head

    def place(self, offset: int, *, is_end: bool = False) -> int:
        """Where a place in the whole title is now; what was left out is at the sign for it."""
        head = len(self.head)
        if not self.start or offset <= head:
            return min(offset, head)
        if offset < self.start or not self.tail:
            return head + is_end
        return min(head + 1 + offset - self.start, len(self.words))


def cut(title: str, width: int) -> Cut:
    """A title that fits a width, its end begun at a word if there is one near.

    The name of the outlet, which many pages put after their headline, is left out first.
    """
    if cells(title) <= width:
        return Cut(title)
    headline = _OUTLET.sub("", title).rstrip()
    if cells(headline) < width:
        return Cut(headline, "", len(title))
    if width < _LEAST:
        return Cut(_beginning(title, width - 1).rstrip(), "", len(title))
    start = _start_of_end(headline, int((width - 1) * _TAIL))
    tail = headline[start:]
    return Cut(_beginning(title, width - 1 - cells(tail)).rstrip(), tail, start)


def _start_of_end(title: str, room: int) -> int:
    """Where the part begins that is shown of its end; never within a letter and its marks."""
    start = max(len(title) - room, 0)
    while cells(title[start:]) > room:
        start += 1
    space = title.find(" ", start, (start + len(title)) // 2)
    start = start if space < 0 else space + 1
    while start < len(title) and not cells(title[start]):
        start += 1
    return start


def _beginning(title: str, room: int) -> str:
    stop = max(min(room, len(title)), 0)
    while stop and cells(title[:stop]) > room:
        stop -= 1
    return title[:stop]
