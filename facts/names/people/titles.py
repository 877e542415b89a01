"""The titles and roles beside a person's name."""

from facts.folding import fold
from facts.later import later
from facts.names.page import Page
from facts.names.signs import Signs

_CLAUSE = later(r"[,;.)\n]| (?:said|told|who|has|is|was|and|added|says)\b")
_LONGEST = 4
"""Words of a title at most."""


def role_of(title: str | None, known: Signs) -> str | None:
    """The role that a title gives; none where it only introduces a name."""
    return None if title in known.introduces else title


def after_title(page: Page, first: int, last: int, known: Signs) -> tuple[int, str | None]:
    """Where the name starts after the last title of a run, and the title."""
    name, role = first, None
    firsts = known.titles.firsts
    for index in range(_first_of_a_title(page, first), last + 1):
        if page.words[index].key not in firsts or not page.words[index].text.isascii():
            continue  # Sơn is no "son"
        hit = known.titles.at(page.words, index, page.shadow)
        if hit and index < first <= hit[0]:
            page.take(first, hit[0])  # the end of "Special Agent in Charge" names nothing else
        fits = hit and max(name, first) <= hit[0] < last
        if hit and fits and not _is_given_too(page, index, hit[0], last, known):
            name, role = hit[0] + 1, hit[1]
    if role is None and name < last and page.demonyms.get(page.words[name].text):
        name += 1
    return name, role


def _first_of_a_title(page: Page, first: int) -> int:
    """Where a title that reaches into a run may begin: "Minister of the Interior Zyx"."""
    start = first
    while start > 0 and first - start < _LONGEST and page.words[start].joined:
        start -= 1
    return start


def _is_given_too(page: Page, first: int, end: int, last: int, known: Signs) -> bool:
    """Whether a title is rather the given name of one surname: "Amir Shah"."""
    return first == end == last - 1 and fold(page.words[first].text) in known.given


def title_before(page: Page, first: int, known: Signs) -> str | None:
    """The title in small letters right before a name."""
    firsts = known.titles.firsts
    for index in range(_first_of_a_title(page, first), first):
        if page.words[index].key not in firsts or not page.words[index].text.isascii():
            continue  # Sơn is no "son"
        hit = known.titles.at(page.words, index, page.shadow)
        if hit and hit[0] == first - 1:
            return hit[1]
    return None


def role_around(page: Page, first: int, last: int, known: Signs) -> str | None:
    """The role in an apposition: "its spokesman, NAME," or "NAME, the agency's director"."""
    start, end = page.words[first].start, page.words[last].end
    if page.shadow[end : end + 2] == ", ":
        for index in range(last + 1, min(last + 8, len(page.words))):
            if index > last + 1 and not page.words[index].joined:
                break
            hit = known.titles.at(page.words, index, page.shadow)
            if hit and not (page.words[index].upper and page.after(hit[0])[:1].isupper()):
                return hit[1]
    if start > 2 and page.shadow[start - 2 : start] == ", " and _CLAUSE.match(page.shadow, end):
        for index in range(first - 1, max(first - 10, -1), -1):
            hit = known.titles.at(page.words, index, page.shadow)
            if hit:
                return hit[1]
            if page.words[index].opens:
                break
    return None
