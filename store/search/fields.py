"""The fields of the query language: what each takes, and what it says to anything else."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Final

from facts.nearest import nearest
from store.engine.documents import number_in
from store.errors import QueryError, UnknownTag
from store.search.folding import fold
from store.search.query import Amount, Days, Field, Query, Words
from store.shapes import STATUSES
from store.tags import catalogue, shaped

FIELDS: Final = {
    "tag": "a tag, group or leaf, or its letters: tag:drugs, tag:r.a",
    "is": "the status: is:new, is:done, is:dismissed, is:flagged; or is:marked",
    "has": "has:flag (a flagged fact nobody decided), has:note",
    "note": "words in the note: note:casablanca",
    "place": 'a place among the facts: place:"tit mellil"',
    "country": "a country by its two letters: country:MA",
    "org": "an organisation or its acronym: org:DGST",
    "op": 'an operation: op:"neptune ii"',
    "type": "the type of an incident: type:drug_seizure",
    "incident": "linked to an incident of the case, by its number: incident:5",
    "date": "when it was published or happened: date:2020-09, date:2019..2021",
    "seized": "what was seized, and how much: seized:cannabis, seized:cannabis.resin>500kg",
    "count": "a count by its role: count:arrests, count:arrests>=20",
    "source": "the file it came from: source:000",
}
"""The fields of the language, each with what it finds and an example."""

IS: Final = (*STATUSES, "marked")
"""What an article can be."""

HAS: Final = ("flag", "note")
"""What an article can have."""

_LATER: Final = (
    "has:contradiction needs articles that are held against each other, which is not done yet; "
    "has:flag finds the numbers that an article leaves in doubt by itself."
)
_WITH_GROUP: Final = "One that only the case has needs its group: tag:goods/antiques."
_AMOUNT: Final = re.compile(
    r"(?P<what>[^<>=]*)(?P<sign>[<>]=?|=)?(?P<n>\d[\d,]*(?:\.\d+)?)?(?P<unit>.*)", re.DOTALL
)
_UNITS: Final = {
    "": (Decimal(1), ""),
    "g": (Decimal("0.001"), "kg"),
    "kg": (Decimal(1), "kg"),
    **dict.fromkeys(("t", "tonne", "tonnes", "ton", "tons"), (Decimal(1000), "kg")),
    **dict.fromkeys(("l", "litre", "litres"), (Decimal(1), "litre")),
    **dict.fromkeys(("unit", "units", "piece", "pieces", "pills"), (Decimal(1), "unit")),
}
"""Units a quantity may be compared in, and what they are in the units that facts have."""

_DAY: Final = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")


def term(name: str, value: str, *, has_star: bool = False) -> Query:
    """What a field with a value, or a word without a field, stands for.

    Raises `QueryError`, which names the nearest field or says what the field takes.
    """
    if name and name not in FIELDS:
        raise QueryError(_unknown_field(name, value))
    if name and not value.strip():
        raise QueryError(f"{name}: needs a value: {FIELDS[name]}.")
    if name in ("", "note"):
        return _words(value, name, has_star)
    reader = _READERS.get(name)
    return reader(value) if reader else Field(name, _folded(name, value))


def _words(value: str, column: str, has_star: bool) -> Query:
    phrase = fold(value)
    if not phrase:
        raise QueryError(f"There is no letter or digit to search for in {value or 'the quotes'}.")
    return Words(phrase, column, has_star or value.endswith("*"))


def _folded(name: str, value: str) -> str:
    folded = value.casefold() if name in ("type", "source", "count") else fold(value)
    if not folded:
        raise QueryError(f"{name}: needs a value: {FIELDS[name]}.")
    return folded


def _tag(value: str) -> Query:
    """A tag that the table does not know may be one of the case's own, if it has a group."""
    try:
        catalogue().resolve(value)
    except UnknownTag as error:
        if "/" not in value:
            raise QueryError(f"{error} {_WITH_GROUP}") from None
        return Field("tag", _own_tag(value))
    return Field("tag", value.casefold())


def _own_tag(value: str) -> str:
    try:
        return shaped(value)
    except UnknownTag as error:
        raise QueryError(str(error)) from None


def _status(value: str) -> Query:
    return Field("is", _one_of("is", value, IS))


def _has(value: str) -> Query:
    if value.casefold() in ("contradiction", "contradictions"):
        raise QueryError(_LATER)
    return Field("has", _one_of("has", value, HAS))


def _one_of(name: str, value: str, known: tuple[str, ...]) -> str:
    value = value.casefold()
    if value not in known:
        raise QueryError(f"There is no {name}:{value}{nearest(value, known, before=f'{name}:')}")
    return value


def _country(value: str) -> Query:
    if len(value) != 2 or not value.isalpha():
        raise QueryError(f"country:{value} is no country's two letters; {FIELDS['country']}.")
    return Field("country", _folded("country", value))


def _days(value: str) -> Query:
    first, dots, last = value.partition("..")
    ends = [_day(end) for end in (first, last or first)]
    wrong = (first and not ends[0]) or (last and not ends[1]) or not (first or last)
    low = _first_day(ends[0]) if ends[0] and first else None
    high = _last_day(ends[1]) if ends[1] and (last or not dots) else None
    if wrong or (low and high and low > high):
        raise QueryError(f"date:{value} is no day, month, year or range: {FIELDS['date']}.")
    return Days(low, high, value)


def _day(text: str) -> re.Match[str] | None:
    """A year, a month or a day that the calendar has."""
    found = _DAY.fullmatch(text)
    if found is None or found[3] is None:
        return found
    try:
        date.fromisoformat(text)
    except ValueError:
        return None
    return found


def _first_day(day: re.Match[str]) -> str:
    return f"{day[1]}-{day[2] or '01'}-{day[3] or '01'}"


def _last_day(day: re.Match[str]) -> str:
    return f"{day[1]}-{day[2] or '12'}-{day[3] or '31'}"


def _amount(name: str, value: str) -> Query:
    parts = _AMOUNT.fullmatch(value)
    assert parts is not None, "every part of it may be empty"
    what, sign, n, unit = parts.group("what", "sign", "n", "unit")
    what = fold(what) if name == "seized" else what.casefold()
    if not what or not sign:
        return Field(name, _folded(name, value))
    if n is None or unit.casefold() not in _UNITS:
        raise QueryError(f"{name}:{value} compares with no quantity: {FIELDS[name]}.")
    factor, unit = _UNITS[unit.casefold()]
    return Amount(name, what, sign, float(Decimal(n.replace(",", "")) * factor), unit)


def _incident(value: str) -> Query:
    number = number_in(value.removeprefix("#"))
    if number is None:
        raise QueryError(f"incident:{value} is no number of an incident: {FIELDS['incident']}.")
    return Field("incident", str(number))


_READERS: Final[dict[str, Callable[[str], Query]]] = {
    "tag": _tag,
    "is": _status,
    "has": _has,
    "country": _country,
    "incident": _incident,
    "date": _days,
    "seized": partial(_amount, "seized"),
    "count": partial(_amount, "count"),
}


def _unknown_field(name: str, value: str) -> str:
    hint = nearest(name, FIELDS, after=f":{value}")
    return f'There is no field {name}{hint} (Words with a colon go in quotes: "{name}:{value}".)'
