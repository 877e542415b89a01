"""Moments in words: how long ago, when by the clock on the wall, and from words to a moment."""

import re
from datetime import UTC, datetime, timedelta
from typing import Final

_STEPS: Final = ((86_400 * 365, "y"), (86_400, "d"), (3_600, "h"), (60, "min"), (1, "s"))

_UNITS: Final = {"second": 1, "sec": 1, "s": 1, "minute": 60, "min": 60, "m": 60, "hour": 3_600,
                 "h": 3_600, "day": 86_400, "d": 86_400, "week": 604_800, "w": 604_800}  # fmt: skip
_SPAN: Final = re.compile(r"(\d+|an?) *([a-z]+?)s?( ago)?")
_DAYS: Final = {"today": 0, "yesterday": 1}

WHENS: Final = "a day (2026-11-21), a minute of it (2026-11-21 14:30), 2 hours, yesterday"
"""What `moment` understands."""


def ago(at: str, now: datetime) -> str:
    """How long ago it was, in its largest unit: "3 min ago"; "now" within a second of it."""
    passed_s = int((now - datetime.fromisoformat(at)).total_seconds())
    for length_s, unit in _STEPS:
        if passed_s >= length_s:
            return f"{passed_s // length_s} {unit} ago"
    return "now"


def on_the_wall(at: str) -> str:
    """The local day and time: "2026-11-21 14:30:05"."""
    return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M:%S}"


def moment(words: str, now: datetime) -> str:
    """The moment that words mean, as the log writes moments; raises ValueError for no such words.

    A day begins at midnight here; "2 hours" are counted back from now.
    """
    text = " ".join(words.lower().split())
    if text in _DAYS:
        day = now.astimezone() - timedelta(days=_DAYS[text])
        return _utc(day.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None))
    if (span := _SPAN.fullmatch(text)) and span[2] in _UNITS:
        count = int(span[1]) if span[1].isdigit() else 1
        try:
            return _utc(now - timedelta(seconds=count * _UNITS[span[2]]))
        except OverflowError:
            return ""  # before there were any changes
    return _utc(datetime.fromisoformat(words.strip()))


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
