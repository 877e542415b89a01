"""What a web page leaves around an article: share widgets, breadcrumbs, captions, comment forms."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from facts.later import later
from facts.model import Boilerplate
from facts.published import HEADER
from facts.rules import RuleBook
from facts.rules.amounts import PageFurniture
from facts.rules.kinds import words
from facts.spans import Span

_LINE = later(r"[^\n]+")
_WORD = later(r"\w+")
_SHORT = 160
_ENDING = 70
"""Characters at the end of a line in which a picture's credit stands."""
_LONGEST = 400
"""A line longer than this is prose, whatever it opens with."""

_EARLIEST_TAIL = 0.3
"""Above this part of a page "Comments" is a link to them, not the heading they stand under."""

_LATEST_LINK = 0.8
"""Below this part of a page "Tags" is a heading, whatever follows."""

_LINES_TO_NEWS = 3
"""Lines after a link to the comments within which the article goes on."""

_NEWS = later(
    r"(?=.{60})(?!.*\b(?:I|[Yy]ou|[Mm]y)\b)(?=.*\b(?:said|told|announced|reported|[Aa]ccording to"
    r"|[Pp]olice|arrested|seized|killed|court|officers|authorities)\b).*[.!?]\"?"
)
"""A sentence as articles print them, and readers below them seldom do."""

_ATTRIBUTED = later(r".*\b(?:said|told|[Aa]ccording to|announced|reported)\b.*\.\"?")
"""A whole sentence of news after "Video:", not the title of one to watch."""

_SLUG = later(
    r"(?=[^\n]*[-_])[\w-]+(?: [\w-]+){0,3}(?:_[0-9]{1,2}| \([0-9]{1,2}\)|\.(?:jpe?g|png|gif|webp))"
    r"|[a-z0-9]+(?:[-_][a-z0-9]+){3,}",
    re.IGNORECASE,
)
"""The file name of a picture left as a line: "mohamed vi-rey-marruecos_0"."""


class _Tables(Struct, frozen=True):
    """The rules by what they are looked up by; each gives the reason to hide."""

    lines: dict[str, str]
    openings: dict[str, str]
    first_words: tuple[str, ...]
    """The openings again, to ask for all of them at once."""
    tails: dict[str, str]
    credit: re.Pattern[str]
    buttons: dict[str, frozenset[str]]
    patterns: tuple[tuple[re.Pattern[str], str], ...]
    endings: tuple[tuple[re.Pattern[str], str], ...]


def _tables(book: RuleBook) -> _Tables:
    rules = book.table(PageFurniture).values()
    agencies = sorted((name for rule in rules for name in words(rule.agencies)), key=len)
    choice = "|".join(re.escape(name) for name in reversed(agencies))
    return _Tables(
        lines={text: rule.reason for rule in rules for text in words(rule.lines)},
        openings=(openings := {t: rule.reason for rule in rules for t in words(rule.openings)}),
        first_words=tuple(openings),
        tails={text: rule.reason for rule in rules for text in words(rule.tails)},
        credit=re.compile(rf"(?i:{choice}) ?/ ?[A-Z][^\n]{{0,60}}? - "),
        buttons={rule.reason: frozenset(words(rule.buttons)) for rule in rules if rule.buttons},
        patterns=tuple(
            (re.compile(rule.pattern, re.IGNORECASE), rule.reason) for rule in rules if rule.pattern
        ),
        endings=tuple((re.compile(rule.ending), rule.reason) for rule in rules if rule.ending),
    )


def boilerplate(shadow: str, rules: RuleBook) -> tuple[Boilerplate, ...]:
    """The parts of an article to hide from view, in order and apart."""
    tables = rules.derive(_tables)
    header = HEADER.match(shadow)
    found: list[Boilerplate] = []
    if header:
        found.append(Boilerplate(0, header.end(), "header"))
    lines = list(_lines(shadow, header.end() if header else 0))
    late = [index for index, line in enumerate(lines) if line.start >= _EARLIEST_TAIL * len(shadow)]
    tails = [
        index
        for index in late
        if _tail(tables, shadow, lines[index]) and not _is_link(shadow, lines, index)
    ]
    first_tail = tails[0] if tails else len(lines)
    for line in lines[:first_tail]:
        reason = _line_reason(tables, shadow, line)
        if reason:
            found.append(Boilerplate(line.start, line.end, reason))
    for index, following in pairwise([*tails, len(lines)]):
        start, end = lines[index].start, lines[following - 1].end
        found.append(Boilerplate(start, end, _tail(tables, shadow, lines[index]) or ""))
    return tuple(found)


def _lines(shadow: str, start: int) -> Iterator[Span]:
    for line in _LINE.finditer(shadow, start):
        text = line[0]
        right = len(text.rstrip())
        if right:
            yield Span(line.end() - len(text.lstrip()), line.start() + right)


def _is_link(shadow: str, lines: list[Span], index: int) -> bool:
    """Whether "Comments" or "Tags" alone stands in the middle of an article that goes on."""
    line = lines[index]
    if line.start >= _LATEST_LINK * len(shadow) or " " in _bare(shadow, line):
        return False
    following = lines[index + 1 : index + 1 + _LINES_TO_NEWS]
    return any(_NEWS.fullmatch(shadow, after.start, after.end) for after in following)


def _tail(tables: _Tables, shadow: str, line: Span) -> str | None:
    if line.end - line.start > 60:
        return None
    return tables.tails.get(_bare(shadow, line))


def _bare(shadow: str, line: Span) -> str:
    return shadow[line.start : line.end].lower().rstrip(" :.!*#")


def _line_reason(tables: _Tables, shadow: str, line: Span) -> str | None:
    length = line.end - line.start
    if length > _LONGEST:
        return None
    if length < 60:
        bare = _bare(shadow, line)
        if reason := tables.lines.get(bare) or tables.tails.get(bare):
            return reason
    opening = shadow[line.start : min(line.end, line.start + 30)].lower()
    if opening.startswith(tables.first_words):
        reason = next(why for text, why in tables.openings.items() if opening.startswith(text))
        told = _ATTRIBUTED.fullmatch(shadow, line.start, line.end)
        if not (told and opening.startswith(("video", "watch"))):
            return reason
    if tables.credit.match(shadow, line.start, line.end):
        return "image_caption"
    if reason := _shaped(tables, shadow, line):
        return reason
    if length < 120 and _SLUG.fullmatch(shadow, line.start, line.end):
        return "image_slug"
    return None


def _shaped(tables: _Tables, shadow: str, line: Span) -> str | None:
    """The reason to hide a line for its shape: buttons, a pattern, a picture's credit."""
    if line.end - line.start <= _SHORT:
        first = _WORD.search(shadow, line.start, line.end)
        for reason, known in tables.buttons.items():
            if first and first[0].lower() in known:
                named = _WORD.findall(shadow, line.start, line.end)
                if all(word.lower() in known for word in named):
                    return reason
        for pattern, reason in tables.patterns:
            if pattern.fullmatch(shadow, line.start, line.end):
                return reason
    begin = max(line.start, line.end - _ENDING)
    for ending, reason in tables.endings:
        if ending.search(shadow, begin, line.end):
            return reason
    return None
