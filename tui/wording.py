"""Values in words: what a fact is called on the screen."""

from msgspec import structs

from facts.model import (
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
    Seizure,
    Value,
    kind_of,
)
from facts.roles import role_words
from tui.amounts import VAGUE, modded, number, quantity
from tui.days import period

KINDS = {
    "publication_date": "dated",
    "date": "date",
    "place": "place",
    "nationality": "from",
    "organisation": "org",
    "acronym": "short",
    "operation": "oper",
    "person": "person",
    "count": "count",
    "seizure": "seized",
    "money": "money",
    "age": "age",
    "measure": "amount",
}
"""The kind of a fact in at most six letters, for a narrow column."""


def words(value: Value) -> str:
    """What a fact says, in words that stand alone on a line."""
    match value:
        case PublicationDate(date=day):
            return period(day, day)
        case Date():
            return _date(value)
        case Place():
            return _place(value)
        case Nationality():
            return value.country or value.region or "unknown"
        case Organisation():
            return _with_short(value.name, value.acronym)
        case Acronym():
            return f"{value.short} = {value.long}"
        case Operation():
            return f"Operation {value.name}"
        case Person():
            return ", ".join(part for part in (value.name, value.role) if part)
        case Count():
            return _count(value)
        case Seizure():
            return _seizure(value)
        case Money():
            return _money(value)
        case Age():
            return _age(value)
        case Measure():
            return _measure(value)
        case _:
            return kind_of(value)


def as_it_stands(value: AnyValue, is_corrected: bool) -> str:
    """The same; a value that an analyst corrected is no longer the printed one."""
    if is_corrected and isinstance(value, Seizure | Count):
        value = structs.replace(value, printed=None)
    return words(value)


def _date(value: Date) -> str:
    if value.start is None and value.end is None:
        return f"unknown day ({value.unresolved})" if value.unresolved else "unknown day"
    text = period(value.start, value.end)
    return f"{text}, the year is open" if value.unresolved == "year" else text


def _place(value: Place) -> str:
    if value.type == "country" or not value.country:
        return value.name
    return f"{value.name}, {value.country}"


def _with_short(name: str, short: str | None) -> str:
    return f"{name} ({short})" if short and short != name else name


def _count(value: Count) -> str:
    role = role_words(value.role, value.n == 1)
    if value.n is None:
        some = value.printed if value.mod == "vague" else VAGUE.get(value.mod or "")
        return f"{some or 'some'} {role}"
    return f"{modded(value.mod, number(value.n))} {role}"


def _seizure(value: Seizure) -> str:
    amount = value.printed or ""
    if not amount and value.quantity is not None:
        amount = quantity(value.quantity, value.unit)
    if not amount:
        return _some(value.mod, value.unit, value.item)
    n, _, unit = amount.rpartition(" ")
    item, _, last = value.item.rpartition(" ")
    if n and item and unit.rstrip("s") == last.rstrip("s"):  # the unit is a part of the item
        once = value.item if value.unit == "unit" else f"{last} of {item}"
        return f"{modded(value.mod, n)} {once}"
    of = "of " if _is_measured(value, amount) else ""
    text = f"{modded(value.mod, amount)} {of}{value.item}"
    if value.quantity is None or value.flags or not value.printed or value.unit in (None, "unit"):
        return text
    plain = quantity(value.quantity, value.unit)
    return text if plain == amount else f"{text} = {plain}"


def _some(mod: str | None, unit: str | None, item: str) -> str:
    """So much as a text that gives no number says of an item: thousands of pills."""
    if mod not in VAGUE:
        return item
    of = f"{unit} of " if unit not in (None, "unit") else ""
    return f"{VAGUE[mod]} {of}{item}"


def _is_measured(value: Seizure, amount: str) -> bool:
    """Whether "of" stands before the item: 1.992 tonnes of resin, thousands of pills, 4 cars."""
    if value.unit in (None, "unit"):
        return value.quantity is None and bool(amount)
    return True


def _money(value: Money) -> str:
    if value.amount is None:
        text = f"{VAGUE.get(value.mod or '', 'some')} {value.currency}"
    else:
        text = modded(value.mod, f"{value.currency} {number(value.amount)}")
    if value.usd is not None:
        text += f" (${number(value.usd)})"
    return f"{text}, {value.role.replace('_', ' ')}" if value.role else text


def _age(value: Age) -> str:
    if value.min is not None and value.max is not None:
        ages = str(value.min) if value.min == value.max else f"{value.min} to {value.max}"
    elif value.min is not None:
        ages = f"{value.min} or more"
    else:
        ages = f"up to {value.max}"
    return f"aged {ages}"


def _measure(value: Measure) -> str:
    amount = value.printed or "some"
    if value.quantity is not None:
        amount = quantity(value.quantity, value.unit)
    text = modded(value.mod, amount)
    return f"{text}, {value.what}" if value.what else text
