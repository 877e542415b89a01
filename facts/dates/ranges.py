"""Ranges that are written out, from one day, month or year to another.

Where only one end has its year, the other takes the nearest that keeps the ends in order.
"""

from calendar import monthrange

from facts.dates.absolute import fitting_year, year_in
from facts.dates.calendar import written
from facts.dates.words import Context, Words
from facts.model import Date

_JOINERS = "t-~a"


def days(words: Words, context: Context) -> Date | None:
    """September 13 to 19; March 29 and April 2; 24-26 May 2021."""
    months, numbers = words.numbers("M"), words.numbers("NO")
    start, end = (months[0], numbers[0]), (months[-1], numbers[-1])
    if len(months) == 1 and start > end:
        return None
    return _range(words, context, start, end)


def months(words: Words, context: Context) -> Date | None:
    """Dec. 2002 to May 2005; January to March 2021."""
    first, last = words.numbers("M")
    years = words.numbers("Y")
    return _range(words, context, (first, 1), (last, monthrange((years or [2001])[-1], last)[1]))


def years(words: Words, _: Context) -> Date | None:
    """2016 to 2018; 2019-20; 2017/18."""
    first, *later = words.numbers("YN")
    last = later[0] if later[0] > 1000 else first // 100 * 100 + later[0]
    if not first < last <= first + 200:
        return None
    return Date(f"{first:04d}-01-01", f"{last:04d}-12-31", "range")


def _range(
    words: Words, context: Context, start: tuple[int, int], end: tuple[int, int]
) -> Date | None:
    """The days from one (month, day) to another."""
    left, right = _halves(words)
    first_year, last_year = year_in(left, context), year_in(right, context)
    anchor = None
    if last_year is None and first_year is not None:
        last_year = first_year + (end < start)
    elif last_year is None:
        last_year = fitting_year(context, *end)
        anchor = "published" if last_year else None
    if first_year is None and last_year is not None:
        first_year = last_year - (start > end)
    first, last = written(first_year, *start), written(last_year, *end)
    if first is None or last is None or (first_year and first > last):
        return None
    unresolved = None if first_year else "year"
    return Date(first, last, "range", anchor=anchor, unresolved=unresolved)


def _halves(words: Words) -> tuple[Words, Words]:
    """The words before and after what joins the ends."""
    at = words.at(_JOINERS)[0]
    return (
        Words(words.texts[:at], words.line[:at]),
        Words(words.texts[at + 1 :], words.line[at + 1 :]),
    )
