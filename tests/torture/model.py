"""A case as a dictionary: what every change wrote and replaced, undo and redo, in memory.

A place is what can be changed by itself: the tag of an article, its status, its note, a verdict.
What stands at one is a word for it, with the number of the change that wrote it where the case
says who it was and when: what was written twice is not the same then.
"""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

Place: TypeAlias = tuple[object, ...]
"""Its kind, the article, and what else it takes to name it; "shared" is of no article."""

Value: TypeAlias = tuple[str, int] | None

BUILDING = frozenset({"import", "facts"})
"""What fills a case: the keys pass it by."""


STAMPED = frozenset({"note", "tag", "status", "verdict"})
"""What says who wrote it and when."""


class Entry(NamedTuple):
    """One change of the log."""

    seq: int
    user: str
    action: str
    before: dict[Place, Value]
    after: dict[Place, Value]
    undo: int | None = None


class Refused(Exception):  # noqa: N818  # the case says so as well
    """Nothing was changed, for a reason the case must give too."""


class Model:
    """All that a case holds, and all that was done to it."""

    def __init__(self) -> None:
        self.places: dict[Place, Value] = {}
        self.log: dict[int, Entry] = {}
        self._stacks: dict[tuple[str, str], set[int]] = {}

    def at(self, *place: object) -> str:
        """The word that stands at a place, empty where nothing does."""
        value = self.places.get(place)
        return value[0] if value else ""

    def all(self, kind: str, article: int) -> dict[Place, str]:
        """What stands at all places of a kind in an article."""
        return {p[2:]: v[0] for p, v in self.places.items() if v and p[:2] == (kind, article)}

    @property
    def articles(self) -> list[int]:
        """The articles that are in the case."""
        return sorted(int(str(p[1])) for p, v in self.places.items() if v and p[0] == "article")

    def write(self, user: str, action: str, words: Mapping[Place, str | None]) -> Entry | None:
        """Put words at places; None where they stood there."""
        seq = len(self.log) + 1
        differ = {p: w for p, w in words.items() if (w or "") != self.at(*p)}
        after: dict[Place, Value] = {
            p: (w, seq if p[0] in STAMPED else 0) if w else None for p, w in differ.items()
        }
        return self._enter(user, action, after)

    def undo(self, user: str, seq: int) -> Entry | None:
        """Take back a change by its number, or bring it again where that is an undo."""
        if seq not in self.log:
            raise Refused
        target = self.log[seq]
        if target.undo is not None and self.log[target.undo].undo is not None:
            target = self.log[self.log[target.undo].undo or 0]
        if self._is_taken_back(target.seq):
            raise Refused
        return self._reverse(user, target)

    def step(self, user: str, stack: str) -> Entry | None:
        """What a key takes back or brings again; one that is refused is passed over."""
        there = self._stack(user, stack)
        if not there:
            raise Refused
        target = self.log[max(there)]
        try:
            return self._reverse(user, target)
        except Refused:
            self._drop(target)
            raise

    def _reverse(self, user: str, target: Entry) -> Entry | None:
        after: dict[Place, Value] = {}
        for place, wrote in target.after.items():
            if self.places.get(place) != wrote:
                raise Refused
            after[place] = target.before[place]
            if place[0] == "article" and after[place] is None:
                after |= self._gone(int(str(place[1])))
            elif place[0] == "article" and self._is_twin(place, target.before[place]):
                raise Refused
        there = {p[1] for p, v in (self.places | after).items() if v and p[0] == "article"}
        if any(v and p[0] != "shared" and p[1] not in there for p, v in after.items()):
            raise Refused
        return self._enter(user, "undo" if target.undo is None else "redo", after, target.seq)

    def _gone(self, article: int) -> dict[Place, Value]:
        """The facts of an article go with it; what an analyst gave it does not."""
        given = [p[0] for p, v in self.places.items() if v and p[1] == article]
        if STAMPED.intersection(given):
            raise Refused
        return {("facts", article): None}

    def _is_twin(self, place: Place, value: Value) -> bool:
        """Whether another article has the text of the one that would come back."""
        return value is not None and any(
            v and p[0] == "article" and p != place and v[0] == value[0]
            for p, v in self.places.items()
        )

    def _enter(
        self, user: str, action: str, after: dict[Place, Value], undo: int | None = None
    ) -> Entry | None:
        before = {place: self.places.get(place) for place in after}
        after = {place: value for place, value in after.items() if value != before[place]}
        if not after:
            return None
        before = {place: before[place] for place in after}
        entry = Entry(len(self.log) + 1, user, action, before, after, undo)
        self.log[entry.seq] = entry
        self.places |= after
        self._take_into_account(entry)
        return entry

    def _take_into_account(self, entry: Entry) -> None:
        target = None if entry.undo is None else self.log[entry.undo]
        if target is None:
            if entry.action not in BUILDING:
                self._stack(entry.user, "redo").clear()
                self._stack(entry.user, "undo").add(entry.seq)
            return
        self._drop(target)
        if target.undo is None:
            self._stack(entry.user, "redo").add(entry.seq)
        elif self.log[target.undo].action not in BUILDING:
            first = self.log[target.undo]
            self._stack(first.user, "undo").add(first.seq)

    def _drop(self, entry: Entry) -> None:
        for stack in ("undo", "redo"):
            self._stack(entry.user, stack).discard(entry.seq)

    def _stack(self, user: str, stack: str) -> set[int]:
        return self._stacks.setdefault((user, stack), set())

    def _is_taken_back(self, seq: int) -> bool:
        backs = [e.seq for e in self.log.values() if e.undo == seq]
        agains = {e.undo for e in self.log.values()}
        return any(back not in agains for back in backs)
