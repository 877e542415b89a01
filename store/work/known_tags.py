"""What a case and its analyst know of tags, and how one that is new to the case is noted in it."""

from collections.abc import Container, Iterable
from typing import TYPE_CHECKING

from store.engine.clock import now
from store.search import tagged
from store.search.tagged import TABLE, Recorded
from store.tags import built_in, catalogue, title_of

if TYPE_CHECKING:
    from store.changes.writing import Engine, Writing


def usable(engine: "Engine", writing: "Writing", tags: Iterable[str]) -> list[str]:
    """The tags that are put where these are asked for; one that is new to the case is recorded.

    Raises `UnknownTag` for one that neither the analyst's table nor the case knows.
    """
    every = recorded(writing)
    found = []
    for tag in tags:
        name = tagged.standing(every, tag)
        if name not in built_in().by_id and name not in every:
            if name not in tagged.held(writing.connection):
                catalogue().tag(name)
            record(engine, writing, every, name)
        found.append(name)
    return list(dict.fromkeys(found))


def recorded(writing: "Writing") -> dict[str, Recorded]:
    """What the case says of tags as things stand in this transaction."""
    is_as_stored = not writing.has_put(TABLE)
    if is_as_stored and writing.known.tags is not None:
        return writing.known.tags
    found = ((number, writing.get(TABLE, number)) for number in writing.ids(TABLE))
    every = tagged.read((number, said) for number, said in found if said is not None)
    if is_as_stored:
        writing.known.tags = every
    return every


def record(
    engine: "Engine",
    writing: "Writing",
    every: dict[str, Recorded],
    tag: str,
    into: str | None = None,
) -> None:
    """Say in the case that there is a tag, or what became of it."""
    known = every.get(tag)
    if known is not None and known.into == into:
        return
    number = known.number if known else max(writing.ids(TABLE), default=0) + 1
    said: dict[str, object] = {
        "tag": tag,
        "title": title(every, tag),
        "by": engine.user,
        "at": now(),
    }
    writing.put(TABLE, number, (), said | ({"into": into} if into else {}))


def is_known(every: dict[str, Recorded], held: Container[str], tag: str) -> bool:
    """Whether the analyst's table, the case or anything in it has a tag."""
    return tag in catalogue().by_id or tag in every or tag in held


def is_gone(every: dict[str, Recorded], tag: str) -> bool:
    """Whether a tag became another in this case."""
    return tag in every and every[tag].into is not None


def title(every: dict[str, Recorded], tag: str) -> str:
    """The analyst's own title, else the one that the case knows, else the id's."""
    if tag in catalogue().by_id:
        return catalogue().by_id[tag].title
    return every[tag].title if tag in every else title_of(tag)
