"""The verbs of telling, one list for all who ask who told something: ``title.announced``."""

import re

from msgspec import Struct

from facts.rules.book import RuleBook
from facts.rules.kinds import words
from facts.rules.naming import Title


class Saying(Struct, frozen=True):
    """The verbs by which a text tells who made something known."""

    words: frozenset[str]
    """Those of one word: said, told, announced."""
    choice: str
    """All of them as alternatives of a pattern, the longest first."""


def saying(book: RuleBook) -> Saying:
    """The verbs of telling of a book; ask for them with ``book.derive(saying)``."""
    title = book.table(Title).get("announced")
    verbs = words(title.words) if title else ()
    longest_first = sorted(verbs, key=lambda verb: (-len(verb), verb))
    return Saying(
        frozenset(verb for verb in verbs if " " not in verb),
        "|".join(map(re.escape, longest_first)) or r"(?!)",
    )
