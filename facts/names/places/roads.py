"""The towns that a road or a border is named after: "on the Nairobi-Mombasa highway"."""

import re
from collections.abc import Iterator

from facts.cue import Cue
from facts.model import Mention
from facts.names.page import Page
from facts.names.places.mentions import Writer

_ROAD = Cue(
    r"(?P<towns>[A-Z][a-z']{2,}(?:-[A-Z][a-z']{2,}){1,3})"
    r"(?= (?:[Rr]oad|[Hh]ighway|[Ee]xpressway|[Mm]otorway|[Rr]ailway|route|axis|corridor"
    r"|border)\b)",
    "road highway expressway motorway railway route axis corridor border",
)
_TOWN = re.compile(r"[^-]+")


def towns_of(page: Page, writer: Writer) -> Iterator[Mention]:
    """Each town in the name of a road, apart; "the Sino-Indian border" has none."""
    for road in _ROAD.all(page.shadow, page.printed):
        index, last = page.numbers(*road.span("towns"))
        if index != last or not page.is_free(index, last):
            continue
        towns = list(_TOWN.finditer(page.shadow, *road.span("towns")))
        if not any(page.demonyms.get(town[0]) for town in towns):
            yield from (writer.part(index, *town.span()) for town in towns)
