"""What `import store` offers, loaded when the first of it is asked for."""

from store.case import Case, open_case
from store.changes.log import Change
from store.errors import CaseError
from store.search.parse import parse_query
from store.search.query import Query
from store.shapes import (
    THE_CASE,
    About,
    Added,
    Article,
    ArticleRow,
    Draft,
    Finding,
    Findings,
    Judgement,
    Kept,
    Marks,
    NewArticle,
    Stamp,
)

__all__ = [
    "THE_CASE",
    "About",
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
    "Kept",
    "Marks",
    "NewArticle",
    "Query",
    "Stamp",
    "open_case",
    "parse_query",
]
