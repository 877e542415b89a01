"""An incident in the few words that the label of a change has room for."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facts.model import Incident


def in_words(number: int, title: str, incident: "Incident") -> str:
    """Its number with its title, or with what happened, when and where."""
    if title:
        return f"#{number} {title}"
    kinds = " and ".join(kind.replace("_", " ") for kind in incident.types) or "incident"
    where = (incident.places or incident.countries)[:1]
    when = period_words(incident.date.start, incident.date.end) if incident.date else ""
    parts = [kinds, incident.operation and f"Operation {incident.operation}", when.strip(".")]
    return f"#{number} {', '.join([*filter(None, parts), *where])}"


def period_words(start: str | None, end: str | None) -> str:
    """A time as it would be typed: a day, a month, a year, "since 2002", or from one to another."""
    if not start or not end:
        return f"since {_start(start)}" if start else f"..{end or ''}"
    if start == end:
        return start
    first, last = _start(start), _end(end)
    if len(first) != len(last):
        return f"{start}..{end}"
    return first if first == last else f"{first}..{last}"


def _start(day: str) -> str:
    return day[:4] if day.endswith("-01-01") else day[:7] if day.endswith("-01") else day


def _end(day: str) -> str:
    if day.endswith("-12-31"):
        return day[:4]
    return day[:7] if _is_last_of_month(day) else day


def _is_last_of_month(day: str) -> bool:
    if not day.replace("-", "").isdigit():  # of an unknown year
        return False
    from calendar import monthrange  # a locale comes with it

    year, month, number = map(int, day.split("-"))
    return number == monthrange(year, month)[1]
