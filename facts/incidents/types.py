"""What kind of incident it is, by rules/incident_types.toml."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from facts.incidents.draft import Draft
from facts.incidents.passages import Passage
from facts.model import Count, Mention, Money, Seizure
from facts.rules.book import RuleBook
from facts.rules.kinds import IncidentType, words

_SEIZED = 4.0
_ROLE = 1.0
_OWN_ROLE = 3.0
_COMMON = frozenset(
    "arrests charged convicted suspects searches operations wanted killed injured".split()
)
"""Roles that any incident may have; the others tell what kind it is."""
_WORD = 2.0
_HINT = 1.0
_MOST_WORDS = 3
_NEAR = 0.5
"""A second type is given too where it scores at least this much of the first, in the same family."""
_MATTERS = frozenset({"drug_seizure", "wildlife_trafficking", "migrant_smuggling", "kidnapping"})
"""Types that are a matter of their own: weapons or goods may belong to any incident."""
_FAMILY = frozenset({"human_trafficking", "migrant_smuggling"})


class TypeRule(NamedTuple):
    """An incident type made ready to ask."""

    id: str
    seizures: frozenset[str]
    roles: frozenset[str]
    words: re.Pattern[str] | None
    both: bool
    weight: float
    pattern: re.Pattern[str] | None


class Typing:
    """Tells the types of drafts and passages by the rules of a book."""

    def __init__(self, book: RuleBook) -> None:
        self._rules = [_ready(rule) for rule in book.table(IncidentType).values()]

    @cached_property
    def patterns(self) -> Sequence[tuple[str, re.Pattern[str]]]:
        """The types that words alone can open, with their patterns."""
        return [(rule.id, rule.pattern) for rule in self._rules if rule.pattern]

    def types(self, draft: Draft) -> tuple[str, ...]:
        """The types of a draft, the surest first; empty where nothing says."""
        return self._best(draft.passages, draft.context)

    def shares(self, passage: Passage, draft: Draft) -> bool:
        """Whether a passage is of the draft's type, or of none that can be told."""
        own = self._best([passage], [])
        return not own or not draft.types or bool(set(own) & set(draft.types))

    def turns(self, passage: Passage, draft: Draft) -> bool:
        """Whether a passage is surely of another type than the draft."""
        own = self._best([passage], [])
        if not own or not draft.types:
            return False
        only_cash = not any(isinstance(m.value, Seizure) for m in passage.core)
        if own[0] not in _MATTERS and not (own[0] == "cash_smuggling" and only_cash):
            return False
        return not set(own) & set(draft.types)

    def _best(self, passages: Sequence[Passage], context: Sequence[Passage]) -> tuple[str, ...]:
        core = [m for passage in passages for m in passage.core]
        text = " ".join(passage.text for passage in passages)
        around = " ".join(passage.text for passage in context)
        opened = {passage.pattern for passage in passages if passage.pattern and not passage.core}
        scores: dict[str, float] = {}
        for rule in self._rules:
            score = _score(rule, core, text, around)
            if rule.id in opened:
                score += _SEIZED
            if score > 0:
                scores[rule.id] = score
        if not scores:
            return ()
        best = max(scores, key=lambda name: scores[name])
        also = [
            name
            for name in scores
            if name != best
            and {name, best} <= _FAMILY
            and scores[name] >= _NEAR * scores[best]
            and any(_told(rule, text) for rule in self._rules if rule.id == name)
        ]
        return (best, *also)


def typing(book: RuleBook) -> Typing:
    """The typing of a rule book; ask for it with ``book.derive(typing)``."""
    return Typing(book)


def _ready(rule: IncidentType) -> TypeRule:
    phrases = sorted(words(rule.words), key=len, reverse=True)
    joined = "|".join(re.escape(phrase) for phrase in phrases)
    return TypeRule(
        id=rule.id,
        seizures=frozenset(words(rule.seizures)),
        roles=frozenset(words(rule.roles)),
        words=re.compile(rf"\b(?:{joined})\b") if joined else None,
        both=rule.both,
        weight=rule.weight,
        pattern=re.compile(rule.pattern, re.IGNORECASE) if rule.pattern else None,
    )


def _score(rule: TypeRule, core: Iterable[Mention], text: str, around: str) -> float:
    seized, roles = 0, set()
    for mention in core:
        value = mention.value
        if isinstance(value, Count):
            roles.add(value.role)
        elif isinstance(value, Seizure):
            seized += value.category in rule.seizures
        elif isinstance(value, Money):
            seized += "cash" in rule.seizures and value.role == "cash_seized"
    roles &= rule.roles
    told = _told(rule, text)
    hinted = _told(rule, around) - told
    if rule.both and (not (roles or seized) or not (told or hinted)):
        return 0.0
    own = sum(_ROLE if role in _COMMON else _OWN_ROLE for role in roles)
    score = rule.weight * (seized > 0) + own if (seized or told or hinted) else 0.0
    return score + _WORD * min(len(told), _MOST_WORDS) + _HINT * min(len(hinted), 2)


def _told(rule: TypeRule, text: str) -> set[str]:
    return set(rule.words.findall(text)) if rule.words and text else set()
