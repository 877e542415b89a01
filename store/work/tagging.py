"""The tags of a case as a whole: which there are, new ones, and one that becomes another."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from store.changes.log import now
from store.engine.bodies import ABSENT
from store.errors import CaseError, UnknownTag
from store.search import tagged
from store.search.happened import rows
from store.search.tagged import TABLE
from store.tags import built_in, catalogue, shaped, title_of
from store.work import digits
from store.work.intake import counted

if TYPE_CHECKING:
    from store.changes.log import Change
    from store.changes.writing import Engine, Writing

_TOLD_EVERY: Final = 500
"""After how many articles it is told how far a change of many has come."""


class CaseTag(Struct, frozen=True):
    """A tag with how much of the case has it."""

    id: str
    title: str
    articles: int
    incidents: int


class Preview(Struct, frozen=True):
    """What changes where one tag becomes another."""

    articles: int
    incidents: int
    both: int
    """Articles and incidents that have both already."""

    def words(self) -> str:
        """In one line: "12 articles, 2 incidents; 3 have both"."""
        some = f"{counted(self.articles, 'article')}, {counted(self.incidents, 'incident')}"
        return (
            f"{some}; {self.both} {'has' if self.both == 1 else 'have'} both" if self.both else some
        )


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
            tag.id for tag in catalogue().tags if not tag.hidden and not _is_gone(every, tag.id)
        ]
        hidden = [tag.id for tag in catalogue().tags if tag.id in held and tag.id not in offered]
        listed = {*offered, *hidden}
        own = sorted({*held, *(tag for tag in every if not _is_gone(every, tag))} - listed)
        return [
            CaseTag(tag, _title(every, tag), articles[tag], incidents[tag])
            for tag in (*offered, *hidden, *own)
        ]

    def names(self) -> list[tuple[str, str]]:
        """The tags that can be given, each with its title; what is used in the case comes first."""
        with self._engine.reading() as connection:
            every, held = tagged.recorded(connection), tagged.held(connection)
        listed = [tag.id for tag in catalogue().tags if not tag.hidden]
        own = sorted({*held, *every}.difference(listed))
        found = [tag for tag in (*listed, *own) if not _is_gone(every, tag)]
        return [(tag, _title(every, tag)) for tag in sorted(found, key=lambda one: one not in held)]

    def standing(self, tag: str) -> str:
        """The tag that is put where this one is asked for: itself, or what it became."""
        with self._engine.reading() as connection:
            return tagged.standing(tagged.recorded(connection), tag)

    def became(self) -> dict[str, str]:
        """The tags that became another in this case, each with what stands for it."""
        with self._engine.reading() as connection:
            every = tagged.recorded(connection)
        return {tag: tagged.standing(every, tag) for tag in every if _is_gone(every, tag)}

    def is_known(self, tag: str) -> bool:
        """Whether the analyst's table or the case knows a tag."""
        with self._engine.reading() as connection:
            return _is_known(tagged.recorded(connection), tagged.held(connection), tag)

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
            every = _recorded(writing)
            if tag not in every:
                _record(self._engine, writing, every, tag)
            give()
        return writing.change

    def preview(self, old: str, new: str) -> Preview:
        """What changes where one tag becomes another."""
        with self._engine.reading() as connection:
            articles = tagged.articles_with(connection, old)
            incidents = tagged.incidents_with(connection, old)
            both = len({*articles}.intersection(tagged.articles_with(connection, new)))
            both += len({*incidents}.intersection(tagged.incidents_with(connection, new)))
        return Preview(len(articles), len(incidents), both)

    def rename(
        self, old: str, new: str, come_to: Callable[[int, int], object] = lambda *_: None
    ) -> "Change | None":
        """Give a tag another id, wherever it is; raises `CaseError` where that is a tag already."""
        return self._become(old, self.check_rename(old, new), "renamed {old} to {new}", come_to)

    def merge(
        self, old: str, new: str, come_to: Callable[[int, int], object] = lambda *_: None
    ) -> "Change | None":
        """Let one tag become another that there is; who put it when is kept.

        `come_to` is told how many articles of how many are done.
        """
        return self._become(old, self.check_merge(old, new), "merged {old} into {new}", come_to)

    def check_rename(self, old: str, new: str) -> str:
        """The id that a tag would have; raises `CaseError` where it cannot."""
        new = self.new(new)
        if new == old:
            raise CaseError(f"{old} is called that already.")
        if self.is_known(new) and self.standing(new) == new:
            raise CaseError(f"{new} is a tag already; to merge is the way to have one of both.")
        return new

    def check_merge(self, old: str, new: str) -> str:
        """The tag that another would become; raises `CaseError` where it cannot."""
        for tag in (old, new):
            if not self.is_known(tag):
                catalogue().tag(tag)  # raises, with the nearest
        into = self.standing(new)
        into = new if into == old else into
        if into == old:
            raise CaseError(f"{old} cannot be merged into itself.")
        return into

    def pinned(self) -> tuple[str, ...]:
        """The tags that this analyst has pinned to their digits."""
        with self._engine.reading() as connection:
            return digits.pinned(connection, self._engine.user)

    def keep_digits(self, tags: Sequence[str], pinned: Iterable[str]) -> "Change | None":
        """Keep the tags under this analyst's digits, and which of them stay whatever is used."""
        return digits.keep_digits(self._engine, tags, pinned)

    def _become(
        self, old: str, new: str, label: str, come_to: Callable[[int, int], object]
    ) -> "Change | None":
        with self._engine.change("tags") as writing:
            articles = _move_on_articles(writing, old, new, come_to)
            incidents = _move_on_incidents(writing, old, new)
            every = _recorded(writing)
            _record(self._engine, writing, every, old, into=new)
            if new in every or new not in built_in().by_id:
                _record(self._engine, writing, every, new)
            where = Preview(articles, incidents, 0).words()
            writing.label = f"{label.format(old=old, new=new)} on {where}"
        return writing.change


def usable(engine: "Engine", writing: "Writing", tags: Iterable[str]) -> list[str]:
    """The tags that are put where these are asked for; one that is new to the case is recorded.

    Raises `UnknownTag` for one that neither the analyst's table nor the case knows.
    """
    every = _recorded(writing)
    found = []
    for tag in tags:
        name = tagged.standing(every, tag)
        if name not in built_in().by_id and name not in every:
            if name not in tagged.held(writing.connection):
                catalogue().tag(name)
            _record(engine, writing, every, name)
        found.append(name)
    return list(dict.fromkeys(found))


def _recorded(writing: "Writing") -> dict[str, tagged.Recorded]:
    """What the case says of tags as things stand in this transaction."""
    found = ((number, writing.get(TABLE, number)) for number in writing.ids(TABLE))
    return tagged.read((number, said) for number, said in found if said is not None)


def _record(
    engine: "Engine",
    writing: "Writing",
    every: dict[str, tagged.Recorded],
    tag: str,
    into: str | None = None,
) -> None:
    """Say in the case that there is a tag, or what became of it."""
    known = every.get(tag)
    if known is not None and known.into == into:
        return
    number = known.number if known else max(writing.ids(TABLE), default=0) + 1
    title = _title(every, tag)
    said: dict[str, object] = {"tag": tag, "title": title, "by": engine.user, "at": now()}
    writing.put(TABLE, number, (), said | ({"into": into} if into else {}))


def _move_on_articles(
    writing: "Writing", old: str, new: str, come_to: Callable[[int, int], object]
) -> int:
    articles = tagged.articles_with(writing.connection, old)
    for done, article in enumerate(articles):
        if done % _TOLD_EVERY == 0:
            come_to(done, len(articles))
        tags = (writing.get("marks", article) or {}).get("tags", {})
        if old in tags:
            if new not in tags:
                writing.put("marks", article, ("tags", new), tags[old])
            writing.put("marks", article, ("tags", old), ABSENT)
    come_to(len(articles), len(articles))
    return len(articles)


def _move_on_incidents(writing: "Writing", old: str, new: str) -> int:
    """Also on those that were merged into another, which they would bring back when split off."""
    roots = tagged.incidents_with(writing.connection, old)
    for root in roots:
        for number, _ in rows.members(writing.connection, root):
            tags = (writing.get(rows.TABLE, number) or {}).get("tags", {})
            if old in tags:
                if new not in tags:
                    writing.put(rows.TABLE, number, ("tags", new), tags[old])
                writing.put(rows.TABLE, number, ("tags", old), ABSENT)
    return len(roots)


def _is_known(every: dict[str, tagged.Recorded], held: Iterable[str], tag: str) -> bool:
    return tag in catalogue().by_id or tag in every or tag in held


def _is_gone(every: dict[str, tagged.Recorded], tag: str) -> bool:
    return tag in every and every[tag].into is not None


def _title(every: dict[str, tagged.Recorded], tag: str) -> str:
    """The analyst's own title, else the one that the case knows, else the id's."""
    if tag in catalogue().by_id:
        return catalogue().by_id[tag].title
    return every[tag].title if tag in every else title_of(tag)
