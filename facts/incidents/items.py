"""Round-ups and bulletins: a lead on several incidents, then a paragraph for each."""

from collections.abc import Sequence

from facts.cue import Cue
from facts.folding import fold
from facts.incidents.draft import Draft
from facts.incidents.passages import Passage
from facts.incidents.sameness import is_part
from facts.later import later
from facts.model import Count, Date, Money, Place, Seizure

_LEAD = 3
"""Sentences at the top of an article that may say that it tells of several incidents."""
_FRONTED = later(
    r"(?:In|At|Near|Off|Around|From) (?:the (?:[a-z]+ ){1,3}of )?"
    r"(?!(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b)[A-Z]|[A-Z]{4,} ?(?:-|--|:) ?[A-Z]"
)
"""What opens a sentence with its place, whether the place is known or not."""

_SEVERAL = Cue(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|various|multiple"
    r"|a number of|a series of|a string of|a spate of|numerous|[2-9]) (?!of\b)(?:[\w-]+ ){0,3}"
    r"(?:operations|raids|exercises|hauls|seizures|cases|incidents|busts|consignments|shipments"
    r"|arrests|interceptions|stings|swoops|attacks|occasions)\b"
    r"|\b(?:round-?up|in brief|(?:police|crime|court) (?:news|log|blotter|briefs|reports))\b",
    "roundup up brief news log blotter briefs reports operations raids "
    "exercises hauls seizures cases incidents busts consignments shipments "
    "arrests interceptions stings swoops attacks occasions",
)
"""A lead on several incidents: "in two separate operations"."""

_ITEM = Cue(
    r"\A(?:(?:earlier|later|also|late|early) (?:on )?(?:that|the same|in the|on|this|in|at)\b"
    r"|(?:in|during) (?:the|a|an) (?:first|second|third|fourth|fifth|last|latest|final|other)"
    r" (?:\w+ )?(?:operation|case|incident|raid|seizure|exercise|bust|haul|instance|interception)\b"
    r"|the (?:first|second|third|fourth|fifth|last|latest|final|other) (?:operation|case|incident"
    r"|raid|seizure|exercise|bust|haul|instance|interception)\b"
    r"|meanwhile|separately|elsewhere|similarly|on the same (?:day|night|evening|date)"
    r"|in (?:a|another) (?:separate|different|similar|related|unrelated)\b|in another)",
    "earlier later also late early first second third fourth fifth last latest final other "
    "meanwhile separately elsewhere similarly same another separate different similar related "
    "unrelated",
)
"""What opens the next item of a round-up."""

_SAME_DAY = Cue(
    r"\A(?:earlier|later|also|late|early) (?:on )?(?:that|the same) (?:day|night|evening|morning"
    r"|afternoon|date)\b|\A(?:on|at|around) the same (?:day|night|evening|date|time)\b"
    r"|\Ameanwhile\b",
    "earlier later also late early same meanwhile",
)
"""An item of the same day as the one before."""


def is_round_up(found: Sequence[Passage]) -> bool:
    """Whether the lead says that an article tells of several incidents."""
    lead = found[:_LEAD]
    return any(passage.has(_SEVERAL) for passage in lead) or _goes_from_place_to_place(found)


def _goes_from_place_to_place(found: Sequence[Passage]) -> bool:
    """Whether two places of the lead open a paragraph each: "In Mizoram, ... In Tripura, ..."."""
    named = set(_names(found[0])) if found else set[str]()
    if len(named) < _TWO:
        return False
    opened = set[str]()
    for passage in found[1:]:
        if passage.opens_paragraph and _tells(passage) and _FRONTED.match(passage.printed):
            opened |= named & set(_names(passage)[:1])
    return len(opened) >= _TWO


_TWO = 2


def _names(passage: Passage) -> list[str]:
    """The places it names, countries left out, in their order."""
    return [fold(m.value.name) for m in passage.places if isinstance(m.value, Place)]


def opens_item(passage: Passage, current: Draft) -> bool:
    """Whether a paragraph of a round-up opens with a place or with words for the next incident."""
    if not _tells(passage) or passage.has(_SEVERAL):
        return False  # nothing, or all of them once more
    fronted = _FRONTED.match(passage.printed) is not None
    if not passage.opens_paragraph:
        return fronted and _fronts_other(passage, current)
    if passage.has(_ITEM) or (fronted and not passage.towns & current.towns):
        return True
    return _is_elsewhere(passage, current) and not is_part(passage)


def _tells(passage: Passage) -> bool:
    """Whether it has facts of an incident, or the worth of things that nobody has counted."""
    return bool(passage.core) or any(
        isinstance(m.value, Money) and m.value.role == "goods_value" for m in passage.mentions
    )


def _fronts_other(passage: Passage, current: Draft) -> bool:
    """Whether a sentence within a paragraph opens with another place than those told of."""
    own = {fold(m.value.name) for m in current.places() if isinstance(m.value, Place)}
    return bool(own) and bool(passage.places) and own.isdisjoint(_names(passage))


def _is_elsewhere(passage: Passage, current: Draft) -> bool:
    return bool(passage.towns) and not passage.towns & current.towns


def is_same_day(passage: Passage, current: Draft) -> bool:
    """Whether a paragraph goes to another town on the day just told: "Later that day, in ..."."""
    if not passage.opens_paragraph or not passage.core or not passage.has(_SAME_DAY):
        return False
    return bool(passage.towns and current.towns) and not passage.towns & current.towns


def day_of(passage: Passage, before: Draft, lead: Draft, *, listed: bool) -> Date | None:
    """The day of an item that gives none: that of the one before, or of the lead."""
    if passage.is_timed:
        return None
    if passage.has(_SAME_DAY):
        return before.date
    return lead.date if listed and lead.date and lead.date.grain in _BRIEF else None


_BRIEF = frozenset({"day", "week", "weekend", "range"})


def only_announces(lead: Draft) -> bool:
    """Whether a lead tells nothing that its items do not tell better: "seizing drugs and guns"."""
    return not any(
        (isinstance(m.value, Count) and m.value.n is not None and m.value.role != "attempts_foiled")
        or (isinstance(m.value, Seizure) and m.value.quantity is not None)
        or (isinstance(m.value, Money) and m.value.amount is not None)
        for m in lead.core
    )
