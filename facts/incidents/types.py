"""What kind of incident it is, by rules/incident_types.toml."""

import re
from collections.abc import Sequence, Set

from msgspec import Struct

from facts.incidents.draft import Draft
from facts.incidents.passages import Passage, Told
from facts.incidents.weighing import PASSAGES, Evidence, TypeRule, evidence_of, score
from facts.later import later
from facts.model import Seizure
from facts.rules.book import RuleBook
from facts.rules.kinds import IncidentType, words

_SEIZED = 4.0
_NEAR = 0.5
"""A second type of the same family is given too where it scores this much of the first."""


class _Opening(Struct, frozen=True):
    """A pattern that opens an incident of a type by its words alone."""

    type: str
    needs: frozenset[str]
    pattern: re.Pattern[str]

    def says(self, text: str, spoken: frozenset[str]) -> bool:
        """Whether it stands in a text of these words."""
        return (not self.needs or bool(self.needs & spoken)) and bool(self.pattern.search(text))


class Typing:
    """Tells the types of drafts and passages by the rules of a book."""

    def __init__(self, book: RuleBook) -> None:
        rules = book.table(IncidentType).values()
        self._rules = {rule.id: _ready(rule) for rule in rules}
        self._named = [ready for ready in self._rules.values() if ready.groups]
        self._by_sign: dict[str, set[str]] = {}
        """The types a category or a telling role speaks for."""
        for ready in self._rules.values():
            for sign in ready.seizures | ready.telling:
                self._by_sign.setdefault(sign, set()).add(ready.id)
        self._phrases: dict[str, list[tuple[str, str]]] = {}
        for rule in rules:
            for phrase in words(rule.words):
                first = _WORDS.findall(phrase)[0]
                self._phrases.setdefault(first, []).append((rule.id, phrase))
        self._firsts = frozenset(self._phrases)
        self._patterns = [
            _Opening(rule.id, frozenset(words(rule.needs)), later(rule.pattern, re.I))
            for rule in rules
            if rule.pattern
        ]
        self._needs_words = all(opening.needs for opening in self._patterns)
        """True where a text with none of the words of the rules tells nothing."""
        asked = self._firsts.union(*[opening.needs for opening in self._patterns])
        self._openings = frozenset(part[0] for word in asked if (part := _LETTERS.match(word)))
        """The letters each of these words begins with, which are a piece of a text."""

    def tell(self, text: str, known: Set[str]) -> Told:
        """What the words of a passage, in lower case, say of the type; `known` are its pieces."""
        if self._needs_words and self._openings.isdisjoint(known):
            return _NOTHING_TOLD
        spoken = frozenset(_WORDS.findall(text))
        seen = {
            told
            for word in self._firsts & spoken
            for told in self._phrases[word]
            if word == told[1] or _stands_in(text, told[1])
        }
        pattern = next((p.type for p in self._patterns if p.says(text, spoken)), None)
        return Told(frozenset(seen), pattern)

    def types(self, draft: Draft) -> tuple[str, ...]:
        """The types of a draft, the surest first; empty where nothing says."""
        return self._best(draft.passages, draft.context)

    def shares(self, passage: Passage, draft: Draft) -> bool:
        """Whether a passage is of the draft's type, or of none that can be told."""
        own = self._best([passage], [])
        types = self.types(draft)
        return not own or not types or bool(set(own) & set(types))

    def turns(self, passage: Passage, draft: Draft) -> bool:
        """Whether a passage is surely of another type than the draft."""
        own = self._best([passage], [])
        if not own or not self._is_matter(own[0], passage):
            return False
        types = set(self.types(draft))
        if not types or any(self._rules[name].rule.vague for name in types):
            return False
        return types.isdisjoint(own) and not self._speaks_for(own[0], draft)

    def continues(self, own: tuple[str, ...], before: tuple[str, ...]) -> bool:
        """Whether what is told of one type is only a part of the incident before it."""
        return len(own) == 1 and not self._rules[own[0]].follows.isdisjoint(before[:1])

    def is_violent(self, types: tuple[str, ...]) -> bool:
        """Whether the dead and wounded told next belong to an incident of these types."""
        return bool(types) and self._rules[types[0]].rule.violent

    def is_fallback(self, types: tuple[str, ...]) -> bool:
        """Whether a type is only taken where nothing more precise is said."""
        return bool(types) and self._rules[types[0]].rule.fallback

    def _are_kin(self, name: str, other: str) -> bool:
        family = self._rules[name].rule.family
        return bool(family) and family == self._rules[other].rule.family

    def _is_matter(self, name: str, passage: Passage) -> bool:
        """Whether a type is a matter of its own: weapons or goods may belong to any incident."""
        matter = self._rules[name].rule.matter
        if matter == "alone":
            return not any(isinstance(m.value, Seizure) for m in passage.core)
        return matter == "always"

    def _speaks_for(self, name: str, draft: Draft) -> bool:
        """Whether a draft's words have spoken of a type, though another is surer."""
        told = (known for passage in draft.passages[:PASSAGES] for known, _ in passage.told)
        return name in told

    def _best(self, passages: Sequence[Passage], context: Sequence[Passage]) -> tuple[str, ...]:
        evidence = evidence_of(passages, context, self._named)
        opened = {p.pattern for p in passages if p.pattern and _only_foils(p)}
        spoken_for = self._spoken_for(evidence) | opened
        if not spoken_for:
            return ()
        scores: dict[str, float] = {}
        for name, rule in self._rules.items():
            if name in spoken_for:
                points = score(rule, evidence) + _SEIZED * (name in opened)
                if points > 0:
                    scores[name] = points
        if not scores:
            return ()
        best = max(scores, key=scores.__getitem__)
        enough = _NEAR * scores[best]
        also = [
            name
            for name, points in scores.items()
            if name in evidence.told
            and name != best
            and points >= enough
            and self._are_kin(name, best)
        ]
        return (best, *also)

    def _spoken_for(self, evidence: Evidence) -> set[str]:
        """The types that something speaks for at all; the others need not be weighed."""
        signs = evidence.categories | evidence.roles
        return {*evidence.told, *evidence.hinted}.union(
            *[self._by_sign[sign] for sign in signs if sign in self._by_sign]
        )


def typing(book: RuleBook) -> Typing:
    """The typing of a rule book; ask for it with ``book.derive(typing)``."""
    return Typing(book)


_WORDS = later(r"[a-z][\w'-]*")
_LETTERS = later(r"[a-z]+")
_NOTHING_TOLD = Told(frozenset(), None)


def _stands_in(text: str, phrase: str) -> bool:
    at = text.find(phrase)
    if at < 0:
        return False
    end = at + len(phrase)
    return not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum())


def _ready(rule: IncidentType) -> TypeRule:
    return TypeRule(
        id=rule.id,
        seizures=frozenset(words(rule.seizures)),
        roles=frozenset(words(rule.roles)),
        telling=frozenset(words(rule.telling)),
        groups=frozenset(words(rule.groups)),
        follows=frozenset(words(rule.follows)),
        rule=rule,
    )


def _only_foils(passage: Passage) -> bool:
    """Whether it has no numbers but of what was foiled: "helped Spain foil three terror plots"."""
    return all(getattr(m.value, "role", None) == "attempts_foiled" for m in passage.core)
