"""An incident in the making: the passages that tell of it and what they say so far."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

from msgspec import Struct, field

from facts.folding import fold
from facts.incidents.passages import Passage
from facts.incidents.periods import is_period, main_date
from facts.model import Count, Date, Mention, Money, Seizure

Key: TypeAlias = tuple[str, str, int | Decimal, str | None]
"""What makes a number the same when it is told again."""


class Draft(Struct, eq=False):
    """An incident in the making; what is asked of it often is kept as passages are added."""

    passages: list[Passage] = field(default_factory=list)
    """Those that report its facts."""
    context: list[Passage] = field(default_factory=list)
    """Those around them that add places and agencies."""
    routes: list[Passage] = field(default_factory=list)
    """Those of the context that go on about its things: "The capsules arrived from Pakistan"."""
    trail: list[Passage] = field(default_factory=list)
    """Those further on that still tell of its people and things: where from and where to."""
    helpers: list[Passage] = field(default_factory=list)
    """Those further on that tell which services worked on the case."""
    sums_up: bool = False
    """True where it is the total that an operation told of before adds to."""
    looks_back: bool = False
    """True where a sentence within the news looks back at it: "Last month, they held nine"."""
    aggregate: bool = False
    date: Date | None = None
    timed: bool = False
    """True where its words give a day that cannot be told: no day of publication is known."""
    scene: tuple[Mention, ...] = ()
    """Places of the incident before it, where its words say that it is the same scene."""
    towns: set[str] = field(default_factory=set)
    """Names of its places below provinces, folded."""
    things: set[str] = field(default_factory=set)
    """The words for its things, folded."""
    kinds: set[str] = field(default_factory=set)
    """The roles and categories of its facts."""
    most: dict[str, int] = field(default_factory=dict)
    """The largest number in each role."""
    parts: dict[str, int] = field(default_factory=dict)
    """The sum of the smaller numbers in each role."""
    countries: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)
    """Family names of the persons it names, folded."""
    operations: set[str] = field(default_factory=set)
    """Names of operations, folded."""

    @property
    def core(self) -> Iterator[Mention]:
        """Its counts, seizures and sums."""
        return (m for passage in self.passages for m in passage.core)

    def add(self, passage: Passage) -> None:
        """Add a passage that reports facts of the incident."""
        self.passages.append(passage)
        first = len(self.passages) == 1
        date = main_date(passage)
        if date is not None and date.mod == "since" and not (first and is_period(passage)):
            date = None  # since when a gang was at work is not when it was caught
        if date is None and first:
            date = next((d for lead in self.context if (d := main_date(lead))), None)
        exact = date is not None and date.grain == "day" and self._tells_again(passage)
        if first or not self.timed or exact:
            self.date = self.date or date
        self.timed = self.timed or (self.date is None and passage.is_timed)
        self.aggregate = self.aggregate or (first and is_period(passage))
        self.towns |= passage.towns
        self.operations |= {fold(name) for name in passage.operations}
        self.persons |= passage.persons
        self.countries |= {
            country for m in passage.mentions if (country := getattr(m.value, "country", None))
        }
        for mention in passage.core:
            self.kinds.add(kind_of_fact(mention))
            value = mention.value
            if isinstance(value, Seizure):
                self.things.update(fold(value.item).split())
            if isinstance(value, Count) and value.part_of is None and value.n is not None:
                if value.n < self.most.get(value.role, 0):
                    self.parts[value.role] = self.parts.get(value.role, 0) + value.n
                self.most[value.role] = max(value.n, self.most.get(value.role, 0))

    def _tells_again(self, passage: Passage) -> bool:
        """Whether it repeats a number of the incident: its day is the one that was not known."""
        counted = (m.value for m in passage.core if isinstance(m.value, Count))
        return any(v.n is not None and v.n == self.most.get(v.role, 1) for v in counted)

    def surround(self, passage: Passage, *, dates_it: bool = False) -> None:
        """Add a passage without facts that still tells of the incident.

        `dates_it` where its day is the incident's, if that has none.
        """
        self.context.append(passage)
        self.towns |= passage.towns
        self.persons |= passage.persons
        names_thing = self.names_thing(passage)
        if names_thing:
            self.routes.append(passage)
        if (
            self.date is None
            and not self.timed
            and not self.aggregate
            and (dates_it or names_thing)
        ):
            self.date = main_date(passage)

    def places(self) -> Iterator[Mention]:
        """Where its facts happened."""
        return (m for passage in self.passages for m in passage.places)

    def scene_of(self) -> tuple[Mention, ...]:
        """The places another incident on the same scene has too."""
        return tuple(self.places()) or self.scene

    def names_thing(self, passage: Passage) -> bool:
        """Whether it opens with one of its things: "The capsules arrived on February 16"."""
        if not self.things or not passage.text.lstrip().startswith(_DEFINITE):
            return False
        opening = passage.text.split(maxsplit=3)[:3]
        return opening[0] in _DEFINITE and any(fold(word) in self.things for word in opening[1:])


_DEFINITE = ("the", "these", "those")


def kind_of_fact(mention: Mention) -> str:
    """The role of a count, the category of a thing, "money"."""
    value = mention.value
    if isinstance(value, Count):
        return value.role
    if isinstance(value, Seizure):
        return value.category or "goods"
    return "money" if isinstance(value, Money) else mention.kind


def is_vague_toll(mention: Mention) -> bool:
    """Whether it counts the dead without a number: "thousands have died" is background."""
    value = mention.value
    return isinstance(value, Count) and value.n is None and value.role in ("killed", "injured")


def keys(passage: Passage) -> Iterator[Key]:
    """What its numbers are known by when they are told again; one of something is told by none."""
    for mention in passage.core:
        value = mention.value
        if isinstance(value, Count) and value.n is not None and value.n > 1:
            yield "count", value.role, value.n, None
        elif isinstance(value, Seizure) and value.quantity is not None:
            for word in fold(value.item).split():
                yield "seizure", word, value.quantity, value.unit
