"""Headings over links to other stories, and what stands under them."""

from collections.abc import Sequence, Set
from itertools import pairwise

from facts.furniture.known import bare
from facts.furniture.line import Line
from facts.furniture.links import is_foreign, words_of
from facts.furniture.tables import Tables
from facts.later import later

_LONGEST = 60
_MOST_WORDS = 7
_EARLIEST = 0.3
"""Above this part of a page "Comments" is a link to them, not the heading they stand under."""
_LATEST_LINK = 0.8
"""Below this part of a page "Tags" is a heading, whatever follows."""
_LINES_TO_NEWS = 3
"""Lines after a link to the comments within which the article goes on."""
_OF_WHERE = ("in", "from", "on", "about", "for")
"""Words behind which a heading says whose stories it stands over: "Latest headlines in Zyx"."""
_STORY = 300
"""Characters of a story above from which its words can be known."""
_PROSE = 80
_OTHERS = "related_articles"

_ANSWERS = later(r"[0-9]+ (?:responses|comments|replies|thoughts|reactions) (?:to|on) ")
"""What readers wrote: "11 responses to Heroin found in Zyx"."""
_MORE_OF = later(
    r"(?:[Mm]ore|MORE|[Nn]ext|NEXT|[Ll]atest|LATEST)(?: [Ii][Nn]| [Ff][Rr][Oo]m| F?ROM| [Oo][Nn]"
    r"| [Aa][Bb][Oo][Uu][Tt])(?: (?:of |the |this |The )*[A-Z][\w&.']*){1,5}:?"
)
"""What it has more of: "More from Zyx", "Next in Nation"."""

_NEWS = later(
    r"(?=.{60})(?!.*\b(?:I|[Yy]ou|[Mm]y)\b)(?=.*\b(?:said|told|announced|reported|[Aa]ccording to"
    r"|[Pp]olice|arrested|seized|killed|court|officers|authorities)\b).*[.!?]\"?"
)
"""A sentence as articles print them, and readers below them seldom do."""


def heading_reason(tables: Tables, line: Line) -> str:
    """Why a line is the heading of something else than the story; "" if it is none."""
    if len(line.text) > _LONGEST and not line.text[0].isdigit():
        return ""
    if reason := tables.tails.get(bare(line)):
        return reason
    if _ANSWERS.match(line.lower):
        return "comment_form"
    if line.reason not in ("", _OTHERS) or bare(line) in tables.lines:
        return ""
    return _OTHERS if _is_heading(tables, line) else ""


def _is_heading(tables: Tables, line: Line) -> bool:
    """ "More in this category", "Others also read", "More Sport headlines", "Zyx Top Stories"."""
    if line.text.endswith((".", "?", ",", ";")) or ":" in line.text[:-1]:
        return False
    if _MORE_OF.fullmatch(line.text):
        return True
    words = [word.removesuffix("'s") for word in line.words if word]
    if not 2 <= len(words) <= _MOST_WORDS or words[:2] == ["in", "other"]:
        return False
    strange = [at for at, word in enumerate(words) if word not in tables.headings]
    if not strange or (strange[0] and words[strange[0] - 1] in _OF_WHERE):
        return not tables.about.isdisjoint(words[: strange[0]] if strange else words)
    named = words[-1] in tables.about and len(strange) <= 2
    if words[0] in ("more", "latest", "other", "recent", "top") and named:
        return True
    if len(strange) == 1 and sum(word in tables.about for word in words) > 1:
        return True
    return strange == [0] and len(words) > 2 and named


def hide_sections(tables: Tables, lines: Sequence[Line], size: int) -> None:
    """Hide each heading low on the page with all that stands under it.

    Where the story goes on under links to other stories, they end there.
    """
    tails: list[tuple[int, str]] = []
    for index, line in enumerate(lines):
        reason = heading_reason(tables, line)
        if reason and line.start < _EARLIEST * size:
            line.hide(reason, "is a heading of links")
        elif reason and not _is_link(lines, index, size):
            tails.append((index, reason))
    told = _told(lines[: tails[0][0]]) if tails else None
    for (index, reason), (following, _) in pairwise([*tails, (len(lines), "")]):
        _hide_under(lines[index:following], reason, told)


def _told(above: Sequence[Line]) -> Set[str] | None:
    """The words of the story above the first heading, where there is enough of it."""
    story = [line for line in above if line.tells]
    return words_of(story) if sum(len(line.text) for line in story) >= _STORY else None


def _hide_under(section: Sequence[Line], reason: str, told: Set[str] | None) -> None:
    heading, *under = section
    heading.reason, heading.signs = reason, ("is a heading of something else",)
    if reason == _OTHERS:
        under = under[: _goes_on(under, told)]
    for line in under:
        line.reason, line.joined = reason, True


def _goes_on(under: Sequence[Line], told: Set[str] | None) -> int:
    """How many lines stand under a heading before two long paragraphs in a row, one of news.

    One of news right below it is enough: links begin with a title. Where a story stands above, the
    paragraphs must have words of it.
    """
    for index, line in enumerate(under):
        if not _is_prose(line) or (told is not None and is_foreign([line], told)):
            continue
        pair = under[index : index + 2] if index else [line]
        alone = index and len(pair) == 1
        if not alone and all(map(_is_prose, pair)) and any(map(_is_news, pair)):
            return index
    return len(under)


def _is_news(line: Line) -> bool:
    return _NEWS.fullmatch(line.text) is not None


def _is_prose(line: Line) -> bool:
    return len(line.text) >= _PROSE and line.is_sentence and not line.is_cut


def _is_link(lines: Sequence[Line], index: int, size: int) -> bool:
    """Whether "Comments" or "Tags" alone stands in the middle of an article that goes on."""
    line = lines[index]
    if line.start >= _LATEST_LINK * size or " " in bare(line):
        return False
    following = lines[index + 1 : index + 1 + _LINES_TO_NEWS]
    return any(_NEWS.fullmatch(after.text) for after in following)
