"""The tags of a case as a whole: which there are, new ones, and one that becomes another."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from store.errors import CaseError, UnknownTag
from store.search import tagged
from store.tags import catalogue, shaped
from store.work import becoming, digits
from store.work.becoming import Preview, become
from store.work.known_tags import is_gone, is_known, record, recorded, title

if TYPE_CHECKING:
    from store.changes.log import Change
    from store.changes.writing import Engine


class CaseTag(Struct, frozen=True):
    """A tag with how much of the case has it."""

    id: str
    title: str
    articles: int
    incidents: int


class Tags:
    """The tags of an open case. A method that changes one returns when that is durable."""

    def __init__(self, engine: "Engine") -> None:
        self._engine = engine

    def all(self) -> list[CaseTag]:
        """Every tag of the analyst's table and of the case, in the order of the table.

        Those the case alone knows come last. A tag that became another, and a hidden one, is left
        out where nothing has it.
        """
        with self._engine.reading() as connection:
            every = tagged.recorded(connection)
            articles, incidents = tagged.articles(connection), tagged.incidents(connection)
        held = {*articles, *incidents}
        offered = [
            tag.id for tag in catalogue().tags if not tag.hidden and not is_gone(every, tag.id)
        ]
        hidden = [tag.id for tag in catalogue().tags if tag.id in held and tag.id not in offered]
        listed = {*offered, *hidden}
        own = sorted({*held, *(tag for tag in every if not is_gone(every, tag))} - listed)
        return [
            CaseTag(tag, title(every, tag), articles[tag], incidents[tag])
            for tag in (*offered, *hidden, *own)
        ]

    def names(self) -> list[tuple[str, str]]:
        """The tags that can be given, each with its title; what is used in the case comes first."""
        with self._engine.reading() as connection:
            every, held = tagged.recorded(connection), tagged.held(connection)
        listed = [tag.id for tag in catalogue().tags if not tag.hidden]
        own = sorted({*held, *every}.difference(listed))
        found = [tag for tag in (*listed, *own) if not is_gone(every, tag)]
        return [(tag, title(every, tag)) for tag in sorted(found, key=lambda one: one not in held)]

    def standing(self, tag: str) -> str:
        """The tag that is put where this one is asked for: itself, or what it became."""
        with self._engine.reading() as connection:
            return tagged.standing(tagged.recorded(connection), tag)

    def became(self) -> dict[str, str]:
        """The tags that became another in this case, each with what stands for it."""
        with self._engine.reading() as connection:
            every = tagged.recorded(connection)
        return {tag: tagged.standing(every, tag) for tag in every if is_gone(every, tag)}

    def is_known(self, tag: str) -> bool:
        """Whether the analyst's table or the case knows a tag."""
        with self._engine.reading() as connection:
            return is_known(tagged.recorded(connection), tagged.held(connection), tag)

    def new(self, word: str) -> str:
        """The id of a tag that would be new; raises `UnknownTag` where it cannot be one."""
        tag = shaped(word)
        groups = {group.id for group in catalogue().groups}
        groups |= {name.partition("/")[0] for name, _ in self.names()}
        if (group := tag.partition("/")[0]) not in groups:
            known = ", ".join(sorted(groups))
            raise UnknownTag(
                f"There is no group {group}; there are {known}. tags.toml adds others."
            )
        return tag

    def coin(self, tag: str, give: "Callable[[], object]") -> "Change | None":
        """Make a tag known to the case and give it, as one change."""
        with self._engine.change("tag") as writing:
            every = recorded(writing)
            if tag not in every:
                record(self._engine, writing, every, tag)
            give()
        return writing.change

    def preview(self, old: str, new: str) -> Preview:
        """What changes where one tag becomes another."""
        with self._engine.reading() as connection:
            return becoming.preview(connection, old, new)

    def rename(
        self, old: str, new: str, come_to: Callable[[int, int], object] = lambda *_: None
    ) -> "Change | None":
        """Give a tag another id, wherever it is; raises `CaseError` where that is a tag already."""
        new = self.check_rename(old, new)
        return become(self._engine, old, new, "renamed {old} to {new}", come_to)

    def merge(
        self, old: str, new: str, come_to: Callable[[int, int], object] = lambda *_: None
    ) -> "Change | None":
        """Let one tag become another that there is; who put it when is kept.

        `come_to` is told how many articles of how many are done.
        """
        new = self.check_merge(old, new)
        return become(self._engine, old, new, "merged {old} into {new}", come_to)

    def check_rename(self, old: str, new: str) -> str:
        """The id that a tag would have; raises `CaseError` where it cannot."""
        self._demand(old)
        new = self.new(new)
        if new == old:
            raise CaseError(f"{old} is called that already.")
        if self.is_known(new) and self.standing(new) == new:
            raise CaseError(f"{new} is a tag already; to merge is the way to have one of both.")
        return new

    def check_merge(self, old: str, new: str) -> str:
        """The tag that another would become; raises `CaseError` where it cannot."""
        self._demand(old)
        self._demand(new)
        into = self.standing(new)
        into = new if into == old else into
        if into == old:
            raise CaseError(f"{old} cannot be merged into itself.")
        return into

    def _demand(self, tag: str) -> None:
        if not self.is_known(tag):
            catalogue().tag(tag)  # raises, with the nearest

    def pinned(self) -> tuple[str, ...]:
        """The tags that this analyst has pinned to their digits."""
        with self._engine.reading() as connection:
            return digits.pinned(connection, self._engine.user)

    def keep_digits(self, tags: Sequence[str], pinned: Iterable[str]) -> "Change | None":
        """Keep the tags under this analyst's digits, and which of them stay whatever is used."""
        return digits.keep_digits(self._engine, tags, pinned)
