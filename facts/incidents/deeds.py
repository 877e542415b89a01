"""Deeds that make an incident without a number: a cell broken up, somebody named held or tried."""

import re
from collections.abc import Sequence
from typing import Final

from facts.cue import Cue
from facts.model import Mention, Person
from facts.spans import Span

_BAND: Final = (
    r"(?:[\w'-]+ ){0,4}(?:cell|network|ring|gang|group|organi[sz]ation|syndicate|cartel|racket|clan"
    r"|laboratory|lab|camp|hideout)\b"
)
_BROKEN: Final = r"dismantled|broken up|busted|smashed|neutrali[sz]ed|taken down|disbanded"
_BREAK_UP: Final = Cue(
    rf"\b(?:dismantl(?:ed?|es|ing)|br(?:oke|eaks?|eaking|oken) up|bust(?:s|ed|ing)?"
    rf"|smash(?:es|ed|ing)?|neutrali[sz](?:ed?|es|ing)|cracks? down on|took down) an? {_BAND}"
    rf"|\b(?:an?|the) {_BAND}[^.;]{{0,60}}\b(?:was|been) (?:\w+ )?(?:{_BROKEN})"
    rf"|\A{_BAND} (?:{_BROKEN})",
    "dismantle dismantled dismantles dismantling broke breaks breaking broken busts busted bust "
    "busting smashes smashed smashing neutralise neutralised neutralises neutralize neutralized "
    "neutralizes neutralising neutralizing took taken disbanded",
)
_HELD: Final = (
    r"(?:arrested|detained|captured|apprehended|nabbed|seized|sentenced|jailed|imprisoned|convicted"
    r"|found guilty|extradited|remanded|charged|indicted)"
)
_IS_HELD: Final = Cue(
    rf"\b(?:was|were|been|being) (?:\w+ ){{0,2}}{_HELD}\b",
    "was were been being",
)
_HOLDS: Final = re.compile(
    r"\b(?:arrest|detain|captur|apprehend|nabb|sentenc|jail|convict|extradit)(?:ed|s|es|ing)?\b"
    r"[^.;]{0,60}\Z"
)
_HEADS: Final = Cue(
    r"\b(?:leader|head|chief|boss|kingpin|ringleader|mastermind|financier|recruiter|fugitive"
    r"|trafficker|smuggler|commander|baron|lord)\b[^.;]{0,80}"
    rf"\b(?:was|has been|had been) (?:\w+ ){{0,2}}{_HELD}\b",
    "leader head chief boss kingpin ringleader mastermind financier recruiter fugitive trafficker "
    "smuggler commander baron lord",
)
"""Those who are held, though no number and no name says so."""
_LOOK: Final = 120


def is_deed(span: Span, text: str, words: frozenset[str], mentions: Sequence[Mention]) -> bool:
    """Whether a passage, in lower case, tells of one: it may be all that is said of an incident."""
    if _BREAK_UP.search(text, words) or _HEADS.search(text, words):
        return True
    return any(
        isinstance(mention.value, Person) and _is_held(text, words, mention, span.start)
        for mention in mentions
    )


def _is_held(text: str, words: frozenset[str], mention: Mention, start: int) -> bool:
    """Whether a person is the one who is arrested, extradited or sentenced."""
    first, last = mention.start - start, mention.end - start
    if _HOLDS.search(text, max(0, first - _LOOK), first):
        return True
    return _IS_HELD.search(text, words, last, last + _LOOK) is not None
