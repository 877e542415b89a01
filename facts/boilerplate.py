"""What a web page leaves around an article: share widgets, breadcrumbs, captions, comment forms."""

from collections.abc import Sequence

from facts.furniture.above import hide_above, hide_clocks, hide_links_above, hide_names
from facts.furniture.authors import hide_authors
from facts.furniture.below import hide_below, hide_cut, hide_labelled
from facts.furniture.calls import hide_calls
from facts.furniture.captions import hide_captions, hide_captions_between
from facts.furniture.headings import hide_sections
from facts.furniture.known import hide_known, notices_in
from facts.furniture.line import Line, lines_of
from facts.furniture.tables import tables
from facts.model import Boilerplate
from facts.published import HEADER
from facts.rules import RuleBook


def boilerplate(shadow: str, rules: RuleBook) -> tuple[Boilerplate, ...]:
    """The parts of an article to hide from view, in order and apart."""
    known = rules.derive(tables)
    header = HEADER.match(shadow)
    begin = header.end() if header else 0
    lines = list(lines_of(shadow, begin))
    notices = notices_in(known, shadow)
    for line in lines:
        hide_known(known, line, notices)
    hide_sections(known, lines, len(shadow))
    hide_authors(lines, len(shadow))
    hide_calls(known, lines)
    hide_captions(known, lines)
    hide_cut(lines)
    hide_clocks(lines)
    hide_names(known, lines)
    hide_links_above(lines)
    hide_above(lines)
    hide_labelled(lines)
    hide_below(lines)
    hide_captions_between(lines)
    opening = (Boilerplate(0, begin, "header"),) if header else ()
    return (*opening, *_hidden(lines))


def _hidden(lines: Sequence[Line]) -> list[Boilerplate]:
    """The hidden lines; a heading and what stands under it are one."""
    parts: list[Boilerplate] = []
    for line in lines:
        if line.joined and parts:
            last = parts.pop()
            parts.append(Boilerplate(last.start, line.end, last.reason, last.signs))
        elif line.reason:
            parts.append(Boilerplate(line.start, line.end, line.reason, line.signs))
    return parts
