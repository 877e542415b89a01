"""Values in words: what a fact, a number or an incident is called on the screen."""

from decimal import Decimal

from msgspec import structs

from facts.model import (
    Acronym,
    Age,
    AnyValue,
    Count,
    Date,
    Incident,
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
from facts.roles import role_words
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

FLAGS = {
    "implausible_magnitude": "more than can be meant",
    "decimal_comma_suspected": "the comma may be a decimal comma",
    "inconsistent_with_context": "does not agree with its sentence",
}
"""Why a number is doubted, in words."""

_MODS = {
    "at_least": "at least",
    "more_than": "more than",
    "up_to": "up to",
    "increase": "",
}
_VAGUE = {
    "dozens": "dozens of",
    "hundreds": "hundreds of",
    "thousands": "thousands of",
    "millions": "millions of",
    "vague": "several",
}
"""What stands for a number where the text gives none."""


def number(value: Decimal | int) -> str:
    """A number with commas between thousands and no more decimals than it has: 1,407,451."""
    text = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return text.rstrip("0").rstrip(".") if "." in text else text


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


def reading(value: AnyValue, suggested: Reading) -> str:
    """The suggested reading of a printed number: "179,657 kg"."""
    unit = suggested.unit or getattr(value, "unit", None)
    return _quantity(suggested.quantity, unit)


def as_printed(value: AnyValue) -> str:
    """A number as it is printed, and as that reads: "179,657 tonnes = 179,657,000 kg"."""
    printed = getattr(value, "printed", None) or ""
    read = _as_read(value)
    if not printed or printed.startswith(read.split()[0]):
        return printed or read
    return f"{printed} = {read}"


def _as_read(value: AnyValue) -> str:
    match value:
        case Seizure(quantity=Decimal() as amount):
            return _quantity(amount, value.unit)
        case Count(n=int() as n):
            return number(n)
        case _:
            return words(value)


def doubts(flags: tuple[str, ...]) -> str:
    """Why a number is doubted."""
    return "; ".join(FLAGS.get(flag, flag.replace("_", " ")) for flag in flags)


def types(incident: Incident) -> str:
    """The types of an incident in words, "" where it has none."""
    return " and ".join(name.replace("_", " ") for name in incident.types)


def incident_words(incident: Incident) -> str:
    """What happened, when and where, on one line; what the text leaves open is said to be."""
    parts = [types(incident) or "incident"]
    if incident.operation:
        parts.append(f"Operation {incident.operation}")
    if incident.scope == "aggregate":
        parts.append("total")
    when = incident.date
    parts.append(period(when.start, when.end) if when else "no date")
    where = incident.places or incident.countries
    parts.append(", ".join(where[:2]) + (" …" if len(where) > 2 else "") if where else "no place")
    return " · ".join(parts)


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
        some = value.printed if value.mod == "vague" else _VAGUE.get(value.mod or "")
        return f"{some or 'some'} {role}"
    return f"{_modded(value.mod, number(value.n))} {role}"


def _seizure(value: Seizure) -> str:
    amount = value.printed or ""
    if not amount and value.quantity is not None:
        amount = _quantity(value.quantity, value.unit)
    if not amount:
        return _some(value.mod, value.unit, value.item)
    n, _, unit = amount.rpartition(" ")
    item, _, last = value.item.rpartition(" ")
    if n and item and unit.rstrip("s") == last.rstrip("s"):  # the unit is a part of the item
        once = value.item if value.unit == "unit" else f"{last} of {item}"
        return f"{_modded(value.mod, n)} {once}"
    of = "of " if _is_measured(value, amount) else ""
    text = f"{_modded(value.mod, amount)} {of}{value.item}"
    if value.quantity is None or value.flags or not value.printed or value.unit in (None, "unit"):
        return text
    plain = _quantity(value.quantity, value.unit)
    return text if plain == amount else f"{text} = {plain}"


def _some(mod: str | None, unit: str | None, item: str) -> str:
    """So much as a text that gives no number says of an item: thousands of pills."""
    if mod not in _VAGUE:
        return item
    of = f"{unit} of " if unit not in (None, "unit") else ""
    return f"{_VAGUE[mod]} {of}{item}"


def _is_measured(value: Seizure, amount: str) -> bool:
    """Whether "of" stands before the item: 1.992 tonnes of resin, thousands of pills, 4 cars."""
    if value.unit in (None, "unit"):
        return value.quantity is None and bool(amount)
    return True


def _money(value: Money) -> str:
    if value.amount is None:
        text = f"{_VAGUE.get(value.mod or '', 'some')} {value.currency}"
    else:
        text = _modded(value.mod, f"{value.currency} {number(value.amount)}")
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
        amount = _quantity(value.quantity, value.unit)
    text = _modded(value.mod, amount)
    return f"{text}, {value.what}" if value.what else text


def _quantity(amount: Decimal, unit: str | None) -> str:
    return number(amount) if unit in (None, "unit") else f"{number(amount)} {unit}"


def _mod(mod: str | None) -> str:
    if mod is None or mod in _VAGUE:
        return ""
    return _MODS.get(mod, mod.replace("_", " "))


def _modded(mod: str | None, amount: str) -> str:
    before = _mod(mod)
    return f"{before} {amount}" if before not in ("", amount) else amount
