"""When a number goes back to an incident that was told before."""

from facts.incidents.draft import Draft, Key
from facts.incidents.passages import Passage
from facts.incidents.rounding import is_rounding
from facts.model import Seizure

_FEW = 9
"""People whose number alone does not tell that a sentence goes back to another incident."""
_LEAD = 9
"""Things of an incident that a later sentence may tell exactly."""


def is_told_again(key: Key, passage: Passage, draft: Draft, *, is_list: bool) -> bool:
    """Whether a number goes back to an incident; few people within a paragraph do with a town.

    `is_list` where each paragraph may tell of another incident, perhaps of as many people.
    """
    kind, _, number, _ = key
    if kind != "count" or number > _FEW:
        return True
    if passage.towns & draft.towns:
        return True
    return passage.opens_paragraph and not (is_list and passage.towns and draft.towns)


def tells_exactly(passage: Passage, draft: Draft) -> bool:
    """Whether it gives the number that the news has rounded: "close to five tonnes", then 4.96."""
    exact = [m.value for m in passage.core if isinstance(m.value, Seizure)]
    if not exact:
        return False
    told = [m.value for m in draft.core if isinstance(m.value, Seizure)][:_LEAD]
    return any(
        (old.category, old.unit) == (new.category, new.unit)
        and new.quantity is not None
        and is_rounding(old.quantity, old.mod, [new.quantity])
        for new in exact
        for old in told
    )
