"""How far the words of a noun phrase reach: past what modifies, joins or quotes, to the head."""

from collections.abc import Sequence

from msgspec import Struct

from facts.frames.lexicon import Lexicon, Sense
from facts.frames.tokens import Tokens
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


def reach(tokens: Tokens, first: int, lexicon: Lexicon) -> Reach:
    """How far a noun phrase reaches that begins at a token; to itself where none can begin."""
    words = Reach(first, first)
    lows = tokens.lows
    at = first
    limit = min(tokens.size, first + _LONGEST_PHRASE)
    while at < limit:
        low = lows[at]
        if low in _JOINTS and (past := _past_joint(tokens, at, first, words, lexicon)):
            at = past
            continue
        is_stop = low in STOP and not _opens_name(lows, at, lexicon)
        if not tokens.is_word(at) or (is_stop and not _is_modifier(tokens, at, first)):
            break
        passes = is_stop and low != "stolen"
        found = None if passes else lookup(lows, at, lexicon)
        if found is None:
            if not (passes or _may_pass(tokens, at, first, words.known, lexicon)):
                break
            at = words.end = at + 1
            continue
        if words.known and not _goes_on(lows, at, words.known, lexicon):
            break
        words.known, size = found
        if words.known.substance:
            words.substance = words.known
        words.modifier = low
        at = words.end = words.known_end = at + size
    return words


def _past_joint(tokens: Tokens, at: int, first: int, words: Reach, lexicon: Lexicon) -> int | None:
    """Past a word or mark that joins two parts of the phrase; None where it ends there."""
    low = tokens.lows[at]
    if low in _JOINING and _only_joins(tokens, at, first, words.known, lexicon):
        return at + 1
    if low in _LISTING and words.known and _joins_peoples(tokens, at, words.known, lexicon):
        return at + 1
    if low == "#" and at > first and _is_model(tokens, at, words.known, lexicon):
        words.end = words.known_end = at + 1
        return at + 1
    if low == "." and at > first and _ends_short_form(tokens, at):
        return at + 1
    return _past_short_form(tokens, at, words.known, lexicon) if low == "(" else None


_JOINING = frozenset(['"', "and", "/"])
_LISTING = frozenset([",", "and", "or"])
_JOINTS = _JOINING | _LISTING | {"#", ".", "("}


def _only_joins(tokens: Tokens, at: int, first: int, known: Sense | None, lexicon: Lexicon) -> bool:
    """Whether a quotation mark, "and" or a stroke stands inside of the phrase."""
    low = tokens.lows[at]
    if low == '"':
        return True
    if at == first:
        return False
    return _joins_names(tokens, at, known, lexicon) if low == "and" else _joins_capitals(tokens, at)


def _is_model(tokens: Tokens, at: int, known: Sense | None, lexicon: Lexicon) -> bool:
    """The 350 of "a Lexus 350 saloon": a number that is part of a make's name."""
    number = tokens.numbers.get(at)
    if known is None or known.item != "item.vehicle" or number is None or number.mod:
        return False
    model = number.style == "digits" and not number.grouped and number.value is not None
    return model and tokens.is_capital(at - 1) and tokens.lows[at + 1] not in lexicon.units


def _ends_short_form(tokens: Tokens, at: int) -> bool:
    """Whether a point is the last of "U.S." and the phrase goes on."""
    return "." in tokens.lows[at - 1] and tokens.is_word(at + 1) and not tokens.is_capital(at + 1)


def _past_short_form(tokens: Tokens, at: int, known: Sense | None, lexicon: Lexicon) -> int | None:
    """Past the brackets of "Islamic State (IS) members", where the noun comes after them."""
    if known and known.nouns and known.many:
        return None
    if not (tokens.is_capital(at - 1) and tokens.is_capital(at + 1)):
        return None
    if tokens.lows[at + 2] != ")" or not _noun_follows(tokens, at + 2, lexicon):
        return None
    return at + 3


def lookup(lows: Sequence[str], at: int, lexicon: Lexicon) -> tuple[Sense, int] | None:
    """The longest name that begins at a token, and how many tokens it has."""
    senses = lexicon.senses
    low = lows[at]
    for size in lexicon.names.get(low, ()):
        name = " ".join(lows[at : at + size])
        if name in senses:
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


def _opens_name(lows: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """ "face masks", "works of art": a word that elsewhere ends a phrase opens a known name."""
    sizes = lexicon.names.get(lows[at], ())
    return any(" ".join(lows[at : at + size]) in lexicon.senses for size in sizes)


def _is_modifier(tokens: Tokens, at: int, first: int) -> bool:
    """ "stolen cars", "locally made pistols", "dried leaves": words that elsewhere end a phrase."""
    lows = tokens.lows
    low = lows[at]
    if low == "leaves":
        return at > first
    if low == "locally":
        return lows[at + 1] in _MADE
    if low in _MADE and at > first:
        abroad = tokens.is_capital(at - 1) and not lows[at - 1].endswith(("s", "men"))
        return lows[at - 1] == "locally" or abroad  # "French made weapons"
    if low in _TAKEN and at > first:
        return lows[at - 1].endswith("ly")  # "illegally caught tuna"
    return at == first and low in ("stolen", "spent")


_TAKEN = frozenset("caught sold bought brought grown built".split())


_MADE = frozenset(
    "made fabricated manufactured produced built assembled crafted fashioned improvised".split()
)


def _joins_capitals(tokens: Tokens, at: int) -> bool:
    """ "Boko Haram/ISWAP fighters"."""
    return tokens.is_capital(at - 1) and at + 1 < tokens.size and tokens.is_capital(at + 1)


def _joins_names(tokens: Tokens, at: int, known: Sense | None, lexicon: Lexicon) -> bool:
    """ "17 Boko Haram and ISWAP terrorists": names before the noun they belong to."""
    if known is None and _share_head(tokens, at, lexicon):
        return True
    if known is not None or at + 2 >= tokens.size:
        return False
    if not tokens.is_capital(at - 1 - (tokens.lows[at - 1] == ".")):
        return False
    if not tokens.is_capital(at + 1):  # "a dozen CTD and law enforcement personnel"
        follows = lookup(tokens.lows, at + 1, lexicon)
        return follows is not None and follows[0].many and bool(follows[0].nouns & _OFFICERS)
    return any(
        tokens.is_word(after) and lookup(tokens.lows, after, lexicon) is not None
        for after in (at + 2, at + 3)
    )


_OFFICERS = frozenset({"officer"})
_PEOPLES = frozenset({"nationality"})


def _joins_peoples(tokens: Tokens, at: int, known: Sense, lexicon: Lexicon) -> bool:
    """ "12 Spanish, French and Moroccan nationals": adjectives before the noun they share."""
    if known.nouns != _PEOPLES or tokens.lows[at - 1].endswith("s"):
        return False
    limit = at + _LONGEST_PHRASE
    while tokens.lows[at] in _LISTING and at < limit:
        people = lookup(tokens.lows, at + 1, lexicon)
        if people is None or people[0].nouns != _PEOPLES or tokens.lows[at + 1].endswith("s"):
            return False
        at += 1 + people[1]
    shared = lookup(tokens.lows, at, lexicon)
    return shared is not None and shared[0].many and bool(shared[0].nouns - _PEOPLES)


def _share_head(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """ "alarm and signal weapons", "domestic and foreign arrests": two words no rule knows."""
    lows = tokens.lows
    if not (tokens.is_word(at + 1) and tokens.is_word(at + 2)):
        return False
    pair = (lows[at - 1], lows[at + 1])
    if any(word in lexicon.acts or word in STOP or word.endswith("s") for word in pair):
        return False
    sense = lexicon.senses.get(lows[at + 2])
    known = lookup(lows, at + 1, lexicon)
    return bool(sense and sense.many and (sense.category or sense.nouns) and known is None)


def _goes_on(lows: Sequence[str], at: int, known: Sense, lexicon: Lexicon) -> bool:
    """Whether a known noun after a known noun is still the same phrase."""
    if lows[at - 1] == "police":
        return True
    if _is_past(lows[at], lexicon):
        return False
    return not (known.many and known.nouns and not known.category)


def _may_pass(tokens: Tokens, at: int, first: int, known: Sense | None, lexicon: Lexicon) -> bool:
    """Whether a word no rule knows as a noun belongs to the phrase."""
    lows = tokens.lows
    low = lows[at]
    verbal = low.endswith(("ed", "ing")) or low in lexicon.acts
    if known is not None:
        if verbal:
            people = known.many and bool(known.nouns)  # "officers executing warrants"
            return not people and _noun_follows(tokens, at, lexicon) and not _is_past(low, lexicon)
        if known.many and not known.substance:
            return False
        if tokens.is_capital(at):  # a model after its make: "a Toyota Fortuner"
            return known.item == "item.vehicle" and tokens.is_capital(at - 1)
        return not low.endswith("ly")
    if verbal and not low.endswith("s"):
        if at == first or low.endswith("ed"):
            return _word_follows(tokens, at) and not _looks_plural(lows, at - 1, first)
        return _noun_follows(tokens, at, lexicon)
    if low.endswith("ly"):
        return _word_follows(tokens, at) or lows[at + 1] in _TAKEN
    return not _looks_plural(lows, at - 1, first) or _noun_follows(tokens, at, lexicon)


def _word_follows(tokens: Tokens, at: int) -> bool:
    """Whether a word comes next that a phrase may hold."""
    low = tokens.lows[at + 1]
    return tokens.is_word(at + 1) and (low not in STOP or low == "leaves")


def _noun_follows(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether a word comes next that a rule knows as a noun."""
    return _word_follows(tokens, at) and lookup(tokens.lows, at + 1, lexicon) is not None


def _is_past(low: str, lexicon: Lexicon) -> bool:
    return low.endswith("ed") or any(
        act.form in ("ed", "past", "participle") for act in lexicon.acts.get(low, ())
    )


def _looks_plural(lows: Sequence[str], at: int, first: int) -> bool:
    low = lows[at] if at >= first else ""
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is"))
