"""Places that no table has, by the list of places that they stand in."""

from collections.abc import Container, Iterator, Sequence

from facts.names.page import LIST_GAPS, Page
from facts.names.places.patterns import (
    Pattern,
    may_be_place,
    past_its_kind,
    run_at,
    run_start,
)


def listed_beside(page: Page, accepted: Sequence[tuple[int, int]]) -> Iterator[Pattern]:
    """Names in a list of places: "Casablanca, Kenitra, X and Y"."""
    ends = {last: first for first, last in accepted}
    starts = dict(accepted)
    for last, opening in list(ends.items()):
        is_theirs = page.before(opening - 1).lower() == "residents"  # whose names follow
        index = None if is_theirs else _next_listed(page, last)
        while index is not None and index not in starts:
            run = run_at(page, index)
            if run is None or not _is_listed(page, index, run):
                break
            yield Pattern(index, run, "city", "place.list")
            index = _next_listed(page, run)
    for first in list(starts):
        names = list(_names_before(page, first, ends))
        if names and _is_led(page, names[-1].first):
            yield from names


def _names_before(page: Page, first: int, ends: Container[int]) -> Iterator[Pattern]:
    """The unknown names of a list that a place goes on, the last of them first."""
    while True:
        end = _listed_before(page, first)
        start = None if end is None or end in ends else run_start(page, end)
        if end is None or start is None or not may_be_place(page, start, end):
            return
        yield Pattern(start, end, "city", "place.list")
        first = start


def _is_led(page: Page, first: int) -> bool:
    """Whether the words before a list, "the" among them or not, lead to places."""
    article = page.before(first) == "the"
    return page.before(first - article).lower() in page.terms.leads


def _is_listed(page: Page, first: int, last: int) -> bool:
    """Whether a name goes on a list of places; a given name does where the list goes on too."""
    if may_be_place(page, first, last):
        return True
    is_given = first == last and page.words[first].key in page.signs.given
    further = _next_listed(page, last) if is_given else None
    end = None if further is None else run_at(page, further)
    return further is not None and end is not None and may_be_place(page, further, end)


def within(page: Page, accepted: Sequence[tuple[int, int]]) -> Iterator[Pattern]:
    """Names by the place they are said to lie in: "sent to Zyx in Manipur"."""
    for place, _ in accepted:
        if place < 2 or page.before(place) not in ("in", "near") or not page.before(place - 1):
            continue
        first = run_start(page, place - 2)
        if first is None or page.before(first).lower() not in page.terms.routes:
            continue
        if may_be_place(page, first, place - 2):
            yield Pattern(first, place - 2, "city", "place.within")


def _next_listed(page: Page, last: int) -> int | None:
    """The word that a list goes on with after a name: after a comma, "and" or "or"."""
    last = past_its_kind(page, last)
    for first in (last + 1, last + 2):
        if first < len(page.words) and not page.words[last].owns:
            gap = page.shadow[page.words[last].end : page.words[first].start]
            if gap in LIST_GAPS and page.words[first].text not in ("and", "or"):
                return first
    return None


def _listed_before(page: Page, first: int) -> int | None:
    """The last word of what stands before a name in a list."""
    for last in (first - 1, first - 2):
        if last >= 0 and not page.words[last].owns:
            gap = page.shadow[page.words[last].end : page.words[first].start]
            if gap in LIST_GAPS:
                return last
    return None


def before_comma(page: Page, index: int) -> Pattern | None:
    """The unknown name before a comma and a region: "Hawkesbury, Ont."."""
    first = run_start(page, index - 1)
    if first is None or not may_be_place(page, first, index - 1):
        return None
    return Pattern(first, index - 1, "city", "place.beside")
