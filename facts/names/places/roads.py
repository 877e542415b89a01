"""The towns that a road or a border is named after: "on the Nairobi-Mombasa highway"."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from facts.cue import Cue
from facts.later import later
from facts.model import Mention
from facts.names.page import Page
from facts.names.places.mentions import Writer
from facts.spans import Span

_ROAD = Cue(
    r"(?P<towns>[A-Z][a-z']{2,}(?:-[A-Z][a-z']{2,}){1,3})"
    r"(?= (?:[Rr]oad|[Hh]ighway|[Ee]xpressway|[Mm]otorway|[Rr]ailway|route|axis|corridor"
    r"|border)\b)",
    "road highway expressway motorway railway route axis corridor border",
)
_TOWN = later(r"[^-]+")


class Road(NamedTuple):
    """The name of a road or a border: the number of its word, and where each of its towns is."""

    word: int
    towns: list[Span]


def roads(page: Page) -> Iterator[Road]:
    """The names of roads and borders that are made of towns and countries, which they take.

    The part that is a people is none: "the Thai-Myanmar border" names Myanmar alone.
    """
    for road in page.told(_ROAD):
        index, last = page.numbers(*road.span("towns"))
        if index != last or not page.is_free(index, last):
            continue
        parts = list(_TOWN.finditer(page.shadow, *road.span("towns")))
        towns = [part for part in parts if not _is_people(page, part[0])]
        if len(towns) < len(parts):
            towns = [town for town in towns if page.gazetteer.named.get(town[0])]
        first = index - _opens_before(page, index)
        page.take(first, last)
        spans = [Span(*town.span()) for town in towns]
        if spans and spans[0].start == page.words[index].start:
            spans[0] = Span(page.words[first].start, spans[0].end)
        yield Road(first, spans)


def _is_people(page: Page, part: str) -> bool:
    return page.demonyms.get(part) is not None or part in page.heads.prefixes


def _opens_before(page: Page, index: int) -> bool:
    """Whether the first town has a word before it: "the Mai Mahiu-Nairobi road"."""
    before = page.before(index)
    is_name = before[:1].isupper() and not page.taken[index - 1] and not page.words[index - 1].owns
    return is_name and before not in page.heads.outside and before.lower() not in page.terms.compass


def towns_of(found: Iterable[Road], writer: Writer) -> Iterator[Mention]:
    """Each town in the name of a road, apart."""
    for road in found:
        yield from (writer.part(road.word, town.start, town.end) for town in road.towns)
