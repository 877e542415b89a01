"""Periods of the calendar as inclusive intervals: days, weeks, months, quarters, seasons, years.

A year that the text leaves open is None and is written ``XXXX``, as in EDTF (ISO 8601-2).
"""

from calendar import monthrange
from datetime import date, timedelta

from msgspec import Struct

DAYS = {"day": 1, "week": 7}
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month a season of three whole months begins with."""


class Period(Struct, frozen=True):
    """An inclusive interval of days, and how precise the words for it are."""

    first: date
    last: date
    grain: str


def day(of: date) -> Period:
    """One day."""
    return Period(of, of, "day")


def week(of: date) -> Period:
    """The week from Monday to Sunday a day lies in."""
    monday = of - timedelta(days=of.weekday())
    return Period(monday, monday + timedelta(days=6), "week")


def month(year: int, number: int) -> Period:
    """A whole month; `number` may run over the end of the year (13 is the next January)."""
    return months(year, number, 1, "month")


def months(year: int, number: int, length: int, grain: str) -> Period:
    """Some whole months from the first of one."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    end_year, end_number = year + (number + length - 2) // 12, (number + length - 2) % 12 + 1
    return Period(
        date(year, number, 1),
        date(end_year, end_number, monthrange(end_year, end_number)[1]),
        grain,
    )


def quarter(year: int, number: int) -> Period:
    """A calendar quarter, 1 to 4."""
    return months(year, 3 * number - 2, 3, "quarter")


def season(year: int, name: str) -> Period:
    """A season that begins in `year`: summer is June to August."""
    return months(year, SEASONS[name], 3, "season")


def year(number: int) -> Period:
    """A whole year."""
    return Period(date(number, 1, 1), date(number, 12, 31), "year")


def containing(of: date, grain: str) -> Period:
    """The day, week, month, quarter, year or decade a day lies in."""
    if grain == "day":
        return day(of)
    if grain == "week":
        return week(of)
    if grain == "month":
        return month(of.year, of.month)
    if grain == "quarter":
        return quarter(of.year, (of.month - 1) // 3 + 1)
    if grain == "decade":
        return Period(
            date(of.year // 10 * 10, 1, 1), date(of.year // 10 * 10 + 9, 12, 31), "decade"
        )
    return year(of.year)


def moved(of: date, number: int, grain: str) -> date:
    """A day some days, weeks, months or years away; the 31st of a shorter month is its last day."""
    if grain in DAYS:
        return of + timedelta(days=DAYS[grain] * number)
    ahead = of.year * 12 + of.month - 1 + MONTHS[grain] * number
    to_year, to_month = ahead // 12, ahead % 12 + 1
    return date(to_year, to_month, min(of.day, monthrange(to_year, to_month)[1]))


def written(year_number: int | None, month_number: int, day_number: int) -> str | None:
    """A day as EDTF writes it, XXXX for an open year; None if there is no such day."""
    try:
        known = date(year_number or 2000, month_number, day_number)
    except ValueError:
        return None
    return known.isoformat() if year_number else f"XXXX{known.isoformat()[4:]}"
