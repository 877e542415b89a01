"""A case on disk: documents, changes, queries; formats in and out."""

from store.case import Case, open_case
from store.changes import Change
from store.errors import CaseError
from store.parse import parse_query
from store.query import Query
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

__all__ = [
    "Added",
    "Article",
    "ArticleRow",
    "Case",
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
