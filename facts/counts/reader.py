"""The counts of one article, sentence by sentence."""

from collections.abc import Iterator, Sequence

from facts.counts.parts import adding_up, broken_down, is_compared, is_larger, with_appositions
from facts.counts.readable import (
    SURE,
    WEAK,
    is_acting,
    is_beside,
    is_countable,
    is_strong_enough,
    opens_partition,
    presumed,
    tells_people,
)
from facts.counts.roles import Counted, RoleRule, RoleRules, in_context
from facts.counts.told import HOLD, Told
from facts.counts.wholes import is_of_other_side, people_before, shared_out, whole_of
from facts.frames.phrases import Phrase
from facts.frames.sentence import Sentence
from facts.frames.triggers import Event
from facts.model import Count, Mention
from facts.polarity import is_alleged

_MINOR = frozenset(
    "in from at each others more of to on also respectively were was are and ,".split()
)
"""Words after a number that leaves out what it counts."""
_LISTING = frozenset(
    [*"and or while with plus from in at including".split(), ",", ";", ":", "(", "-", ""]
)
"""What stands before a number that takes its role from the one before it."""


class Counter:
    """The counts of one article, sentence by sentence; it remembers the totals so far."""

    def __init__(self, rules: RoleRules) -> None:
        self._rules = rules
        self._told = Told()

    def read(self, sentence: Sentence, taken: set[int]) -> Iterator[Mention]:
        """The counts of a sentence; `taken` are phrases (by token) that are seizures."""
        found: list[Counted] = []
        before = self._told.last
        for phrase in sentence.phrases:
            if phrase.first in taken or (phrase.amount and "record" not in phrase.nouns):
                continue
            counted = self._counted(sentence, phrase, found, taken)
            if counted:
                found.append(counted)
                self._told.remember(sentence, counted)
        parts = [*broken_down(sentence, self._told.last), *adding_up(sentence, found, before)]
        for counted in (*with_appositions(found), *parts):
            yield _mention(sentence, counted)
        self._told.close(sentence)

    def _counted(
        self, sentence: Sentence, phrase: Phrase, found: list[Counted], things: set[int]
    ) -> Counted | None:
        if not is_countable(sentence, phrase):
            return None
        value = phrase.value
        n = None if value is None else int(value)
        if (total := shared_out(sentence, phrase)) is not None:
            return self._share(sentence, phrase, found, total)
        whole = whole_of(sentence, phrase, found, self._told, things)
        nouns = self._nouns(sentence, phrase, found, whole)
        if not nouns:
            return None
        if opens_partition(sentence, phrase) and not self._is_held(sentence, phrase):
            return self._partitioned(phrase, nouns, n)
        governed = self._governed(sentence, phrase, nouns, found, SURE if whole else WEAK)
        governed = self._known_held(sentence, phrase, governed, n)
        if governed and found and shared_out(sentence, found[-1].phrase) == n:
            governed = None if governed.role == found[-1].role.role else governed
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

    def _share(
        self, sentence: Sentence, phrase: Phrase, found: list[Counted], total: int
    ) -> Counted | None:
        """ "78 of 93 suspects were arrested": what is told is told of the 78."""
        role = self._governed(sentence, phrase, phrase.nouns, found, WEAK)
        n = None if phrase.value is None else int(phrase.value)
        return Counted(phrase, phrase.nouns, role, n, total) if role else None

    def _known_held(
        self, sentence: Sentence, phrase: Phrase, role: RoleRule | None, n: int | None
    ) -> RoleRule | None:
        """ "The two men were questioned" after they were arrested: those who are held."""
        if role is None or role.role != "suspects" or self._told.total("arrests") != n:
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
        if phrase.of_whole and (named := people_before(sentence, phrase)):
            return named
        if self._told.last and self._told.last.nouns & HOLD:
            return self._told.last.nouns
        return frozenset({"person"})

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
            if in_context(rule, sentence) or (rule.rule.recalls and self._told.has(rule.role))
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
            and not (found or self._told.last)
            and not tells_people(sentence, governor, phrase)
        ):
            return None
        told = governor.event.triggers
        if _is_arrested_too(sentence, governor.event):
            told = _ARREST if any(rule.triggers & _ARREST for rule in rules) else told
        return next(rule for rule in rules if rule.triggers & told)

    def _inherited(
        self,
        sentence: Sentence,
        phrase: Phrase,
        found: list[Counted],
        n: int | None,
    ) -> RoleRule | None:
        if phrase.noun is None:
            before = sentence.lows[phrase.first - 1]
            if before in ("last", "remaining", "final"):
                before = sentence.lows[phrase.first - 1 - 2]
            follows = sentence.lows[phrase.last] in _MINOR and before in _LISTING
            follows = follows or is_compared(sentence, phrase)
            return found[-1].role if found and follows and found[-1].nouns & HOLD else None
        joined = found and sentence.lows[phrase.first - 1] in ("and", ",") and phrase.is_personal
        if joined and found[-1].phrase.last >= phrase.first - 2 and found[-1].nouns & HOLD:
            return None if is_of_other_side(phrase, found[-1]) else found[-1].role
        last = self._told.last
        same = last and last.n == n and last.nouns & HOLD and phrase.is_personal
        return last.role if last and same and not phrase.article else None

    def _is_held(self, sentence: Sentence, phrase: Phrase) -> bool:
        """ "Of the 26 suspects detained there": what follows says their role."""
        return any(e.first == phrase.last and e.voice == "reduced" for e in sentence.events)

    def _partitioned(self, phrase: Phrase, nouns: frozenset[str], n: int | None) -> Counted | None:
        """ "Of the 12 suspects, five ...": they have the role they had before."""
        last = self._told.last
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
            held = self._told.arrested or self._told.total("arrests") == n
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
