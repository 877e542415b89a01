"""What a change did to one place of one document, and whether that still stands."""

from collections.abc import Iterator
from typing import Any, Final, cast

from msgspec import Struct

from store.engine.bodies import (
    ABSENT,
    SMALL,
    Absent,
    Body,
    Document,
    canonical,
    decode,
    digest,
    encode,
)
from store.engine.documents import CONTAINERS


class Patch(Struct, frozen=True, array_like=True):
    """One place of one document, and the JSON there before and after; None where nothing was.

    Of a long value that was written only the digest is kept, to know it again.
    """

    table: str
    id: int
    path: tuple[str, ...]
    before: str | None
    after: str | None
    digest: str | None = None

    def stands(self, present: str | None) -> bool:
        """Whether the present JSON at this place is still what the change wrote."""
        if present is None or (self.after is None and self.digest is None):
            return present is None and self.after is None and self.digest is None
        if self.digest is not None:
            exactly = self.digest == digest(present)
            return exactly or self.digest == digest(canonical(decode(present)))
        assert self.after is not None
        return present == self.after or canonical(decode(present)) == canonical(decode(self.after))


_IMPORTED: Final = frozenset({"articles", "facts"})


def is_exact(table: str) -> bool:
    """Whether the digests of a table's documents are of the very text, order of keys and all."""
    return table in _IMPORTED


def patch(
    table: str, doc_id: int, path: tuple[str, ...], before: str | None, after: str | None
) -> Patch:
    """A patch from one JSON text to another.

    The order of keys may change while parts of a document are taken back, so that a digest does
    not depend on it, but for the long documents of an import, whose keys stay as they are.
    """
    if after is not None and len(after) > SMALL:
        text = after if table in _IMPORTED else canonical(decode(after))
        return Patch(table, doc_id, path, before, None, digest(text))
    return Patch(table, doc_id, path, before, after)


def differences(
    table: str, doc_id: int, before: str | None, after: Document | Body | Absent, text: str | None
) -> Iterator[Patch]:
    """The patches between a stored document and what it has become, at nested keys.

    `text` is the JSON of what it has become, None where it is gone.
    """
    if text == before:
        return
    if table not in CONTAINERS and (before is None or text is None or isinstance(after, Body)):
        yield patch(table, doc_id, (), before, text)
        return
    old = {} if before is None else decode(before)
    is_plain = table in CONTAINERS and isinstance(after, dict)  # a script's keys may be numbers
    new = after if is_plain else {} if text is None else decode(text)
    yield from _nested(table, doc_id, (), old, cast("Document", new))


def _nested(
    table: str, doc_id: int, path: tuple[str, ...], old: Document, new: Document
) -> Iterator[Patch]:
    for name in [*old, *(name for name in new if name not in old)]:
        here = (*path, name)
        left, right = old.get(name, ABSENT), new.get(name, ABSENT)
        if _is_split(table, here, left, right):
            yield from _nested(
                table,
                doc_id,
                here,
                left if left is not ABSENT else {},
                right if right is not ABSENT else {},
            )
            continue
        before = None if left is ABSENT else encode(left)
        after = None if right is ABSENT else encode(right)
        if before != after:
            yield patch(table, doc_id, here, before, after)


def _is_split(table: str, path: tuple[str, ...], left: Any, right: Any) -> bool:
    if table in CONTAINERS:
        return len(path) == 1 and path[0] in CONTAINERS[table]
    return isinstance(left, dict) and isinstance(right, dict)
