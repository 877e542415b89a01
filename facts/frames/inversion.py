"""What was found, told place first: "In his suitcase were 4 kg of horn", "Hidden below were"."""

from collections.abc import Set

from facts.frames.lexicon import Lexicon
from facts.frames.tokens import Tokens
from facts.frames.triggers import Event
from facts.frames.words import ADVERBS

_COPULAS = frozenset({"was", "were", "lay"})
_WITHIN = frozenset("inside aboard beneath underneath behind among amongst within under".split())
"""What opens a place where things are hidden, whatever it is."""
_AT = frozenset("in on at".split())
"""What opens a place only where it is one that is searched."""
_PUT = frozenset(
    "hidden concealed stashed stowed tucked packed stuffed sewn taped strapped buried wrapped "
    "secreted lying stacked piled loaded crammed".split()
)
_PLACED = _WITHIN | _AT
_OPENING_PLACE = _PLACED | _PUT
_HOLDERS = frozenset(
    "boot trunk luggage baggage home homes room rooms cellar basement attic garage shed hold cargo "
    "pocket pockets shoes stomach garden possession compartment compartments cabin crate crates "
    "hideout vehicle vehicles ship".split()
)
_HOLDING = frozenset({"goods", "vehicle"})
_OPENING = frozenset({"that", ",", "and", '"', "but", "also"})
"""Words before the place where it does not open the sentence."""
_ASIDES = frozenset("also there recently".split()) | ADVERBS
_LONGEST = 14
"""Tokens from the first word of the place to the verb."""
_FOUND = frozenset({"find"})


def inversions(tokens: Tokens, spoken: Set[str], lexicon: Lexicon) -> list[Event]:
    """Events of what was found in a place that stands before the verb."""
    if _COPULAS.isdisjoint(spoken) or _OPENING_PLACE.isdisjoint(spoken):
        return []
    return [
        Event(at, at + 1, _FOUND, "active")
        for at in tokens.places_of(_COPULAS)
        if opens_things(tokens, at + 1)
        and (_follows_place(tokens, at, lexicon) or _precedes_place(tokens, at, lexicon))
    ]


def opens_things(tokens: Tokens, at: int) -> bool:
    """Whether a number or an article comes at a token, past a word that belongs to it."""
    lows = tokens.lows
    at += lows[at] in _HEDGES
    ahead = range(at, at + _MODIFIER + 1)
    if any(n in tokens.numbers and tokens.numbers[n].mod_start <= tokens.starts[at] for n in ahead):
        return True
    return at in tokens.numbers or lows[at] in ("a", "an", "multiple")


_HEDGES = frozenset("nearly almost about around some over another".split())


_MODIFIER = 3
"""Tokens of the longest modifier of a number: "no fewer than"."""


def _precedes_place(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """ "opened the boot and there were 12 kg in it": whether a place that was opened follows."""
    lows = tokens.lows
    if lows[at - 1] != "there" or _OPENED.isdisjoint(tokens.spoken):
        return False
    for place in range(at + 2, min(at + _LONGEST, tokens.size)):
        if lows[place] in _PLACED:
            near = lows[place + 1] == "it"
            return near or _is_searched(tokens, place + 1, place + _NAME, lexicon)
    return False


_OPENED = frozenset("opened searched boarded inspected stopped seized intercepted".split())
_NAME = 5
"""Tokens in which a place is named."""


def _follows_place(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether what stands before the verb at a token is a place and no subject."""
    lows = tokens.lows
    last = at
    while last > 0 and lows[last - 1] in _ASIDES:
        last -= 1
    for first in range(last - 1, max(-1, last - _LONGEST), -1):
        low = lows[first]
        if low in _PUT and _begins(tokens, first):
            return True
        if low in _PLACED and _begins(tokens, first):
            return low in _WITHIN or _is_searched(tokens, first + 1, last, lexicon)
        if low == "which" and first + 1 == last and lows[first - 1] in _PLACED:
            return True  # "a crate in which were 40 tusks"
        if low in _ENDING:
            return False
    return False


_ENDING = frozenset([";", ":", "who", "when", "after", "before", "said", "he", "they", "it"])


def _begins(tokens: Tokens, at: int) -> bool:
    before = tokens.lows[at - 1] if at > 0 else ""
    return at == 0 or before in _OPENING


def _is_searched(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a place is a bag, a car, a room: one that is opened and looked into."""
    for low in tokens.lows[first:last]:
        sense = lexicon.senses.get(low)
        if low in _HOLDERS or (sense and (sense.category in _HOLDING or sense.unit)):
            return True
    return False
