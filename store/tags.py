"""The tags an article can carry: groups of leaves, each with the letter that puts it."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from msgspec import Struct

from store.errors import UnknownTag

FILE: Final = Path(__file__).with_name("tags.toml")
"""Where the built-in tags are written."""
_PART: Final = re.compile(r"\w[\w-]*")
_LONGEST: Final = 40


class Tag(Struct, frozen=True):
    """One tag: a leaf of a group."""

    id: str
    """Readable and stable: "drugs/cannabis"."""
    letter: str
    """The letter that puts it after its group's; "" where none does."""
    title: str
    sources: tuple[str, ...] = ()
    """Kinds of fact and roles of count that propose it."""
    iccs: str = ""
    """The offence in the International Classification of Crime for Statistical Purposes (UNODC,
    version 1.0), as far as it has one."""
    misp: str = ""
    """Its name as a MISP machine tag: `casedesk:drugs="cannabis"`."""
    hidden: bool = False
    """Whether it is offered no more; what has it keeps it."""

    @property
    def leaf(self) -> str:
        """Its own part of the id."""
        return self.id.partition("/")[2]


class Group(Struct, frozen=True):
    """Tags that belong together."""

    id: str
    letter: str
    """The letter that opens it after `t`; "" where none does."""
    title: str
    tags: tuple[Tag, ...]
    hidden: bool = False


class Catalogue(Struct, frozen=True, eq=False):
    """All tags, group by group."""

    groups: tuple[Group, ...]
    tags: tuple[Tag, ...]
    """Every tag, in the order of the groups."""
    by_id: dict[str, Tag]
    namespace: str
    """What the MISP machine tags begin with."""

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
                found = tuple(t for t in group.tags if leaf_word in ("", t.leaf, t.letter))
                if found:
                    return found
        found = tuple(tag for tag in self.tags if tag.leaf == word)
        if not found:
            leaves = [name for tag in self.tags for name in (tag.id, tag.leaf)]
            raise UnknownTag(_unknown(word, [*leaves, *(group.id for group in self.groups)]))
        return found

    def keyed(self) -> tuple[tuple[Group, tuple[Tag, ...]], ...]:
        """The groups and leaves that keys put, in their order."""
        return tuple(
            (group, tags)
            for group in self.groups
            if group.letter and not group.hidden
            and (tags := tuple(tag for tag in group.tags if tag.letter and not tag.hidden))
        )  # fmt: skip

    def keys(self, tag_id: str) -> str:
        """The letters that put a tag, "d c"; "" where none do."""
        for group, tags in self.keyed():
            for tag in tags:
                if tag.id == tag_id:
                    return f"{group.letter} {tag.letter}"
        return ""

    def machine_tag(self, tag_id: str) -> str:
        """The MISP machine tag of any tag, also of one that only a case knows."""
        known = self.by_id.get(tag_id)
        return known.misp if known else machine_tag(self.namespace, tag_id)


def catalogue_of(groups: Iterable[Group], namespace: str) -> Catalogue:
    """The catalogue of these groups."""
    groups = tuple(groups)
    every = tuple(tag for group in groups for tag in group.tags)
    return Catalogue(groups, every, {tag.id: tag for tag in every}, namespace)


@cache
def built_in() -> Catalogue:
    """The tags every analyst has."""
    import tomllib  # a case that is only read needs no table of tags

    document = tomllib.loads(FILE.read_text(encoding="utf-8"))
    namespace = document["namespace"]
    groups = []
    for group in document["group"]:
        tags = tuple(_tag(namespace, group["id"], leaf) for leaf in group["leaves"])
        groups.append(Group(group["id"], group["letter"], group["title"], tags))
    return catalogue_of(groups, namespace)


_own: Catalogue | None = None


def catalogue() -> Catalogue:
    """The tags of this analyst: the built-in ones, unless others were put in their place."""
    return _own or built_in()


def use(own: Catalogue | None) -> None:
    """Let these be the tags of this process; None lets the built-in ones be."""
    global _own
    _own = own


def machine_tag(namespace: str, tag_id: str) -> str:
    """A tag as MISP writes machine tags: namespace, predicate and value."""
    group, _, leaf = tag_id.partition("/")
    return f'{namespace}:{group}="{leaf}"'


def shaped(word: str) -> str:
    """The id that a word for a tag of one's own stands for: `Goods/Old books` is goods/old-books.

    Raises `UnknownTag` where it has no group or no leaf, or either cannot be part of an id.
    """
    group, slash, leaf = unicodedata.normalize("NFC", word).casefold().strip().partition("/")
    parts = [re.sub(r"[\s_]+", "-", part.strip()) for part in (group, leaf)]
    if not slash or not all(parts):
        raise UnknownTag(f"There is no tag {word}; a new one has a group: goods/antiques.")
    if wrong := next((p for p in parts if not _PART.fullmatch(p) or len(p) > _LONGEST), None):
        raise UnknownTag(
            f"{wrong} cannot be part of a tag: letters, digits and hyphens can, up to {_LONGEST}."
        )
    return "/".join(parts)


def title_of(tag_id: str) -> str:
    """What a tag is called that nobody gave a title: its leaf, in words."""
    return tag_id.partition("/")[2].replace("-", " ")


def _tag(namespace: str, group: str, leaf: "dict[str, str | list[str]]") -> Tag:
    tag_id = f"{group}/{leaf['id']}"
    return Tag(
        tag_id, str(leaf["letter"]), str(leaf["title"]), tuple(leaf.get("from", ())),
        str(leaf.get("iccs", "")), machine_tag(namespace, tag_id),
    )  # fmt: skip


def _unknown(word: str, known: list[str]) -> str:
    from facts.nearest import nearest  # only who is wrong waits for it

    return f"There is no tag {word}{nearest(word, known, most=None)}"
