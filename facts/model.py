"""What an article says, as values: mentions with their words, facts, and incidents.

The shapes follow the project's gold standard: a mention is one place in the text, a fact is one
distinct value with all its mentions, an incident is what the article reports. Offsets count
Unicode characters of the article exactly as it was read, end exclusive. Dates are ISO 8601
calendar dates; where the year is unknown they are EDTF (ISO 8601-2), ``XXXX-07-24``.
"""

import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import Literal, TypeAlias

from msgspec import Struct, structs

from facts.values import (
    Acronym,
    Age,
    AnyValue,
    Count,
    Date,
    Measure,
    Money,
    Nationality,
    Operation,
    Organisation,
    Person,
    Place,
    PublicationDate,
    Reading,
    Seizure,
    Value,
    kind_of,
)

__all__ = [
    "Acronym",
    "Age",
    "AnyValue",
    "Boilerplate",
    "Count",
    "Date",
    "Extraction",
    "Fact",
    "Incident",
    "Measure",
    "Mention",
    "Money",
    "MoneyFill",
    "Nationality",
    "Operation",
    "Organisation",
    "Period",
    "Person",
    "Place",
    "PublicationDate",
    "Published",
    "Reading",
    "Scope",
    "Seizure",
    "SeizureFill",
    "Value",
    "fact_key",
    "facts_of",
    "kind_of",
    "with_reading",
]

Scope: TypeAlias = Literal["event", "aggregate"]


class Mention(Struct, frozen=True, omit_defaults=True):
    """One place in the text that says something, and the rule that saw it."""

    start: int
    end: int
    value: AnyValue
    rule: str
    """The id of the rule, as ``casedesk rules list`` prints it."""
    id: str = ""
    """Unique within the article ("f07"), in the order of the text; set by `facts.extract`."""
    polarity: str | None = None
    """"alleged" where the text only suspects or accuses."""
    reported_by: str | None = None
    """Who issued the statement: an acronym or name, as the organisation's value has it."""
    reasons: tuple[str, ...] = ()
    """Why a flag was raised, in words an analyst reads."""
    incidents: tuple[str, ...] = ()
    """Ids of the incidents it supports."""

    @property
    def kind(self) -> str:
        """The kind of its value."""
        return kind_of(self.value)

    @property
    def flags(self) -> tuple[str, ...]:
        """What the plausibility checks hold against the printed number."""
        return getattr(self.value, "flags", ())

    @property
    def suggested(self) -> Reading | None:
        """The reading to take instead of the printed number, if one was suggested."""
        return getattr(self.value, "suggested", None)


class Fact(Struct, frozen=True):
    """One distinct value in an article with every mention of it, first mention first."""

    key: str
    """Stable across runs of the rules as long as the value stays: ``seizure:cocaine:7:kg``."""
    value: AnyValue
    mentions: tuple[Mention, ...]

    @property
    def kind(self) -> str:
        """The kind of its value."""
        return kind_of(self.value)


class Period(Struct, frozen=True):
    """An inclusive interval of ISO or EDTF days; `end` None while it lasts."""

    start: str | None
    end: str | None


class SeizureFill(Struct, frozen=True, omit_defaults=True):
    """One item of an incident's seizures."""

    item: str
    quantity: Decimal | None = None
    unit: str | None = None
    mod: str | None = None
    flagged: bool = False


class MoneyFill(Struct, frozen=True, omit_defaults=True):
    """One sum of an incident."""

    amount: Decimal | None
    currency: str
    usd: Decimal | None = None


class Incident(Struct, frozen=True):
    """One event, or the total of a period, that the article reports."""

    id: str
    """Unique within the article: "i1", "i2", ... in the order of the text."""
    types: tuple[str, ...]
    scope: Scope
    date: Period | None = None
    places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    operation: str | None = None
    counts: dict[str, int | None] = {}
    seizures: tuple[SeizureFill, ...] = ()
    money: tuple[MoneyFill, ...] = ()
    status: str | None = None
    related: tuple[str, ...] = ()
    summary: str = ""
    facts: tuple[str, ...] = ()
    """Ids of the mentions that support it."""


class Boilerplate(Struct, frozen=True, omit_defaults=True):
    """Text to hide from view: header, share widget, breadcrumb, comment form, image caption."""

    start: int
    end: int
    reason: str
    signs: tuple[str, ...] = ()
    """What speaks for the reason, in words an analyst reads."""


class Published(Struct, frozen=True):
    """The publication date and where it came from: header, dateline, file."""

    date: str
    basis: str


class Extraction(Struct, frozen=True):
    """All that the rules found in one article."""

    rules: str
    """The version of the rules that ran."""
    language: str
    published: Published | None = None
    mentions: tuple[Mention, ...] = ()
    incidents: tuple[Incident, ...] = ()
    boilerplate: tuple[Boilerplate, ...] = ()


_IDENTITY: dict[str, tuple[str, ...]] = {
    "publication_date": ("date",),
    "date": ("start", "end"),
    "place": ("country", "name"),
    "nationality": ("country", "region"),
    "organisation": ("name",),
    "acronym": ("short", "long"),
    "operation": ("name",),
    "person": ("name",),
    "count": ("role", "n", "mod"),
    "seizure": ("item", "quantity", "unit", "mod"),
    "money": ("amount", "currency", "usd"),
    "age": ("min", "max"),
    "measure": ("quantity", "unit", "what"),
}
"""The fields that make two values of a kind the same fact."""


def fact_key(value: AnyValue) -> str:
    """The stable name of a fact: its kind and the fields that make it distinct, folded."""
    kind = kind_of(value)
    return ":".join([kind, *(_fold(getattr(value, field)) for field in _IDENTITY[kind])])


def _fold(part: object) -> str:
    if part is None:
        return ""
    if isinstance(part, Decimal):
        return format(part.normalize(), "f")
    return _fold_text(str(part))


@lru_cache(maxsize=1 << 14)
def _fold_text(text: str) -> str:
    """A few thousand places, offices and units are in all of a case's articles."""
    if text.isascii():
        return " ".join(text.lower().translate(_BLANKS).split())
    text = unicodedata.normalize("NFKD", text).casefold()
    words = "".join(
        c if c.isalnum() or c in "-." else " " for c in text if not unicodedata.combining(c)
    )
    return " ".join(words.split())


_BLANKS = {n: " " for n in range(128) if not chr(n).isalnum() and chr(n) not in "-."}
"""What stands for no letter of a key, in ASCII: most values hold nothing else."""


def facts_of(mentions: tuple[Mention, ...]) -> list[Fact]:
    """Mentions grouped into facts, in the order of each fact's first mention."""
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(fact_key(mention.value), []).append(mention)
    return [Fact(key, group[0].value, tuple(group)) for key, group in groups.items()]


def with_reading(value: AnyValue, reading: Reading) -> AnyValue:
    """The value as it stands when an analyst takes the suggested reading."""
    if isinstance(value, Seizure):
        return structs.replace(
            value,
            quantity=reading.quantity,
            unit=reading.unit or value.unit,
            flags=(),
            suggested=None,
        )
    if isinstance(value, Count):
        return structs.replace(value, n=int(reading.quantity), flags=(), suggested=None)
    raise TypeError(f"a {kind_of(value)} has no other reading")
