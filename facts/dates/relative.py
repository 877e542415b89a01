"""Dates told from the day of publication or from the date before: last week, four days earlier."""

from collections.abc import Callable
from datetime import date, timedelta

from msgspec import structs

from facts.calendar_names import WEEKDAY_NUMBERS
from facts.dates import absolute, calendar, ranges
from facts.dates.absolute import known
from facts.dates.calendar import Period
from facts.dates.words import Context, Words
from facts.model import Date

_UNKNOWN = "publication date unknown"
_DAY = timedelta(days=1)
_A_YEAR = 400


def _unknown(grain: str, what: str = "") -> Date:
    return Date(None, None, grain, unresolved=f"{what}{_UNKNOWN}")


def weekday(words: Words, context: Context) -> Date | None:
    """Tuesday: the latest not after publication, or the next where it is still to come."""
    published = context.published
    if published is None:
        return _unknown("day", "weekday, ")
    number = WEEKDAY_NUMBERS[words.word("W")]
    ago = (published.weekday() - number) % 7
    if words.has("X") or (context.ahead and ago and not words.has("LV")):
        return known(calendar.day(published + timedelta(days=7 - ago)), "published")
    if words.has("LV") and not ago:
        ago = 7
    return known(calendar.day(published - timedelta(days=ago)), "published")


def weekday_day(words: Words, context: Context) -> Date | None:
    """Friday 13: the latest such day not after publication."""
    if context.published is None:
        return _unknown("day", "weekday, ")
    weekday_number, number = WEEKDAY_NUMBERS[words.word("W")], words.number("NO")
    for back in range(_A_YEAR):
        there = context.published - back * _DAY
        if (there.weekday(), there.day) == (weekday_number, number):
            return known(calendar.day(there), "published")
    return None


def week_of(words: Words, context: Context) -> Date | None:
    """The week of March 1: the week that day lies in."""
    inside = absolute.month_day(words, context)
    if inside is None or inside.start is None or inside.unresolved:
        return inside and structs.replace(inside, grain="week")
    return known(calendar.week(date.fromisoformat(inside.start)), inside.anchor)


def weekday_of_week(words: Words, context: Context) -> Date | None:
    """Tuesday of last week; Friday this week."""
    if context.published is None:
        return _unknown("day", "weekday, ")
    monday = calendar.week(context.published).first + timedelta(days=7 * _turn(words))
    return known(calendar.day(monday + WEEKDAY_NUMBERS[words.word("W")] * _DAY), "published")


def weekday_range(words: Words, context: Context) -> Date | None:
    """Monday to Friday; Saturday and Sunday after "between"."""
    published = context.published
    if published is None:
        return _unknown("range", "weekday, ")
    first, last = (WEEKDAY_NUMBERS[words.texts[index].lower()] for index in words.at("W"))
    end = published - timedelta(days=(published.weekday() - last) % 7)
    start = end - timedelta(days=(last - first) % 7)
    return Date(start.isoformat(), end.isoformat(), "range", anchor="published")


def day_word(words: Words, context: Context) -> Date | None:
    """Today, yesterday, tomorrow, tonight."""
    shift = {"yesterday": -1, "tomorrow": 1}.get(words.word("R"), 0)
    return _day_from(context, shift)


def part_of_day(words: Words, context: Context) -> Date | None:
    """Last night; this morning."""
    return _day_from(context, -1 if words.has("L") else 0)


def _day_from(context: Context, shift: int) -> Date:
    if context.published is None:
        return _unknown("day")
    return known(calendar.day(context.published + shift * _DAY), "published")


def _turn(words: Words) -> int:
    return words.has("X") - words.has("LPV")


def whole(words: Words, context: Context) -> Date | None:
    """Last week, this month, next year, the current year."""
    grain = words.unit("dwmyq")
    if context.published is None:
        return _unknown(grain)
    inside = calendar.moved(context.published, _turn(words), grain)
    return known(calendar.containing(inside, grain), "published")


def weekend(words: Words, context: Context) -> Date | None:
    """The weekend, last weekend, next weekend: Saturday and Sunday."""
    published = context.published
    if published is None:
        return _unknown("range")
    saturday = calendar.week(published).first + 5 * _DAY
    if words.has("X"):
        saturday += 7 * _DAY * (published >= saturday)
    elif words.has("L") or (saturday > published and not words.has("T")):
        saturday -= 7 * _DAY
    return Date(saturday.isoformat(), (saturday + _DAY).isoformat(), "range", anchor="published")


def relative_month(words: Words, context: Context) -> Date | None:
    """Last May, this September, next March."""
    published, number = context.published, words.numbers("M")[0]
    if published is None:
        return absolute.month(words, context)
    year = published.year
    if words.has("X"):
        year += number <= published.month
    elif words.has("LV"):
        year -= number >= published.month
    return known(calendar.month(year, number), "published")


def edge(words: Words, context: Context) -> Date | None:
    """Early last year, mid-1996, the end of March: no more than the year or the month is said."""
    if words.has("M"):
        return absolute.month(words, context)
    if words.has("Y"):
        return absolute.year(words, context)
    return whole(words, context)


def duration(words: Words, context: Context) -> Date | None:
    """The last three years, the past 24 hours, the next two weeks: from or to publication."""
    length, grain = _length(words)
    published = context.published
    if length is None:
        return None
    if published is None:
        return _unknown(grain)
    other = calendar.moved(published, length if words.has("X") else -length, grain)
    first, last = sorted((published, other))
    shown = "year" if grain == "decade" else grain
    return Date(first.isoformat(), last.isoformat(), shown, "duration", "published")


def _length(words: Words) -> tuple[int | None, str]:
    """How many of which unit; 24 hours are a day, fewer are nothing a calendar holds."""
    if words.has("p"):  # the next morning is that of the next day
        return 1, "day"
    number = sum(words.numbers("nNBA")) if words.has("nNBA") else 1
    if not words.has("h"):
        return number, words.unit()
    return (number // 24 if number >= 24 else None), "day"


def ago(words: Words, context: Context) -> Date | None:
    """Three days ago, two months ago: the day, week, month or year that far back."""
    length, grain = _length(words)
    if length is None:
        return None
    if context.published is None:
        return _unknown(grain)
    there = calendar.moved(context.published, -length, grain)
    return known(calendar.containing(there, grain), "published")


def shifted(words: Words, context: Context) -> Date | None:
    """Four days earlier, the previous year, the following day: from the date before."""
    if words.has("R"):
        return _day_from(context, -2)
    previous = context.previous_day if words.has("dpwW") else context.previous
    if previous is None:
        return None
    if words.has("W"):
        return _weekday_near(words, previous)
    length, unit = _length(words)
    if length is None:
        return None
    later = words.has("lXZ")
    grain = previous.grain if previous.grain in ("month", "quarter", "day") else unit
    if unit != "day" and previous.grain in ("day", "range"):
        grain = "day" if unit == "week" and not words.has("VZ") else unit
    there = calendar.moved(
        previous.last if later else previous.first, length if later else -length, unit
    )
    return known(calendar.containing(there, grain), "previous")


def _weekday_near(words: Words, previous: Period) -> Date:
    number = WEEKDAY_NUMBERS[words.word("W")]
    if words.has("XZ"):
        there = previous.last + ((number - previous.last.weekday() - 1) % 7 + 1) * _DAY
    else:
        there = previous.first - ((previous.first.weekday() - number - 1) % 7 + 1) * _DAY
    return known(calendar.day(there), "previous")


def day_of_month(words: Words, context: Context) -> Date | None:
    """On the 10th: of the month of the day before it in the text."""
    previous, number = context.previous_day, words.number("O")
    if previous is None or not number:
        return None
    there = previous.last.replace(day=number)
    return known(calendar.day(there), "previous")


def same(words: Words, context: Context) -> Date | None:
    """The same day, that week, the same year: of the date before."""
    grain = words.unit("dwmy")
    previous = context.previous_day if grain in ("day", "week") else context.previous
    if previous is None:
        return None
    order = ("day", "week", "month", "quarter", "season", "year")
    known_grain = previous.grain
    if known_grain not in order or order.index(known_grain) > order.index(grain):
        return None
    return known(calendar.containing(previous.first, grain), "previous")


RESOLVERS: dict[str, Callable[[Words, Context], Date | None]] = {
    "date.iso": absolute.iso,
    "date.numeric": absolute.numeric,
    "date.range-days": ranges.days,
    "date.day-of-list": absolute.month_day,
    "date.feast": absolute.feast,
    "date.weekday-day": weekday_day,
    "date.week-of": week_of,
    "date.range-months": ranges.months,
    "date.week-of-month": absolute.week_of_month,
    "date.part-of-year": absolute.part_of_year,
    "date.quarter": absolute.quarter,
    "date.edge": edge,
    "date.day-month": absolute.month_day,
    "date.month-day": absolute.month_day,
    "date.month-year": absolute.month,
    "date.relative-month": relative_month,
    "date.season": absolute.season,
    "date.month": absolute.month,
    "date.decade": absolute.decade,
    "date.range-years": ranges.years,
    "date.year": absolute.year,
    "date.duration": duration,
    "date.ago": ago,
    "date.shifted": shifted,
    "date.same": same,
    "date.day-of-month": day_of_month,
    "date.range-weekdays": weekday_range,
    "date.weekday-of-week": weekday_of_week,
    "date.weekday": weekday,
    "date.weekend": weekend,
    "date.relative": whole,
    "date.day-word": day_word,
    "date.part-of-day": part_of_day,
}
"""What resolves the words each rule matched."""
