"""The trigger words of a sentence, with their voice: who is before them and who after."""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from facts.frames.lexicon import Act, Lexicon
from facts.frames.tokens import Token
from facts.frames.unreal import is_unreal, may_be_unreal
from facts.frames.words import ADVERBS, BE, DETERMINERS, HAVE, MODALS, PREPOSITIONS

Voice: TypeAlias = Literal["active", "passive", "reduced", "of", "mention"]
"""Active: what it is done to follows. Passive ("were arrested") and reduced ("arrested in Lagos"):
it precedes. Of ("the arrest of"): it follows directly. Mention: the word is there, no more."""


class Event(Struct, frozen=True, gc=False):
    """A trigger word in a sentence, by its tokens."""

    first: int
    last: int
    """The token after it."""
    triggers: frozenset[str]
    voice: Voice
    unreal: bool = False
    """True where it did not happen, or not yet: "did not arrest", "will seize"."""


def events(tokens: Sequence[Token], lexicon: Lexicon) -> list[Event]:
    """The triggers of a sentence, in order."""
    found: list[Event] = []
    lows = [token.low for token in tokens]
    acts_of, starts, after = lexicon.acts, lexicon.starts, 0
    doubtful = may_be_unreal(lows)
    for at, low in enumerate(lows):
        if low not in starts or at < after:
            continue
        size = _phrase_size(lows, at, lexicon) if low in lexicon.openings else 1
        acts = acts_of.get(" ".join(lows[at : at + size])) if size > 1 else acts_of.get(low)
        if acts:
            after = at + size
            found += _voiced(tokens, at, after, acts, doubtful=doubtful)
    return found


def _phrase_size(lows: Sequence[str], at: int, lexicon: Lexicon) -> int:
    """How many words the longest trigger phrase at a token has; 1 where there is none."""
    if at + 1 < len(lows):
        for size in lexicon.pairs.get((lows[at], lows[at + 1]), ()):
            if at + size <= len(lows) and " ".join(lows[at : at + size]) in lexicon.acts:
                return size
    return 1


def _voiced(
    tokens: Sequence[Token], first: int, last: int, acts: Sequence[Act], *, doubtful: bool
) -> list[Event]:
    voices: dict[Voice, set[str]] = {}
    for act in acts:
        voices.setdefault(_voice(tokens, first, last, act.form), set()).add(act.trigger)
    if len(voices) > 1:
        voices.pop("mention", None)
    return [
        Event(
            first,
            last + _linked(tokens, last, voice),
            frozenset(triggers),
            voice,
            doubtful and is_unreal(tokens, first, frozenset(triggers)),
        )
        for voice, triggers in voices.items()
    ]


def _linked(tokens: Sequence[Token], last: int, voice: Voice) -> bool:
    """Whether the next token only links the trigger to its objects: "of", "Also seized:"."""
    return voice == "of" or (voice == "active" and _low(tokens, last) == ":")


def _voice(tokens: Sequence[Token], first: int, last: int, form: str) -> Voice:
    if form == "before":
        return "active"
    if form == "after":
        return "passive"
    before = _word_before(tokens, first)
    if form == "nominal":
        return "of" if _low(tokens, last) in _NOMINAL_LINKS else "mention"
    if form == "ing":
        if before == "being":
            return "passive"
        return "mention" if _low(tokens, last) == "of" else "active"
    if form in ("base", "third"):
        return _present_voice(tokens, first, last, before)
    return _past_voice(tokens, first, last, form, before)


def _present_voice(tokens: Sequence[Token], first: int, last: int, before: str) -> Voice:
    if before in MODALS or (_opens_object(tokens, last) and _may_be_subject(tokens, first)):
        return "active"
    return "active" if _goes_on_telling(tokens, first, last) else "mention"


def _goes_on_telling(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "Iran breaks up a ring, arrests 17", "Police kill nine, seize heroin": as headlines do."""
    if first == 0 or tokens[first - 1].low not in _PAUSES or last >= len(tokens):
        return False
    counts = tokens[last].number is not None
    return counts or (tokens[first].low in _NEVER_NOUNS and _opens_object(tokens, last))


def _may_be_subject(tokens: Sequence[Token], at: int) -> bool:
    if at == 0:
        return False
    token = tokens[at - 1]
    return token.is_word and token.low not in DETERMINERS and token.low not in PREPOSITIONS


def _past_voice(tokens: Sequence[Token], at: int, last: int, form: str, before: str) -> Voice:
    if before in BE and form != "past":
        return "passive"
    if before in HAVE or form == "past":
        return "active"
    if _word_at(tokens, at - 1) == "that" and _opens_number(tokens, last):
        return "active"  # "a blast that injured two residents"
    if before in DETERMINERS or _only_names(tokens, at):
        return "mention"
    if _low(tokens, last) == ":":
        return "active"
    if form == "participle":
        return "reduced"
    return "active" if _opens_object(tokens, last) else "reduced"


def _only_names(tokens: Sequence[Token], at: int) -> bool:
    """ "two men, identified only by their initials, were arrested": who they are."""
    return tokens[at].low == "identified" and _low(tokens, at - 1) == ","


def _opens_number(tokens: Sequence[Token], at: int) -> bool:
    while at < len(tokens) and tokens[at].low in ADVERBS:
        at += 1
    return at < len(tokens) and tokens[at].number is not None


def _opens_object(tokens: Sequence[Token], at: int) -> bool:
    while at < len(tokens) and tokens[at].low in ADVERBS and tokens[at].low != "all":
        at += 1
    if at == len(tokens):
        return False
    token = tokens[at]
    if token.opaque:
        return token.low == "money"
    if token.number:
        return True
    low = token.low
    if low == "between":
        return at + 1 < len(tokens) and bool(tokens[at + 1].number)
    if low in PREPOSITIONS:
        return _opens_modifier(tokens, at)
    return token.is_word and low not in _NO_OBJECT


def _opens_modifier(tokens: Sequence[Token], at: int) -> bool:
    """ "at least 20 men", "up to 20", "as many as 20": words that belong to a number."""
    ahead = (token.number for token in tokens[at + 1 : at + 1 + _LONGEST_MODIFIER])
    number = next(filter(None, ahead), None)
    return number is not None and number.mod_start <= tokens[at].start


_LONGEST_MODIFIER = 3
"""Tokens of the longest modifier that opens like a preposition: "in excess of"."""


_PAUSES = frozenset([",", '"', ")", ";"])
_NEVER_NOUNS = frozenset(
    "seize seizes confiscate confiscates recover recovers dismantle dismantles foil foils thwart "
    "thwarts intercept intercepts".split()
)
_NOMINAL_LINKS = frozenset("of including totalling totaling comprising :".split())
"""What joins a noun of action to its objects: "seizures including 9 vehicles"."""
_NO_OBJECT = frozenset(
    "and or but who whom whose which that when where while after before because if as is are was "
    "were be been has have had will would there here".split()
)


def _word_before(tokens: Sequence[Token], at: int) -> str:
    steps = 0
    while at > 0 and steps < 4:
        at -= 1
        steps += 1
        low = tokens[at].low
        if low not in ADVERBS and not low.endswith("ly"):
            return low
    return ""


def _word_at(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if at >= 0 else ""


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if at < len(tokens) else ""
