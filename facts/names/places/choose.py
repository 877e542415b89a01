"""Which candidates are places, and of several towns of one name the one that is meant.

A name counts as a place by the sum of what speaks for it: words before and after, a list of other
places, a country the article is about, its size; against it, that it is a common word or a given
name, stands first in its sentence, or is part of a longer name.
"""

from collections.abc import Sequence

from facts.folding import fold
from facts.names.gazetteer import Named
from facts.names.page import Page
from facts.names.places.candidates import Candidate
from facts.names.towns import Town

ENOUGH = 3
_TOWN = 45
"""From 30,000 people on (ten times the logarithm) a preposition of place is enough."""
_HOME = 10
"""How much ten times the logarithm of its people a country of the article is worth to a town."""


_RIVAL = 10
"""A town of a tenth of the people is as likely to be meant."""
_MANY = 3
_PARTS = ("district", "region")
"""What the words beside a name may say it is that makes it no city abroad: "the Bole District"."""


def score(page: Page, found: Candidate) -> int:
    """How much speaks for a candidate being a place."""
    if found.inside or page.is_title(found.first):
        return -9
    named = found.named
    if named and named.type in ("country", "continent", "sea"):
        return 9 if found.first != found.last or not _is_common(page, found) else 0
    total = _by_words_beside(page, found) + _by_country(page, found)
    if found.last > found.first:
        total += 2
    if named:
        total += 3
    size = found.towns[0].size if found.towns else 44
    if found.last == found.first and fold(page.words[found.first].text) in page.gazetteer.capitals:
        total += 2
    placed = page.before(found.first).lower() in page.terms.locatives
    if size < 50 and not named and not placed and not _by_country(page, found):
        total -= 2
    total += (size >= 50) + (size >= 55) + (size >= 60) - (size < 44)
    return total - _against(page, found)


def _by_words_beside(page: Page, found: Candidate) -> int:
    before = found.first - 1
    while before >= 0 and page.words[before].text.lower() in page.terms.compass:
        before -= 1
    text = page.words[before].text.lower() if before >= 0 and page.words[before + 1].joined else ""
    total = 3 if found.type else 0
    if text in page.terms.locatives:
        total += 2 + (bool(found.towns) and found.towns[0].size >= _TOWN)
        total += page.words[found.last].owns
    elif _is_bearing(page, before) or (text == "of" and _is_seat(page, before)):
        total += 3
    elif text in ("of", "and", "or") or page.words[found.last].owns:
        total += 1
    if _country_beside(page, found, (", ",)) in {town.country for town in found.towns}:
        total += 4
    return total


def _is_seat(page: Page, index: int) -> bool:
    """Whether a word is the "of" between an office and its town: "the prosecutor's office of"."""
    return index > 0 and page.words[index - 1].text.lower() in page.terms.seats


def _is_bearing(page: Page, index: int) -> bool:
    """Whether a word is the "of" of "north of" and the like."""
    if index < 1 or page.words[index].text != "of" or not page.words[index].joined:
        return False
    return page.words[index - 1].text.lower() in page.terms.compass


def _by_country(page: Page, found: Candidate) -> int:
    countries = {town.country for town in found.towns}
    if found.named and found.named.country:
        countries.add(found.named.country)
    return 2 if countries & page.countries.keys() else 0


def _against(page: Page, found: Candidate) -> int:
    if found.first != found.last:
        return 0
    word = page.words[found.first]
    key = fold(word.text)
    total = 4 if key in page.gazetteer.doubtful else 0
    total += 2 if key in page.signs.given and not found.type else 0
    total += 1 if word.opens else 0
    total += 4 if _is_common(page, found) else 0
    total += 2 if word.titled and (not found.towns or found.towns[0].size < 50) else 0
    total += 1 if len(key) < 4 else 0
    return total


def _is_common(page: Page, found: Candidate) -> bool:
    """Whether the word is written in small letters elsewhere in the article."""
    return page.words[found.first].text.lower() in page.small


def town_of(page: Page, found: Candidate) -> Town | None:
    """Of the towns of a name the one that is meant."""
    if not found.towns:
        return None
    if found.named and found.named.country:
        own = [town for town in found.towns if town.country == found.named.country]
        return own[0] if own else None
    beside = _country_beside(page, found)
    if beside:
        own = [town for town in found.towns if town.country == beside]
        if own:
            return own[0]
    if region_beside(page, found):
        return None
    is_small = page.after(found.last).lower() in page.terms.hamlets
    return likeliest(page, found.towns, is_part=is_small or found.type in _PARTS)


def likeliest(page: Page, towns: Sequence[Town], *, is_part: bool = False) -> Town | None:
    """Of the towns of a name the likeliest in an article; None where it is rather another one.

    It is one too small for the table, in the article's own country, where the likeliest is small
    and abroad, or a part of a town or region (`is_part`), or where many countries have one as
    large: San José.
    """
    best = max(towns, key=lambda town: town.size + _home(page, town.country), default=None)
    if best is None or not page.countries or _times(page, best.country):
        return best
    if is_part:
        return None
    rivals = sum(town.size > best.size - _RIVAL for town in towns)
    return None if best.size < _TOWN or rivals >= _MANY else best


def _home(page: Page, country: str) -> float:
    times = _times(page, country)
    return (_HOME + min(times, 5)) if times else 0


def _times(page: Page, country: str) -> int:
    """How often an article names a country, or the one whose news takes in its towns."""
    within = page.within.get(country)
    return page.countries[country] + (page.countries[within] if within else 0)


def _country_beside(
    page: Page, found: Candidate, gaps: tuple[str, ...] = (", ", " (")
) -> str | None:
    """The country that follows the name after a comma or in brackets, or a region of it."""
    end = page.words[found.last].end
    if page.shadow[end : end + 2] not in gaps or found.last + 1 >= len(page.words):
        return None
    hit = page.gazetteer.named.at(page.words, found.last + 1, page.shadow)
    if hit:
        return hit[1].country
    short = short_name(page, found.last + 1, [town.country for town in found.towns])
    return short.country if short else None


def region_beside(page: Page, found: Candidate) -> str | None:
    """The country of the region that follows a name after a comma: "Nogales, Arizona,"."""
    index = found.last + 1
    if index >= len(page.words) or not page.shadow.startswith(", ", page.words[found.last].end):
        return None
    hit = page.gazetteer.named.at(page.words, index, page.shadow)
    if hit is None or hit[1].type != "region" or page.after(hit[0]) in ("and", "or"):
        return None
    closes = page.shadow.startswith((",", "."), page.words[hit[0]].end)
    return hit[1].country if closes else None


def short_name(page: Page, index: int, countries: Sequence[str] | None = None) -> Named | None:
    """The region that a short name stands for: Ariz, B.C., TX; of some countries if they are given.

    Without them the name must be shortened with a dot: "Zyx, Md Ali" names no Maryland.
    """
    word = page.words[index]
    rivals = page.gazetteer.short.get(word.text.replace(".", ""), ())
    if countries is None:
        dotted = "." in (word.text[-1], page.shadow[word.end : word.end + 1])
        return rivals[0] if rivals and dotted else None
    return next((named for named in rivals if named.country and named.country in countries), None)
