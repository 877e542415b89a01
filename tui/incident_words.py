"""Incidents in words: what happened, when and where."""

from typing import TYPE_CHECKING

from facts.model import Incident
from tui.days import period

if TYPE_CHECKING:
    from store.taken import IncidentRow, Taken


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


def called(one: "Taken | IncidentRow") -> str:
    """What an incident of the case is called: its title, else what happened."""
    return one.title or incident_words(one.value)
