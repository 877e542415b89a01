"""An incident in the few words that the label of a change has room for."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facts.model import Incident, Period


def in_words(number: int, title: str, incident: "Incident") -> str:
    """Its number with its title, or with what happened, when and where."""
    if title:
        return f"#{number} {title}"
    kinds = " and ".join(kind.replace("_", " ") for kind in incident.types) or "incident"
    where = (incident.places or incident.countries)[:1]
    parts = [kinds, incident.operation and f"Operation {incident.operation}", _day(incident.date)]
    return f"#{number} {', '.join([*filter(None, parts), *where])}"


def _day(date: "Period | None") -> str:
    if date is None or not (date.start or date.end):
        return ""
    if date.start == date.end:
        return str(date.start)
    return f"{date.start or ''}..{date.end or ''}"
