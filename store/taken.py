"""An incident of the case: what analysts took, linked, merged and edited, as it stands now."""

from typing import TYPE_CHECKING

from msgspec import Struct

from store.shapes import Stamp, Verdict

if TYPE_CHECKING:
    from facts.model import AnyValue, Incident

FIELDS = (
    "title", "types", "scope", "date", "places", "countries", "agencies", "groups", "operation",
    "counts", "seizures", "money", "status",
)  # fmt: skip
"""What an incident says of itself, in the order in which it is shown; each can be edited."""


class LinkedFact(Struct, frozen=True):
    """A fact linked to an incident, as it stands."""

    article: int
    key: str
    link: Stamp
    """Who linked it, and when."""
    value: "AnyValue | None" = None
    """None where the rules do not find it any more."""
    verdict: Verdict | None = None
    corrected: bool = False
    issuer: str | None = None
    """Who issued the statement."""
    start: int = 0
    end: int = 0
    """Its first words in the article."""

    @property
    def name(self) -> str:
        """The fact's name in the whole case: "12:count:arrests:21:"."""
        return f"{self.article}:{self.key}"

    @property
    def is_gone(self) -> bool:
        """Whether the rules do not find it any more."""
        return self.value is None

    @property
    def stands(self) -> bool:
        """Whether it is still found, and nobody rejected it."""
        return self.value is not None and self.verdict != "rejected"


class Taken(Struct, frozen=True):
    """An incident of the case with all that was merged into it."""

    id: int
    title: str
    """What an analyst calls it, "" where nobody gave it a title."""
    value: "Incident"
    """Its fields, from the facts as they stand and from what analysts edited."""
    sources: dict[str, tuple[str, ...]]
    """The names of the facts that each field is read from."""
    edited: dict[str, Stamp]
    """The fields that an analyst wrote, and who and when."""
    facts: tuple[LinkedFact, ...]
    tags: dict[str, Stamp]
    merged: dict[int, Stamp]
    """The incidents merged into it, directly or through another; who did it, and when."""
    into: int | None
    """The incident that this one was merged into, None while it stands for itself."""
    part_of: int | None
    """The incident that it is a part of, as a raid is of an operation."""
    parts: tuple[int, ...]
    made: Stamp

    @property
    def articles(self) -> tuple[int, ...]:
        """The articles linked to it, in the order of their import."""
        return tuple(sorted({fact.article for fact in self.facts}))


class IncidentRow(Struct, frozen=True):
    """One row of the list of incidents."""

    id: int
    title: str
    value: "Incident"
    articles: int
    """How many articles are linked to it."""
    facts: int
    tags: tuple[str, ...]


class Alike(Struct, frozen=True):
    """An incident that a fact or a proposal may belong to."""

    row: IncidentRow
    score: float
    why: str
    """In words: "same day, Casablanca, cannabis"."""
