"""An incident in the making: the passages that tell of it and what they say so far."""

from collections.abc import Iterator

from msgspec import Struct

from facts.folding import fold
from facts.incidents.passages import Passage
from facts.model import Count, Date, Mention, Seizure


class Draft(Struct):
    """An incident in the making."""

    passages: list[Passage]
    """Those that report its facts."""
    context: list[Passage]
    """Those around them that add places and agencies."""
    aggregate: bool = False
    date: Date | None = None
    scene: tuple[Mention, ...] = ()
    """Places of the incident before it, where its words say that it is the same scene."""

    @property
    def core(self) -> Iterator[Mention]:
        """Its counts, seizures and sums."""
        return (m for passage in self.passages for m in passage.core)

    @property
    def towns(self) -> set[str]:
        """Names of the places its own passages give, folded."""
        return {town for passage in (*self.passages, *self.context) for town in passage.towns}

    def scene_of(self) -> Iterator[Mention]:
        """The places another incident on the same scene has too."""
        own = [m for passage in self.passages for m in passage.places]
        yield from own or self.scene

    def count(self, role: str) -> int | None:
        """The largest number it has in a role."""
        numbers = [
            m.value.n or 0
            for m in self.core
            if isinstance(m.value, Count) and m.value.role == role and m.value.part_of is None
        ]
        return max(numbers, default=None)

    def repeats(self, mention: Mention) -> bool:
        """Whether it has the same number of the same already."""
        return any(_same(mention, own) for own in self.core)


def _same(left: Mention, right: Mention) -> bool:
    a, b = left.value, right.value
    if isinstance(a, Count) and isinstance(b, Count):
        return a.n is not None and a.n > 1 and (a.role, a.n) == (b.role, b.n)
    if isinstance(a, Seizure) and isinstance(b, Seizure) and a.quantity is not None:
        items = set(fold(a.item).split()) & set(fold(b.item).split())
        return (a.quantity, a.unit) == (b.quantity, b.unit) and bool(items)
    return False
