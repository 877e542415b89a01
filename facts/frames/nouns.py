"""Noun phrases: where one ends, and what its head stands for."""

from collections.abc import Sequence

from msgspec import Struct

from facts.frames.lexicon import Lexicon, Sense
from facts.frames.tokens import Token
from facts.frames.words import STOP

_LONGEST_PHRASE = 9
UNKNOWN = Sense()
"""What a noun stands for that no rule knows."""
_DEMONYM = frozenset({"nationality"})
_MODIFIERS = frozenset({"drug", "anti-drug", "counter-narcotics", "narcotics", "anti-narcotics"})


_TRADERS = frozenset("producers exporters importers growers consumers users markers".split())
"""Countries as often as people: "the two biggest cocaine producers"."""
_MEN = ("men", "women")
_NO_MEN = frozenset("specimen regimen abdomen acumen omen yemen bremen semen stamen".split())
_MEN_SENSE = Sense(nouns=frozenset({"person"}), many=True)
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

    @property
    def category(self) -> str | None:
        """What it is as a thing; None for people and other things that no one seizes."""
        sense = self.sense
        if self.modifies or (sense.nouns and not sense.category and not sense.unit):
            return None
        if self.substance and (sense.unit or sense.substance or not sense.category):
            return self.substance.category
        return sense.category


def lookup(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[Sense, int] | None:
    """The longest name that begins at a token, and how many tokens it has."""
    senses = lexicon.senses
    low = tokens[at].low
    for size in lexicon.names.get(low, ()):
        name = " ".join([token.low for token in tokens[at : at + size]])
        if name in senses and at + size <= len(tokens):
            return senses[name], size
    if low in senses:
        return senses[low], 1
    if low.endswith(_MEN) and low not in _NO_MEN:
        return _MEN_SENSE, 1
    if "-" in low:
        tail = low.rpartition("-")[2]
        if tail in senses:
            return senses[tail], 1
    return None


def noun_phrase(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> NounPhrase | None:
    """The noun phrase that begins at a token; None where no noun can begin."""
    if first >= len(tokens):
        return None
    at = first
    known: Sense | None = None
    substance: Sense | None = None
    end = known_end = first
    modifier = ""
    limit = min(len(tokens), first + _LONGEST_PHRASE)
    while at < limit:
        token = tokens[at]
        if token.low == '"':
            at += 1
            continue
        if token.low == "and" and at > first and _joins_names(tokens, at, known, lexicon):
            at += 1
            continue
        if token.low == "/" and at > first and _joins_capitals(tokens, at):
            at += 1
            continue
        if not token.is_word or (token.low in STOP and not _is_modifier(tokens, at, first)):
            break
        if token.low in STOP and token.low != "stolen":
            at = end = at + 1
            continue
        found = lookup(tokens, at, lexicon)
        if found:
            sense, size = found
            if known and not _goes_on(tokens, at, known, lexicon):
                break
            known = sense
            if sense.substance:
                substance = sense
            modifier = token.low
            at = end = known_end = at + size
            continue
        if not _may_pass(tokens, at, first, known, lexicon):
            break
        at = end = at + 1
    if end == first or (end == first + 1 and tokens[first].low == '"'):
        return None
    end = _closing_quote(tokens, first, end)
    if known and end > known_end and _are_people(tokens[end - 1].low, known):
        known, substance = _PEOPLE, None
    modifies = bool(known and known.substance and end > known_end) and (
        modifier in _MODIFIERS or _is_trade(tokens[end - 1].low)
    )
    if known and known.nouns == _DEMONYM and end > known_end and not known.category:
        known = None
    return NounPhrase(first, end, known or UNKNOWN, substance, tokens[end - 1].capital, modifies)


def _are_people(head: str, before: Sense) -> bool:
    """The ranchers of "cattle ranchers", the runners of "drug runners"."""
    dealt = before.category == "drug" or before.item == "item.livestock"
    return dealt and head.endswith(AGENTS) and head not in _TRADERS


def _is_trade(head: str) -> bool:
    """The producers of "cocaine producers", the route of "heroin route": about it, not of it."""
    return head in _TRADE or head.endswith(("ers", "ors", "ists"))


def _is_modifier(tokens: Sequence[Token], at: int, first: int) -> bool:
    """ "stolen cars", "locally made pistols": words that elsewhere end a phrase."""
    low = tokens[at].low
    if low == "locally":
        return at + 1 < len(tokens) and tokens[at + 1].low in _MADE
    if low in _MADE and at > first:
        return tokens[at - 1].low == "locally"
    return at == first and low == "stolen"


_MADE = frozenset(
    "made fabricated manufactured produced built assembled crafted fashioned improvised".split()
)


def _joins_capitals(tokens: Sequence[Token], at: int) -> bool:
    """ "Boko Haram/ISWAP fighters"."""
    return tokens[at - 1].capital and at + 1 < len(tokens) and tokens[at + 1].capital


def _joins_names(tokens: Sequence[Token], at: int, known: Sense | None, lexicon: Lexicon) -> bool:
    """ "17 Boko Haram and ISWAP terrorists": names before the noun they belong to."""
    if known is None and _share_head(tokens, at, lexicon):
        return True
    if known is not None or at + 2 >= len(tokens):
        return False
    if not (tokens[at - 1].capital and tokens[at + 1].capital):
        return False
    return any(
        tokens[after].is_word and lookup(tokens, after, lexicon) is not None
        for after in range(at + 2, min(at + 4, len(tokens)))
    )


def _share_head(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """ "alarm and signal weapons", "domestic and foreign arrests": two words no rule knows."""
    if at + 2 >= len(tokens) or not (tokens[at + 1].is_word and tokens[at + 2].is_word):
        return False
    pair = (tokens[at - 1].low, tokens[at + 1].low)
    if any(word in lexicon.acts or word in STOP or word.endswith("s") for word in pair):
        return False
    sense = lexicon.senses.get(tokens[at + 2].low)
    known = lookup(tokens, at + 1, lexicon)
    return bool(sense and sense.many and (sense.category or sense.nouns) and known is None)


def _goes_on(tokens: Sequence[Token], at: int, known: Sense, lexicon: Lexicon) -> bool:
    """Whether a known noun after a known noun is still the same phrase."""
    if tokens[at - 1].low == "police":
        return True
    acts = lexicon.acts.get(tokens[at].low, ())
    if tokens[at].low.endswith("ed") or any(
        act.form in ("ed", "past", "participle") for act in acts
    ):
        return False
    return not (known.many and known.nouns and not known.category)


def _may_pass(
    tokens: Sequence[Token], at: int, first: int, known: Sense | None, lexicon: Lexicon
) -> bool:
    """Whether a word no rule knows as a noun belongs to the phrase."""
    low = tokens[at].low
    verbal = low.endswith(("ed", "ing")) or low in lexicon.acts
    follower = at + 1 < len(tokens) and tokens[at + 1].is_word and tokens[at + 1].low not in STOP
    noun_follows = follower and lookup(tokens, at + 1, lexicon) is not None
    if known is not None:
        if verbal:
            people = known.many and bool(known.nouns)  # "officers executing warrants"
            return noun_follows and not people and not _is_past(low, lexicon)
        if known.many and not known.substance:
            return False
        if tokens[at].capital:  # a model after its make: "a Toyota Fortuner"
            return known.item == "item.vehicle" and tokens[at - 1].capital
        return not low.endswith("ly")
    if verbal and not low.endswith("s"):
        if at == first or low.endswith("ed"):
            return follower and not _looks_plural(tokens, at - 1, first)
        return noun_follows
    if low.endswith("ly"):
        return follower
    return not _looks_plural(tokens, at - 1, first) or noun_follows


def _is_past(low: str, lexicon: Lexicon) -> bool:
    return low.endswith("ed") or any(
        act.form in ("ed", "past", "participle") for act in lexicon.acts.get(low, ())
    )


def _looks_plural(tokens: Sequence[Token], at: int, first: int) -> bool:
    low = tokens[at].low if at >= first else ""
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is"))


def _closing_quote(tokens: Sequence[Token], first: int, end: int) -> int:
    if end == len(tokens) or tokens[end].low != '"':
        return end
    opened = sum(token.low == '"' for token in tokens[first:end]) % 2
    return end + 1 if opened else end
