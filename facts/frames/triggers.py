"""The trigger words of a sentence, with their voice: who is before them and who after."""

from collections.abc import Sequence, Set
from typing import Literal, TypeAlias

from msgspec import Struct, structs

from facts.frames.lexicon import Act, Lexicon
from facts.frames.tokens import Tokens
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


def events(tokens: Tokens, lexicon: Lexicon) -> list[Event]:
    """The triggers of a sentence, in order."""
    found: list[Event] = []
    places = tokens.places_of(lexicon.starts)
    if not places:
        return found
    lows, after, doubtful = tokens.lows, 0, may_be_unreal(tokens.spoken)
    for at in places:
        if at < after:
            continue
        low = lows[at]
        size = _phrase_size(lows, at, lexicon) if low in lexicon.openings else 1
        acts = lexicon.acts.get(" ".join(lows[at : at + size]) if size > 1 else low)
        if acts:
            after = at + size
            found += _voiced(tokens, at, after, acts, doubtful=doubtful)
    return _with_shared_objects(lows, found)


def _with_shared_objects(lows: Sequence[str], found: list[Event]) -> list[Event]:
    """ "discovered and destroyed 23 camps": what follows was done both to."""
    active = {event.first for event in found if event.voice == "active"}
    return [
        structs.replace(event, voice="active") if _shares_object(lows, event, active) else event
        for event in found
    ]


def _shares_object(lows: Sequence[str], event: Event, active: Set[int]) -> bool:
    if event.voice != "reduced" or lows[event.last] != "and":
        return False
    after = event.last + 1 + (lows[event.last + 1] in ADVERBS)
    return after in active and lows[event.first - 1] not in BE


def _phrase_size(lows: Sequence[str], at: int, lexicon: Lexicon) -> int:
    """How many words the longest trigger phrase at a token has; 1 where there is none."""
    for size in lexicon.pairs.get((lows[at], lows[at + 1]), ()):
        if " ".join(lows[at : at + size]) in lexicon.acts:
            return size
    return 1


def _voiced(
    tokens: Tokens, first: int, last: int, acts: Sequence[Act], *, doubtful: bool
) -> list[Event]:
    voices: dict[Voice, frozenset[str]] = {}
    for act in acts:
        voice = _voice(tokens, first, last, act.form)
        voices[voice] = voices.get(voice, _NO_TRIGGERS) | act.triggers
    if len(voices) > 1:
        voices.pop("mention", None)
    return [
        Event(
            first,
            last + _is_linked(tokens, last, voice),
            triggers,
            voice,
            doubtful and is_unreal(tokens, first, triggers),
        )
        for voice, triggers in voices.items()
    ]


_NO_TRIGGERS = frozenset[str]()


def _is_linked(tokens: Tokens, last: int, voice: Voice) -> bool:
    """Whether the next token only links the trigger to its objects: "of", "Also seized:"."""
    return voice == "of" or (voice == "active" and tokens.lows[last] == ":")


def _voice(tokens: Tokens, first: int, last: int, form: str) -> Voice:
    if form == "before":
        return "active"
    if form == "after":
        return "passive"
    lows = tokens.lows
    if form == "nominal":
        return "of" if lows[last] in _NOMINAL_LINKS else "mention"
    before = _word_before(lows, first)
    if form == "ing":
        if before == "being":
            return "passive"
        return "mention" if lows[last] == "of" else "active"
    if form in ("base", "third"):
        return _present_voice(tokens, first, last, before)
    return _past_voice(tokens, first, last, form, before)


def _present_voice(tokens: Tokens, first: int, last: int, before: str) -> Voice:
    if before in MODALS or (_may_be_subject(tokens, first) and _opens_object(tokens, last)):
        return "active"
    return "active" if _goes_on_telling(tokens, first, last) else "mention"


def _goes_on_telling(tokens: Tokens, first: int, last: int) -> bool:
    """ "Iran breaks up a ring, arrests 17", "Police kill nine, seize heroin": as headlines do."""
    if tokens.lows[first - 1] not in _PAUSES or last >= tokens.size:
        return False
    known = tokens.lows[first] in _NEVER_NOUNS
    return last in tokens.numbers or (known and _opens_object(tokens, last))


def _may_be_subject(tokens: Tokens, at: int) -> bool:
    before = tokens.lows[at - 1]
    return before not in DETERMINERS and before not in PREPOSITIONS and tokens.is_word(at - 1)


def _past_voice(tokens: Tokens, at: int, last: int, form: str, before: str) -> Voice:
    lows = tokens.lows
    if before in BE and form != "past":
        return "passive"
    if before in HAVE or form == "past":
        return "active"
    if lows[at - 1] == "that" and _opens_number(tokens, last):
        return "active"  # "a blast that injured two residents"
    if before in DETERMINERS or _only_names(lows, at):
        return "mention"
    if lows[last] == ":":
        return "active"
    if form == "participle":
        return "reduced"
    return "active" if _opens_object(tokens, last) else "reduced"


def _only_names(lows: Sequence[str], at: int) -> bool:
    """ "two men, identified only by their initials, were arrested": who they are."""
    return lows[at] == "identified" and lows[at - 1] == ","


def _opens_number(tokens: Tokens, at: int) -> bool:
    while tokens.lows[at] in ADVERBS:
        at += 1
    return at in tokens.numbers


def _opens_object(tokens: Tokens, at: int) -> bool:
    lows = tokens.lows
    while (lows[at] in ADVERBS and lows[at] != "all") or lows[at] == '"':
        at += 1
    if at in tokens.opaque:
        return lows[at] == "money"
    if at in tokens.numbers:
        return True
    low = lows[at]
    if low == "between":
        return at + 1 in tokens.numbers
    if low in PREPOSITIONS:
        return _opens_modifier(tokens, at)
    return low not in _NO_OBJECT and tokens.is_word(at)


def _opens_modifier(tokens: Tokens, at: int) -> bool:
    """ "at least 20 men", "up to 20", "as many as 20": words that belong to a number."""
    for ahead in range(at + 1, at + 1 + _LONGEST_MODIFIER):
        if number := tokens.numbers.get(ahead):
            return number.mod_start <= tokens.starts[at]
    return False


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
    "were be been has have had will would there here include includes included comprise comprised "
    "consist consists consisted".split()
)


def _word_before(lows: Sequence[str], at: int) -> str:
    """The nearest word before a token that is no adverb, of the last few."""
    for before in lows[max(0, at - _FEW) : at][::-1]:
        if before not in ADVERBS and not before.endswith("ly"):
            return before
    return ""


_FEW = 4
