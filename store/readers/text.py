"""Text files as articles: UTF-8, else UTF-16 or Windows-1252 and said so; no text is refused."""

import os
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from store.engine import held
from store.errors import ReadError
from store.shapes import NewArticle

LIMIT: Final = 20 * 1024 * 1024
"""Largest file in bytes that is read; no news article comes near."""

FALLBACK_NOTE: Final = "not UTF-8; read as Windows-1252"
SUFFIXES: Final = frozenset({".txt", ".text"})
"""What a folder is searched for; a file that is named is read whatever it is called."""

_MARK: Final = "\ufeff"
_NOT_TEXT: Final = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32))


def read_text(path: Path) -> NewArticle:
    """Read a text file as an article; raises `ReadError`, which names the file and the reason.

    A byte-order mark stays the text's first character: an offset is one in the file as decoded.
    """
    text, note = _decoded(path, _content(path))
    if not text.removeprefix(_MARK).strip():
        raise ReadError(f"{path} is empty: there is no text in it.")
    return NewArticle(
        title=_title(text, path), text=text, name=path.name, path=str(path.absolute()), note=note
    )


def discover(paths: Iterable[Path]) -> Iterator[Path]:
    """The text files among the paths and in the folders among them, in the order of their names.

    Raises `ReadError` for a path that is not there and for a folder without articles.
    """
    for path in paths:
        yield from discover_one(path)


def discover_one(path: Path) -> list[Path]:
    """The text files that one path stands for: itself, or all below it."""
    if not path.exists():
        raise ReadError(f"{path} does not exist.")
    if not path.is_dir():
        return [path]
    found = [
        Path(folder, name)
        for folder, _, names in os.walk(path)
        for name in names
        if Path(name).suffix.lower() in SUFFIXES and not name.startswith(".")
    ]
    if not found:
        raise ReadError(f"{path} has no articles: there is no .txt file in it.")
    return sorted(found)


def _content(path: Path) -> bytes:
    try:
        with held.opened(path) as file:
            size = os.fstat(file.fileno()).st_size
            content = b"" if size > LIMIT else file.read(LIMIT + 1)
    except IsADirectoryError:
        raise ReadError(f"{path} is a folder, not an article.") from None
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror}.") from error
    if max(size, len(content)) > LIMIT:
        megabytes = max(size, len(content)) / 1024 / 1024
        raise ReadError(f"{path} is too large for an article: {megabytes:.0f} MB, limit 20 MB.")
    return content


def _decoded(path: Path, content: bytes) -> tuple[str, str]:
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace"), "not UTF-8; read as UTF-16"
    try:
        text, note = content.decode("utf-8"), ""
    except UnicodeDecodeError:
        text, note = content.decode("cp1252", errors="replace"), FALLBACK_NOTE
    if content.translate(None, _NOT_TEXT) != content:
        raise ReadError(f"{path} is not text: it holds binary data.")
    return text, note


def _title(text: str, path: Path) -> str:
    from facts.text import headline

    return headline(text) or path.stem
