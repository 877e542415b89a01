"""A sentence without facts that turns to another incident, whose facts come right after it."""

from facts.incidents.alone import is_tried
from facts.incidents.cues import UNRELATED
from facts.incidents.draft import Draft
from facts.incidents.passages import Passage
from facts.incidents.periods import is_long_ago, main_date, tells_when

_TRIED = frozenset({"convicted", "charged", "wanted", "killed", "injured"})
"""Facts of a trial alone, and of what it was about."""
_SENTENCED = frozenset("sentenced jailed convicted pleaded imprisoned".split())
"""Words on a day of the trial, not of the deed."""
_DEFENDANT = frozenset({"defendant", "defendants", "extradited"})
_INQUIRY = frozenset("investigation investigations inquiry enquiry probe began started".split())
"""Words of a sentence on how the incident came to light, not on another one."""


def turns_aside(passage: Passage, current: Draft, published: str | None) -> bool:
    """Whether a sentence without facts turns to another incident, told of right after it."""
    if passage.is_elsewhere and current.passages and passage.words.isdisjoint(_INQUIRY):
        return True
    if current.aggregate:
        date = main_date(passage) if passage.opens_paragraph else None
        return date is not None and date.grain == "day"
    return _goes_behind_trial(passage, current, published)


def _goes_behind_trial(passage: Passage, current: Draft, published: str | None) -> bool:
    """Whether news of a trial goes back to the day of the deed: "On 17 May, police stopped"."""
    date = main_date(passage)
    if date is None or not is_long_ago(date, published):
        return False
    if not passage.words.isdisjoint(_DEFENDANT):
        return False
    if date.grain == "day" and current.kinds and current.kinds <= _TRIED:
        return True
    if not passage.words.isdisjoint(_SENTENCED):
        return False
    if date.grain != "day" and not tells_when(passage, wide=True):
        return False
    return "convicted" in current.kinds or is_tried([*current.passages, *current.context])


def looks_back(passage: Passage) -> bool:
    """Whether a sentence amid the news tells of something before it: "Last month, they ..."."""
    within = not passage.opens_paragraph and not passage.has(UNRELATED)
    return within and passage.is_elsewhere
