"""Where a place in a text is once others have written in it."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple, TypeAlias

Place: TypeAlias = tuple[int, int]
"""A line and a column, both from 0."""


class Change(NamedTuple):
    """The lines in which two texts differ, from the first to the last of them."""

    first: int
    """How many lines stand alike above."""
    old_end: int
    new_end: int


def changed(old: Sequence[str], new: Sequence[str]) -> Change:
    """The lines of the old text, and those of the new one, outside of which nothing differs."""
    most = min(len(old), len(new))
    head = next((n for n in range(most) if old[n] != new[n]), most)
    tail = next((n for n in range(most - head) if old[-1 - n] != new[-1 - n]), most - head)
    return Change(head, len(old) - tail, len(new) - tail)


def carried(place: Place, old: Sequence[str], new: Sequence[str]) -> Place:
    """The place in the new text that a place of the old one has become."""
    line, column = place
    first, old_end, new_end = changed(old, new)
    if line < first:
        return place
    if line >= old_end:
        return line + new_end - old_end, column
    parts = SequenceMatcher(None, old[first:old_end], new[first:new_end]).get_opcodes()
    for kind, i, j, k, m in parts:
        if i <= line - first < j:
            within = min(line - first - i, max(m - k - 1, 0))
            line = min(first + k + within, len(new) - 1)
            return line, min(column, len(new[line])) if kind != "delete" else 0
    raise AssertionError("every line that changed is in one of the parts")
