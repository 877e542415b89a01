"""The tag strip: nine tags under the digits, which stay where they are while they are used."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from store.tags import catalogue

_FIRST = (
    "response/arrest",
    "response/seizure",
    "response/dismantled",
    "drugs/cannabis",
    "drugs/cocaine",
    "people/smuggling",
    "people/trafficking",
    "terror/cell",
    "goods/contraband",
)
"""What the digits stand for in a case in which no other tag was given yet."""


class Strip:
    """Which tag each digit stands for."""

    def __init__(self, kept: Sequence[str] = ()) -> None:
        """Start with the tags that the case keeps, and the usual ones where it keeps none."""
        self.tags = [*kept, *(tag for tag in _FIRST if tag not in kept)][: len(_FIRST)]
        self._used = {tag: -place for place, tag in enumerate(self.tags)}
        self._clock = 0

    def use(self, tag: str) -> bool:
        """Take note that a tag was given; a new one replaces the one unused for longest.

        Returns whether a digit stands for another tag now.
        """
        is_new = tag not in self.tags
        self._clock += 1
        if is_new:
            oldest = min(self.tags, key=self._used.__getitem__)
            self.tags[self.tags.index(oldest)] = tag
        self._used[tag] = self._clock
        return is_new


@cache
def short_names() -> dict[str, str]:
    """Each tag's shortest name: its leaf, with its group where two groups have that leaf."""
    leaves = Counter(tag.id.partition("/")[2] for tag in catalogue().tags)
    return {
        tag.id: leaf if leaves[leaf := tag.id.partition("/")[2]] == 1 else _both(tag.id)
        for tag in catalogue().tags
    }


def _both(tag: str) -> str:
    group, _, leaf = tag.partition("/")
    return f"{leaf} of {group}"
