"""What a web page leaves around an article: share widgets, breadcrumbs, captions, comment forms."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

from msgspec import Struct, convert

from facts.model import Boilerplate
from facts.published import HEADER
from facts.spans import Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_LONGEST = 400
"""A line longer than this is prose, whatever it opens with."""

_SLUG = re.compile(
    r"(?=[^\n]*[-_])[\w-]+(?: [\w-]+){0,3}(?:_[0-9]{1,2}| \([0-9]{1,2}\)|\.(?:jpe?g|png|gif|webp))"
    r"|[a-z0-9]+(?:[-_][a-z0-9]+){3,}",
    re.IGNORECASE,
)
"""The file name of a picture left as a line: "mohamed vi-rey-marruecos_0"."""


class Marks(Struct, frozen=True):
    """One kind of boilerplate, and the words that give it away."""

    id: str
    reason: str
    lines: tuple[str, ...] = ()
    """A line that is one of these."""
    openings: tuple[str, ...] = ()
    """A line that opens with one of these."""
    tails: tuple[str, ...] = ()
    """A heading that hides everything up to the next such heading."""
    agencies: tuple[str, ...] = ()
    """A picture agency: "AFP/NAME - caption"."""


class _Tables(Struct, frozen=True):
    lines: dict[str, str]
    openings: dict[str, str]
    tails: dict[str, str]
    credit: re.Pattern[str]


@cache
def _tables() -> _Tables:
    source = files("facts.rules").joinpath("boilerplate.toml").read_text(encoding="utf-8")
    marks = convert(tomllib.loads(source)["boilerplate"], list[Marks])
    agencies = sorted((agency for mark in marks for agency in mark.agencies), key=len, reverse=True)
    return _Tables(
        lines={text: mark.reason for mark in marks for text in mark.lines},
        openings={text: mark.reason for mark in marks for text in mark.openings},
        tails={text: mark.reason for mark in marks for text in mark.tails},
        credit=re.compile(rf"(?i:{'|'.join(map(re.escape, agencies))}) ?/ ?[A-Z][^\n]{{0,60}}? - "),
    )


def boilerplate(shadow: str) -> tuple[Boilerplate, ...]:
    """The parts of an article to hide from view, in order and apart."""
    header = HEADER.match(shadow)
    found: list[Boilerplate] = []
    if header:
        found.append(Boilerplate(0, header.end(), "header"))
    lines = list(_lines(shadow, header.end() if header else 0))
    tails = [index for index, line in enumerate(lines) if _tail(shadow, line)]
    first_tail = tails[0] if tails else len(lines)
    for line in lines[:first_tail]:
        reason = _line_reason(shadow, line)
        if reason:
            found.append(Boilerplate(line.start, line.end, reason))
    for index, following in pairwise([*tails, len(lines)]):
        start, end = lines[index].start, lines[following - 1].end
        found.append(Boilerplate(start, end, _tail(shadow, lines[index]) or ""))
    return tuple(found)


def _lines(shadow: str, start: int) -> Iterator[Span]:
    for line in _LINE.finditer(shadow, start):
        text = line[0]
        left = len(text) - len(text.lstrip())
        yield Span(line.start() + left, line.start() + len(text.rstrip()))


def _tail(shadow: str, line: Span) -> str | None:
    if line.end - line.start > 60:
        return None
    return _tables().tails.get(_bare(shadow, line))


def _bare(shadow: str, line: Span) -> str:
    return shadow[line.start : line.end].lower().rstrip(" :.!*#")


def _line_reason(shadow: str, line: Span) -> str | None:
    length = line.end - line.start
    if length > _LONGEST:
        return None
    tables = _tables()
    if length < 60 and (reason := tables.lines.get(_bare(shadow, line))):
        return reason
    opening = shadow[line.start : min(line.end, line.start + 30)].lower()
    for words, reason in tables.openings.items():
        if opening.startswith(words):
            return reason
    if tables.credit.match(shadow, line.start, line.end):
        return "image_caption"
    if length < 120 and _SLUG.fullmatch(shadow, line.start, line.end):
        return "image_slug"
    return None
