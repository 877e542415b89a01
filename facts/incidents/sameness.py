"""What a passage has in common with the incident before it: kinds of facts, parts, those named."""

from facts.incidents.cues import ANAPHORA, PART
from facts.incidents.draft import Draft, kind_of_fact
from facts.incidents.passages import Passage
from facts.model import Mention


def same_kind(passage: Passage, current: Draft) -> bool:
    """Whether it has a fact of a kind that the incident has."""
    kinds = {kind_of_fact(mention) for mention in passage.core}
    return bool(kinds & current.kinds) or bool(kinds & _HURT and current.kinds & _HURT)


_HURT = frozenset({"killed", "injured"})
"""Facts of one kind: those of an attack."""


def is_part(passage: Passage) -> bool:
    """Whether a passage goes on with what was told: "3.5 tons of ivory" of 7.5 tons."""
    parts = [getattr(mention.value, "part_of", None) for mention in passage.core]
    if parts and all(parts):
        return True
    if passage.has(PART) or passage.has(ANAPHORA):
        return True
    return all(is_definite(passage, mention) for mention in passage.core)


def is_definite(passage: Passage, mention: Mention) -> bool:
    """ "The twelve" are those who were named before."""
    at = mention.start - passage.span.start
    before = passage.text[max(0, at - 12) : at].split()
    return bool(before) and before[-1] in ("the", "all", "those", "these")
