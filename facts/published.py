"""The day an article says it was published: its header, else a line or a dateline of its own."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import islice

from msgspec import Struct

from facts.calendar_names import MONTH_NUMBERS
from facts.cue import Cue
from facts.later import later
from facts.model import Published
from facts.spans import Span

HEADER = later(r"\s{0,2}date ([0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))(?: |$|(?=\n))")
_MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_FULL_DATE = (
    rf"(?:(?P<m>{_MONTH})\.? (?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<y>[12][0-9]{{3}})"
    rf"|(?P<d2>[0-9]{{1,2}})(?:st|nd|rd|th)? (?P<m2>{_MONTH})\.?,? (?P<y2>[12][0-9]{{3}})"
    r"|(?P<iso>[12][0-9]{3}-[0-9]{2}-[0-9]{2})"
    r"|(?P<d3>1[3-9]|2[0-9]|3[01])[/.](?P<m3>[01]?[0-9])[/.](?P<y3>[12][0-9]{3})"
    r"|(?P<m4>[01]?[0-9])/(?P<d4>1[3-9]|2[0-9]|3[01])/(?P<y4>[12][0-9]{3}))"
)
_LABEL = r"(?:first |last )?(?:published|posted|updated?|modified|issued|released|date)"
_CLOCK = r"[0-9]{1,2}[:.h][0-9]{2}(?::[0-9]{2})?(?: ?[ap]m)?(?: [A-Z]{2,4}\b)?"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
_LINE = Cue(
    # Who wrote it, or a section of the site: "ECUADOR / ", "By A. Writer, ", "Xinhua) ".
    rf"(?:[^\n]{{1,45}}?(?:[|/),-] ?|(?= {_LABEL}) ))?"
    rf"(?P<label>{_LABEL}(?: on| at)? ?:? ?)?(?:{_CLOCK},? )?(?:on )?"
    rf"{_WEEKDAY}{_FULL_DATE}"
    rf"(?:[ ,|@-]{{0,3}}(?:at )?{_CLOCK}[^\n]{{0,60}}|[ ,|-]{{1,3}}by (?-i:[A-Z])[^\n]{{2,50}}"
    r"| ?\| ?[^\n|]{2,40}"
    r"|[ ,|-]{1,3}(?:last |updated|modified|listen|print|share|[0-9]+ (?:min|views))[^\n]{0,60}"
    r")?\.?",
    flags=re.IGNORECASE,
)
"""A line that gives a day and who wrote what, when: not a sentence that names a day."""
_UP_TO = Cue(
    rf"(?<![0-9:.])(?:[0-9]{{1,2}}(?:st|nd|rd|th)?|{_MONTH})\.?(?:,? [12][0-9]{{3}})? ?- ?$",
    flags=re.IGNORECASE,
)
"""What stands before the last day of a period: "14-20 May 2020", "6 March 2018 - 6 March 2021"."""
_DATELINE = Cue(
    rf"[A-Z][^\n.]{{1,50}}?[,(] ?{_FULL_DATE}\)?,? ?(?:\([^)\n]{{2,30}}\)|/[A-Z][^/\n]{{2,25}}/)?"
    rf" ?(?:-{{1,2}}|:|_) ?(?! ?[0-9]{{1,2}} (?:{_MONTH}))",
    flags=re.IGNORECASE,
)
_ENDS = Cue(
    rf"^(?:Ends ?/ ?{_WEEKDAY}|Published in [^\n,]{{2,40}}, |{_LABEL}(?: on)? ?: ?{_WEEKDAY})"
    rf"{_FULL_DATE}",
    flags=re.MULTILINE | re.IGNORECASE,
)
"""How releases and pages close: "Ends/Monday, January 10, 2022", "Last modified on: 3 May 2023"."""
_END = 400
_SHORT_LINE = later(r"^[ ]*(\S[^\n]{0,98}\S)[ ]*$", re.MULTILINE)
_LINES_READ = 10


class Dated(Struct, frozen=True):
    """The day of publication, and where the article says so."""

    published: Published
    span: Span


def published_in(shadow: str, paragraphs: Sequence[Span]) -> Dated | None:
    """What the article itself says of its publication, or None."""
    header = HEADER.match(shadow)
    if header and _is_day(header[1]):
        return Dated(Published(header[1], "header"), Span(*header.span(1)))
    if found := _of_a_line(shadow):
        return found
    for part in paragraphs[:3]:
        dateline = _DATELINE.pattern.match(shadow, part.start, part.end)
        if dateline and (found := _dated(dateline, "dateline")):
            return found
    ends = _ENDS.pattern.search(shadow, max(0, len(shadow) - _END))
    return _dated(ends, "line") if ends else None


def _of_a_line(shadow: str) -> Dated | None:
    """What one of the first lines says; "Updated" counts before the clock of a page."""
    first: Dated | None = None
    for text in islice(_SHORT_LINE.finditer(shadow), _LINES_READ):
        line = _LINE.pattern.fullmatch(shadow, *text.span(1))
        found = _dated(line, "line") if line else None
        if line and found and _UP_TO.pattern.search(shadow[line.start() : found.span.start]):
            continue
        if line and found and line["label"]:
            return found
        first = first or found
    return first


def _dated(match: re.Match[str], basis: str) -> Dated | None:
    groups = next(names for names in (("iso",), *_PARTS) if match[names[0]])
    day = match["iso"] or _written(*(match[name] for name in groups[:3]))
    if not _is_day(day):
        return None
    starts, ends = zip(*(match.span(name) for name in groups), strict=True)
    return Dated(Published(day, basis), Span(min(starts), max(ends)))


_PARTS = (("d", "m", "y"), ("d2", "m2", "y2"), ("d3", "m3", "y3"), ("d4", "m4", "y4"))


def _written(day: str, month: str, year: str) -> str:
    number = int(month) if month.isdigit() else MONTH_NUMBERS[month.lower()]
    return f"{year}-{number:02d}-{int(day):02d}"


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True
