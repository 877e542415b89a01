"""The tags an article can carry: eight groups of leaves, each with the letter that puts it."""

import tomllib
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from msgspec import Struct

from store.errors import UnknownTag

_FILE = Path(__file__).with_name("tags.toml")


class Tag(Struct, frozen=True):
    """One tag: a leaf of a group."""

    id: str
    """Readable and stable: "drugs/cannabis"."""
    letter: str
    """The letter that puts it after its group's."""
    title: str
    sources: tuple[str, ...] = ()
    """Kinds of fact and roles of count that propose it."""


class Group(Struct, frozen=True):
    """Tags that belong together."""

    id: str
    letter: str
    """The letter that opens it after `t`."""
    title: str
    tags: tuple[Tag, ...]


class Catalogue(Struct, frozen=True):
    """All tags, group by group."""

    groups: tuple[Group, ...]
    tags: tuple[Tag, ...]
    """Every tag, in the order of the groups."""
    by_id: dict[str, Tag]

    def tag(self, tag_id: str) -> Tag:
        """A tag by its id; raises `UnknownTag`, which names the nearest."""
        if tag_id not in self.by_id:
            raise UnknownTag(_unknown(tag_id, list(self.by_id)))
        return self.by_id[tag_id]

    def resolve(self, word: str) -> tuple[Tag, ...]:
        """The tags a query means by a word.

        A word is a tag ("drugs/cannabis"), a group ("drugs"), a leaf ("cannabis", in every group
        that has one), or letters as they are pressed ("r.a"). Raises `UnknownTag`.
        """
        word = word.casefold()
        group_word, _, leaf_word = word.replace(".", "/").partition("/")
        for group in self.groups:
            if group_word in (group.id, group.letter) and (leaf_word or group_word == group.id):
                found = tuple(t for t in group.tags if leaf_word in ("", _leaf(t), t.letter))
                if found:
                    return found
        found = tuple(tag for tag in self.tags if _leaf(tag) == word)
        if not found:
            leaves = [name for tag in self.tags for name in (tag.id, _leaf(tag))]
            raise UnknownTag(_unknown(word, [*leaves, *(group.id for group in self.groups)]))
        return found

    def proposed_by(self, source: str) -> tuple[Tag, ...]:
        """The tags that an accepted fact of this kind, or count of this role, proposes."""
        return tuple(tag for tag in self.tags if source in tag.sources)


@cache
def catalogue() -> Catalogue:
    """The built-in tags."""
    document = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    groups = []
    for group in document["group"]:
        tags = tuple(
            Tag(f"{group['id']}/{leaf['id']}", leaf["letter"], leaf["title"],
                tuple(leaf.get("from", ())))
            for leaf in group["leaves"]
        )  # fmt: skip
        groups.append(Group(group["id"], group["letter"], group["title"], tags))
    every = tuple(tag for group in groups for tag in group.tags)
    return Catalogue(tuple(groups), every, {tag.id: tag for tag in every})


def _leaf(tag: Tag) -> str:
    return tag.id.partition("/")[2]


def _unknown(word: str, known: list[str]) -> str:
    near = get_close_matches(word, known, n=1, cutoff=0.5)
    hint = f"; did you mean {near[0]}?" if near else f"; known groups and tags: {', '.join(known)}."
    return f"There is no tag {word}{hint}"
