"""Who says it: the issuer of the statement that a sentence's amounts come from.

"According to INTERPOL", "the DGSN said", "a press release from the agency": the issuer is the
organisation beside the words of saying, and a generic "the agency" or "the statement" is the last
issuer named before. A medium that was told is no issuer, one that reports is.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from msgspec import structs

from facts.cue import Cue
from facts.later import later
from facts.model import Mention, Organisation, Person
from facts.spans import Span
from facts.text import Article

_AMOUNTS = ("count", "seizure", "money", "measure")
_SPEAKERS = (Organisation, Person)
_OTHER = r"(?:with|from|that|which|who|were|was|are|and|to|by|after|flight|while|where)"
"""Words after which something else speaks: "on an Ethiopian flight with heroin, he said"."""


@cache
def _after(verbs: str) -> Cue:
    """What follows the name of who says it; who counts or estimates issues numbers as well."""
    return Cue(
        rf"(?:(?!\b{_OTHER}\b)[\w ,.')-]){{0,40}}? ?\b(?:{verbs}|estimated|counted)\b"
        r"|'s? [^.\n]{0,40}?\b(?:report|statement)\b",
        _first_words(f"{verbs}|estimated|counted|report|statement".split("|")),
    )


def _first_words(phrases: Iterable[str]) -> str:
    """The first word of each phrase; nothing where one is in other letters than from a to z."""
    firsts = [_WORD.search(phrase) for phrase in phrases]
    return " ".join(first[0].lower() for first in firsts if first) if all(firsts) else ""


_WORD = later("[A-Za-z]+")
_LONGEST_AFTER = 60
"""Characters within which what follows a name has one of its words."""


_DATELINE_END = later(r"\) ?(?:-{1,3}|_|:) ?|\) (?=[A-Z])")
_UNNAMED = Cue(
    r"\b(?:an?|one|the|some) (?:\w+ ){0,3}"
    r"(?:(?:official|officer|resident|lawyer|source|doctor)s?|witness(?:es)?)(?: \w+){0,3}?"
    r" (?:said|told|added|confirmed)\b",
    "official officials officer officers resident residents lawyer lawyers source sources doctor "
    "doctors witness witnesses",
)
"""Somebody without a name speaks: who spoke before is then no longer meant."""
_BEFORE = Cue(
    r"(?:\baccording to|\bsaid|\bsays|\bannounced by|\bissued by|"
    r"\b(?:statement|release|report|communiqu[eé]|figures?|data|review) (?:from|by|of|issued by)|"
    r"\badded|\bcited by|\bquoted by)(?: (?:the|a))?"
    r"(?: (?:official|state|state-run|local|national))?(?: [\w-]+){0,2}? ?$",
    "according said says announced issued statement release report communiqu communique figure "
    "figures data review added cited quoted",
    re.IGNORECASE,
)
_SAME = Cue(
    r"\b(?:according to the same\b|the same source|the (?:agency|organi[sz]ation|statement|source|"
    r"ministry|service|communiqué|press release) (?:said|added|announced|noted|stated|reported|"
    r"read)|added the (?:source|statement|agency))",
    "same added press agency organisation organization statement source ministry service communiqu",
    re.IGNORECASE,
)
_SAME_ONE = Cue(r"\bthe same source\b", "source", re.IGNORECASE)
_NEAR = 60


def mark(article: Article, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions, each amount with the issuer of its sentence where there is one."""
    given = list(mentions)
    issuers = sorted((m for m in given if isinstance(m.value, _SPEAKERS)), key=lambda m: m.start)
    starts = [mention.start for mention in issuers]
    shadow, pieces = article.shadow, article.pieces
    by_sentence: list[str | None] = []
    last: str | None = None
    for sentence in article.sentences:
        inside = issuers[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        issuer = _issuer(article, sentence, inside)
        words = pieces.between(*sentence) if last and issuer is None else ()
        if words and _UNNAMED.search(shadow, words, *sentence):
            last = None if not _SAME_ONE.search(shadow, words, *sentence) else last
        if words and last and _SAME.search(shadow, words, *sentence):
            issuer = last
        last = issuer or last
        by_sentence.append(issuer)
    opens = [sentence.start for sentence in article.sentences]
    return [_marked(mention, opens, by_sentence) for mention in given]


def _marked(mention: Mention, opens: list[int], issuers: list[str | None]) -> Mention:
    if mention.kind not in _AMOUNTS or mention.reported_by:
        return mention
    index = bisect_left(opens, mention.start + 1) - 1
    issuer = issuers[index] if index >= 0 else None
    return structs.replace(mention, reported_by=issuer) if issuer else mention


def _issuer(article: Article, sentence: Span, inside: list[Mention]) -> str | None:
    """The issuer a sentence names."""
    for mention in inside:
        name = _name(mention)
        if not name or _DATELINE_END.match(article.shadow, mention.end):
            continue
        if _is_said_before(article, sentence, mention) or _says(article, sentence, mention):
            return name
    return None


def _is_said_before(article: Article, sentence: Span, mention: Mention) -> bool:
    """Whether the words before a name say that it is who says something."""
    begin = max(sentence.start, mention.start - _NEAR)
    before = article.shadow[begin : mention.start]
    return bool(_BEFORE.search(before, article.pieces.between(begin, mention.start)))


def _says(article: Article, sentence: Span, mention: Mention) -> bool:
    """Whether the words after a name say that it says something."""
    after, end = _after(article.saying.choice), mention.end
    if after.needs and after.needs.isdisjoint(article.pieces.between(end, end + _LONGEST_AFTER)):
        return False
    return after.pattern.match(article.shadow, end, sentence.end) is not None


def _name(mention: Mention) -> str | None:
    if isinstance(mention.value, Organisation):
        return mention.value.acronym or mention.value.name
    return mention.value.organisation if isinstance(mention.value, Person) else None
