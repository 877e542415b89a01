"""Deeds that make an incident without a number: a cell broken up, somebody named held or tried."""

from collections.abc import Sequence
from typing import Final

from facts.cue import Cue
from facts.incidents.acts import Acts
from facts.model import Date, Mention, Person
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
_LOOK: Final = 120


def is_deed(
    acts: Acts, span: Span, text: str, words: frozenset[str], mentions: Sequence[Mention]
) -> bool:
    """Whether a passage, in lower case, tells of one: it may be all that is said of an incident."""
    people = acts.people
    if _BREAK_UP.search(text, words) or people.head_held.search(text, words):
        return True
    if people.one_tried.search(text, words) and any(isinstance(m.value, Date) for m in mentions):
        return True  # a trial of its own day; without one it may be all about the deed
    return any(
        isinstance(mention.value, Person) and _is_held(acts, text, words, mention, span.start)
        for mention in mentions
    )


def _is_held(acts: Acts, text: str, words: frozenset[str], mention: Mention, start: int) -> bool:
    """Whether a person is the one who is arrested, extradited or sentenced."""
    first, last = mention.start - start, mention.end - start
    if acts.people.does.search(text, words, max(0, first - _LOOK), first):
        return True
    return acts.people.is_done.search(text, words, last, last + _LOOK) is not None
