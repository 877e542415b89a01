"""Facts of many articles at once: in this process for a few, in worker processes for many."""

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from facts import extract
from facts.model import Extraction, Published
from facts.rules import RuleBook, load

FEW = 40
"""Up to so many articles, worker processes cost more to start than they save."""


class Text(NamedTuple):
    """An article to extract from, under the name its outcome comes back with."""

    name: str
    text: str
    published: Published | None = None
    """The publication date, where the file's format gave one."""


class Outcome(NamedTuple):
    """What the rules found in one article, or why they could not finish."""

    name: str
    extraction: Extraction | None
    error: str = ""


def extract_all(
    texts: Iterable[Text], count: int, rules: RuleBook | None = None, workers: int | None = None
) -> Iterator[Outcome]:
    """The outcomes of about `count` texts, in their order; one that fails stops no other."""
    book = rules or load()
    workers = workers or os.cpu_count() or 1
    if count <= FEW or workers < 2:
        return (extract_one(item, book) for item in texts)
    from tui.workers import extract_in_workers

    return extract_in_workers(texts, workers, book.files)


def extract_one(item: Text, rules: RuleBook | None = None) -> Outcome:
    """The outcome of one text; with CASEDESK_DEBUG=1 an error in the rules is raised."""
    try:
        found = extract(item.text, published=item.published, rules=rules)
        return Outcome(item.name, found)
    except Exception as error:
        if os.environ.get("CASEDESK_DEBUG") == "1":
            raise
        return Outcome(item.name, None, f"{type(error).__name__}: {error}")
