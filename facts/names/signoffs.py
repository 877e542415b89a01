"""The initials an agency's editors sign with, which name nobody: "AND/ASG/OID" on a line alone."""

from facts.later import later
from facts.names.page import Page

_SIGNED = later(r"[(\[]?[A-Za-z]{2,4}(?:/[A-Za-z]{2,4})+[)\]]?\.?")


def take(page: Page) -> None:
    """Keep the initials of sentences that are nothing else from the scanners of names."""
    for sentence in page.article.sentences:
        if _SIGNED.fullmatch(page.shadow, sentence.start, sentence.end):
            page.take(*page.numbers(sentence.start, sentence.end))
