"""Words of an article that may be the name of a place: what they may mean, what stands beside."""

from collections.abc import Iterator

from msgspec import Struct

from facts.names.gazetteer import Gazetteer, Named, towns
from facts.names.heads import Heads
from facts.names.page import Page
from facts.names.towns import Town, opens_town

_LONGEST = 5


class Candidate(Struct):
    """Words that may name a place."""

    first: int
    last: int
    named: Named | None
    """The place of the rule book of that name."""
    towns: tuple[Town, ...]
    """The towns of that name, largest first."""
    inside: bool = False
    """Whether the name beside it goes on: "Victoria" in "Victoria Beckham"."""
    type: str | None = None
    """The type that the words beside it say."""
    score: int = 0


def candidates(page: Page) -> Iterator[Candidate]:
    """The words of an article that are the name of a place the tables know, in order."""
    known, words = page.gazetteer, page.heads
    firsts, opens = known.named.firsts, opens_town()
    past = -1
    for index in page.capitals:
        key = page.words[index].key
        may = index > past and (opens[key] or key in firsts)
        found = _at(page, index, known) if may else None
        if found is None:
            continue
        found = _with_compass(page, found)
        if _is_name(page, found, words):
            found.inside = _goes_on(page, found, words)
            yield found
        past = found.last


def _at(page: Page, index: int, known: Gazetteer) -> Candidate | None:
    """The longest name of a place that starts with a word."""
    word = page.words[index]
    if page.taken[index]:
        return None
    hit = known.named.at(page.words, index, page.shadow)
    if hit and not page.is_free(index, hit[0]):
        hit = None
    if not (word.upper or hit):
        return None
    shortest = hit[0] if hit else index
    for last in range(_reach(page, index), shortest - 1, -1):
        if last > index and not page.words[last].upper:
            continue
        found = towns(page.span(index, last))
        if found:
            named = hit[1] if hit and hit[0] == last else None
            return Candidate(index, last, named, found)
    return Candidate(index, hit[0], hit[1], ()) if hit else None


def _reach(page: Page, first: int) -> int:
    """The last word that a name starting with a word may reach."""
    last = first
    while last + 1 < len(page.words) and last - first < _LONGEST - 1:
        following = page.words[last + 1]
        if not following.joined or page.taken[last + 1] or page.words[last].owns:
            break
        if not following.upper and following.text not in page.terms.inside:
            break
        last += 1
    return last


def _with_compass(page: Page, found: Candidate) -> Candidate:
    """ "western Europe" whole: a compass word belongs to part of a continent."""
    named = found.named
    if named and named.type == "continent" and found.first > 0:
        before = page.before(found.first)
        if before.lower() in page.terms.compass and not page.taken[found.first - 1]:
            return Candidate(found.first - 1, found.last, Named(None, "region", None), ())
    return found


def _is_name(page: Page, found: Candidate, words: Heads) -> bool:
    """Whether the words are written as a name, and no sum of money follows."""
    word, printed = page.words[found.first], page.span(found.first, found.last)
    if found.first == found.last:
        if word.text in words.outside:
            return False
        if printed.lower() in page.terms.shouted and not printed.isupper():
            return False
        if len(printed) == 2 and not (found.named and printed.isupper()):
            return False
    end = page.words[found.last].end
    if page.shadow[end : end + 1] == "$" or page.after(found.last).lower() in page.no_people.after:
        return False
    return word.upper or found.named is not None


def _goes_on(page: Page, found: Candidate, words: Heads) -> bool:
    """Whether a capitalised word beside the name makes it part of another name."""
    if page.words[found.first].titled:
        return False
    known, people = page.gazetteer, page.signs
    following = page.after(found.last)
    if following[:1].isupper() and not page.words[found.last].owns:
        free = not page.taken[found.last + 1] and following not in words.outside
        placeword = known.after.at(page.words, found.last + 1, page.shadow)
        title = people.titles.at(page.words, found.last + 1, page.shadow)
        if free and not placeword and not title and not following.isupper():
            return not known.named.at(page.words, found.last + 1, page.shadow)
    before = page.before(found.first)
    if before in page.terms.joining and page.before(found.first - 1)[:1].isupper():
        return page.before(found.first - 1) not in words.outside
    if not before[:1].isupper() or page.words[found.first - 1].owns:
        return False
    if page.taken[found.first - 1] or before in words.outside or before in words.ranks:
        return False
    if page.demonyms.get(before):
        return False
    if (
        before.lower() in page.terms.compass
        or before in page.terms.points
        or before.lower() in page.terms.kinds
    ):
        return False
    return not known.before.get(before) and not known.named.get(before)
