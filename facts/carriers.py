"""What a car, a suitcase or a traveller can carry: more than that cannot be meant as printed."""

import re
from collections.abc import Mapping

from msgspec import Struct

from facts.later import later
from facts.spans import Span

_MOST_KG: Mapping[str, int] = {
    "car": 2000, "sedan": 2000, "taxi": 2000, "hatchback": 1500, "suv": 2500,
    "motorcycle": 400, "motorbike": 400, "scooter": 300,
    "suitcase": 200, "backpack": 80, "rucksack": 80, "handbag": 40, "luggage": 500,
    "stomach": 5, "abdomen": 5, "rectum": 2, "intestines": 5,
    "shoes": 20, "boots": 20, "soles": 20, "sneakers": 20, "heels": 20, "underwear": 10,
    "bra": 10, "belt": 20, "wig": 5, "socks": 10, "pockets": 20, "clothing": 50, "clothes": 50,
    "waistcoat": 50, "wheelchair": 50, "pram": 50, "briefcase": 50,
}  # fmt: skip
"""The most, in kg, that one of each has plausibly been caught with."""
_BULK = later(
    r"\b(?:containers?|shipments?|consignments?|lorr(?:y|ies)|trucks?|warehouses?|cargo|pallets?)\b",
    re.IGNORECASE,
)
"""Where these are told of, shoes and clothes are the load and not worn."""
_LARGER = later(
    r"\b(?:containers?|lorr(?:y|ies)|trucks?|trailers?|tankers?|warehouses?|"
    r"depots?|ships?|vessels?|boats?|speedboats?|ferr(?:y|ies)|freighters?|submarines?|"
    r"semi-submersibles?|planes?|aircraft|airplanes?|trains?|wagons?|buses)\b",
    re.IGNORECASE,
)
"""Where one of these is told of as well, it held the load and not the car beside it."""
_WORN = frozenset(
    "shoes boots soles sneakers heels underwear bra belt wig socks clothing clothes".split()
)
_CARRIER = later(
    r"\b(?:in|inside|aboard|of|into|by|on|under) (?:an?|the|his|her|their|one) "
    rf"(?:(?!and\b|of\b|with\b)[\w'-]+ ){{0,2}}({'|'.join(_MOST_KG)})\b",
    re.IGNORECASE,
)


class Carrier(Struct, frozen=True):
    """What something was carried in, and how much that holds."""

    name: str
    most_kg: int


def carrier(shadow: str, sentence: Span) -> Carrier | None:
    """The carrier a sentence speaks of; None where it names none or a lorry."""
    found = _CARRIER.search(shadow, sentence.start, sentence.end)
    if found is None:
        return None
    if _LARGER.search(shadow, sentence.start, sentence.end):
        return None
    name = found[1].lower()
    if name in _WORN and _BULK.search(shadow, sentence.start, sentence.end):
        return None
    return Carrier(name, _MOST_KG[name])
