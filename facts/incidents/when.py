"""The day or period of an incident: not the day of the dateline, nor the day it was said."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from facts.later import later
from facts.model import Count, Date, Mention, Money, PublicationDate, Seizure
from facts.spans import Span
from facts.text import Article

_LOOK = 60
_SAID_DONE = later(
    r"\b(?:that|of|in which|how|for|who|which|was|were|had|have|has|been|between|began"
    r"|in (?:an?|the|two|three) (?:[\w-]+ ){0,2}(?:operations?|raids?|attacks?))\b|\d"
)
"""Words after one of saying that begin what was said."""
_STAMPED_ON = later(r"\b(?:updated|published|posted|last modified)(?: on| at)?\W*\Z")
_BRINGING = later(r"\bbringing\b[^.;]*\Z")
_COMPARED = later(
    r"\b(?:than|compared (?:to|with)|against|up from|down from)(?: (?:in|the))*\s*\Z"
    r"|\b(?:(?:up|down) from|compared (?:to|with)) (?:[^.;,]|,(?=[0-9])){0,30}\Z"
)


def _is_compared(before: str) -> bool:
    """Whether a number is compared with that of a date, which has no part of its own."""
    found = _COMPARED.search(before)
    return found is not None and not before.startswith(",")


@cache
def _said(verbs: str) -> re.Pattern[str]:
    """What says before a date that something was said then."""
    return re.compile(
        rf"\b(?:{verbs}|statement|according to|press release|communiqu\w+|briefing|quoted|learned"
        r"|published)\b[^.;]{0,40}\Z"
    )


@cache
def _says(verbs: str) -> re.Pattern[str]:
    """What says after a date that something was said then."""
    return re.compile(rf",? (?:{verbs})\b(?! to have)")


_DATELINE = later(
    r"[,\s]*(?:(?:\([^)]{1,30}\)|[A-Z]{2,6})?\s*-{1,2}|\([A-Z]{2,6}(?:[ /][A-Z]{2,6})?\) |\.\s)"
)


def event_dates(article: Article, span: Span, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The dates of a sentence that say when something happened, known or not."""
    dates = [mention for mention in mentions if isinstance(mention.value, Date)]
    if not dates:
        return
    said, says = _said(article.saying.choice), _says(article.saying.choice)
    for mention in dates:
        before = article.shadow[max(span.start, mention.start - _LOOK) : mention.start].lower()
        if _announces(article, mention, before) or _WHEN.match(article.shadow, mention.end):
            yield mention
            continue
        if (
            _STAMPED_ON.search(before)
            or _is_said(before, said)
            or _is_compared(before)
            or _BRINGING.search(before)
        ):
            continue
        if _is_dateline(article, span, mention):
            continue
        if _is_brief(mention) and says.match(article.shadow, mention.end):
            continue
        yield mention


def _is_brief(mention: Mention) -> bool:
    """Whether it may be when something was said: nobody says "in 2012, reported" of that."""
    return isinstance(mention.value, Date) and mention.value.grain != "year"


_WHEN = later(r",? when ")
"""After a day that is told of: "This was confirmed in May, when ..." says when it happened."""
_ANNOUNCED = later(r"\b(?:announced|reported|revealed)(?: back)?(?: in)? \Z")
_WHAT = later(
    r" (?:the|a|an|its) (?:[\w-]+ ){0,2}(?:seizure|arrest|capture|interception|discovery|bust"
    r"|rescue)s?\b"
)


def _announces(article: Article, mention: Mention, before: str) -> bool:
    """Whether something was announced in a month: "had announced in May the seizure of"."""
    month = isinstance(mention.value, Date) and mention.value.grain == "month"
    if not month or not _ANNOUNCED.search(before):
        return False
    return _WHAT.match(article.shadow, mention.end) is not None


_YEAR = later(r"\b(?:19|20)[0-9]{2}\b")
_DAYS = (Date, PublicationDate)
_FACTS = (Count, Seizure, Money)
_STAMPED = 8
_STAMP_WORDS = frozenset(
    "am pm by at on in of and the a updated published posted last modified min mins minutes read "
    "reading time gmt utc ist wat".split()
)


def is_stamp(article: Article, span: Span, mentions: Sequence[Mention]) -> bool:
    """Whether a line says when and by whom it was published: "J. Doe | Updated May 10, 2023".

    It tells of nothing that happened: its day and its town are the paper's.
    """
    days = [m for m in mentions if isinstance(m.value, _DAYS)]
    if not days or any(isinstance(m.value, _FACTS) for m in mentions):
        return False
    line = article.shadow[span.start : span.end]
    if not _YEAR.search(line) or len(line) > _LONGEST_STAMP:
        return False
    rest = "".join(
        article.shadow[start:end]
        for start, end in zip(
            (span.start, *(m.end for m in days)), (*(m.start for m in days), span.end), strict=True
        )
    )
    spoken = _LETTERS.findall(rest)
    lower = (word for word in spoken if word[:1].islower() and word not in _STAMP_WORDS)
    return len(spoken) <= _STAMPED and next(lower, None) is None


_LONGEST_STAMP = 140
_LETTERS = later(r"[A-Za-z]+")


def _is_said(before: str, said: re.Pattern[str]) -> bool:
    found = said.search(before)
    if found is None:
        return False
    tail = before[found.start() :].split(maxsplit=1)
    return len(tail) < 2 or not _SAID_DONE.search(tail[1])


_HEAD, _IN_BRACKETS = 40, 80
"""Characters before the day in a dateline, and in one whose agency stands in brackets."""
_BRACKET = later(r"\)")


def _is_dateline(article: Article, span: Span, mention: Mention) -> bool:
    head = article.shadow[span.start : mention.start]
    opened = "(" in head and ")" not in head
    limit = _IN_BRACKETS if opened else _HEAD
    end = _BRACKET if opened else _DATELINE
    if len(head) > limit or not end.match(article.shadow, mention.end):
        return False
    return not any(word[:1].islower() for word in head.replace(",", " ").split())
