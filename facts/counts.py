"""Counts: how many people were arrested, migrants stopped, cells dismantled.

A phrase gets its role from the trigger that governs it (rules/roles.toml); a number without a noun
takes noun and role from the number before it ("nine in France"), and a part knows its whole.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from facts.frames.phrases import Phrase
from facts.frames.scope import GROUPS, Governor
from facts.frames.sentence import Sentence
from facts.frames.triggers import Event
from facts.model import Count, Mention
from facts.rules.book import RuleBook
from facts.rules.kinds import Role, words

_NATIONALITY = ("ese", "an", "ans", "is", "ish", "men", "ards", "ch", "ns", "eks", "lgs", "ots")
_HOLD = frozenset(
    "person suspect fighter migrant victim officer nationality arrest death injury".split()
)
_MINOR = frozenset(
    "in from at each others more of to on also respectively were was are were, and ,".split()
)
_ALLEGED = frozenset("alleged suspected allegedly suspicion".split())
_PARTS = frozenset("including among whom them includes comprising".split())
_SURE = 2.5
"""From here on a trigger stands beside its phrase."""
_NEAR = 8
"""Words after a phrase in which a suspicion is its own."""
_WEAK = 1.0
"""Below this a trigger only mentions what happened elsewhere in the sentence."""


class RoleRule(NamedTuple):
    """A role rule made ready to ask."""

    rule: Role
    triggers: frozenset[str]
    nouns: frozenset[str]
    bare: frozenset[str]
    context: tuple[str, ...]

    @property
    def role(self) -> str:
        """The role it gives."""
        return self.rule.role or self.rule.id


def role_rules(book: RuleBook) -> tuple[RoleRule, ...]:
    """The role rules of a book; ask for them with ``book.derive(role_rules)``."""
    return tuple(
        RoleRule(
            rule,
            frozenset(words(rule.triggers)),
            frozenset(words(rule.nouns)),
            frozenset(words(rule.bare)),
            words(rule.context),
        )
        for rule in book.table(Role).values()
    )


class Counted(NamedTuple):
    """A phrase whose role is known."""

    phrase: Phrase
    nouns: frozenset[str]
    role: RoleRule
    n: int | None
    part_of: int | None = None


class Counter:
    """The counts of one article, sentence by sentence; it remembers the totals so far."""

    def __init__(self, rules: tuple[RoleRule, ...]) -> None:
        self._rules = rules
        self._totals: dict[str, int] = {}
        self._last: Counted | None = None
        self._arrested = False
        self._by_nouns: dict[frozenset[str], tuple[RoleRule, ...]] = {}

    def read(self, sentence: Sentence, taken: set[int]) -> Iterator[Mention]:
        """The counts of a sentence; `taken` are phrases (by token) that are seizures."""
        found: list[Counted] = []
        for phrase in sentence.phrases:
            if phrase.first in taken or (phrase.amount and "record" not in phrase.nouns):
                continue
            counted = self._counted(sentence, phrase, found)
            if counted:
                found.append(counted)
                self._remember(counted)
        for counted in _with_appositions(found):
            yield _mention(sentence, counted)
        self._arrested |= any("arrest" in event.triggers for event in sentence.events)

    def _remember(self, counted: Counted) -> None:
        self._last = counted
        if counted.n is not None and counted.part_of is None:
            role = counted.role.role
            self._totals[role] = max(counted.n, self._totals.get(role, 0))

    def _counted(self, sentence: Sentence, phrase: Phrase, found: list[Counted]) -> Counted | None:
        value = phrase.value
        if value is not None and value != value.to_integral_value():
            return None
        if _is_one_of_many(phrase) or _is_vague(phrase):
            return None
        if _is_range(sentence, phrase) or _is_revised(sentence, phrase):
            return None
        n = None if value is None else int(value)
        whole = self._whole(sentence, phrase, found, n)
        nouns = self._nouns(phrase, found, whole)
        if not nouns:
            return None
        if _opens_partition(sentence, phrase):
            return self._partitioned(phrase, nouns, n)
        governed = self._governed(sentence, phrase, nouns, found, _SURE if whole else _WEAK)
        if governed is None and whole:
            governed = whole.role
        if governed is None:
            governed = self._inherited(sentence, phrase, found, n)
        if governed is None and not phrase.article:
            governed = self._bare(sentence, phrase, nouns, n)
        if governed is None:
            return None
        return Counted(phrase, nouns, governed, n, self._part(governed, whole, n))

    def _nouns(self, phrase: Phrase, found: list[Counted], whole: Counted | None) -> frozenset[str]:
        if phrase.noun:
            return phrase.nouns
        if whole:
            return whole.nouns
        if found:
            return found[-1].nouns
        if self._last and self._last.nouns & _HOLD:
            return self._last.nouns
        return frozenset({"person"})

    def _whole(
        self, sentence: Sentence, phrase: Phrase, found: list[Counted], n: int | None
    ) -> Counted | None:
        """The count that a phrase is a part of, as "including" or "of them" say."""
        at = phrase.first - 1
        part = phrase.of_whole or sentence.low(at) in _PARTS
        if not part and sentence.low(at) in ("and", ",") and found and found[-1].part_of:
            part = found[-1].phrase.last >= at - 1
        if not part and sentence.low(at) == "(" and found and phrase.noun is None:
            part = found[-1].phrase.last == at
        if not part:
            part = sentence.low(at) == "," and sentence.low(0) == "of" and phrase.noun is None
        if not part or not (phrase.of_whole or _may_be_people(phrase)):
            return None
        for counted in reversed(found):
            if counted.part_of is None and _larger(counted.n, n):
                return counted
        last = self._last
        return last if last and last.nouns & _HOLD and _larger(last.n, n) else None

    def _part(self, role: RoleRule, whole: Counted | None, n: int | None) -> int | None:
        if whole is None:
            return None
        total = whole.part_of or whole.n
        return total if _larger(total, n) and whole.role.role == role.role else None

    def _governed(
        self,
        sentence: Sentence,
        phrase: Phrase,
        nouns: frozenset[str],
        found: Sequence[Counted],
        least: float,
    ) -> RoleRule | None:
        rules = [rule for rule in self._rules_of(nouns) if _in_context(rule, sentence)]
        if not rules or not sentence.events:
            return None
        triggers = frozenset[str]().union(*(rule.triggers for rule in rules))

        def fits(event: Event) -> bool:
            return bool(event.triggers & triggers)

        governor = sentence.scope.governor(phrase, fits)
        if governor is None or governor.strength < least:
            return None
        if not _strong_enough(governor, phrase, of_group=_is_group(sentence, phrase)):
            return None
        if (
            phrase.noun is None
            and not (found or self._last)
            and not _tells_people(governor, phrase)
        ):
            return None
        return next(rule for rule in rules if rule.triggers & governor.event.triggers)

    def _rules_of(self, nouns: frozenset[str]) -> tuple[RoleRule, ...]:
        """The rules that give a role to any of these nouns."""
        known = self._by_nouns.get(nouns)
        if known is None:
            known = tuple(rule for rule in self._rules if rule.nouns & nouns)
            self._by_nouns[nouns] = known
        return known

    def _inherited(
        self,
        sentence: Sentence,
        phrase: Phrase,
        found: list[Counted],
        n: int | None,
    ) -> RoleRule | None:
        if phrase.noun is None:
            follows = sentence.low(phrase.last) in _MINOR
            return found[-1].role if found and follows and found[-1].nouns & _HOLD else None
        joined = found and sentence.low(phrase.first - 1) in ("and", ",") and phrase.is_personal
        if joined and found[-1].phrase.last >= phrase.first - 2 and found[-1].nouns & _HOLD:
            return found[-1].role
        last = self._last
        same = last and last.n == n and last.nouns & _HOLD and phrase.is_personal
        return last.role if last and same and not phrase.article else None

    def _partitioned(self, phrase: Phrase, nouns: frozenset[str], n: int | None) -> Counted | None:
        """ "Of the 12 suspects, five ...": they have the role they had before."""
        last = self._last
        if last and last.n == n and phrase.noun:
            return Counted(phrase, nouns, last.role, n)
        rule = next((rule for rule in self._rules if rule.bare & nouns), None)
        return Counted(phrase, nouns, rule, n) if rule and phrase.noun else None

    def _bare(
        self, sentence: Sentence, phrase: Phrase, nouns: frozenset[str], n: int | None
    ) -> RoleRule | None:
        if phrase.noun is None:
            return None
        if phrase.nouns & {"suspect", "fighter"} and _is_alleged(sentence, phrase):
            held = self._arrested or self._totals.get("arrests") == n
            if held:
                return next((rule for rule in self._rules if rule.role == "arrests"), None)
        return next((r for r in self._rules if r.bare & nouns and _in_context(r, sentence)), None)


def _strong_enough(governor: Governor, phrase: Phrase, *, of_group: bool) -> bool:
    if phrase.noun is None:
        return governor.direct or (of_group and governor.strength >= _WEAK)
    if phrase.article:
        return governor.direct and phrase.is_personal and governor.strength >= _SURE
    return True


def _may_be_people(phrase: Phrase) -> bool:
    """Whether it counts people, or leaves out what it counts."""
    return phrase.noun is None or phrase.is_personal


def _opens_partition(sentence: Sentence, phrase: Phrase) -> bool:
    return phrase.first == 2 and sentence.low(0) == "of" and sentence.low(1) in ("the", "those")


def _is_one_of_many(phrase: Phrase) -> bool:
    return phrase.of_whole and phrase.value == 1


def _is_vague(phrase: Phrase) -> bool:
    """ "many", "various": too little to count, unlike "several" and "hundreds"."""
    if phrase.number is None or phrase.value is not None:
        return False
    return phrase.number.printed.lower() in ("many", "numerous", "various", "a few")


def _is_range(sentence: Sentence, phrase: Phrase) -> bool:
    """ "two to fifteen years": the number before "to" counts nothing."""
    at = phrase.last
    if sentence.low(phrase.first - 1) == "between" and phrase.noun is None:
        return True
    if phrase.noun or sentence.low(at) not in ("to", "or", "-") or at + 1 >= len(sentence.tokens):
        return False
    return sentence.tokens[at + 1].number is not None


def _tells_people(governor: Governor, phrase: Phrase) -> bool:
    """Whether a number alone must count people: "7 arrested in Kabul", "killing 12"."""
    follows = governor.event.first >= phrase.last
    return follows or bool(governor.event.triggers & {"kill", "injure", "kidnap"})


def _is_group(sentence: Sentence, phrase: Phrase) -> bool:
    """ "a crew of four": the people of a group."""
    at = phrase.first - 1
    return sentence.low(at) == "of" and sentence.low(at - 1) in GROUPS


def _is_revised(sentence: Sentence, phrase: Phrase) -> bool:
    """ "an earlier toll of 100 dead" is the number no longer held."""
    before = [sentence.low(phrase.first - step) for step in (1, 2, 3, 4)]
    return "toll" in before and bool(_REVISED & set(before))


_REVISED = frozenset("earlier previous initial provisional".split())


def _with_appositions(found: Sequence[Counted]) -> Iterator[Counted]:
    """ "Five suspects, four Bulgarians and an Afghan": what adds up to a number is its parts."""
    parts: dict[int, int] = {}
    for at, counted in enumerate(found):
        total, rest = 0, at + 1
        while rest < len(found) and total < (counted.n or 0) and _continues(found, rest):
            total += found[rest].n or 0
            rest += 1
        if total == counted.n and rest > at + 2:
            parts.update(dict.fromkeys(range(at + 1, rest), counted.n))
    for at, counted in enumerate(found):
        own = counted.part_of is None and at in parts
        yield counted._replace(part_of=parts[at]) if own else counted


def _continues(found: Sequence[Counted], at: int) -> bool:
    """Whether a count follows the one before in a list, in the same role."""
    before, own = found[at - 1], found[at]
    return own.role.role == before.role.role and own.phrase.first - before.phrase.last <= 2


def _larger(whole: int | None, part: int | None) -> bool:
    return whole is not None and part is not None and whole > part


def _in_context(rule: RoleRule, sentence: Sentence) -> bool:
    return not rule.context or any(sentence.has(phrase) for phrase in rule.context)


def _is_alleged(sentence: Sentence, phrase: Phrase) -> bool:
    inside = {sentence.low(at) for at in range(phrase.first, phrase.last)}
    following = (p.first for p in sentence.phrases if p.first >= phrase.last and p.number)
    end = min(next(following, phrase.last + _NEAR), phrase.last + _NEAR)
    after = {sentence.low(at) for at in range(phrase.last, end)}
    return bool((inside | after) & _ALLEGED)


def _mention(sentence: Sentence, counted: Counted) -> Mention:
    phrase = counted.phrase
    part = None if counted.part_of is None else str(counted.part_of)
    return Mention(
        start=phrase.start,
        end=phrase.end,
        value=Count(counted.n, counted.role.role, phrase.mod, part),
        rule=f"role.{counted.role.rule.id}",
        polarity="alleged" if _is_alleged(sentence, phrase) else None,
    )
