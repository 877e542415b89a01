"""Named persons: by the title beside the name, by what is said of them, by a given name."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from facts.folding import fold
from facts.heads import Heads, heads
from facts.model import Mention, Person
from facts.page import Page
from facts.places.gazetteer import is_place
from facts.nationalities import demonyms
from facts.rules import RuleBook
from facts.signs import Signs, signs


class Found(NamedTuple):
    """A person's name: the words from one number to another, why, and the title beside it."""

    first: int
    last: int
    rule: str
    role: str | None


_LONGEST = 5
_EASTERN = frozenset(("CN", "TW", "HK", "KR", "KP", "VN", "SG", "MO"))
_AGE = re.compile(r",? (?:aged |\()?\d{1,2}(?:,|\)|\.| years| and\b)")
_CLAUSE = re.compile(r"[,;.)\n]| (?:said|told|who|has|is|was|and|added|says)\b")
_NUMERAL = re.compile(r"[IVX]+\b")


def find(page: Page, rules: RuleBook) -> list[Mention]:
    """The persons of an article; a surname alone stands for the person named before."""
    known, words = rules.derive(signs), rules.derive(heads)
    found: list[Found] = []
    index = 0
    while index < len(page.words):
        last = _run_end(page, index, known, words)
        if last is None:
            index += 1
            continue
        person = _person(page, index, last, known, rules)
        if person:
            page.take(person.first, person.last)
            found.append(person)
        index = max(last, person.last if person else last) + 1
    return _mentions(page, found, known, rules)


def _may_belong(page: Page, index: int, words: Heads) -> bool:
    word = page.words[index]
    if not word.upper or page.taken[index] or word.titled:
        return False
    return word.text not in words.outside or page.before(index) in ("Sheikh", "Mr.")


def _run_end(page: Page, first: int, known: Signs, words: Heads) -> int | None:
    """The last of the capitalised words from one on, "bin" and "de la" between them included."""
    if not _may_belong(page, first, words):
        return None
    last = index = first
    while index + 1 < len(page.words) and index - first < 12:
        if page.words[index].owns:
            break
        index += 1
        if not page.words[index].joined or page.taken[index]:
            break
        if _may_belong(page, index, words):
            last = index
        elif page.words[index].text not in known.inside and not _is_prefixed(page, index):
            break
    return last


def _is_prefixed(page: Page, index: int) -> bool:
    """Whether a word is a name with an article in small letters: al-Bashir."""
    return page.words[index].text[:3] in ("al-", "el-", "as-", "ul-", "ad-", "an-")


def _person(page: Page, first: int, last: int, known: Signs, rules: RuleBook) -> Found | None:
    """The person that a run of capitalised words names."""
    name, role = _after_title(page, first, last, known, rules)
    if name > last:
        return None
    if _is_prefixed(page, min(last + 1, len(page.words) - 1)) and page.after(last):
        last += 1
    if role is None:
        role = _title_before(page, name, known)
    if last - name >= _LONGEST + 2:
        return None
    if role is not None:
        return _titled(page, name, last, role, rules)
    return _untitled(page, name, last, known, rules)


def _after_title(
    page: Page, first: int, last: int, known: Signs, rules: RuleBook
) -> tuple[int, str | None]:
    """Where the name starts after the last title of a run, and the title."""
    name, role, index = first, None, first
    while index <= last:
        hit = known.titles.at(page.words, index, page.shadow)
        if hit and hit[0] <= last and hit[0] < last + 1:
            if hit[0] < last or role is not None:
                name, role = hit[0] + 1, hit[1]
            index = hit[0]
        index += 1
    if role is None and name < last and rules.derive(demonyms).get(page.words[name].text):
        name += 1
    return name, role


def _title_before(page: Page, first: int, known: Signs) -> str | None:
    """The title in small letters right before a name."""
    for back in (4, 3, 2, 1):
        start = first - back
        if start >= 0 and all(page.words[i].joined for i in range(start + 1, first + 1)):
            hit = known.titles.at(page.words, start, page.shadow)
            if hit and hit[0] == first - 1:
                return hit[1]
    return None


def _titled(page: Page, first: int, last: int, role: str, rules: RuleBook) -> Found | None:
    if last == first and not _stands_alone(page, first, rules):
        return None
    if is_place(page.span(first, last), rules, big=last > first) or _is_matter(page, first, rules):
        return None
    return Found(first, last, "person.title", role)


def _stands_alone(page: Page, index: int, rules: RuleBook) -> bool:
    """Whether a single word after a title can be a name."""
    word = page.words[index]
    if word.caps or len(word.text) < 3 or rules.derive(demonyms).get(word.text):
        return False
    if _NUMERAL.fullmatch(word.text) or is_place(word.text, rules, big=False):
        return False
    following = page.after(index)
    return following not in ("province", "state", "district", "city", "region")


def _is_matter(page: Page, first: int, rules: RuleBook) -> bool:
    return page.words[first].text in rules.derive(heads).matters


def _untitled(page: Page, first: int, last: int, known: Signs, rules: RuleBook) -> Found | None:
    """A person without a title: by a given name, by what follows, by the role around it."""
    if last == first or last - first >= _LONGEST:
        return None
    text = page.span(first, last)
    if is_place(text, rules, big=False) or _is_matter(page, first, rules):
        return None
    parts = [fold(word.text) for word in page.words[first : last + 1]]
    heads_here = {word.text for word in page.words[first : last + 1]}
    if heads_here & rules.derive(heads).types.keys():
        return None
    opening = parts[0].split()[0] if parts[0] else ""
    if (parts[0] in known.given or opening in known.given) and not _is_lone_place(
        page, last, rules
    ):
        return Found(first, last, "person.given-name", None)
    if parts[0] in known.first and last == first + 1 and page.countries.keys() & _EASTERN:
        return Found(first, last, "person.surname-first", None)
    if any(page.words[i].caps for i in range(first, last + 1)):
        return None
    after = page.shadow[page.words[last].end : page.words[last].end + 24]
    if _AGE.match(after):
        return Found(first, last, "person.age", None)
    role = _role_around(page, first, last, known)
    if role is not None:
        return Found(first, last, "person.apposition", role)
    if page.after(last) in known.said or page.before(first) in known.said:
        return Found(first, last, "person.said", None)
    return None


def _is_lone_place(page: Page, last: int, rules: RuleBook) -> bool:
    """Whether a run ends in what is surely a place, as a list without commas may."""
    return page.words[last].owns and is_place(page.words[last].text, rules, big=True)


def _role_around(page: Page, first: int, last: int, known: Signs) -> str | None:
    """The role in an apposition: "its spokesman, NAME," or "NAME, the agency's director"."""
    end = page.words[last].end
    if page.shadow[end : end + 2] == ", ":
        for index in range(last + 1, min(last + 8, len(page.words))):
            word = page.words[index]
            if index > last + 1 and not word.joined:
                break
            hit = known.titles.at(page.words, index, page.shadow)
            if hit and not (word.upper and page.after(hit[0])[:1].isupper()):
                return hit[1]
    start = page.words[first].start
    if page.shadow[start - 2 : start] == ", " and _CLAUSE.match(page.shadow, end):
        for index in range(first - 1, max(first - 10, -1), -1):
            hit = known.titles.at(page.words, index, page.shadow)
            if hit:
                return hit[1]
            if page.words[index].opens or "." in page.shadow[page.words[index].end : start]:
                break
    return None


def _mentions(page: Page, found: list[Found], known: Signs, rules: RuleBook) -> list[Mention]:
    """The persons as mentions, with the surnames that stand for them later."""
    done, full = [], {}
    for person in found:
        name = _plain(page.span(person.first, person.last))
        if person.last == person.first and fold(name) in full:
            name = full[fold(name)]
        words = [fold(word.text) for word in page.words[person.first : person.last + 1]]
        if len(words) > 1:
            full.setdefault(words[-1], name)
            if person.rule == "person.surname-first":
                full.setdefault(words[0], name)
        value = Person(name, person.role, _organisation_near(page, person))
        done.append(page.mention(person.first, person.last, value, person.rule))
    done.extend(_surnames(page, full, rules))
    return sorted(done, key=lambda mention: mention.start)


def _surnames(page: Page, full: dict[str, str], rules: RuleBook) -> Iterator[Mention]:
    words = rules.derive(heads)
    for index, word in enumerate(page.words):
        if page.taken[index] or not word.upper or word.titled or word.text in words.outside:
            continue
        name = full.get(fold(word.text))
        if (
            name
            and not page.after(index)[:1].isupper()
            and not is_place(word.text, rules, big=True)
        ):
            page.take(index, index)
            yield page.mention(index, index, Person(name), "person.surname")


def _plain(name: str) -> str:
    name = " ".join(name.split())
    return name.title() if name.isupper() else name


def _organisation_near(page: Page, person: Found) -> str | None:
    """The organisation named in the words around a person's title."""
    return None
