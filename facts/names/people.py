"""Named persons: by the title beside the name, by what is said of them, by a given name."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from facts.folding import fold
from facts.model import Mention, Person
from facts.names.heads import Heads
from facts.names.page import Page
from facts.names.signs import Signs


class Found(NamedTuple):
    """A person's name: the words from one number to another, why, and the title beside it."""

    first: int
    last: int
    rule: str
    role: str | None


_LONGEST = 5
_EASTERN = frozenset(("CN", "TW", "HK", "KR", "KP", "VN", "SG", "MO"))
"""Countries where the surname stands first."""
_AGE = re.compile(r",? (?:aged |\()?\d{1,2}(?:,|\)|\.| years| and\b)")
_CLAUSE = re.compile(r"[,;.)\n]| (?:said|told|who|has|is|was|and|added|says)\b")
_NUMERAL = re.compile(r"[IVX]+\b")
_ARTICLES = ("al-", "el-", "as-", "ul-", "ad-", "an-", "ar-", "az-")
_NO_ROLES = frozenset(
    ("named", "named as", "identified as", "called", "alias", "aka", "a.k.a.", "nicknamed")
)
_ALWAYS_PEOPLE = frozenset(("mr", "mrs", "ms", "miss", "sir", "dr", "madam"))
_FATHERS = frozenset("bin ben ibn bint ould ag".split())
"""Words between a name and the father's name."""
_AT = frozenset("in at near outside towards toward".split())


def find(page: Page) -> list[Mention]:
    """The persons of an article; a surname alone stands for the person named before."""
    known, words = page.signs, page.heads
    found: list[Found] = []
    past = -1
    for index in page.capitals:
        last = _run_end(page, index, known, words) if index > past else None
        if last is None:
            continue
        person = _person(page, index, last, known)
        if person:
            page.take(person.first, person.last)
            found.append(person)
        past = max(last, person.last if person else last)
    return _mentions(page, found)


def _may_belong(page: Page, index: int, words: Heads) -> bool:
    word = page.words[index]
    if not word.upper or page.taken[index] or word.titled:
        return False
    return word.text not in words.outside


def _run_end(page: Page, first: int, known: Signs, words: Heads) -> int | None:
    """The last of the capitalised words from one on, "bin" and "de la" between them included."""
    if not _may_belong(page, first, words):
        return None
    last = index = first
    while index + 1 < len(page.words) and index - first < 12 and not page.words[index].owns:
        index += 1
        if not page.words[index].joined or page.taken[index]:
            break
        if _may_belong(page, index, words) or page.words[index].text.startswith(_ARTICLES):
            last = index
        elif page.words[index].text not in known.inside:
            break
    return last


def _person(page: Page, first: int, last: int, known: Signs) -> Found | None:
    """The person that a run of capitalised words names."""
    name, role = _after_title(page, first, last, known)
    last = _without_letters(page, name, last)
    if name > last or last - name > _LONGEST:
        return None
    role = role or _title_before(page, name, known)
    if role is not None:
        return _titled(page, name, last, role)
    if last == name or _is_no_person(page, name, last):
        return None
    rule, role = _by_name(page, name, last, known), _role_around(page, name, last, known)
    rule = rule or _by_words_beside(page, name, last, role, known)
    return Found(name, last, rule, role) if rule else None


def _without_letters(page: Page, first: int, last: int) -> int:
    """The end of a name without the letters after it: "Sarah Jones QC"."""
    word = page.words[last]
    if last - first > 1 and word.caps and len(word.text) <= 3 and not _NUMERAL.match(word.text):
        return last - (not page.words[last - 1].caps)
    return last


def _after_title(page: Page, first: int, last: int, known: Signs) -> tuple[int, str | None]:
    """Where the name starts after the last title of a run, and the title."""
    name, role, index = first, None, first
    while index <= last:
        hit = known.titles.at(page.words, index, page.shadow)
        if hit and hit[0] < last and not _is_given_too(page, index, hit[0], last, known):
            name, role = hit[0] + 1, hit[1]
            index = hit[0]
        index += 1
    if role is None and name < last and page.demonyms.get(page.words[name].text):
        name += 1
    return name, role


def _is_given_too(page: Page, first: int, end: int, last: int, known: Signs) -> bool:
    """Whether a title is rather the given name of one surname: "Amir Shah"."""
    return first == end == last - 1 and fold(page.words[first].text) in known.given


def _title_before(page: Page, first: int, known: Signs) -> str | None:
    """The title in small letters right before a name."""
    for start in range(max(0, first - 4), first):
        if all(page.words[i].joined for i in range(start + 1, first + 1)):
            hit = known.titles.at(page.words, start, page.shadow)
            if hit and hit[0] == first - 1:
                return hit[1]
    return None


def _titled(page: Page, first: int, last: int, role: str) -> Found | None:
    words = page.heads
    if role not in _ALWAYS_PEOPLE:
        if last == first and not _stands_alone(page, first):
            return None
        if page.gazetteer.has(page.span(first, last), big=last > first):
            return None
    if any(page.words[i].text in words.things for i in range(first + 1, last + 1)):
        return None
    if page.words[first].text in words.matters:
        return None
    return Found(first, last, "person.title", None if role in _NO_ROLES else role)


def _stands_alone(page: Page, index: int) -> bool:
    """Whether a single word after a title can be a name."""
    word = page.words[index]
    if word.caps or len(word.text) < 3 or page.demonyms.get(word.text):
        return False
    if _NUMERAL.fullmatch(word.text) or page.gazetteer.has(word.text, big=False):
        return False
    words = page.heads
    if word.text in words.things or word.text in words.types or word.text in words.ranks:
        return False
    return page.after(index) not in ("province", "state", "district", "city", "region")


def _is_no_person(page: Page, first: int, last: int) -> bool:
    """Whether the words of a run, or the word before them, say that it is no person."""
    words = page.heads
    if last - first >= _LONGEST:
        return True
    if any(
        page.words[i].text in words.types or page.words[i].text in words.matters
        for i in range(first, last + 1)
    ):
        return True
    if any(page.words[i].text in words.things for i in range(first + 1, last + 1)):
        return True
    if page.before(first) in _AT and not page.words[last].owns:
        return True
    return page.gazetteer.has(page.span(first, last), big=False)


def _by_name(page: Page, first: int, last: int, known: Signs) -> str | None:
    """The rule by which the words themselves are a person's name."""
    opening, closing = fold(page.words[first].text), fold(page.words[last].text)
    if opening in known.given or opening.split(" ")[0] in known.given:
        return "person.given-name"
    if opening in known.first and last == first + 1 and page.countries.keys() & _EASTERN:
        return "person.surname-first"
    inside = {page.words[i].text.lower() for i in range(first + 1, last)}
    if inside & _FATHERS:
        return "person.patronymic"
    if closing in known.last and not page.words[last].caps:
        return "person.surname-last"
    return None


def _by_words_beside(
    page: Page, first: int, last: int, role: str | None, known: Signs
) -> str | None:
    """The rule by which the words around a name make it a person's."""
    if any(page.words[i].caps for i in range(first, last + 1)):
        return None
    if _AGE.match(page.shadow, page.words[last].end):
        return "person.age"
    if role is not None:
        return "person.apposition"
    if page.after(last) in known.said or page.before(first) in known.said:
        return "person.said"
    if page.before(first) in known.held or page.after(last) == "alias":
        return "person.held"
    return None


def _role_around(page: Page, first: int, last: int, known: Signs) -> str | None:
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


def _mentions(page: Page, found: list[Found]) -> list[Mention]:
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
    name = " ".join(name.split())
    return name.title() if name.isupper() else name
