"""What the case's own documents must be, so that a script cannot leave what no screen can read."""

from functools import cache
from typing import Any

import msgspec
from msgspec import Struct, field

from store.errors import MisshapenDocument


class _Published(Struct):
    date: str
    basis: str


class _Article(Struct):
    title: str
    text: str
    name: str
    path: str
    sha256: str
    note: str
    published: _Published | None


class _Stamp(Struct):
    by: str
    at: str


class _Status(_Stamp):
    status: str = field(name="is")


class _Verdict(_Stamp):
    verdict: str
    value: dict[str, Any] | msgspec.UnsetType = msgspec.UNSET


class _Marks(Struct):
    status: _Status | msgspec.UnsetType = msgspec.UNSET
    tags: dict[str, _Stamp] = {}
    facts: dict[str, _Verdict] = {}


class _Note(_Stamp):
    text: str


@cache
def _types() -> dict[str, Any]:
    from facts.model import Extraction

    return {"articles": _Article, "facts": Extraction, "marks": _Marks, "notes": _Note}


def check(table: str, doc_id: int, document: object) -> None:
    """Raise `MisshapenDocument`, naming the place, where a table of the case cannot hold this."""
    wanted = _types().get(table)
    if wanted is None:
        return
    try:
        msgspec.convert(document, wanted)
    except msgspec.ValidationError as error:
        raise MisshapenDocument(f"Document {doc_id} of {table} was not written: {error}.") from None
