"""What stands above a story: the names and sections of a site, its menu, its clock."""

from collections.abc import Sequence
from itertools import pairwise

from facts.furniture.line import HEADLINE_WORDS, Line, is_kept
from facts.furniture.links import is_foreign, words_of
from facts.furniture.tables import Tables
from facts.later import later

_TOP = 6
_LINKS = 3
_SECTION_WORDS = 2
_NAME_WORDS = 5
_MENUS = ("breadcrumb", "share_widget")
_DAY = later(
    r"(?:[A-Z][a-z]{2,8},? )?(?:[A-Z][a-z]{2,8}\.? [0-9]{1,2},?|[0-9]{1,2} [A-Z][a-z]{2,8}\.?,?)"
    r" [0-9]{4}"
)


def hide_links_above(lines: Sequence[Line]) -> None:
    """Hide the headlines of other stories, several between two known lines above the story."""
    begun = next((at for at, line in enumerate(lines) if line.tells), 0)
    known = [at for at, line in enumerate(lines[:begun]) if line.reason]
    runs = [lines[first + 1 : last] for first, last in pairwise(known) if last - first > _LINKS]
    told = words_of(lines[begun:]) if runs else set()
    for line in (line for run in runs for line in run):
        if len(line.words) >= HEADLINE_WORDS and is_foreign([line], told):
            line.hide("related_articles", "is one of several headlines above the story")


def hide_names(tables: Tables, lines: Sequence[Line]) -> None:
    """Hide the name of a paper or of its section above a headline: "Zyx Times"."""
    for line, below in pairwise(lines[:_TOP]):
        if line.reason:
            continue
        if line.is_sentence or not _names_site(tables, line, below):
            break
        line.hide("breadcrumb", "is the name of a site above a headline")


def _names_site(tables: Tables, line: Line, below: Line) -> bool:
    words = line.words
    if words[-1] not in tables.outlets or len(words) > _NAME_WORDS or ":" in line.text:
        return False
    followed = bool(below.reason) or is_kept(below) or _may_be_headline(below)
    return followed and line.text[0].isupper()


def hide_above(lines: Sequence[Line]) -> None:
    """Hide the sections of a site above the headline, where its menu or its name is there too."""
    headline = next((at for at, line in enumerate(lines) if _may_be_headline(line)), 0)
    above = lines[:headline]
    if not any(line.reason for line in above) or lines[headline].is_sentence:
        return
    for line in above:
        if len(line.words) <= _SECTION_WORDS and not is_kept(line):
            line.hide("breadcrumb", "is a short line above the headline")


def hide_clocks(lines: Sequence[Line]) -> None:
    """Hide a line that is only a day, between known lines or beside one at the very top."""
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if not line.reason and before.reason and after.reason and _DAY.fullmatch(line.text):
            line.hide("breadcrumb", "is a day among what is no part of the story")
    for line, other in ((lines[0], lines[1]), (lines[1], lines[0])) if len(lines) > 1 else ():
        if not line.reason and other.reason in _MENUS and _DAY.fullmatch(line.text):
            line.hide("breadcrumb", "is a day beside a menu")


def _may_be_headline(line: Line) -> bool:
    if line.reason or is_kept(line):
        return False
    return line.text.endswith(".") or line.text.count(" ") + 1 >= HEADLINE_WORDS
