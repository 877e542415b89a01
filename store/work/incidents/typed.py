"""An incident's fields as an analyst types them: read, and written as they would be typed."""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import msgspec

from facts.nearest import near, nearest
from store.errors import IncidentRefused
from store.search.folding import fold
from store.work.incidents.words import period_words

if TYPE_CHECKING:
    from facts.model import Incident
    from store.taken import Taken

_DAYS: Final = "2020-09-22, 2020-09, 2020, 14–20 Sep 2020, 2019..2021, since 2002, XXXX-07-24"
_ISO: Final = re.compile(r"(\d{4}|XXXX)(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")
_COUNT: Final = re.compile(r"(?P<role>\S.*?)\s+(?P<n>[\d,.]+|some)")
_SUM: Final = re.compile(r"(?P<currency>[A-Z]{3})\s+(?P<n>[\d,.]+|some)")
_THING: Final = re.compile(r"(?:(?P<n>\d[\d,.]*)\s+)?(?:(?P<unit>kg|litre)\s+)?(?P<item>\S.*)")
_ALIKE: Final = 0.75
"""How much a place is like one that the incident has to be taken for a slip of the pen."""


def text_of(taken: "Taken", field: str) -> str:
    """A field as it would be typed."""
    if field == "title":
        return taken.title
    one: dict[str, Any] = msgspec.to_builtins(taken.value)
    value = one[field]
    if field == "date":
        return period_words(value["start"], value["end"]) if value else ""
    if field == "counts":
        return ", ".join(f"{role} {_amount_text(n) or 'some'}" for role, n in value.items())
    if field == "seizures":
        return ", ".join(_thing_text(thing) for thing in value)
    if field == "money":
        sums = [(one["currency"], _amount_text(one["amount"])) for one in value]
        return ", ".join(f"{currency} {amount or 'some'}" for currency, amount in sums)
    return ", ".join(value) if isinstance(value, list | tuple) else str(value or "")


def read(field: str, text: str, now: "Incident") -> Any:
    """What a text says of a field, as a plain value.

    Raises `IncidentRefused` with the nearest right form.
    """
    text = " ".join(text.split())
    if field in ("title", "operation", "status"):
        return text
    if field in _READERS:
        return _READERS[field](text)
    if field == "places":
        return [_place(word, now) for word in _listed(text)]
    return _listed(text)


def choices(field: str) -> tuple[str, ...]:
    """The words that a field takes, where these are known."""
    if field == "scope":
        return ("event", "aggregate")
    if field == "counts":
        return tuple(sorted({rule.role or role for role, rule in _known("role").items()}))
    tables = {"types": "incident_type", "countries": "country"}
    return tuple(sorted(_known(tables[field]))) if field in tables else ()


def _types(text: str) -> list[str]:
    known = _known("incident_type")
    found = [word.casefold().replace(" ", "_") for word in _listed(text)]
    for word in found:
        if word not in known:
            raise IncidentRefused(f"There is no type {word}{nearest(word, known)}")
    return found


def _scope(text: str) -> str:
    word = {"total": "aggregate"}.get(text.casefold(), text.casefold())
    if word not in ("event", "aggregate"):
        raise IncidentRefused(f"An incident is an event or an aggregate (a total), not {text}.")
    return word


def _countries(text: str) -> list[str]:
    codes = _known("country")
    names = {fold(name): code for code, some in codes.items() for name in some.names.split(",")}
    found = []
    for word in _listed(text):
        code = word.upper() if word.upper() in codes else names.get(fold(word))
        if code is None:
            raise IncidentRefused(f"There is no country {word}{nearest(fold(word), names)}")
        found.append(code)
    return found


def _place(word: str, now: "Incident") -> str:
    """A place as it is spelt, in quotes also where it looks like a slip of the pen."""
    if word.startswith('"') and word.endswith('"') and len(word) > 2:
        return word[1:-1]
    other = near(word, now.places, alike=_ALIKE)
    if other and fold(other) != fold(word) and not _is_place(word):
        raise IncidentRefused(f'No place {word} is known; did you mean {other}? "{word}" keeps it.')
    return word


def _date(text: str) -> dict[str, str | None]:
    """A day, month, year or range, ISO or as an article would say it."""
    first, dots, last = text.partition("..")
    if text.casefold().startswith("since ") and _ISO.fullmatch(text[6:].strip()):
        first, dots, last = text[6:].strip(), "..", ""
    ends = [_ISO.fullmatch(end) for end in (first, last)]
    if ends[0] and (ends[1] or not last):
        low = _edge(ends[0], end=False)
        high = None if dots and not last else _edge(ends[1] or ends[0], end=True)
        if high is None or low <= high:
            return {"start": low, "end": high}
    elif not dots and (said := _said(text)):
        return said
    raise IncidentRefused(f"{text} is no date; it is written as one of {_DAYS}.")


def _edge(day: re.Match[str], *, end: bool) -> str:
    from calendar import monthrange

    month = int(day[2] or (12 if end else 1))
    year = int(day[1]) if day[1].isdigit() else 2000
    return f"{day[1]}-{month:02}-{day[3] or (monthrange(year, month)[1] if end else 1):0>2}"


def _said(text: str) -> dict[str, str | None] | None:
    """A date as the rules read it in an article."""
    from facts import extract
    from facts.model import Date

    dates = [m.value for m in extract(f"It happened {text}.").mentions if isinstance(m.value, Date)]
    dates = dates or [
        m.value for m in extract(f"It happened on {text}.").mentions if isinstance(m.value, Date)
    ]
    if len(dates) != 1 or dates[0].start is None:
        return None
    return {"start": dates[0].start, "end": dates[0].end}


def _counts(text: str) -> dict[str, int | None]:
    known = {rule.role or role for role, rule in _known("role").items()}
    found: dict[str, int | None] = {}
    for word in _listed(text):
        parts = _COUNT.fullmatch(word)
        role = parts["role"].casefold().replace(" ", "_") if parts else ""
        if parts is None:
            raise IncidentRefused(
                f"{word} is no count; it is written as arrests 21 or arrests some."
            )
        if role not in known:
            raise IncidentRefused(f"There is no count of {role}{nearest(role, sorted(known))}")
        found[role] = None if parts["n"] == "some" else int(_number(parts["n"]))
    return found


def _seizures(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for word in _listed(text):
        parts = _THING.fullmatch(word)
        assert parts is not None, "any word is the name of a thing"
        one: dict[str, Any] = {"item": parts["item"]}
        if parts["n"]:
            one |= {"quantity": str(_number(parts["n"])), "unit": parts["unit"] or "unit"}
        found.append(one)
    return found


def _money(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for word in _listed(text):
        parts = _SUM.fullmatch(word)
        if parts is None:
            raise IncidentRefused(f"{word} is no sum; it is written as MAD 931,870.")
        amount = None if parts["n"] == "some" else str(_number(parts["n"]))
        found.append({"amount": amount, "currency": parts["currency"]})
    return found


def _number(text: str) -> Decimal:
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        raise IncidentRefused(f"{text} is no number; it is written as 1,992 or 7.5.") from None


def _listed(text: str) -> list[str]:
    """The words between commas; a comma inside a number is none."""
    return [word for part in re.split(r",(?!\d{3}(?!\d))", text) if (word := part.strip())]


def _thing_text(thing: dict[str, Any]) -> str:
    unit = thing.get("unit")
    amount = thing.get("quantity")
    shown = [_amount_text(amount)] if amount is not None else []
    return " ".join([*shown, *([unit] if shown and unit in ("kg", "litre") else []), thing["item"]])


def _amount_text(amount: str | int | None) -> str:
    return "" if amount is None else f"{Decimal(amount).normalize():,f}"


def _is_place(word: str) -> bool:
    from facts.names.gazetteer import gazetteer
    from facts.rules import load

    return load().derive(gazetteer).has(word, big=False)


@cache
def _known(table: str) -> dict[str, Any]:
    """The built-in rules of a kind, by their ids."""
    from facts.rules import load
    from facts.rules.kinds import IncidentType, Role
    from facts.rules.naming import Country

    kinds: dict[str, Any] = {"incident_type": IncidentType, "country": Country, "role": Role}
    return dict(load().table(kinds[table]))


_READERS: Final[dict[str, Callable[[str], Any]]] = {
    "types": _types,
    "scope": _scope,
    "countries": _countries,
    "date": _date,
    "counts": _counts,
    "seizures": _seizures,
    "money": _money,
}
"""The fields that are more than words."""
