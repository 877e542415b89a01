"""What stands between a trigger and a phrase: small words, sums, place and time."""

from collections.abc import Sequence

from facts.frames.words import ADVERBS, BE, HAVE

LIGHT = frozenset(
    "the a an his her its their these those another other others some further additional about "
    "such all both first last only also at around average up approximately least".split()
)
"""Words that may stand before what is counted or seized."""
LIGHTEST = LIGHT | ADVERBS | {'"'}
"""Words that stand in no trigger's way to its object."""
AUXILIARY = BE | HAVE | ADVERBS | {"remain", "remains", "remained"}
"""Words between a subject and its verb."""
JOINED_VERB = AUXILIARY | {"and", ",", "then", "&", "but", "or", "before", "after"}
"""Words between two verbs of one subject."""
OPENING_RELATIVE = AUXILIARY | {"of", "whom", "which"}
"""Words that open what is told of a part: "of whom were"."""


_GAPS = frozenset("in on at from near into off late during".split())


def is_gap(between: Sequence[str]) -> bool:
    """ "seized in Casablanca on Tuesday 3 tonnes": only place and time before the object."""
    if len(between) > _SHORTEST and between[0] == between[-1] == ",":
        between = between[1:-1]  # "foiled, in the night to Monday, 13 attempts"
    return bool(between) and between[0] in _GAPS and "," not in between


_SHORTEST = 3
"""Tokens from comma to comma with something between."""


def past_sums(between: Sequence[str]) -> Sequence[str]:
    """ "the confiscation of £212,460 and a van": sums are in no one's way."""
    at = 0
    while at + 1 < len(between) and between[at] == "money":
        at += 2 if between[at + 1] in (",", "and") else 1
    return between[at:]
