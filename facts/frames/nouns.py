"""Noun phrases: where one ends, and what its head stands for."""

from collections.abc import Sequence

from msgspec import Struct

from facts.frames.lexicon import Lexicon, Sense
from facts.frames.reach import reach
from facts.frames.tokens import Tokens

UNKNOWN = Sense()
"""What a noun stands for that no rule knows."""
_DEMONYM = frozenset({"nationality"})
_MODIFIERS = frozenset({"drug", "anti-drug", "counter-narcotics", "narcotics", "anti-narcotics"})
_TRADERS = frozenset("producers exporters importers growers consumers users markers".split())
"""Countries as often as people: "the two biggest cocaine producers"."""
_PEOPLE = Sense(nouns=frozenset({"person", "suspect"}), many=True)
AGENTS = ("ers", "ors", "ists", "ians", "aries", "ees", "men", "women")
"""Endings of nouns that say what people do."""

_TRADE = frozenset(
    "market markets trade route routes price prices case cases problem use abuse production "
    "trafficking smuggling dealing offence offences ring rings gang gangs cartel cartels "
    "network networks epidemic crisis charge charges consumption economy business industry "
    "addiction overdose overdoses bust busts seizure seizures haul hauls plot plots".split()
)
"""Heads after a substance that name no thing one can seize."""


class NounPhrase(Struct, frozen=True, gc=False):
    """A run of words up to and with its head."""

    first: int
    last: int
    """The token after it."""
    sense: Sense
    """What the head stands for; empty for a head no rule knows."""
    substance: Sense | None
    """The substance named on the way: psychotropic of "psychotropic tablets"."""
    capital: bool
    """True where the head begins with a capital letter."""

    modifies: bool = False
    """True where the last known word only modifies an unknown head: drug of "drug dens"."""

    category: str | None = None
    """What it is as a thing; None for people and other things that no one seizes."""


def noun_phrase(tokens: Tokens, first: int, lexicon: Lexicon) -> NounPhrase | None:
    """The noun phrase that begins at a token; None where no noun can begin."""
    words, lows = reach(tokens, first, lexicon), tokens.lows
    if words.end == first or (words.end == first + 1 and lows[first] == '"'):
        return None
    end = _closing_quote(lows, first, words.end)
    head, known, substance = lows[end - 1], words.known, words.substance
    modifies = False
    if known and end > words.known_end:  # the head itself is a word no rule knows
        if _are_people(head, known):
            known, substance = _PEOPLE, None
        elif known.nouns == _DEMONYM and not known.category:
            known = None
        elif known.substance:
            modifies = words.modifier in _MODIFIERS or _is_trade(head)
    capital = tokens.is_capital(end - 1)
    sense = known or UNKNOWN
    category = None if modifies else _category(sense, substance)
    return NounPhrase(first, end, sense, substance, capital, modifies, category)


def _category(sense: Sense, substance: Sense | None) -> str | None:
    if sense.nouns and not sense.category and (not sense.unit or "case" in sense.nouns):
        return None  # "15,000 drug cases"
    if substance and (sense.unit or sense.substance or not sense.category):
        return substance.category
    return sense.category


def _are_people(head: str, before: Sense) -> bool:
    """The ranchers of "cattle ranchers", the runners of "drug runners"."""
    dealt = before.category == "drug" or before.item == "item.livestock"
    return dealt and head.endswith(AGENTS) and head not in _TRADERS


def _is_trade(head: str) -> bool:
    """The producers of "cocaine producers", the route of "heroin route": about it, not of it."""
    return head in _TRADE or head.endswith(("ers", "ors", "ists"))


def _closing_quote(lows: Sequence[str], first: int, end: int) -> int:
    if lows[end] != '"':
        return end
    opened = lows[first:end].count('"') % 2
    return end + 1 if opened else end
