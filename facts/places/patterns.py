"""Places that no table has, by the words beside them: "X province", "near X", a list of places."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from facts.folding import fold
from facts.heads import heads
from facts.nationalities import demonyms
from facts.page import Page
from facts.signs import signs
from facts.places.candidates import COMPASS
from facts.places.gazetteer import gazetteer
from facts.rules import RuleBook

_FEATURES = {
    "Airport": "airport",
    "Aerodrome": "airport",
    "Airbase": "airport",
    "Sea": "sea",
    "Ocean": "sea",
    "Strait": "sea",
    "Straits": "sea",
    "Gulf": "sea",
    "Bay": "sea",
    "Lagoon": "sea",
    "Canal": "sea",
    "River": "river",
    "Creek": "river",
    "Lake": "river",
    "Delta": "region",
    "Basin": "region",
    "Mountains": "region",
    "Mountain": "region",
    "Hills": "region",
    "Desert": "region",
    "Island": "region",
    "Islands": "region",
    "Archipelago": "region",
    "Peninsula": "region",
    "Valley": "region",
    "Forest": "region",
    "Triangle": "region",
    "Park": "region",
    "Beach": "district",
    "Bridge": "district",
    "Reserve": "region",
}
"""Capitalised words that end the name of a feature, and its type."""
_OPENING = {
    "Gulf": "sea",
    "Bay": "sea",
    "Strait": "sea",
    "Straits": "sea",
    "Sea": "sea",
    "Isle": "region",
    "Cape": "region",
    "Port": "port",
}
_FIRST = {"Lake": "river", "Mount": "region", "Port": "city", "Fort": "city", "Cape": "region"}
_BEFORE = frozenset("in near outside".split())
_LIST_GAP = re.compile(r",? (?:and|or|et|y) |, ")
_LONGEST = 4


class Pattern(NamedTuple):
    """Words that are a place by what stands beside them."""

    first: int
    last: int
    type: str
    rule: str


def run_at(page: Page, first: int, rules: RuleBook) -> int | None:
    """The last of the free capitalised words from one on; None where there is none."""
    words = rules.derive(heads)
    last = None
    index = first
    while index < len(page.words) and index - first < 6:
        word = page.words[index]
        if not word.upper or page.taken[index] or word.titled or word.text in words.outside:
            break
        if index > first and (not word.joined or page.words[index - 1].owns):
            break
        last = index
        index += 1
    return last


def features(page: Page) -> Iterator[Pattern]:
    """Airports, rivers, islands and straits by the last or the first word of their name."""
    for index, word in enumerate(page.words):
        if not word.upper or page.taken[index] or word.titled:
            continue
        if word.text in _OPENING and page.after(index) in ("of", "de"):
            last = _capitals_from(page, index + 2)
            if last is not None:
                yield Pattern(index, last, _OPENING[word.text], "place.feature")
        elif word.text in _FIRST and page.after(index)[:1].isupper():
            last = _capitals_from(page, index + 1)
            if last is not None and not page.words[last].caps:
                yield Pattern(index, last, _FIRST[word.text], "place.feature")
        elif word.text in _FEATURES:
            first = _capitals_to(page, index)
            if first is not None:
                yield Pattern(first, index, _FEATURES[word.text], "place.feature")


def _capitals_from(page: Page, first: int) -> int | None:
    last = None
    for index in range(first, min(first + _LONGEST, len(page.words))):
        word = page.words[index]
        if not word.upper or not word.joined or page.taken[index] or word.text == "The":
            break
        last = index
    return last


def _capitals_to(page: Page, last: int) -> int | None:
    first = last
    while first > 0 and last - first < _LONGEST + 1 and page.words[first].joined:
        before = page.words[first - 1]
        if (
            not before.upper
            or before.owns
            or page.taken[first - 1]
            or before.text in ("The", "At", "In")
        ):
            break
        first -= 1
    return first if first < last else None


def beside(page: Page, rules: RuleBook) -> Iterator[Pattern]:
    """Names by the words before ("port of") or after ("province") that say what they are."""
    known = rules.derive(gazetteer)
    index = 0
    while index < len(page.words):
        last = run_at(page, index, rules)
        if last is None:
            index += 1
            continue
        first, last = _trimmed(page, index, last, rules)
        if first <= last:
            kind = _type_after(page, last, rules) or _type_before(page, first, rules)
            if kind and last - first < _LONGEST:
                yield Pattern(first, last, kind, "place.beside")
            elif not kind:
                within = known.after.at(page.words, last, page.shadow)
                if within and last > first and page.words[last].text.lower() not in COMPASS:
                    yield Pattern(first, last - 1, within[1], "place.beside")
        index = max(last, index) + 1


def _trimmed(page: Page, first: int, last: int, rules: RuleBook) -> tuple[int, int]:
    """A run without the nationalities and compass words it starts with."""
    people = rules.derive(demonyms)
    while first <= last and (
        people.get(page.words[first].text) or page.words[first].text.lower() in COMPASS
    ):
        first += 1
    return first, last


def _type_after(page: Page, last: int, rules: RuleBook) -> str | None:
    if not page.after(last) or page.words[last].owns:
        return None
    hit = rules.derive(gazetteer).after.at(page.words, last + 1, page.shadow)
    return hit[1] if hit else None


def _type_before(page: Page, first: int, rules: RuleBook) -> str | None:
    known = rules.derive(gazetteer).before
    if page.before(first) != "of":
        return None
    for start in (first - 2, first - 3):
        if start >= 0 and page.words[first - 1].joined:
            hit = known.at(page.words, start, page.shadow)
            if hit and hit[0] == first - 1:
                return hit[1]
    return None


def listed_beside(
    page: Page, accepted: Sequence[tuple[int, int]], rules: RuleBook
) -> Iterator[Pattern]:
    """Names in a list of places: "Casablanca, Kenitra, X and Y"."""
    ends = {last: first for first, last in accepted}
    starts = {first: last for first, last in accepted}
    for last in list(ends):
        index = last + 1
        while index < len(page.words) and index not in starts:
            run = run_at(page, index, rules)
            if run is None or not _is_list_gap(page, index - 1, index):
                break
            if not _may_be_place(page, index, run, rules):
                break
            yield Pattern(index, run, "city", "place.list")
            index = run + 1
    for first in list(starts):
        index = first - 1
        while index >= 0 and index not in ends:
            start = _run_start(page, index, rules)
            if start is None or not _is_list_gap(page, index, index + 1):
                break
            if page.before(start).lower() not in _LEADS or not _may_be_place(
                page, start, index, rules
            ):
                break
            yield Pattern(start, index, "city", "place.list")
            break


_LEADS = frozenset(
    "in at near from to of between towns cities villages provinces including".split()
)


def _run_start(page: Page, last: int, rules: RuleBook) -> int | None:
    first = last
    while first > 0 and page.words[first].joined and page.words[first - 1].upper:
        if page.taken[first - 1] or page.words[first - 1].owns or last - first > 3:
            return None
        first -= 1
    return first if run_at(page, first, rules) == last else None


def _is_list_gap(page: Page, last: int, first: int) -> bool:
    gap = page.shadow[page.words[last].end : page.words[first].start]
    return gap == ", " or (gap in (" and ", ", and ", " or ") and not page.words[last].owns)


def after_preposition(page: Page, rules: RuleBook) -> Iterator[Pattern]:
    """An unknown name after "in" or "near"."""
    for index, word in enumerate(page.words):
        if page.taken[index] or not word.upper or page.before(index) not in _BEFORE:
            continue
        run = run_at(page, index, rules)
        if run is not None and _may_be_place(page, index, run, rules) and run - index < 4:
            if page.after(run).lower() not in _NO_PLACE_AFTER:
                yield Pattern(index, run, "city", "place.after-preposition")


_NO_PLACE_AFTER = frozenset("case operation trial affair scandal language".split())


def _may_be_place(page: Page, first: int, last: int, rules: RuleBook) -> bool:
    """Whether unknown capitalised words may be the name of a place."""
    words, people, persons = rules.derive(heads), rules.derive(demonyms), rules.derive(signs)
    if last - first >= _LONGEST:
        return False
    for index in range(first, last + 1):
        text = page.words[index].text
        if text in words.matters or text in words.types or text in words.ranks:
            return False
        if page.words[index].caps or people.get(text) or text.lower() in page.small:
            return False
    if persons.titles.at(page.words, first, page.shadow):
        return False
    opening = fold(page.words[first].text)
    return len(opening) > 2 and not (opening in persons.given and first == last)
