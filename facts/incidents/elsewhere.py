"""Another place than that of the incident before: a town, a scene, a country, its police."""

from facts.folding import fold
from facts.incidents.cues import ACTING, FOLLOW_UP, UNIT_IN_TOWN
from facts.incidents.draft import Draft, kind_of_fact
from facts.incidents.passages import Passage
from facts.incidents.sameness import is_part, same_kind
from facts.model import Mention, Nationality, Place, Seizure

_AT_ONCE = 5
"""Characters within which a day opens a sentence."""
_FRONT = 24
"""Characters within which a place opens a sentence: "In Kano, ...", "At the port of ..."."""


def other_town(passage: Passage, current: Draft) -> bool:
    """Whether the same happened in another town."""
    if not same_kind(passage, current) or is_part(passage) or passage.has(FOLLOW_UP):
        return False
    if not passage.towns or passage.towns & current.towns:
        return False
    return bool(current.towns) or _is_fronted(passage, passage.places[0])


def fronts_scene(passage: Passage, current: Draft) -> bool:
    """ "On Monday, soldiers in the province of Esmeraldas": a day and another place at once."""
    own = {fold(m.value.name) for m in passage.places if isinstance(m.value, Place)}
    if not own or not current.towns:
        return False
    if _turns_elsewhere(passage, current):
        fronted = True
    elif current.date is not None:
        return False
    elif passage.dates:
        fronted = passage.dates[0].start - passage.span.start <= _AT_ONCE
    else:
        fronted = passage.is_timed and passage.text.startswith("on ")
    return fronted and not own & {
        fold(m.value.name) for m in current.places() if isinstance(m.value, Place)
    }


def fronts_unit(passage: Passage, current: Draft) -> bool:
    """ "In Tlemcen, units of the gendarmerie ...": who acts in another town than those told of."""
    if not passage.towns or not current.towns or passage.towns & current.towns:
        return False
    return _is_fronted(passage, passage.places[0]) and UNIT_IN_TOWN.match(passage.text) is not None


def _turns_elsewhere(passage: Passage, current: Draft) -> bool:
    """A paragraph that opens with its place, and tells of nothing the incident is about."""
    if not passage.opens_paragraph or not _is_fronted(passage, passage.places[0]):
        return False
    kinds = {kind_of_fact(mention) for mention in passage.core}
    if kinds & (current.kinds - _ANY_KIND):
        return False
    return bool(kinds - _ANY_KIND) or bool(passage.dates and kinds)


_ANY_KIND = frozenset({"arrests", "suspects", "searches", "money", "vehicle"})
"""Facts that any incident may have."""


def fronts_country(passage: Passage, current: Draft) -> bool:
    """ "In Guyana, ...": another country than those told of."""
    first = next((m for m in passage.mentions if isinstance(m.value, Place)), None)
    if first is None or not isinstance(first.value, Place) or not _is_fronted(passage, first):
        return False
    if first.value.type != "country":
        return False
    return _tells_in_turn(passage, current) or first.value.country not in current.countries


def _tells_in_turn(passage: Passage, current: Draft) -> bool:
    """Whether an operation of several countries may be told country by country."""
    return passage.opens_paragraph and len(current.countries) >= _SEVERAL


_SEVERAL = 3
"""Countries from which on an operation may be told country by country, a paragraph for each."""


def _is_fronted(passage: Passage, place: Mention) -> bool:
    near = place.start - passage.span.start <= _FRONT
    return near and passage.text.startswith(("in ", "at ", "near "))


def other_actor(passage: Passage, current: Draft) -> bool:
    """ "Spanish authorities ... arrested two": another country's police did the same."""
    seized = passage.opens_paragraph and any(isinstance(m.value, Seizure) for m in passage.core)
    if not (same_kind(passage, current) or seized) or (not seized and is_part(passage)):
        return False
    opening = passage.span.start + 6
    for mention in passage.mentions:
        value = mention.value
        if mention.start > opening:
            return False
        if isinstance(value, Nationality | Place) and (
            value.country not in current.countries or _tells_in_turn(passage, current)
        ):
            return ACTING.match(passage.text, mention.end - passage.span.start) is not None
    return False
