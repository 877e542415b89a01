"""What a mention stands for, one struct for each kind: a date, a seizure, an organisation.

Dates are ISO 8601 calendar dates; where the year is unknown they are EDTF (ISO 8601-2),
``XXXX-07-24``.
"""

from decimal import Decimal
from functools import cache
from typing import TypeAlias

from msgspec import Struct


class Value(Struct, frozen=True, omit_defaults=True, tag_field="kind"):
    """What a mention stands for; its `kind` is the struct's tag."""


class PublicationDate(Value, frozen=True, tag="publication_date"):
    """The day the article says it was published."""

    date: str


class Date(Value, frozen=True, tag="date"):
    """An inclusive interval of days; `end` is None while it lasts ("since 2002")."""

    start: str | None
    end: str | None
    grain: str
    """How precise the words are: day, range, week, month, quarter, season, year, decade."""
    mod: str | None = None
    anchor: str | None = None
    unresolved: str | None = None


class Place(Value, frozen=True, tag="place"):
    """A named place; `country` is ISO 3166-1 alpha-2, None for seas and continents."""

    name: str
    type: str
    country: str | None
    lat: float | None = None
    lon: float | None = None
    role: str = "location"
    aliases: tuple[str, ...] = ()


class Nationality(Value, frozen=True, tag="nationality"):
    """An adjective or demonym: of a country (ISO 3166-1 alpha-2) or of a wider region."""

    country: str | None = None
    region: str | None = None


class Organisation(Value, frozen=True, tag="organisation"):
    """A named organisation."""

    name: str
    acronym: str | None = None
    type: str | None = None
    aliases: tuple[str, ...] = ()


class Acronym(Value, frozen=True, tag="acronym"):
    """A short form introduced beside its long form."""

    short: str
    long: str


class Operation(Value, frozen=True, tag="operation"):
    """A named operation, without the word "Operation"."""

    name: str


class Person(Value, frozen=True, tag="person"):
    """A named person, with the role and the organisation the text gives."""

    name: str
    role: str | None = None
    organisation: str | None = None


class Reading(Struct, frozen=True, omit_defaults=True):
    """Another reading of a printed number, suggested and never put in its place."""

    quantity: Decimal
    unit: str | None = None


class Count(Value, frozen=True, tag="count"):
    """A number of people, cells, searches and the like; `n` is None for vague amounts."""

    n: int | None
    role: str
    mod: str | None = None
    part_of: str | None = None
    printed: str | None = None
    flags: tuple[str, ...] = ()
    suggested: Reading | None = None


class Seizure(Value, frozen=True, tag="seizure"):
    """Something seized; `quantity` is in `unit` (kg, litre, unit), None for vague amounts."""

    item: str
    category: str | None = None
    quantity: Decimal | None = None
    unit: str | None = None
    mod: str | None = None
    part_of: str | None = None
    printed: str | None = None
    flags: tuple[str, ...] = ()
    suggested: Reading | None = None


class Money(Value, frozen=True, tag="money"):
    """A sum in a currency (ISO 4217), with the dollars printed beside it."""

    amount: Decimal | None
    currency: str
    usd: Decimal | None = None
    mod: str | None = None
    role: str | None = None
    flags: tuple[str, ...] = ()


class Age(Value, frozen=True, tag="age"):
    """An age or a range of ages in years."""

    min: int | None
    max: int | None


class Measure(Value, frozen=True, tag="measure"):
    """A number with a unit that was not seized: a distance, a share, an increase."""

    quantity: Decimal | None
    unit: str
    what: str | None = None
    mod: str | None = None
    printed: str | None = None


AnyValue: TypeAlias = (
    PublicationDate
    | Date
    | Place
    | Nationality
    | Organisation
    | Acronym
    | Operation
    | Person
    | Count
    | Seizure
    | Money
    | Age
    | Measure
)


def kind_of(value: Value) -> str:
    """The kind of a value, the tag it is stored under: "seizure", "count", ..."""
    return _tag(type(value))


@cache
def _tag(kind: type[Value]) -> str:
    return str(kind.__struct_config__.tag)
