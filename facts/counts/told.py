"""What an article has counted so far, which later sentences speak of again."""

from facts.counts.parts import head
from facts.counts.roles import Counted
from facts.frames.sentence import Sentence

HOLD = frozenset(
    "person suspect fighter migrant victim officer nationality arrest death injury".split()
)
"""Nouns whose role a number after them can share."""


class Told:
    """The counts of the sentences read so far: the last, the largest, and those by their noun."""

    def __init__(self) -> None:
        self.last: Counted | None = None
        """The last count of people."""
        self.arrested = False
        """Whether anyone was arrested in an earlier sentence."""
        self._totals: dict[str, int] = {}
        self._roles: set[str] = set()
        self._heads: dict[str, Counted] = {}
        self.ended_with_things = False
        """Whether the last number of the sentence before counted no people: "17 incidents"."""

    def remember(self, sentence: Sentence, counted: Counted) -> None:
        """Takes note of a count."""
        if counted.nouns & HOLD:
            self.last = counted
        role = counted.role.role
        self._roles.add(role)
        if counted.part_of is not None:
            return
        if counted.n is not None:
            self._totals[role] = max(counted.n, self._totals.get(role, 0))
        if noun := head(sentence, counted.phrase):
            self._heads[noun] = counted

    def close(self, sentence: Sentence) -> None:
        """Takes note of what a sentence told beside its counts."""
        self.arrested |= any("arrest" in event.triggers for event in sentence.events)
        last = sentence.phrases[-1] if sentence.phrases else None
        self.ended_with_things = bool(last and last.noun and not last.is_personal)

    def total(self, role: str) -> int | None:
        """The largest number of a role."""
        return self._totals.get(role)

    def has(self, role: str) -> bool:
        """Whether the article gave this role before; migrants rescued are migrants as well."""
        if role in self._roles:
            return True
        return role == "migrants_stopped" and "migrants_rescued" in self._roles

    def of_noun(self, noun: str) -> Counted | None:
        """The last whole that was counted by this noun."""
        return self._heads.get(noun)
