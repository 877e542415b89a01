"""The case's own documents: what each of its tables holds, checked whenever one is read."""

import sqlite3
from typing import Annotated, Any, Final, TypedDict, cast

from msgspec import UNSET, DecodeError, Meta, Raw, Struct, UnsetType, field
from msgspec.json import Decoder

from store.engine.bodies import Document, checked, decode
from store.engine.documents import body
from store.shapes import Status, Verdict


class _Published(Struct):
    date: str
    basis: str


class _Article(Struct):
    title: str
    text: str
    name: str
    path: str
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    note: str
    published: _Published | None


class _Stamp(Struct):
    by: str
    at: str


class _Status(_Stamp):
    status: Status = field(name="is")


_Offset = Annotated[int, Meta(ge=0)]


class _Place(Struct):
    start: _Offset
    end: _Offset
    was: tuple[_Offset, _Offset] | None = None


class _Verdict(_Stamp):
    verdict: Verdict
    value: dict[str, Any] | UnsetType = UNSET
    """The corrected value."""
    places: list[_Place] | UnsetType = UNSET
    """The corrected places of the words."""
    found: dict[str, Any] | UnsetType = UNSET
    """What had been found when it was corrected, or what was added."""


class _Marks(Struct):
    status: _Status | UnsetType = UNSET
    tags: dict[Annotated[str, Meta(pattern=r"^\S+$")], _Stamp] = {}
    facts: dict[str, _Verdict] = {}


class _Note(_Stamp):
    text: str


class _Settled(_Stamp):
    """A draft that was made a note, or done without, by somebody."""

    session: str
    about: str
    id: int
    text: str
    user: str


class _Digits(Struct):
    user: str
    tags: tuple[str, ...]
    pinned: tuple[str, ...] = ()


class _Tag(_Stamp):
    """A tag that is new to the case, or became another in it."""

    tag: str
    title: str
    into: str | UnsetType = UNSET


class _Edit(_Stamp):
    value: Any


class _Proposal(Struct):
    facts: tuple[str, ...]
    items: list[dict[str, Any]]


class _Merged(_Stamp):
    into: int


class _Part(_Stamp):
    of: int


_Name = Annotated[str, Meta(pattern=r"^[0-9]+:.")]
"""A fact in the whole case: its article and its key."""


class _Incident(_Stamp):
    given: dict[_Name, _Proposal]
    facts: dict[_Name, _Stamp]
    fields: dict[str, _Edit]
    tags: dict[Annotated[str, Meta(pattern=r"^\S+$")], _Stamp]
    merged: _Merged | UnsetType = UNSET
    part_of: _Part | UnsetType = UNSET


class _Query(_Stamp):
    name: str
    query: str


class _Filed(TypedDict, total=False):
    status: dict[str, Any]
    tags: dict[str, Raw]


_FILED: Final = Decoder(_Filed)

KINDS: Final[dict[str, type[Struct]]] = {
    "articles": _Article,
    "marks": _Marks,
    "notes": _Note,
    "incident_notes": _Note,
    "case_notes": _Note,
    "settled_drafts": _Settled,
    "digits": _Digits,
    "incidents": _Incident,
    "queries": _Query,
    "tags": _Tag,
}
"""What the documents of a table are; those of `facts` are `facts.model.Extraction`."""


def find(connection: sqlite3.Connection, table: str, doc_id: int) -> Document | None:
    """A document of the case, None where there is none; raises `Garbled`."""
    text = body(connection, table, doc_id)
    return None if text is None else read(table, text)


def filed(text: str) -> Document:
    """The status and the tags of an article's marks, without what is said of its facts."""
    try:
        return cast("Document", _FILED.decode(text))
    except (DecodeError, UnicodeEncodeError):
        return read("marks", text)


def read(table: str, text: str) -> Document:
    """A document from its JSON; raises `Garbled` where its table cannot hold such a one."""
    document: Document = decode(text)
    checked(document, KINDS.get(table, dict))
    return document
