"""How far the words of a noun phrase reach: past what modifies, joins or quotes, to the head."""

from collections.abc import Sequence

from msgspec import Struct

from facts.frames.lexicon import Lexicon, Sense
from facts.frames.tokens import Token
from facts.frames.words import STOP

_LONGEST_PHRASE = 9
_MEN = ("men", "women")
_NO_MEN = frozenset("specimen regimen abdomen acumen omen yemen bremen semen stamen".split())
_MEN_SENSE = Sense(nouns=frozenset({"person"}), many=True)


class Reach(Struct, gc=False):
    """How far the words of a phrase reach, and what they name."""

    end: int
    """The token after the last of them."""
    known_end: int
    """The token after the last that a rule knows."""
    known: Sense | None = None
    """What that one stands for."""
    substance: Sense | None = None
    """The last substance among them."""
    modifier: str = ""
    """The word the last known name begins with."""


def reach(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> Reach:
    """How far a noun phrase reaches that begins at a token; to itself where none can begin."""
    words = Reach(first, first)
    at = first
    limit = min(len(tokens), first + _LONGEST_PHRASE)
    while at < limit:
        token = tokens[at]
        if _only_joins(tokens, at, first, words.known, lexicon):
            at += 1
            continue
        is_stop = token.low in STOP
        if not token.is_word or (is_stop and not _is_modifier(tokens, at, first)):
            break
        passes = is_stop and token.low != "stolen"
        found = None if passes else lookup(tokens, at, lexicon)
        if found is None:
            if not (passes or _may_pass(tokens, at, first, words.known, lexicon)):
                break
            at = words.end = at + 1
            continue
        if words.known and not _goes_on(tokens, at, words.known, lexicon):
            break
        words.known, size = found
        if words.known.substance:
            words.substance = words.known
        words.modifier = token.low
        at = words.end = words.known_end = at + size
    return words


def _only_joins(
    tokens: Sequence[Token], at: int, first: int, known: Sense | None, lexicon: Lexicon
) -> bool:
    """Whether a quotation mark, "and" or a stroke stands inside of the phrase."""
    low = tokens[at].low
    if low == '"':
        return True
    if low == "and" and at > first:
        return _joins_names(tokens, at, known, lexicon)
    return low == "/" and at > first and _joins_capitals(tokens, at)


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
