"""The tag strip: nine tags under the digits, which stay where they are while they are used."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from store.tags import Catalogue, catalogue

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

    def __init__(self, kept: Sequence[str] = (), pinned: Iterable[str] = ()) -> None:
        """Start with the tags that the case keeps, and the usual ones where it keeps none."""
        self.tags = _filled(kept)
        """What stands under the digits, which no tag given by other keys changes."""
        self.kept = _filled(kept)
        """What stands there when the desk is opened next."""
        self.pinned = set(pinned)
        """The tags that stay under their digits whatever is used."""
        self._used: set[str] = set()

    def use(self, tag: str) -> bool:
        """Take note that a tag was given; a new one is kept for the last digit that is free for it.

        Free is what is neither pinned nor was used since the desk was opened. What is shown stays:
        a digit does what was read on the strip. Returns whether another tag is kept now.
        """
        self._used.add(tag)
        free = [old for old in self.kept if old not in self.pinned and old not in self._used]
        if tag in self.kept or not free:
            return False
        self.kept[self.kept.index(free[-1])] = tag
        return True

    def follow(self, became: Mapping[str, str]) -> None:
        """Let the digits stand for what their tags became in the case."""
        self.tags, self.kept = (
            _filled(tuple(dict.fromkeys(became.get(tag, tag) for tag in tags)))
            for tags in (self.tags, self.kept)
        )
        self.pinned = {became.get(tag, tag) for tag in self.pinned}

    def pin(self, digit: int, tag: str) -> None:
        """Pin a tag to a digit; one that is pinned there already is let go.

        What stood there takes the digit that the tag leaves, if it leaves one.
        """
        stood = self.tags[digit - 1]
        if stood == tag and tag in self.pinned:
            self.pinned.remove(tag)
            return
        if tag not in self.tags:
            self.pinned.discard(stood)
        for tags in (self.tags, self.kept):
            _put(tags, digit - 1, tag)
        self.pinned.add(tag)


def _put(tags: list[str], place: int, tag: str) -> None:
    """Put a tag into its place; what stood there goes where the tag was, if it was anywhere."""
    if tag in tags:
        tags[tags.index(tag)] = tags[place]
    tags[place] = tag


def _filled(tags: Sequence[str]) -> list[str]:
    return [*tags, *(tag for tag in _FIRST if tag not in tags)][: len(_FIRST)]


def short_name(tag: str) -> str:
    """A tag's shortest name; the leaf of one that only the case knows."""
    return short_names().get(tag) or tag.partition("/")[2]


def short_names() -> dict[str, str]:
    """Each tag's shortest name: its leaf, with its group where two groups have that leaf."""
    return _short_names(catalogue())


@cache
def _short_names(table: Catalogue) -> dict[str, str]:
    leaves = Counter(tag.leaf for tag in table.tags)
    return {tag.id: tag.leaf if leaves[tag.leaf] == 1 else _both(tag.id) for tag in table.tags}


def _both(tag: str) -> str:
    group, _, leaf = tag.partition("/")
    return f"{leaf} of {group}"
