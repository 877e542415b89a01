"""Nationalities: the adjective or demonym of a country or of a wider region."""

from collections.abc import Iterator

from msgspec import structs

from facts.folding import fold
from facts.later import later
from facts.model import Mention, Nationality
from facts.names.page import Page
from facts.names.phrases import Phrases

_PART = later(r"[^-]+")
_HYPHENED = later(r"-([a-z]+)")


def find(page: Page) -> list[Mention]:
    """The nationalities of an article, those inside the names of organisations included."""
    known = page.demonyms
    firsts, words = known.firsts, page.words
    found: list[Mention] = []
    past = -1
    for index in page.capitals:
        opens = index > past and words[index].key in firsts
        hit = known.at(words, index, page.shadow) if opens else None
        if hit:
            past = hit[0]
            if page.after(past)[:1].isupper() and _is_of_place(page, index, past):
                continue
            if page.is_free(index, past) and not _is_thing(page, index, past):
                found.append(page.mention(index, past, hit[1], "nationality.word"))
            if hit[1].country and _acts(page, past):
                page.actors.append((page.words[index].start, hit[1].country))
        elif "-" in words[index].text:
            found.extend(_compound(words[index].start, words[index].text, known))
    found.extend(_citizens(page))
    for mention in found:
        country = isinstance(mention.value, Nationality) and mention.value.country
        if country and not _rivals(page, mention):
            page.countries[country] += 1
    return found


def _is_of_place(page: Page, first: int, last: int) -> bool:
    """Whether an adjective opens the name of a place: "sub-Saharan Africa"."""
    whole = page.gazetteer.named.at(page.words, first, page.shadow)
    return whole is not None and whole[0] > last


def _citizens(page: Page) -> Iterator[Mention]:
    """The names of countries that stand for their people: "two Myanmar nationals"."""
    for index in page.those(page.signs.nationals):
        for first in range(max(0, index - 3), index):
            hit = page.gazetteer.named.at(page.words, first, page.shadow)
            if hit is None or hit[0] != index - 1 or not page.words[index].joined:
                continue
            if page.words[index - 1].owns or page.words[index - 1].text.isupper():
                continue  # "U.S. citizens" may be of any descent
            if hit[1].type == "country" and hit[1].country and page.is_free(first, index - 1):
                page.take(first, index - 1)
                value = Nationality(country=hit[1].country)
                yield page.mention(first, index - 1, value, "nationality.citizens")
                break


def settle(page: Page, found: list[Mention]) -> list[Mention]:
    """The nationalities again, each that countries share as that of the one the article names."""
    return [
        structs.replace(mention, value=Nationality(country=country))
        if (country := _named_one(page, mention))
        else mention
        for mention in found
    ]


def _named_one(page: Page, mention: Mention) -> str | None:
    named = [code for code in _rivals(page, mention) if page.countries[code]]
    return max(named, key=lambda code: page.countries[code], default=None)


def _rivals(page: Page, mention: Mention) -> tuple[str, ...]:
    """The countries that share the word."""
    return page.shared_demonyms.get(fold(page.shadow[mention.start : mention.end]), ())


def _acts(page: Page, last: int) -> bool:
    """Whether an adjective belongs to a body, not to people: "Malian Armed Forces"."""
    following = page.after(last)
    return following[:1].isupper() or following in page.heads.bodies


def _is_thing(page: Page, first: int, last: int) -> bool:
    """Whether the adjective belongs to a thing, a currency or a language."""
    if fold(page.after(last)) in page.no_people.after:
        return True
    hyphened = _HYPHENED.match(page.shadow, page.words[last].end)  # "Spanish-language"
    if hyphened and hyphened[1] in page.no_people.after:
        return True
    return page.no_people.things.at(page.words, first, page.shadow) is not None


def _compound(start: int, text: str, known: Phrases[Nationality]) -> list[Mention]:
    """The parts of "Moroccan-Spanish-Portuguese", if one is a nationality."""
    return [
        Mention(start + part.start(), start + part.end(), value, "nationality.compound")
        for part in _PART.finditer(text)
        if part[0][:1].isupper() and (value := known.get(part[0]))
    ]
