"""Two texts that grew from one, put together line by line; what cannot be is kept twice."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple


class Merged(NamedTuple):
    """A text that holds what both hands wrote."""

    text: str
    clashes: int
    """How many passages both wrote differently; each is there twice, with who wrote which."""


class Names(NamedTuple):
    """What the hands are called where both texts are kept."""

    mine: str
    theirs: str


_ONE_AND_OTHER: Final = Names("one", "the other")


class _Edit(NamedTuple):
    """What one hand put in place of some lines of the text both began with."""

    start: int
    end: int
    is_mine: bool
    lines: tuple[str, ...]


def merge(base: str, mine: str, theirs: str, names: Names = _ONE_AND_OTHER) -> Merged:
    """The text with what each hand did to `base`; no line that either wrote is missing.

    Lines that both added at one place follow each other, theirs first. Where both changed the same
    lines, both ways are kept, under the names of those who wrote them.
    """
    if mine in (theirs, base):
        return Merged(theirs, 0)
    if theirs == base:
        return Merged(mine, 0)
    before = _lines(base)
    edits = sorted(
        [*_edits(before, _lines(mine), is_mine=True), *_edits(before, _lines(theirs))],
        key=lambda edit: (edit.start, edit.end, edit.is_mine),
    )
    merged: list[str] = []
    clashes = at = 0
    for start, end, cluster in _clusters(edits):
        lines, clashed = _settled(before[start:end], start, cluster, names)
        merged += before[at:start]
        merged += lines
        clashes += clashed
        at = end
    return Merged("\n".join(merged + before[at:]), clashes)


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def _edits(before: list[str], after: list[str], *, is_mine: bool = False) -> Iterator[_Edit]:
    """Lines that stand alike at both ends are set aside first: most notes change in one place."""
    shorter = min(len(before), len(after))
    head = _alike(before, after, shorter)
    tail = _alike(before[::-1], after[::-1], shorter - head)
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    for kind, i, j, k, m in _compared(old, new):
        if kind != "equal":
            yield _Edit(head + i, head + j, is_mine, tuple(new[k:m]))


def _alike(one: Sequence[str], other: Sequence[str], most: int) -> int:
    return next((n for n in range(most) if one[n] != other[n]), most)


def _clusters(edits: list[_Edit]) -> Iterator[tuple[int, int, list[_Edit]]]:
    """Edits of the same lines, or at the same place between two, with the lines they are about."""
    cluster: list[_Edit] = []
    start = end = -1
    for edit in edits:
        if cluster and (edit.start < end or edit.start == edit.end == start == end):
            cluster.append(edit)
            end = max(end, edit.end)
            continue
        if cluster:
            yield start, end, cluster
        cluster, start, end = [edit], edit.start, edit.end
    if cluster:
        yield start, end, cluster


def _settled(
    before: list[str], start: int, cluster: list[_Edit], names: Names
) -> tuple[list[str], bool]:
    """What becomes of some lines, and whether both ways had to be kept."""
    mine = _applied(before, start, [edit for edit in cluster if edit.is_mine])
    theirs = _applied(before, start, [edit for edit in cluster if not edit.is_mine])
    if mine in (theirs, before):
        return theirs, False
    if theirs == before:
        return mine, False
    if not any(line.strip() for line in before):
        return _united(theirs, mine), False
    return [*_told(names.theirs, theirs), *_told(names.mine, mine), "-- both are kept"], True


def _applied(before: list[str], start: int, edits: list[_Edit]) -> list[str]:
    after: list[str] = []
    at = 0
    for edit in edits:
        after += before[at : edit.start - start]
        after += edit.lines
        at = edit.end - start
    return after + before[at:]


def _united(first: list[str], second: list[str]) -> list[str]:
    """Both, one after the other; what they share is there once."""
    both: list[str] = []
    for kind, i, j, k, m in _compared(first, second):
        both += first[i:j] if kind == "equal" else first[i:j] + second[k:m]
    return both


def _told(name: str, lines: list[str]) -> list[str]:
    return [f"-- {name} wrote:", *lines] if lines else [f"-- {name} took out:"]


def _compared(first: list[str], second: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    from difflib import SequenceMatcher  # few notes are ever merged

    return SequenceMatcher(None, first, second).get_opcodes()
