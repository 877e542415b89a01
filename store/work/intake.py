"""What fills a case: articles, and what the rules found in them."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from store.engine import own
from store.engine.bodies import Body, Garbled, encode
from store.engine.documents import bodies, ids
from store.errors import UnknownArticle
from store.shapes import Added, Article, NewArticle

if TYPE_CHECKING:
    import sqlite3

    from facts.model import Extraction
    from store.changes.log import Change
    from store.changes.writing import Engine, Writing


def add_articles(engine: "Engine", articles: Iterable[NewArticle]) -> Added:
    """Add the articles the case does not have yet, as one change; a text is known by its hash."""
    batch: dict[str, NewArticle] = {}
    total = 0
    for article in articles:
        batch.setdefault(text_hash(article.text), article)
        total += 1
    with engine.change("import", f"import of {counted(len(batch), 'article')}") as writing:
        known = {sha for sha in batch if known_as(writing.connection, sha) is not None}
        fresh = [(sha, article) for sha, article in batch.items() if sha not in known]
        added = tuple(writing.new_article_ids(len(fresh))) if fresh else ()
        for article_id, (sha, article) in zip(added, fresh, strict=True):
            writing.put("articles", article_id, (), _document(article, sha))
        writing.label = f"imported {counted(len(added), 'article')}"
    _make_way(engine)
    return Added(writing.change, added, total - len(added))


def put_facts(engine: "Engine", found: "Mapping[int, Extraction]") -> "Change | None":
    """Store what the rules found; an article that has left the case meanwhile is passed over."""
    with engine.change("facts", f"facts of {counted(len(found), 'article')}") as writing:
        there = [article for article in found if writing.has("articles", article)]
        for article in there:
            text = msgspec.json.encode(found[article]).decode()
            writing.put("facts", article, (), Body(text))
        writing.label = f"found the facts of {counted(len(there), 'article')}"
    _make_way(engine)
    return writing.change


def article(connection: "sqlite3.Connection", article_id: int) -> Article:
    """An article by its number; raises `UnknownArticle`."""
    document = own.find(connection, "articles", article_id)
    if document is None:
        raise UnknownArticle(f"There is no article {article_id} in this case.")
    from facts.model import Published

    if text_hash(document["text"]) != document["sha256"]:
        raise Garbled(f"the text of article {article_id} is not the one that was imported")
    published = document["published"]
    return Article(
        article_id, document["title"], document["text"], document["name"], document["path"],
        document["sha256"], document["note"], Published(**published) if published else None,
    )  # fmt: skip


def unread(connection: "sqlite3.Connection", rules: str | None = None) -> list[int]:
    """The articles without facts, ascending; one in which the rules found nothing has some.

    Where a version of the rules is named, what others have found counts as not read.
    """
    read = set(ids(connection, "facts") if rules is None else _read_by(connection, rules))
    return [article_id for article_id in ids(connection, "articles") if article_id not in read]


def _read_by(connection: "sqlite3.Connection", rules: str) -> Iterator[int]:
    for article_id, text in bodies(connection, "facts"):
        try:
            is_read = _BY.decode(text).rules == rules
        except msgspec.DecodeError as error:
            raise Garbled(f"the facts of article {article_id} are not what they were") from error
        if is_read:
            yield article_id


class _Read(msgspec.Struct):
    """Of what the rules found in an article, only which rules they were."""

    rules: str


_BY = msgspec.json.Decoder(_Read)


def _make_way(engine: "Engine") -> None:
    """An import is one batch after another: those who press keys meanwhile come in between."""
    if engine.current() is None:
        engine.presence.make_way()


def require(writing: "Writing", article_id: int) -> None:
    """Raise `UnknownArticle` where there is no such article."""
    if not writing.has("articles", article_id):
        raise UnknownArticle(f"There is no article {article_id} in this case.")


def counted(n: int, noun: str) -> str:
    """A number with its noun: "1 article", "12 articles"."""
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def text_hash(text: str) -> str:
    """What a text is known by."""
    return sha256(text.encode(errors="surrogatepass")).hexdigest()


def known_as(connection: "sqlite3.Connection", sha: str) -> int | None:
    """The first article whose text has that hash, None where the case has none."""
    found = connection.execute(
        "SELECT min(article) FROM texts WHERE sha256 = ?", (bytes.fromhex(sha),)
    ).fetchone()
    return None if found[0] is None else int(found[0])


def _document(article: NewArticle, sha: str) -> Body:
    document = {
        "title": article.title, "name": article.name, "path": article.path, "sha256": sha,
        "note": article.note,
        "published": msgspec.to_builtins(article.published) if article.published else None,
        "text": article.text,
    }  # fmt: skip
    return Body(encode(document))
