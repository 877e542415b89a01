"""Gangs and clans by the common noun beside their name: "Kavač clan", "the gang La Línea"."""

from collections.abc import Iterator

from facts.model import Mention, Organisation
from facts.names.page import Page

_LONGEST = 3


def find(page: Page) -> Iterator[Mention]:
    """The gangs of an article that no other rule knows; the noun after a name belongs to it."""
    nouns = page.heads.gangs
    for index, word in enumerate(page.words):
        kind = nouns.get(word.text)
        if kind is None or word.titled:
            continue
        first = _name_before(page, index)
        if first is not None:
            yield _gang(page, first, index, kind)
        elif (last := _name_after(page, index)) is not None:
            yield _gang(page, index + 1, last, kind)


def _gang(page: Page, first: int, last: int, kind: str) -> Mention:
    page.take(first, last)
    value = Organisation(" ".join(page.span(first, last).split()), None, kind)
    return page.mention(first, last, value, "organisation.gang")


def _name_before(page: Page, noun: int) -> int | None:
    """The first of the capitalised words right before a noun; a people or a town names no gang."""
    first = noun
    while first > 0 and noun - first < _LONGEST and _may_belong(page, first - 1):
        if not page.words[first].joined or page.words[first - 1].owns:
            break
        first -= 1
    while first < noun and _is_people(page, first):
        first += 1
    if first == noun or not page.words[noun].joined:
        return None
    is_town = page.gazetteer.has(page.span(first, noun - 1), big=False)
    return None if is_town and page.words[noun].text != "cartel" else first


def _name_after(page: Page, noun: int) -> int | None:
    last = noun
    while last + 1 < len(page.words) and last - noun < _LONGEST and _may_belong(page, last + 1):
        if not page.words[last + 1].joined or page.words[last].owns:
            break
        last += 1
    if last == noun or _is_people(page, noun + 1):
        return None
    title = page.signs.titles.at(page.words, noun + 1, page.shadow)
    return None if title or page.before(noun).lower() in ("of", "and") else last


def _may_belong(page: Page, index: int) -> bool:
    word = page.words[index]
    if not word.upper or page.taken[index] or word.titled or word.opens:
        return False
    heads = page.heads
    return not (word.text in heads.outside or word.text in heads.ranks or word.text in heads.types)


def _is_people(page: Page, index: int) -> bool:
    return any(page.demonyms.get(part) for part in page.words[index].text.split("-"))
