"""What stands below a story or within it among what is known: links to other stories, labels."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from facts.furniture.line import HEADLINE_WORDS, Line, is_kept
from facts.furniture.links import are_links
from facts.later import later

_OTHERS = "related_articles"
_LABEL_WORDS = 3
_TITLES = 4
_CUT_LINKS = 2
_AGED = later(r"[a-z],? (?:aged )?\(?[0-9]{2}\)?(?:,|$)|\baged [0-9]{2}\b")
"""A person in a list: "Zed Quux, 34, of Zyx"."""
_THINGS = later(r"^[^a-zA-Z]*[0-9]|,.*,")


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
    if line.is_sentence or _THINGS.search(line.text) or _AGED.search(line.text):
        return False
    return label.reason != _OTHERS or len(line.words) >= HEADLINE_WORDS


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
    links = below[:first] if first is not None else _after_day(below)
    if are_links(links, lines[: last + 1], closed=first is not None):
        for line in links:
            line.hide(_OTHERS, "is one of several headlines below the story")
    if first is None:
        return
    for line, before in _with_known(below[first:]):
        if not is_kept(line) and not _AGED.search(line.text):
            line.hide(before.reason, f'stands below the story and "{before.text[:40]}"')


def _after_day(below: Sequence[Line]) -> Sequence[Line]:
    """The lines below the one that says when a story was published, or all."""
    day = next((at for at, line in enumerate(below) if is_kept(line)), -1)
    return below[day + 1 :]


def _with_known(below: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """The lines that nothing is known of, each with the known one above it."""
    known = below[0]
    for _, line in pairwise(below):
        if line.reason:
            known = line
        else:
            yield line, known
