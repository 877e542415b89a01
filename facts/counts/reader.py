"""The counts of one article, sentence by sentence."""

from collections.abc import Iterator, Sequence

from facts.counts.parts import (
    broken_down,
    describes_last,
    head,
    is_compared,
    is_larger,
    with_appositions,
)
from facts.counts.readable import (
    SURE,
    WEAK,
    is_acting,
    is_beside,
    is_countable,
    is_strong_enough,
    may_be_people,
    opens_partition,
    presumed,
    tells_people,
)
from facts.counts.roles import Counted, RoleRule, RoleRules, in_context
from facts.frames.phrases import Phrase
from facts.frames.sentence import Sentence
from facts.frames.triggers import Event
from facts.model import Count, Mention
from facts.polarity import is_alleged

_HOLD = frozenset(
    "person suspect fighter migrant victim officer nationality arrest death injury".split()
)
"""Nouns whose role a number after them can share."""
_MINOR = frozenset(
    "in from at each others more of to on also respectively were was are and ,".split()
)
"""Words after a number that leaves out what it counts."""
_LISTING = frozenset(
    [*"and or while with plus from in at including".split(), ",", ";", ":", "(", "-", ""]
)
"""What stands before a number that takes its role from the one before it."""
_PARTS = frozenset("including among whom them includes included comprising".split())


class Counter:
    """The counts of one article, sentence by sentence; it remembers the totals so far."""

    def __init__(self, rules: RoleRules) -> None:
        self._rules = rules
        self._totals: dict[str, int] = {}
        self._roles: set[str] = set()
        self._last: Counted | None = None
        self._arrested = False
        self._things: set[int] = set()
        self._heads: dict[str, Counted] = {}

    def read(self, sentence: Sentence, taken: set[int]) -> Iterator[Mention]:
        """The counts of a sentence; `taken` are phrases (by token) that are seizures."""
        found: list[Counted] = []
        self._things = taken
        for phrase in sentence.phrases:
            if phrase.first in taken or (phrase.amount and "record" not in phrase.nouns):
                continue
            counted = self._counted(sentence, phrase, found)
            if counted:
                found.append(counted)
                self._remember(counted)
                if counted.part_of is None and head(sentence, phrase):
                    self._heads[head(sentence, phrase)] = counted
        parts = broken_down(sentence, self._last)
        for counted in (*with_appositions(found), *parts):
            yield _mention(sentence, counted)
        self._arrested |= any("arrest" in event.triggers for event in sentence.events)

    def _remember(self, counted: Counted) -> None:
        if counted.nouns & _HOLD:
            self._last = counted
        self._roles.add(counted.role.role)
        if counted.n is not None and counted.part_of is None:
            role = counted.role.role
            self._totals[role] = max(counted.n, self._totals.get(role, 0))

    def _counted(self, sentence: Sentence, phrase: Phrase, found: list[Counted]) -> Counted | None:
        if not is_countable(sentence, phrase):
            return None
        value = phrase.value
        n = None if value is None else int(value)
        whole = self._whole(sentence, phrase, found, n)
        nouns = self._nouns(sentence, phrase, found, whole)
        if not nouns:
            return None
        if opens_partition(sentence, phrase) and not self._is_held(sentence, phrase):
            return self._partitioned(phrase, nouns, n)
        governed = self._governed(sentence, phrase, nouns, found, SURE if whole else WEAK)
        governed = self._known_held(sentence, phrase, governed, n)
        if governed is None and whole:
            governed = whole.role
        if governed is None:
            governed = self._inherited(sentence, phrase, found, n)
        if governed is None and not phrase.article:
            governed = self._known_held(sentence, phrase, self._bare(sentence, phrase, nouns, n), n)
        if governed is None:
            return None
        if whole and phrase.article:
            return None  # "including a soldier": named by what it is, not counted
        return Counted(phrase, nouns, governed, n, self._part(governed, whole, n))

    def _known_held(
        self, sentence: Sentence, phrase: Phrase, role: RoleRule | None, n: int | None
    ) -> RoleRule | None:
        """ "The two men were questioned" after they were arrested: those who are held."""
        if role is None or role.role != "suspects" or self._totals.get("arrests") != n:
            return role
        definite = sentence.lows[phrase.first - 1] in ("the", "these", "both", "those")
        flees = any("flee" in event.triggers for event in sentence.events)
        return self._rules.named("arrests") if definite and not flees else role

    def _nouns(
        self, sentence: Sentence, phrase: Phrase, found: list[Counted], whole: Counted | None
    ) -> frozenset[str]:
        if phrase.noun:
            return phrase.nouns or presumed(sentence, phrase)
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
        part = phrase.of_whole or sentence.lows[at] in _PARTS or describes_last(sentence, phrase)
        if phrase.of_whole and phrase.noun is None and self._is_of_things(sentence, phrase):
            return None
        if not part and sentence.lows[at] in ("and", ",") and found and found[-1].part_of:
            part = found[-1].phrase.last >= at - 1
        if not part and sentence.lows[at] == "(" and found and phrase.noun is None:
            part = found[-1].phrase.last == at
        if not part and sentence.lows[at] in ("-", ":") and found:
            part = found[-1].phrase.last == at
        if not part:
            part = sentence.lows[at] == "," and sentence.lows[0] == "of" and phrase.noun is None
        if not part or not (phrase.of_whole or may_be_people(phrase)):
            return None
        for counted in reversed(found):
            if counted.part_of is None and is_larger(counted.n, n):
                return counted
        known = self._heads.get(head(sentence, phrase)) if phrase.of_whole else None
        if known and is_larger(known.n, n):
            return known
        last = self._last
        if last is None or not last.nouns & _HOLD:
            return None
        return last if is_larger(last.part_of or last.n, n) else None

    def _is_of_things(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether "2 of them" are of the cars just named, not of people."""
        before = [other.first for other in sentence.phrases if other.first < phrase.first]
        return bool(before) and before[-1] in self._things

    def _part(self, role: RoleRule, whole: Counted | None, n: int | None) -> int | None:
        if whole is None:
            return None
        total = whole.part_of or whole.n
        return total if is_larger(total, n) and whole.role.role == role.role else None

    def _governed(
        self,
        sentence: Sentence,
        phrase: Phrase,
        nouns: frozenset[str],
        found: Sequence[Counted],
        least: float,
    ) -> RoleRule | None:
        if not sentence.events:
            return None
        rules = [
            rule
            for rule in self._rules.told(nouns, sentence.scope.triggers)
            if in_context(rule, sentence) or (rule.rule.recalls and self._has_told(rule.role))
        ]
        if not rules:
            return None
        triggers = _triggers(rules, beside=False)
        near = _triggers(rules, beside=True)

        def fits(event: Event) -> bool:
            if not event.triggers.isdisjoint(triggers):
                return True
            return not event.triggers.isdisjoint(near) and is_beside(sentence, phrase, event)

        governor = sentence.scope.governor(phrase, fits)
        if governor is None or governor.strength < least:
            return None
        if not is_strong_enough(governor, phrase, sentence):
            return None
        if (
            phrase.noun is None
            and not (found or self._last)
            and not tells_people(sentence, governor, phrase)
        ):
            return None
        told = governor.event.triggers
        if _is_arrested_too(sentence, governor.event):
            told = _ARREST if any(rule.triggers & _ARREST for rule in rules) else told
        return next(rule for rule in rules if rule.triggers & told)

    def _has_told(self, role: str) -> bool:
        """Whether the article gave this role before; migrants rescued are migrants as well."""
        if role in self._roles:
            return True
        return role == "migrants_stopped" and "migrants_rescued" in self._roles

    def _inherited(
        self,
        sentence: Sentence,
        phrase: Phrase,
        found: list[Counted],
        n: int | None,
    ) -> RoleRule | None:
        if phrase.noun is None:
            before = sentence.lows[phrase.first - 1]
            follows = sentence.lows[phrase.last] in _MINOR and before in _LISTING
            follows = follows or is_compared(sentence, phrase)
            return found[-1].role if found and follows and found[-1].nouns & _HOLD else None
        joined = found and sentence.lows[phrase.first - 1] in ("and", ",") and phrase.is_personal
        if joined and found[-1].phrase.last >= phrase.first - 2 and found[-1].nouns & _HOLD:
            return found[-1].role
        last = self._last
        same = last and last.n == n and last.nouns & _HOLD and phrase.is_personal
        return last.role if last and same and not phrase.article else None

    def _is_held(self, sentence: Sentence, phrase: Phrase) -> bool:
        """ "Of the 26 suspects detained there": what follows says their role."""
        return any(e.first == phrase.last and e.voice == "reduced" for e in sentence.events)

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
        if phrase.noun is None or phrase.value == 1:
            return None
        if "officer" in phrase.nouns and is_acting(sentence, phrase):
            return self._rules.named("officers")
        if phrase.nouns & {"suspect", "fighter"} and is_alleged(sentence, phrase):
            held = self._arrested or self._totals.get("arrests") == n
            if held:
                return self._rules.named("arrests")
        return next((r for r in self._rules if r.bare & nouns and in_context(r, sentence)), None)


def _triggers(rules: Sequence[RoleRule], *, beside: bool) -> frozenset[str]:
    return frozenset[str]().union(*[r.triggers for r in rules if r.rule.beside is beside])


_ARREST = frozenset({"arrest"})


def _is_arrested_too(sentence: Sentence, event: Event) -> bool:
    """ "arrested and charged nine suspects": they are arrests, whatever came after."""
    if event.triggers & _ARREST or sentence.lows[event.first - 1] not in ("and", "then", "later"):
        return False
    joint = event.first - 1 - (sentence.lows[event.first - 2] == "and")
    return any(other.last == joint and other.triggers & _ARREST for other in sentence.events)


def _mention(sentence: Sentence, counted: Counted) -> Mention:
    phrase = counted.phrase
    part = None if counted.part_of is None else str(counted.part_of)
    return Mention(
        start=phrase.start,
        end=phrase.end,
        value=Count(counted.n, counted.role.role, phrase.mod, part),
        rule=f"role.{counted.role.rule.id}",
        polarity="alleged" if is_alleged(sentence, phrase) else None,
    )
