"""What an analyst decides about whole articles: a status, and tags."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.engine.bodies import ABSENT, Document
from store.engine.clock import now
from store.errors import CaseError
from store.search.terms import status_of, tags_of
from store.shapes import STATUSES, Marks, Stamp, Status
from store.work.intake import counted, require
from store.work.known_tags import usable

if TYPE_CHECKING:
    from store.changes.log import Change
    from store.changes.writing import Engine, Writing


def decide(engine: "Engine", ids: Sequence[int], status: Status) -> "Change | None":
    """Set the status of articles; None where every one had it already."""
    if status not in STATUSES:
        raise CaseError(f"There is no status {status}; there are {', '.join(STATUSES)}.")
    with engine.change("decide") as writing:
        writing.expect_about("marks", ids)
        changed = [i for i in ids if _status(writing, i) != status]
        stamp = {"is": status, "by": engine.user, "at": now()}
        for article in changed:
            writing.put("marks", article, ("status",), ABSENT if status == "new" else stamp)
        writing.label = f"{'new again' if status == 'new' else status}{_on(changed)}"
    return writing.change


def tag(
    engine: "Engine", ids: Sequence[int], tags: Sequence[str], on: bool | None
) -> "Change | None":
    """Put tags on articles or take them off; None toggles, by what stands when it is written.

    A toggle takes off only where every one of the articles has every one of the tags.
    """
    with engine.change("tag") as writing:
        tags = usable(engine, writing, tags)
        writing.expect_about("marks", ids)
        had = {article: _tags(writing, article) for article in ids}
        if on is None:
            on = not all(name in there for there in had.values() for name in tags)
        todo = {i: [t for t in tags if (t in there) is not on] for i, there in had.items()}
        put_tags(writing, todo, {"by": engine.user, "at": now()} if on else ABSENT)
        changed = [article for article, names in todo.items() if names]
        writing.label = f"{'tagged' if on else 'untagged'} {', '.join(tags)}{_on(changed)}"
    return writing.change


def put_tags(writing: "Writing", todo: dict[int, list[str]], stamp: object) -> None:
    """Write a stamp, or ABSENT, at each tag of each article."""
    for article, names in todo.items():
        for name in names:
            writing.put("marks", article, ("tags", name), stamp)


def marks(document: Document | None) -> Marks:
    """An article's marks from its document."""
    document = document or {}
    status = document.get("status")
    return Marks(
        status_of(document),  # type: ignore[arg-type]  # only `decide` writes it
        {name: Stamp(**stamp) for name, stamp in document.get("tags", {}).items()},
        Stamp(status["by"], status["at"]) if status else None,
    )


def _status(writing: "Writing", article: int) -> str:
    require(writing, article)
    return status_of(writing.get("marks", article))


def _tags(writing: "Writing", article: int) -> list[str]:
    require(writing, article)
    return tags_of(writing.get("marks", article))


def _on(articles: Sequence[int]) -> str:
    return f" on {counted(len(articles), 'article')}" if len(articles) > 1 else ""
