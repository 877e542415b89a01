"""Whether the words before a date speak of what is to come, or of who said so."""

import re
from functools import cache

from facts.cue import Cue
from facts.later import later
from facts.text import Article

_LOOK = 90
_COMING = Cue(
    r"\b(?:will|shall|would|(?:is|are|be) (?:due|scheduled|expected|set|planned)|due|scheduled"
    r"|expected|plans?|planned|as soon as|set to|ready to"
    r"|(?:adjourned|postponed|remanded|extended|suspended|delayed)\b[^.;]{0,40}\b(?:until|to)"
    r"|to (?:appear|be|begin|start|meet|hold|take|face|stand|open|go)"
    r"|upcoming|deadline|expires?|payable|matur(?:es?|ing)|begins?|starts?|opens|takes effect)\b",
    "will shall would due scheduled expected set planned plan plans soon ready adjourned postponed "
    "remanded extended suspended delayed appear be begin start meet hold take face stand open go "
    "upcoming deadline expire expires payable mature matures maturing begins starts opens takes",
    re.IGNORECASE,
)
_OPENING = later(r"(?:[Oo]n |[Bb]y |[Nn]ext |[Tt]his )*\Z")
_AFTER = later(
    r"[^.;]{0,60}?\b(?:will|shall|(?:is|are) (?:to|due|expected|set|scheduled))\b", re.IGNORECASE
)
_PAST = later(
    r"\b(?:said|told|announced|reported|added|stated|was|were|"
    r"had|did|been|came|took|began|held|found|"
    r"made|met|bought|brought|caught|fled|left|sent|shot|went|"
    r"after (?:(?:his|her|their|the|an?) )?(?:arrests?|captures?|raids?|attacks?|seizures?)|"
    r"(?<!be )(?<!been )(?<!being )(?<!to be )(?<!still )(?<!\ba )(?!un)[a-z]{2,}ed)\b",
    re.IGNORECASE,
)
_OPEN_END = later(r"\b(?:for|until|till|by|before|to|from|of)(?: the)? \Z", re.IGNORECASE)
"""Before a date that what happened earlier may still look forward to."""
_NEXT = 45
"""Characters after a date in which the verb stands whose day it is."""
_STOP = later(r"[.;:]")
_TOLD = (
    r"(?: (?:in a|a|press|news|statement|release|late|early|here|earlier|conference|that|it|on|the|"
    r"reporters|journalists)){0,4} \Z"
)
"""What stands between a verb of saying and its day."""


@cache
def _attribution(verbs: str) -> re.Pattern[str]:
    """What says, right before a date, that something was said then."""
    return re.compile(rf"\b(?:{verbs}|told [A-Z]\w+|[Aa]ccording to|[Rr]eport|[Ss]tatement){_TOLD}")


def is_ahead(article: Article, sentence_start: int, start: int, end: int) -> bool:
    """Whether the nearest verb is of the future: "will appear in court on Monday".

    The verb before the date decides, or the one after it where the date opens the sentence.
    """
    shadow, begin = article.shadow, max(sentence_start, start - _LOOK)
    if _OPENING.fullmatch(shadow, sentence_start, start):
        after = _AFTER.match(shadow, end, end + _LOOK)
        return bool(after and not _PAST.search(shadow, end, after.end()))
    coming = -1
    if _COMING.needs.isdisjoint(article.pieces.between(begin, start)):
        return False
    for found in _COMING.pattern.finditer(shadow, begin, start):
        coming = found.end()
    return coming >= 0 and not any(
        match[0].lower()
        not in ("expected", "scheduled", "planned", "been", "held", "made", "found")
        for match in _PAST.finditer(shadow, coming, start)
    )


def is_behind(article: Article, sentence_start: int, start: int, end: int) -> bool:
    """Whether the verb beside a date tells what has happened: "were seized in December"."""
    shadow, begin = article.shadow, max(sentence_start, start - _LOOK)
    if _OPEN_END.search(shadow, begin, start):
        return False
    before = [found[0] for found in _PAST.finditer(shadow, begin, start)]
    after = _PAST.search(shadow, end, _clause_end(shadow, end))
    nearest = before[-1] if before else after[0] if after else ""
    return bool(nearest) and nearest not in article.saying.words


def _clause_end(shadow: str, end: int) -> int:
    found = _STOP.search(shadow, end, end + _NEXT)
    return found.start() if found else end + _NEXT


def is_attribution(article: Article, sentence_start: int, start: int) -> bool:
    """Whether a date tells when something was said: "the ministry said on Thursday"."""
    begin = max(sentence_start, start - _LOOK)
    return bool(_attribution(article.saying.choice).search(article.shadow, begin, start))
