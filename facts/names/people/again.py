"""Persons as mentions, and the surnames that stand for them later."""

from collections import Counter
from collections.abc import Iterable, Iterator

from facts.folding import fold
from facts.later import later
from facts.model import Mention, Person
from facts.names.page import Page
from facts.names.people.rules import Found
from facts.names.people.titles import title_before
from facts.names.phrases import Phrases

_NICKNAME = later(r" [\"'][^\"']*[\"']")


def mentions(page: Page, found: list[Found]) -> list[Mention]:
    """The persons as mentions, with the parts of their names that stand for them later."""
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
    if full:
        done += [*_again(page, _parts(full.values())), *_surnames(page, full)]
        done += _first_names(page, full.values())
    return sorted(done, key=lambda mention: mention.start)


def _parts(names: Iterable[str]) -> Phrases[str]:
    """The whole names, and what is left of the longer ones without their first words."""
    parts: Phrases[str] = Phrases()
    for name in names:
        words = name.split()
        for first in range(len(words) - 1):
            parts.add(" ".join(words[first:]), name)
    return parts


def _again(page: Page, parts: Phrases[str]) -> Iterator[Mention]:
    """Whole names, and two surnames together: "Zed Xan Quux" is "Xan Quux" later."""
    for index in page.openings(parts):
        hit = parts.at(page.words, index, page.shadow)
        if hit is None or hit[0] == index or not page.is_free(index, hit[0]):
            continue
        if page.words[index].titled or page.after(hit[0])[:1].isupper():
            continue
        page.take(index, hit[0])
        yield page.mention(index, hit[0], Person(hit[1]), "person.again")


def _surnames(page: Page, full: dict[str, str]) -> Iterator[Mention]:
    words = page.heads
    without = {surname[3:]: name for surname, name in full.items() if surname[:3] == "al "}
    for index in page.capitals:
        word = page.words[index]
        if page.taken[index] or word.titled or word.text in words.outside:
            continue
        name = full.get(fold(word.text)) or without.get(fold(word.text))
        if name is None or page.after(index)[:1].isupper():
            continue
        if not page.gazetteer.has(word.text, big=True) and _is_alone(page, index):
            page.take(index, index)
            yield page.mention(index, index, Person(name), "person.surname")


def _is_alone(page: Page, index: int) -> bool:
    """Whether a surname is not the end of another name: no word with a capital but a title."""
    before = page.before(index)
    if not before[:1].isupper() or page.taken[index - 1] or page.words[index - 1].owns:
        return True
    known = page.heads
    is_title = before in known.outside or before in known.ranks or before.isupper()
    return is_title or title_before(page, index, page.signs) is not None


def _first_names(page: Page, names: Iterable[str]) -> Iterator[Mention]:
    """The first names by which one speaks whom nothing else is called: "Awang said"."""
    firsts = Counter(fold(name.split()[0]) for name in set(names))
    called = {fold(name.split()[0]): name for name in names}
    for index in page.capitals:
        name = called.get(page.words[index].key)
        if name is None or page.taken[index] or page.after(index) not in page.signs.said:
            continue
        if firsts[page.words[index].key] == 1 and not page.before(index)[:1].islower():
            page.take(index, index)
            yield page.mention(index, index, Person(name), "person.first-name")


def _plain(name: str) -> str:
    name = " ".join(_NICKNAME.sub("", name).split())
    return name.title() if name.isupper() else name
