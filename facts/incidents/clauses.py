"""A sentence of two clauses, each of which tells of its own event: who did what, where or when."""

import re
from collections.abc import Sequence
from typing import Final

from facts.incidents.parts import is_local
from facts.later import later
from facts.model import Count, Date, Mention, Money, Place, Seizure
from facts.text import Article

_JOINT: Final = later(r"(?:,? while|, whereas|,? and,?|;) (?=\S)")
_ACTOR: Final = later(
    r"(?:the )?(?:[\w'-]+ ){0,2}(?:police|gendarmes?|customs|officers|army|navy|coast ?guards?"
    r"|soldiers|troops|authorities|agents|detectives|rangers|marines)\b"
    r"(?! (?:station|officer\b|post))",
    re.IGNORECASE,
)
_FACTS: Final = (Count, Seizure, Money)
_FEWEST: Final = 4
"""Mentions of a sentence that has two facts with the place or day of each."""
_FRONT: Final = 24
"""Characters within which the day or the place opens a clause."""


def second_clause(article: Article, mentions: Sequence[Mention]) -> int | None:
    """Where the clause of another event begins: ", while gendarmes arrested four in Annaba"."""
    if len(mentions) < _FEWEST:
        return None
    facts = [m for m in mentions if isinstance(m.value, _FACTS)]
    if len(facts) < 2:
        return None
    for joint in _JOINT.finditer(article.shadow, facts[0].end, facts[-1].start):
        at = joint.end()
        if _opens(article, at, mentions) and _differ(mentions, joint.start(), at):
            return joint.start()
    return None


def _opens(article: Article, at: int, mentions: Sequence[Mention]) -> bool:
    """Whether a clause opens with who acts, or with its own day or place."""
    if _ACTOR.match(article.shadow, at):
        return True
    near = (m for m in mentions if at <= m.start <= at + _FRONT)
    fronted = next((m for m in near if isinstance(m.value, Date | Place)), None)
    return fronted is not None and article.shadow.startswith(("on ", "in ", "at ", "near "), at)


def _differ(mentions: Sequence[Mention], end: int, start: int) -> bool:
    """Whether both clauses have facts, and each its own places or days."""
    left = [m for m in mentions if m.end <= end]
    right = [m for m in mentions if m.start >= start]
    if not any(isinstance(m.value, _FACTS) for m in right):
        return False
    towns, others = _towns(left), _towns(right)
    if towns and others:
        return towns.isdisjoint(others)
    return bool(_days(left)) and bool(_days(right)) and _days(left).isdisjoint(_days(right))


def _towns(mentions: Sequence[Mention]) -> set[str]:
    return {m.value.name for m in mentions if isinstance(m.value, Place) and is_local(m.value)}


def _days(mentions: Sequence[Mention]) -> set[str | None]:
    return {m.value.start for m in mentions if isinstance(m.value, Date)}
