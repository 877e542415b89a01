"""Named persons: by the title beside the name, by what is said of them, by a given name."""

from collections.abc import Iterator

from facts.model import Mention
from facts.names.page import LIST_GAPS, Page
from facts.names.people.again import mentions
from facts.names.people.rules import Found, beside_person, person
from facts.names.people.runs import run_end

__all__ = ["find"]


def find(page: Page) -> list[Mention]:
    """The persons of an article; a surname alone stands for the person named before."""
    known, words = page.signs, page.heads
    found: list[Found] = []
    past = -1
    for index in page.capitals:
        last = run_end(page, index, known, words) if index > past else None
        if last is None:
            continue
        one = person(page, index, last, known)
        if one:
            page.take(one.first, one.last)
            found.append(one)
        past = max(last, one.last if one else last)
    return mentions(page, sorted([*found, *_listed(page, found)]))


def _listed(page: Page, found: list[Found]) -> Iterator[Found]:
    """The names that go on a list of persons: "Peter Mghendi, Jackson Leteipan and Hamisi Juma"."""
    for one in found:
        yield from _before(page, one)
        is_surname = one.rule == "person.surnamed"
        current = one if one.last > one.first or is_surname else None
        while current is not None:
            current = _next(page, current.last, one.rule if is_surname else None)
            if current is not None:
                page.take(current.first, current.last)
                yield current


def _before(page: Page, one: Found) -> Iterator[Found]:
    """The names of a list that a person goes on: "Zed Quux, Xan Zeddo and John Smith"."""
    names: list[Found] = []
    first = one.first
    while (other := _previous(page, first)) is not None:
        names.append(other)
        first = other.first
    if names and (page.words[first].opens or page.before(first).lower() in page.signs.leads):
        for name in names:
            page.take(name.first, name.last)
            yield name


def _previous(page: Page, first: int) -> Found | None:
    """The name of several words that stands before a word in a list."""
    for last in (first - 1, first - 2):
        if last < 1 or page.words[last].owns or not page.words[last].upper:
            continue
        if page.shadow[page.words[last].end : page.words[first].start] not in LIST_GAPS:
            continue
        for start in (last - 1, last - 2):
            if start >= 0 and page.words[start + 1].joined and not page.before(start)[:1].isupper():
                end = run_end(page, start, page.signs, page.heads)
                return beside_person(page, start, last) if end == last else None
    return None


def _next(page: Page, last: int, rule: str | None) -> Found | None:
    """The next name of a list; of surnames by their own rule, else one of several words."""
    for first in (last + 1, last + 2):
        if first >= len(page.words):
            return None
        gap = page.shadow[page.words[last].end : page.words[first].start]
        if gap in LIST_GAPS and page.words[first].text not in ("and", "or"):
            end = run_end(page, first, page.signs, page.heads)
            if end is None:
                return None
            return Found(first, end, rule, None) if rule else beside_person(page, first, end)
    return None
