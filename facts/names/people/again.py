"""Persons as mentions, and the surnames that stand for them later."""

from collections.abc import Iterator

from facts.folding import fold
from facts.later import later
from facts.model import Mention, Person
from facts.names.page import Page
from facts.names.people.rules import Found

_NICKNAME = later(r" [\"'][^\"']*[\"']")


def mentions(page: Page, found: list[Found]) -> list[Mention]:
    """The persons as mentions, with the surnames that stand for them later."""
    done: list[Mention] = []
    full: dict[str, str] = {}
    for person in found:
        name = _plain(page.span(person.first, person.last))
        if person.last > person.first:
            full.setdefault(fold(page.words[person.last].text), name)
            if person.rule == "person.surname-first":
                full.setdefault(fold(page.words[person.first].text), name)
        name = full.get(fold(name), name)
        value = Person(name, person.role)
        done.append(page.mention(person.first, person.last, value, person.rule))
    page.persons = frozenset(
        fold(page.words[index].text)
        for person in found
        for index in range(person.first, person.last + 1)
    )
    return sorted([*done, *_surnames(page, full)], key=lambda mention: mention.start)


def _surnames(page: Page, full: dict[str, str]) -> Iterator[Mention]:
    words = page.heads
    for index in page.capitals if full else ():
        word = page.words[index]
        if page.taken[index] or word.titled or word.text in words.outside:
            continue
        name = full.get(fold(word.text))
        if name is None or page.after(index)[:1].isupper():
            continue
        if not page.gazetteer.has(word.text, big=True):
            page.take(index, index)
            yield page.mention(index, index, Person(name), "person.surname")


def _plain(name: str) -> str:
    name = " ".join(_NICKNAME.sub("", name).split())
    return name.title() if name.isupper() else name
