"""A case on disk: documents, changes, queries; formats in and out."""

from typing import TYPE_CHECKING, Any

from store.case import Case, open_case
from store.changes.log import Change
from store.errors import CaseError
from store.search.parse import parse_query
from store.search.query import Query
from store.shapes import (
    Added,
    Article,
    ArticleRow,
    Draft,
    Finding,
    Findings,
    Judgement,
    Marks,
    NewArticle,
    Stamp,
)

if TYPE_CHECKING:
    from store.tables import CaseDB

__all__ = [
    "Added",
    "Article",
    "ArticleRow",
    "Case",
    "CaseDB",
    "CaseError",
    "Change",
    "Draft",
    "Finding",
    "Findings",
    "Judgement",
    "Marks",
    "NewArticle",
    "Query",
    "Stamp",
    "open_case",
    "parse_query",
]


def __getattr__(name: str) -> Any:
    """TinyDB is loaded by who asks for it: the screen and the command line do not."""
    if name == "CaseDB":
        from store.tables import CaseDB

        return CaseDB
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
