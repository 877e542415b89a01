"""How much speaks for a type of incident: seizures, roles of counts, words."""

from collections.abc import Sequence

from msgspec import Struct

from facts.incidents.passages import Passage
from facts.model import Count, Money, Organisation, Seizure
from facts.rules.kinds import IncidentType

_GREATER, _LESSER = 2.0, 0.4
"""What a seizure says at least that is most of what was seized; the share of one that is not."""
_ROLE = 1.0
_OWN_ROLE = 3.0
_COMMON = frozenset(
    "arrests charged convicted suspects searches operations wanted killed injured".split()
)
"""Roles that any incident may have; the others tell what kind it is."""
_FALLBACK = 0.4
"""What a type is worth that is taken only where nothing more precise is said."""
_WORD = 2.0
_HINT = 1.0
_MOST_WORDS = 3
_MOST_HINTS = 2
PASSAGES = 12
"""Passages of an incident that its type is told by; what comes later adds nothing."""


class TypeRule(Struct, frozen=True):
    """An incident type made ready to ask."""

    id: str
    seizures: frozenset[str]
    roles: frozenset[str]
    telling: frozenset[str]
    """Those of its roles that tell it without any word."""
    groups: frozenset[str]
    follows: frozenset[str]
    rule: IncidentType


class Evidence(Struct, frozen=True):
    """What speaks for a type: roles, categories, words in its passages and around them."""

    roles: frozenset[str]
    categories: frozenset[str]
    most: str | None
    """The category of most of what was seized, where it was much."""
    told: dict[str, int]
    hinted: dict[str, int]


def evidence_of(
    passages: Sequence[Passage], context: Sequence[Passage], named: Sequence[TypeRule]
) -> Evidence:
    """What the passages of an incident, and those around them, say of its type."""
    passages, context = passages[:PASSAGES], context[:PASSAGES]
    roles, categories, cash = set[str](), list[str](), False
    for value in [m.value for passage in passages for m in passage.core]:
        if isinstance(value, Count):
            roles.add(value.role)
        elif isinstance(value, Seizure):
            categories.append(value.category or "goods")
        elif isinstance(value, Money) and value.role in ("cash_seized", None):
            cash = True
    if any(passage.deed for passage in passages):
        roles.add("arrests")
    if cash and _BESIDE.issuperset(categories):
        categories.append("cash")
    told = _NOTHING.union(*[passage.told for passage in passages])
    hinted = _NOTHING.union(*[passage.told for passage in context]) - told
    if "arrests" in roles:
        told |= {(rule.id, "") for rule in named for passage in passages if _names(passage, rule)}
    return Evidence(
        frozenset(roles), frozenset(categories), _most(categories), _tally(told), _tally(hinted)
    )


def _most(categories: list[str]) -> str | None:
    """The category of most things that were seized, where there are several."""
    things = [category for category in categories if category not in _BESIDE]
    if len(things) < _SEVERAL:
        return None
    return next((c for c in dict.fromkeys(things) if 2 * things.count(c) > len(things)), None)


_SEVERAL = 4
"""Things from which on most of them tell what an incident is about."""


_BESIDE = frozenset({"vehicle", "electronics", "documents"})
"""What is taken from a courier as well; money found beside drugs or weapons is no cash smuggled."""
_NOTHING = frozenset[tuple[str, str]]()


def _names(passage: Passage, rule: TypeRule) -> bool:
    """Whether a passage names a group of those whose members are arrested."""
    held = any(isinstance(m.value, Count) and m.value.role == "arrests" for m in passage.core)
    return held and any(
        isinstance(m.value, Organisation) and m.value.type in rule.groups for m in passage.mentions
    )


def _tally(told: frozenset[tuple[str, str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, _ in told:
        found[name] = found.get(name, 0) + 1
    return found


def score(rule: TypeRule, evidence: Evidence) -> float:
    """What speaks for a type, in points; 0 where nothing does."""
    told, hinted = evidence.told.get(rule.id, 0), evidence.hinted.get(rule.id, 0)
    seized = not rule.seizures.isdisjoint(evidence.categories)
    telling = not rule.telling.isdisjoint(evidence.roles)
    if not (told or hinted or seized or telling):
        return 0.0
    roles = rule.roles & evidence.roles
    if rule.rule.both and not telling and not ((roles or seized) and (told or hinted)):
        return 0.0
    own = sum([_ROLE if role in _COMMON else _OWN_ROLE for role in roles])
    points = (
        _weight(rule, evidence) * seized
        + own
        + _WORD * min(told, _MOST_WORDS)
        + _HINT * min(hinted, _MOST_HINTS)
    )
    return points * _FALLBACK if rule.rule.fallback else points


def _weight(rule: TypeRule, evidence: Evidence) -> float:
    """What a seizure says for a type: more where most was of its category, less where little."""
    if evidence.most is None:
        return rule.rule.weight
    if evidence.most in rule.seizures:
        return max(rule.rule.weight, _GREATER)
    return rule.rule.weight * _LESSER
