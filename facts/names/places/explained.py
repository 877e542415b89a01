"""Places by the words that explain them: "Gidan Zyx, a village in the north"."""

from collections.abc import Iterator

from facts.cue import Cue
from facts.names.page import Page
from facts.names.places.patterns import Pattern, may_be_place, run_start

_EXPLAINED = Cue(
    r", (?:an?|the)(?: [a-z][\w'-]*){0,4}? (?P<kind>town|village|city|hamlet|suburb"
    r"|neighbou?rhood|district|settlement|port|islet|island)"
    r"(?= (?:in|of|on|near|along|bordering|outside|close|north|south|east|west|some|about|located"
    r"|situated|known|where|that|\d)|[,.;)])",
    "town village city hamlet suburb neighbourhood neighborhood district settlement port islet"
    " island",
)
_TYPES = {"port": "port", "island": "region", "islet": "region", "district": "district"}


def explained(page: Page) -> Iterator[Pattern]:
    """The names before ", a village in" and the like."""
    for match in page.told(_EXPLAINED):
        after, _ = page.numbers(match.start(), match.start())
        first = run_start(page, after - 1) if after else None
        if first is not None and may_be_place(page, first, after - 1):
            kind = _TYPES.get(match["kind"], "city")
            yield Pattern(first, after - 1, kind, "place.explained")
