"""The index of words, kept up with titles, texts and notes."""

import sqlite3
from typing import TypeAlias

from store.engine.bodies import Document
from store.search.folding import indexed

_Row: TypeAlias = tuple[int, str, str]


class WordIndex:
    """What is to be taken out of the index and put in; written last, all at once.

    SQLite has the index write a segment of its own whenever a statement that may fail halfway
    comes between two of its rows; a batch of articles would take twice as long.
    """

    def __init__(self) -> None:
        self._old: list[_Row] = []
        self._new: list[_Row] = []

    def add(self, article_id: int, article: Document, note: Document | None) -> None:
        """An article with its note is to be found."""
        self._new.append(_row(article_id, article, note))

    def drop(self, article_id: int, article: Document, note: Document | None) -> None:
        """An article is not to be found any more by these words, which it was found by."""
        self._old.append(_row(article_id, article, note))

    def flush(self, connection: sqlite3.Connection) -> None:
        """Write it. The index keeps no text, so that it must be told what it is to forget."""
        if self._old:
            connection.executemany(
                "INSERT INTO words (words, rowid, body, note) VALUES ('delete', ?, ?, ?)", self._old
            )
        if self._new:
            connection.executemany(
                "INSERT INTO words (rowid, body, note) VALUES (?, ?, ?)", self._new
            )


def _row(article_id: int, article: Document, note: Document | None) -> _Row:
    body = indexed(f"{article['title']}\n{article['text']}")
    return article_id, body, indexed(note["text"]) if note else ""
