"""From the text of an article to its facts, each with its words in the text.

`extract` is a pure function of a text, the day it was published if that is known, and the rules:
the same article gives the same facts everywhere, offline. ``facts.rules.load`` gives other rules.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facts.model import Extraction, Published
    from facts.rules import RuleBook

__all__ = ["RULES_VERSION", "extract", "version_of"]

RULES_VERSION = "1"
"""Raised whenever the rules find something else than before in the same text."""


def version_of(rules: "RuleBook") -> str:
    """What these rules are called in what they find; an analyst's own files change the name."""
    return f"{RULES_VERSION}+{rules.fingerprint}" if rules.fingerprint else RULES_VERSION


def extract(
    text: str, *, published: "Published | None" = None, rules: "RuleBook | None" = None
) -> "Extraction":
    """All that the rules find in one article.

    `published` is used where the article itself does not say when it was published. Never raises
    on any text; the same text and rules give an equal extraction.
    """
    # Whoever only reads stored facts needs facts.model and none of the scanners: 10 ms, not 200.
    from facts.incidents import assemble
    from facts.model import Extraction
    from facts.rules import load
    from facts.scan import scan
    from facts.text import read

    book = rules or load()
    article = read(text, published, book)
    assembled = assemble(article, scan(article, book), book)
    return Extraction(
        rules=version_of(book),
        language=article.language,
        published=article.published,
        mentions=assembled.mentions,
        incidents=assembled.incidents,
        boilerplate=article.boilerplate,
    )
