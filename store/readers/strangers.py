"""Documents of anybody's TinyDB as articles: which of their fields hold the text, title, day."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from msgspec import Struct

from facts.model import Published
from facts.text import headline
from store.engine.bodies import Document
from store.errors import ReadError
from store.readers.tinydb import TinyFile
from store.shapes import NewArticle

TEXT: Final = ("text", "body", "content", "full_text")
"""Fields that hold the text of an article, the likeliest first."""
_TITLE: Final = ("title", "headline", "heading")
_DAY: Final = ("published", "date", "publication_date", "published_at", "pubdate", "datetime")
_SOURCE: Final = ("source", "publisher", "site")

_ISO: Final = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?", re.DOTALL)
_HALF: Final = re.compile(r"[\ud800-\udfff]")
_HALVES: Final = "half characters in it were replaced"


class Stranger(Struct, frozen=True):
    """A document of another database, and what becomes of it."""

    table: str
    id: int
    article: NewArticle | None
    """What it says as an article, None where it has no text."""
    rest: Document
    """What no article has a place for."""


def strangers(file: TinyFile) -> Iterator[Stranger | ReadError]:
    """The documents of all tables; in place of one that is none, what is wrong with it."""
    for table in file.tables:
        for number, document in file.documents(table):
            if isinstance(document, ReadError):
                yield document
            else:
                yield _stranger(file.path, table, number, document)


def _stranger(path: Path, table: str, number: int, document: Document) -> Stranger:
    fields = {name.casefold(): name for name in reversed(document)}
    text = _words(document, fields, TEXT)
    if text is None:
        return Stranger(table, number, None, document)
    title = _words(document, fields, _TITLE)
    source = _words(document, fields, _SOURCE)
    day, is_all = _day(document, fields)
    taken = {text, title, source, day if is_all else None} - {None}
    article = NewArticle(
        title=_whole(document[title] if title else headline(document[text]) or f"{table} {number}"),
        text=_whole(document[text]),
        name=_whole(document[source]) if source else path.name,
        path=f"{path.absolute()}#{table}/{number}",
        note=_HALVES if _HALF.search(document[text]) else "",
        published=_published(document, day),
    )
    rest = {name: value for name, value in document.items() if name not in taken}
    return Stranger(table, number, article, rest)


def _words(document: Document, fields: dict[str, str], wanted: tuple[str, ...]) -> str | None:
    """The first of the fields that holds words."""
    for name in (fields[one] for one in wanted if one in fields):
        if isinstance(document[name], str) and document[name].strip():
            return name
    return None


def _day(document: Document, fields: dict[str, str]) -> tuple[str | None, bool]:
    """The field that begins with a day, and whether it says nothing else."""
    for name in (fields[one] for one in _DAY if one in fields):
        if isinstance(document[name], str) and (found := _ISO.fullmatch(document[name].strip())):
            try:
                date.fromisoformat(found[1])
            except ValueError:
                continue
            return name, document[name] == found[1]
    return None, False


def _published(document: Document, day: str | None) -> Published | None:
    return Published(document[day].strip()[:10], "file") if day else None


def _whole(words: str) -> str:
    """Words without half characters, which no index can hold."""
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", words)
