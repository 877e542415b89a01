"""Dates that are written out: days, months, quarters, seasons, years.

A day or month without a year takes the year that puts it at most 45 days after publication, else
the year before; where the sentence speaks of what is to come it may lie further ahead, and where it
tells what has happened not at all. Without a publication date the year stays open.
"""

from calendar import monthrange
from datetime import date, timedelta

from facts.dates import calendar
from facts.dates.calendar import Period, written
from facts.dates.words import Context, Words
from facts.model import Date

_AHEAD_DAYS = 45
_FAR_AHEAD_DAYS = 250
_OPEN = "year"


def fitting_year(context: Context, month: int, day: int) -> int | None:
    """The year of a day without one; None where nothing says when the article was written."""
    published = context.published
    if published is None:
        return None
    reach = published
    if not context.since and not context.behind:
        reach += timedelta(days=_FAR_AHEAD_DAYS if context.ahead else _AHEAD_DAYS)
    latest = date(published.year + 1, month, min(day, 28))
    while latest > reach:
        latest = latest.replace(year=latest.year - 1)
    return latest.year


def known(period: Period, anchor: str | None = None, grain: str | None = None) -> Date:
    """A period as a value."""
    return Date(
        period.first.isoformat(), period.last.isoformat(), grain or period.grain, anchor=anchor
    )


def year_in(words: Words, context: Context) -> int | None:
    """The year printed with a date: "2021", "last year", "that year"."""
    printed = words.number("Y")
    if printed:
        return printed
    if not words.has("y"):
        return None
    if words.has("U") and context.previous:
        return context.previous.first.year
    return year_relative(words, context)


def year_relative(words: Words, context: Context) -> int | None:
    """The year of "last year", "this year", "next year", "the year"."""
    if context.published is None:
        return None
    return context.published.year + words.has("X") - words.has("LPV")


def _day(point: tuple[int, int], year: int | None, context: Context) -> Date | None:
    """One day, given as (month, day)."""
    anchor = None
    if year is None:
        year = fitting_year(context, *point)
        anchor = "published" if year else None
    there = written(year, *point)
    if there is None:
        return None
    return Date(there, there, "day", anchor=anchor, unresolved=None if year else _OPEN)


def iso(words: Words, _: Context) -> Date | None:
    """2020-09-23."""
    texts = [words.texts[index].replace("/", "-") for index in words.at("I")]
    try:
        days = sorted(date.fromisoformat(text) for text in texts)
    except ValueError:
        return None
    return Date(days[0].isoformat(), days[-1].isoformat(), "range" if days[1:] else "day")


def numeric(words: Words, _: Context) -> Date | None:
    """23/09/2020 and 23.09.2020; 3/5/2021 may be March or May, and is then no more than a year."""
    printed = words.texts[0]
    mark = "." if "." in printed else "/"
    first, second, year = map(int, printed.split(mark))
    readings = {written(year, second, first), written(year, first, second)} - {None}
    if mark == ".":
        readings = {written(year, second, first)} - {None}
    if len(readings) == 1:
        only = readings.pop()
        return Date(only, only, "day")
    if not readings:
        return None
    return Date(f"{year}-01-01", f"{year}-12-31", "year", unresolved="day or month first")


def month_day(words: Words, context: Context) -> Date | None:
    """March 5; Wednesday, 5 March 2021; the 3rd of May."""
    months, days = words.numbers("M"), words.numbers("NOo")
    if not months:
        return None
    return _day((months[0], days[0]), year_in(words, context), context)


def month(words: Words, context: Context) -> Date | None:
    """March; July 2017; June last year; the end of March."""
    number = words.numbers("M")[0]
    year = year_in(words, context)
    anchor = None if words.has("Y") else "published"
    if year is None:
        year = fitting_year(context, number, 1)
    if year is None:
        first, last = written(None, number, 1), written(None, number, monthrange(2001, number)[1])
        return Date(first, last, "month", unresolved=_OPEN)
    return known(calendar.month(year, number), anchor)


def week_of_month(words: Words, context: Context) -> Date | None:
    """The first week of April: its first seven days; the last week: its last seven."""
    whole = month(words, context)
    if whole is None or whole.start is None or whole.end is None:
        return None
    if words.has("L"):
        last = int(whole.end[-2:])
        start, end = f"{whole.end[:-2]}{last - 6:02d}", whole.end
    else:
        number = words.number("o") or 1
        if number > 4:
            return None
        start, end = (f"{whole.start[:-2]}{7 * number - back:02d}" for back in (6, 0))
    return Date(start, end, "week", anchor=whole.anchor, unresolved=whole.unresolved)


def quarter(words: Words, context: Context) -> Date | None:
    """The third quarter; the third quarter of 1984."""
    number = 4 if words.has("L") and not words.has("y") else words.number("oQ") or 4
    if number > 4:
        return None
    year = year_in(words, context)
    if year is not None:
        return known(calendar.quarter(year, number), None if words.has("Y") else "published")
    if context.published is None:
        return Date(None, None, "quarter", unresolved="year")
    period = calendar.quarter(context.published.year, number)
    if period.first > context.published + timedelta(days=_AHEAD_DAYS) and not context.ahead:
        period = calendar.quarter(context.published.year - 1, number)
    return known(period, "published")


def part_of_year(words: Words, context: Context) -> Date | None:
    """The first half of 2021; the first nine months of the year."""
    year = year_in(words, context)
    if year is None and words.has("y"):
        year = year_relative(words, context)
    if year is None:
        return Date(None, None, "range", unresolved="year")
    half = words.number("o")  # in "the first months of last year" "last" says which year
    late = half == 2 if half else words.has("L")
    if words.has("H"):
        period = calendar.months(year, 7 if late else 1, 6, "range")
    else:
        length = words.number("nN") or 1
        if length > 12:
            return None
        period = calendar.months(year, 13 - length if late else 1, length, "range")
    return known(period, None if words.has("Y") else "published")


def season(words: Words, context: Context) -> Date | None:
    """Summer 2020; last summer; this fall."""
    name = words.word("S")
    year = year_in(words, context)
    if year is not None:
        return known(calendar.season(year, name), None if words.has("Y") else "published")
    published = context.published
    if published is None:
        return Date(None, None, "season", unresolved="year")
    if words.has("T"):
        return known(calendar.season(published.year, name), "published")
    if words.has("X"):
        period = calendar.season(published.year, name)
        late = period.first <= published
        return known(calendar.season(published.year + late, name), "published")
    period = calendar.season(published.year, name)
    over = period.last if words.has("L") else period.first
    if over >= published + timedelta(days=0 if words.has("L") else _AHEAD_DAYS):
        period = calendar.season(published.year - 1, name)
    return known(period, "published")


_FEASTS = {
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
}


def feast(words: Words, context: Context) -> Date | None:
    """Christmas Day; New Year's Eve 2020."""
    return _day(_FEASTS[words.word("C")], year_in(words, context), context)


def decade(words: Words, _: Context) -> Date | None:
    """The 1990s; the '80s."""
    digits = "".join(c for c in words.texts[words.at("K")[0]] if c.isdigit())
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return Date(f"{first:04d}-01-01", f"{first + 9:04d}-12-31", "decade")


def year(words: Words, _: Context) -> Date | None:
    """2019."""
    return known(calendar.year(words.numbers("Y")[0]))
