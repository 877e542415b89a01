"""What stands above and below a story: short lines among what is known to be no part of it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from facts.furniture.line import Line
from facts.later import later

_SECTION_WORDS = 2
_HEADLINE_WORDS = 4
_LABEL_WORDS = 3
_TITLES = 4
_LINKS = 3
_SHORT_WORD = 4
_SHARED = 0.25
"""The part of the words of other stories' headlines that a story has as well, at the most."""
_LISTED = later(r"[0-9].*[0-9]|^[^a-zA-Z]*[0-9]|,.*,")
_AGED = later(r"[a-z],? (?:aged )?\(?[0-9]{2}\)?(?:,|$)|\baged [0-9]{2}\b")
"""A person in a list: "Zed Quux, 34, of Zyx"."""
_CUT_LINKS = 2
_OTHERS = "related_articles"

_KEPT = later(
    r".*\b(?:[Ff]irst )?(?:[Pp]ublished|[Uu]pdated?|[Pp]osted)\b.*[0-9]{4}.*"
    r"|(?:[Ss]ource|[Bb]y|[Aa]uthor|[Rr]eporting by|[Ee]diting by|[Ww]ritten by)\b.*"
    r"|[-(/ ]*[A-Z]{2,8}(?:[/ -][A-Z]{2,8})*\)?|[^a-z]*[0-9]{4}[^a-z]*"
    r"|(?:\w+, )?(?:\w+\.? )?[0-9]{1,2}(?:st|nd|rd|th)?,?(?: \w+\.?,?)? ?[0-9]{4}.{0,20}"
)
"""Who wrote it and when: part of an article wherever it stands."""
_MENUS = ("breadcrumb", "share_widget")
_DAY = later(
    r"(?:[A-Z][a-z]{2,8},? )?(?:[A-Z][a-z]{2,8}\.? [0-9]{1,2},?|[0-9]{1,2} [A-Z][a-z]{2,8}\.?,?)"
    r" [0-9]{4}"
)
_LISTS = later(
    r".*(?:[:-]|\b(?:following|include[sd]?|including|namely|as follows|below|identified|named"
    r"|these|suspects are|items|recovered|are)\b.{0,40})\Z"
)
"""The end of a sentence that a list of names or things follows."""


def hide_above(lines: Sequence[Line]) -> None:
    """Hide the sections of a site above the headline, where its menu stands there as well."""
    headline = next((at for at, line in enumerate(lines) if _may_be_headline(line)), 0)
    above = lines[:headline]
    if not any(line.reason for line in above) or lines[headline].is_sentence:
        return
    for line in above:
        if len(line.words) <= _SECTION_WORDS and not _KEPT.fullmatch(line.text):
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
    if line.reason or _KEPT.fullmatch(line.text):
        return False
    return line.text.endswith(".") or line.text.count(" ") + 1 >= _HEADLINE_WORDS


def hide_cut(lines: Sequence[Line]) -> None:
    """Hide beginnings of other stories, two or more in a row, with dots at their ends."""
    run: list[Line] = []
    for line in [*lines, None]:
        if line and line.is_cut:
            run.append(line)
            continue
        if len(run) >= _CUT_LINKS and (line or len(run) < len(lines)):
            for cut in run:
                cut.hide(_OTHERS, "is one of several that end in dots")
        run = []


def hide_labelled(lines: Sequence[Line]) -> None:
    """Hide the titles right below "Read more" within a story, and the name below "Photo:"."""
    story, left = False, 0
    for before, line in pairwise(lines):
        story = story or before.tells
        if before.reason and not line.reason:
            left = left or _labelled(before, story)
        if line.reason or not left or not _may_be_title(line, before):
            left = 0
            continue
        line.hide(before.reason, f'stands right below "{before.text[:40]}"')
        left -= 1


def _may_be_title(line: Line, label: Line) -> bool:
    if line.is_sentence or _LISTED.search(line.text):
        return False
    return label.reason != _OTHERS or len(line.words) >= _HEADLINE_WORDS


def _labelled(label: Line, story: bool) -> int:
    """How many titles or names may stand below a line that announces them."""
    if len(label.words) > _LABEL_WORDS:
        return 0
    if label.reason == _OTHERS:
        return _TITLES if story else 0
    return int(label.reason == "image_caption" and label.text.endswith(":"))


def hide_below(lines: Sequence[Line]) -> None:
    """Hide what stands below the last sentence of a story, from the first known line on."""
    last = max((at for at, line in enumerate(lines) if line.tells), default=None)
    if last is None:
        return
    below = lines[last + 1 :]
    first = next((at for at, line in enumerate(below) if line.reason), None)
    if first is None:
        return
    if _are_links(below[:first], lines[: last + 1]):
        for line in below[:first]:
            line.hide(_OTHERS, "is one of several headlines below the story")
    for line, before in _with_known(below[first:]):
        if not _KEPT.fullmatch(line.text) and not _AGED.search(line.text):
            line.hide(before.reason, f'stands below the story and "{before.text[:40]}"')


def _with_known(below: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """The lines that nothing is known of, each with the known one above it."""
    known = below[0]
    for _, line in pairwise(below):
        if line.reason:
            known = line
        else:
            yield line, known


def _are_links(run: Sequence[Line], story: Sequence[Line]) -> bool:
    """Whether lines are headlines of other stories rather than a list of names or things.

    Such a list has numbers or commas in it, or words that the story has as well.
    """
    if len(run) < _LINKS or _LISTS.match(story[-1].text[-80:]):
        return False
    listed = sum(_LISTED.search(line.text) is not None for line in run)
    titles = sum(len(line.words) > _HEADLINE_WORDS for line in run)
    told = {word for line in story for word in line.words}
    words = [word for line in run for word in line.words if len(word) > _SHORT_WORD]
    shared = sum(word in told for word in words)
    return listed * 2 <= len(run) < titles * 2 and shared <= len(words) * _SHARED
