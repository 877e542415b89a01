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
        yield from _paired(page, one)
        is_surname = one.rule == "person.surnamed"
        current = one if one.last > one.first or is_surname else None
        while current is not None:
            current = _next(page, current.last, one.rule if is_surname else None)
            if current is not None:
                page.take(current.first, current.last)
                yield current


def _paired(page: Page, one: Found) -> Iterator[Found]:
    """The name that opens a sentence before "and" and a person: "Zed Quux and John Smith"."""
    if page.before(one.first) != "and" or not page.before(one.first - 1)[:1].isupper():
        return
    last = one.first - 2
    for first in (last - 1, last - 2):
        if (
            first >= 0
            and page.words[first].opens
            and run_end(page, first, page.signs, page.heads) == last
        ):
            other = beside_person(page, first, last)
            if other:
                page.take(first, last)
                yield other
            return


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
