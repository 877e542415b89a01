"""One person who is held or sentenced, though no number says so: "The driver was arrested"."""

import re
from collections.abc import Iterable
from typing import Final

from facts.cue import Cue
from facts.incidents.passages import Passage
from facts.model import Mention, Person

_LOOK: Final = 90
_ONE: Final = (
    "driver suspect man woman passenger trafficker smuggler courier traveller traveler accused owner "
    "pilot captain skipper dealer mule grandmother businessman businesswoman national citizen "
    "student teenager employee agent militant fugitive ringleader leader vendor"
)
_PERSON: Final = f"(?:{_ONE.replace(' ', '|')})"
_CUSTODY: Final = (
    r"(?:placed|put|kept|held|taken) (?:\w+ )?(?:under arrest|in(?:to)? (?:police )?custody)"
)
_HELD: Final = (
    r"(?:arrested|detained|captured|apprehended|remanded|nabbed|offloaded|handed over"
    rf"|{_CUSTODY})"
)
_SENTENCED: Final = (
    r"(?:sentenced|jailed|imprisoned|convicted|found guilty|sent to (?:\w+ )?prison)"
)
_ONE_HELD: Final = Cue(
    rf"\b(?:the|an?) (?:[\w-]+ ){{0,2}}{_PERSON}\b(?:[^.;]|\b(?:mrs?|ms|dr)\.){{0,80}}\b(?:was|has been)"
    rf" (?:\w+ ){{0,2}}{_HELD}\b"
    rf"|\b(?:arrested|detained|apprehended|nabbed) (?:the|its|their|his) (?:[\w-]+ ){{0,2}}{_PERSON}\b",
    _ONE,
)
_BOTH_HELD: Final = Cue(
    rf"\bboth (?:of them |(?:[\w-]+ ){{0,2}}(?:men|women|suspects|drivers|passengers)\b[^.;]{{0,60}} )?"
    rf"(?:were|are|have been) (?:\w+ )?(?:{_HELD}|in (?:police )?custody)\b",
    "both",
)
_ARRESTS: Final = re.compile(
    r"\b(?:arrest|detain|captur|apprehend|nabb|remand)(?:ed|s|es|ing)? (?:(?:the|an?|one|its|their"
    r"|suspected|alleged|fugitive) )?(?:[\w'-]+,? ){0,4}\Z"
)
_ARRESTED: Final = re.compile(
    rf"\A(?:[^.;]{{0,80}}?,)? (?:was|were|has been|have been) (?:\w+ ){{0,2}}{_HELD}\b"
)
_ONE_TRIED: Final = Cue(
    rf"\b(?:an?|the|convicted) (?:[\w'-]+ ){{0,3}}{_PERSON}\b[^.;]{{0,80}}"
    rf" (?:was|has been|been) (?:\w+ )?{_SENTENCED}\b"
    rf"|\b(?:sentenced|convicted|jailed) (?:him|her|an? (?:[\w'-]+ ){{0,4}}{_PERSON})\b",
    "sentenced jailed imprisoned convicted guilty prison",
)


def held(passages: Iterable[Passage]) -> int:
    """How many are held whom nobody counts: those who are named, or one who is not."""
    passages = list(passages)
    named = {
        m.value.name.rpartition(" ")[2].casefold()
        for passage in passages
        for m in passage.mentions
        if isinstance(m.value, Person) and m.value.role is None and _is_held(passage, m)
    }
    if len(named) < _TWO and any(passage.has(_BOTH_HELD) for passage in passages):
        return _TWO
    return len(named) or int(any(passage.has(_ONE_HELD) for passage in passages))


_TWO: Final = 2


def is_tried(passages: Iterable[Passage]) -> bool:
    """Whether one person, who is not counted, is sentenced."""
    return any(passage.has(_ONE_TRIED) for passage in passages)


def _is_held(passage: Passage, mention: Mention) -> bool:
    first, last = mention.start - passage.span.start, mention.end - passage.span.start
    if _ARRESTS.search(passage.text, max(0, first - _LOOK), first):
        return True
    return _ARRESTED.match(passage.text[last : last + 2 * _LOOK]) is not None
