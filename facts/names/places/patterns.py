"""Places that no table has, by the words beside them: "X province", "near X", a list of places."""

from collections.abc import Iterator
from typing import NamedTuple

from facts.folding import fold
from facts.later import later
from facts.names.page import Page

_ARTICLES = ("al-", "el-", "ad-", "an-", "ar-", "as-", "at-", "az-", "ash-")
"""How a name may start in small letters: "the subdistrict of al-Abbasi"."""
LONGEST = 4
"""Words of a name at most."""


class Pattern(NamedTuple):
    """Words that are a place by what stands beside them."""

    first: int
    last: int
    type: str
    rule: str


def run_at(page: Page, first: int) -> int | None:
    """The last of the free capitalised words from one on; None where there is none."""
    words = page.heads
    last = None
    index = first
    while index < len(page.words) and index - first < 6:
        word = page.words[index]
        if index > first and (not word.joined or page.words[index - 1].owns):
            break
        is_upper = word.upper or word.text.startswith(_ARTICLES)
        if is_upper and not (page.taken[index] or word.titled or word.text in words.outside):
            last = index
        elif last is None or word.text not in page.terms.within:
            break
        index += 1
    return last


def beside(page: Page) -> Iterator[Pattern]:
    """Names by the words before ("port of") or after ("province") that say what they are."""
    past = -1
    for index in page.capitals:
        last = run_at(page, index) if index > past else None
        if last is None:
            continue
        past = last
        run, (first, last) = index, _trimmed(page, index, last)
        if first <= last and not (first == last and page.words[first].opens):
            kind = _type_after(page, last) or _type_before(page, first)
            if kind and may_be_place(page, first, last):
                first = _with_its_part(page, run, first, kind)
                past = past_its_kind(page, last)
                yield Pattern(first, last, kind, "place.beside")
            elif not kind:
                yield from _with_its_kind(page, run, first, last)


def _with_its_part(page: Page, run: int, first: int, kind: str) -> int:
    """The start of "Upper Zyx West District": there the compass word belongs to the name."""
    part = page.words[first - 1]
    is_part = first > run and part.upper and not part.opens and kind in ("district", "region")
    return first - 1 if is_part and part.text.lower() in page.terms.compass else first


def past_its_kind(page: Page, last: int) -> int:
    """The last of the words after a name that say what it is: "Local Government Area"."""
    if not page.after(last):
        return last
    kind = page.gazetteer.after.at(page.words, last + 1, page.shadow)
    return kind[0] if kind else last


def _with_its_kind(page: Page, run: int, first: int, last: int) -> Iterator[Pattern]:
    """The name in a run that ends with what it is: "Birnin Gwari Local Government Area"."""
    for start in range(first + 1, last + 1):
        kind = page.gazetteer.after.at(page.words, start, page.shadow)
        if kind and kind[0] == last:
            is_part = page.words[start].text.lower() in page.terms.compass
            if not is_part and may_be_place(page, first, start - 1):
                first = _with_its_part(page, run, first, kind[1])
                yield Pattern(first, start - 1, kind[1], "place.beside")
            return


def _trimmed(page: Page, first: int, last: int) -> tuple[int, int]:
    """A run without the nationalities and compass words it starts with."""
    people = page.demonyms
    while first <= last and (
        people.get(page.words[first].text) or page.words[first].text.lower() in page.terms.compass
    ):
        first += 1
    return first, last


def _type_after(page: Page, last: int) -> str | None:
    if not page.after(last) or page.words[last].owns:
        return None
    hit = page.gazetteer.after.at(page.words, last + 1, page.shadow)
    if hit is None or (hit[1] == "city" and page.after(hit[0])[:1].isupper()):
        return None  # "Granadan town Motril": the word belongs to the name after it
    alone = not page.before(last)[:1].isupper()
    if alone and page.after(hit[0]) == "of" and page.gazetteer.has(page.words[last].text, big=True):
        return None  # "the Antwerp district of Deurne"
    return hit[1]


def _type_before(page: Page, first: int) -> str | None:
    known = page.gazetteer.before
    if page.before(first) in page.terms.settlements:
        return "city"
    if page.before(first) != "of":
        return None
    for start in (first - 2, first - 3):
        if start >= 0 and page.words[first - 1].joined:
            hit = known.at(page.words, start, page.shadow)
            if hit and hit[0] == first - 1:
                return hit[1]
    return None


def after_preposition(page: Page) -> Iterator[Pattern]:
    """An unknown name after "in" or "near", "north of", "30 km from"."""
    for index in page.capitals:
        if page.taken[index] or not _is_placed(page, index):
            continue
        run = run_at(page, index)
        if run is None or page.after(run).lower() in page.terms.affairs or _leads_on(page, run):
            continue
        if may_be_place(page, index, run):
            yield Pattern(index, run, "city", "place.after-preposition")


def _is_placed(page: Page, index: int) -> bool:
    """Whether the words before a name say where something is."""
    before = page.before(index).lower()
    if before in page.terms.near:
        return not page.is_title(index)
    if before == "at":
        return page.before(index - 1).lower() in page.heads.sited or _is_stated(page, index)
    further = page.before(index - 1).lower() if before in ("of", "from") else ""
    if page.is_home(index):
        return True
    return (before == "of" and further in page.terms.compass) or (
        before == "from" and further in page.terms.distances
    )


def _leads_on(page: Page, last: int) -> bool:
    """Whether a name is only the adjective of the next one: "in Granadan town Motril"."""
    hit = page.gazetteer.after.at(page.words, last + 1, page.shadow) if page.after(last) else None
    return hit is not None and hit[1] == "city" and page.after(hit[0])[:1].isupper()


def _is_stated(page: Page, index: int) -> bool:
    """Whether "at" before a name leads to a place and not to a firm: a day or a place follows."""
    last = run_at(page, index)
    if last is None:
        return False
    end = page.words[last].end
    following = page.words[last + 1 : last + 4]
    if _LOCATES.match(page.shadow, end):
        return True
    return any(word.text in _DAYS for word in following[:2] if word.joined)


_LOCATES = later(
    r",? (?:in|near|on) (?:the )?(?:[A-Z][\w'-]+ ){1,3}(?:[Dd]istrict|[Pp]rovince|[Rr]egion"
    r"|[Cc]ounty|[Mm]unicipality|[Ss]tate|[Dd]ivision|[Bb]orough|[Pp]refecture|[Gg]overnorate|[Dd]epartment)"
)
_DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday yesterday dawn midnight".split()
)


def run_start(page: Page, last: int) -> int | None:
    """The first of the free capitalised words that end with one; None where it is no run."""
    first = last
    while first > 0 and page.words[first].joined and page.words[first - 1].upper:
        if page.taken[first - 1] or page.words[first - 1].owns or last - first > 3:
            return None
        first -= 1
    return first if run_at(page, first) == last else None


def may_be_place(page: Page, first: int, last: int) -> bool:
    """Whether unknown capitalised words may be the name of a place."""
    words, people, persons = page.heads, page.demonyms, page.signs
    if last - first >= LONGEST:
        return False
    for index in range(first, last + 1):
        text = page.words[index].text
        if not page.words[index].upper:
            continue
        is_part = index > first and text.lower() in page.terms.compass  # "Zyx South"
        if text in words.matters and not is_part:
            return False
        if text in words.types or text in words.ranks:
            return False
        if page.words[index].caps or people.get(text) or text.lower() in page.small:
            return False
        if index > first and text in words.things and text not in page.gazetteer.features.last:
            return False
    if persons.titles.at(page.words, first, page.shadow):
        return False
    opening = fold(page.words[first].text)
    if first == last and opening in page.terms.compass:
        return False
    if opening in page.persons or all(
        page.words[index].text in page.terms.common for index in range(first, last + 1)
    ):
        return False
    return (len(opening) > 2 or last > first) and not (opening in persons.given and first == last)
