"""Days and periods: which date a passage's facts have, and whether they are a period's total."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date as calendar
from datetime import timedelta

from msgspec import structs

from facts.cue import Cue
from facts.incidents.cues import BRINGS_TOTAL, COMES_AFTER, OF_OPERATION, PERIOD, REVIEW, TOTAL
from facts.incidents.passages import Passage
from facts.later import later
from facts.model import Count, Date, Measure, Mention
from facts.numbers.numerals import SMALL

_NEWS_DAYS = 45
"""Days before publication up to which the first date told is that of the news."""
_SHORT = 20
"""Days up to which a date is that of an event, though the words speak of totals."""
_HISTORY_YEARS = 12
"""Years from which on a period is history."""
_LONG = frozenset({"year", "decade", "quarter"})
_OPEN_DAYS = 10_000


def main_date(passage: Passage) -> Date | None:
    """The date nearest to the passage's facts."""
    dates = [m for m in passage.dates if isinstance(m.value, Date)]
    if not dates:
        return None
    anchors = [m.start for m in passage.core[:_FEW]] or [passage.span.start]
    nearest = min(dates[:_FEW], key=lambda m: min(abs(m.start - at) for at in anchors))
    return _meant(passage, nearest)


def _meant(passage: Passage, mention: Mention) -> Date | None:
    """A date; of "the largest since 2017, when police found ..." the year itself."""
    date = mention.value
    if not isinstance(date, Date):
        return None
    if date.mod != "since" or date.grain not in _TIMES or not date.start:
        return date
    if not _WHEN.match(passage.text, mention.end - passage.span.start):
        return date
    return structs.replace(date, end=_last_day(date.start, date.grain), mod=None)


_TIMES = frozenset({"year", "month", "day"})
_WHEN = later(r",? when\b")


def _last_day(first: str, grain: str) -> str:
    """The last day of a year, a month or a day that begins with a day."""
    if grain == "year":
        return f"{first[:4]}-12-31"
    if grain == "day" or not first[:4].isdigit():
        return first
    return f"{first[:7]}-{monthrange(int(first[:4]), int(first[5:7]))[1]:02}"


_FEW = 20
"""Facts and dates of a sentence that are looked at; no sentence worth reading has more."""


def is_period(passage: Passage) -> bool:
    """Whether a passage tells the total of a period, not an event."""
    if passage.core and passage.has(BRINGS_TOTAL):
        return True
    if passage.operations or passage.has(OF_OPERATION):
        return False
    dates = [m.value for m in passage.dates if isinstance(m.value, Date)]
    if not dates:
        return bool(passage.core) and _has_period(passage)
    if any(_is_long(date) for date in dates):
        return True
    counted = any(isinstance(m.value, Count) for m in passage.core)
    ranges = [d for d in dates if d.grain == "range"]
    if counted and any(_lasts(d) for d in ranges):
        return True
    if passage.core and any(_MANY_MONTHS_LONG <= _days(d) < _OPEN_DAYS for d in ranges):
        return not _SEIZED.isdisjoint(passage.words)
    if not passage.core or any(_days(date) <= _SHORT for date in dates):
        return False
    return _has_period(passage) or passage.has(TOTAL)


def _has_period(passage: Passage) -> bool:
    """Whether words for a period stand outside its dates: "last year", not "in May last year"."""
    if not passage.has(PERIOD):
        return False
    dates = [m for m in passage.dates if isinstance(m.value, Date) and m.value.grain in _BRIEF]
    start = passage.span.start
    return any(
        not any(m.start - start <= found.start() < m.end - start for m in dates)
        for found in PERIOD.all(passage.text, passage.words)
    )


_BRIEF = frozenset({"day", "week", "weekend", "month"})


def tells_period(passage: Passage) -> bool:
    """Whether its words are about a year or longer, though it has no fact of an incident."""
    yearly = any(isinstance(m.value, Date) and m.value.grain == "year" for m in passage.dates)
    numbers = any(isinstance(m.value, Count | Measure) for m in passage.mentions)
    return passage.has(PERIOD) or (yearly and numbers)


def tells_when(passage: Passage, *, wide: bool = False) -> bool:
    """Whether it says on which day somebody was held or something found; `wide` in which year."""
    for mention in passage.dates:
        date = mention.value
        brief = isinstance(date, Date) and (
            wide or (_days(date) <= _A_FEW and date.grain != "month")
        )
        if brief and passage.acts.happened.search(
            passage.text, 0, mention.start - passage.span.start
        ):
            return True
    return False


_A_FEW = 7
"""Days that an operation may last, or of which one is meant."""


def _is_long(date: Date) -> bool:
    if date.mod == "since":
        return date.grain not in ("day", "week")
    lasting = date.mod == "duration" and date.grain in ("month", "year", "decade")
    return lasting or date.grain in _LONG


def _lasts(date: Date) -> bool:
    """Whether a range is too long for one event."""
    known = date.start is not None and date.start[:4].isdigit() and date.end is not None
    return _days(date) >= _MANY_DAYS if known else _months(date) >= _MANY_MONTHS


_MANY_DAYS = 75
_MANY_MONTHS_LONG = 300
"""Days from which on things seized are a period's, whoever seized them."""
_SEIZED = frozenset("seized seizure seizures confiscated intercepted impounded recovered".split())


def _months(date: Date) -> int:
    """How many whole months a range has: "between January and June"; 0 where it has days."""
    start, end = date.start or "", date.end or ""
    if start[7:] != "-01" or end[8:] < "28" or start[:4] != end[:4]:
        return 0
    return int(end[5:7]) - int(start[5:7]) + 1


_MANY_MONTHS = 3


def _days(date: Date) -> int:
    """How many days a date spans; many where an end is open or a year not known."""
    try:
        first = calendar.fromisoformat(date.start or "")
        return (calendar.fromisoformat(date.end or "") - first).days + 1
    except ValueError:
        return 1 if date.start == date.end else _OPEN_DAYS


def is_long_ago(date: Date, published: str | None, *, within: int = _NEWS_DAYS) -> bool:
    """Whether a date is more days before publication than the news can be."""
    try:
        day = calendar.fromisoformat(date.end or date.start or "")
        return (calendar.fromisoformat(published or "") - day).days > within
    except ValueError:  # a year or a publication date that is not known
        return False


def is_history(date: Date | None) -> bool:
    """Whether a period spans so many years that no incident is meant."""
    if date is None or date.start is None or date.end is None:
        return False
    first, last = date.start[:4], date.end[:4]
    known = first.isdigit() and last.isdigit()
    return known and int(last) - int(first) >= _HISTORY_YEARS


def earlier(passage: Passage, news: Date) -> Date | None:
    """The day of "The operation came two days after ...", counted from the news told so far."""
    found = COMES_AFTER.search(passage.text, passage.words)
    if found is None or news.grain != "day":
        return None
    words = {**SMALL, "a": 1}
    number = int(found["number"]) if found["number"].isdigit() else words.get(found["number"])
    try:
        day = calendar.fromisoformat(news.start or "")
        there = (day - timedelta(days=(number or 0) * _DAYS[found["unit"]])).isoformat()
    except (ValueError, OverflowError):  # a year that is not known, or before the first
        return None
    return Date(there, there, "day", anchor="previous") if number else None


_DAYS = {"day": 1, "week": 7}


def overlap(a: Date, b: Date) -> bool:
    """Whether two dates can be of one event."""
    if a.start is None or b.start is None:
        return True
    return a.start <= (b.end or "9999") and b.start <= (a.end or "9999")


_OFFENCES = Cue(
    r"\b(?:following (?:seizures|cases|offences|incidents|violations|results|arrests|operations)"
    r"|(?:[2-9]|[1-9][0-9,]+|several|dozens of|numerous|many|various|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve) (?:\w+ ){0,2}(?:offences|offenses|violations|seizures"
    r"|infringements|detections|attempts|irregularities|cases)|weekly)\b",
    "weekly following offences offenses violations seizures infringements detections attempts "
    "irregularities cases",
)
"""What a service tells in a bulletin."""
_WEEK = range(5, 9)


def _lists_week(passage: Passage) -> bool:
    """Whether it tells the offences of a week: "made the following seizures from 4 to 10 May"."""
    if not passage.has(_OFFENCES) or passage.operations:
        return False
    dates = [m.value for m in passage.dates if isinstance(m.value, Date)]
    return any(date.grain == "range" and _days(date) in _WEEK for date in dates)


def review_period(passages: Sequence[Passage]) -> Date | None:
    """The period of a bulletin that reports everything of a week or a month."""
    opening = passages[:4]
    if not any(passage.has(REVIEW) or _lists_week(passage) for passage in opening):
        return None
    dates = [m.value for p in opening for m in p.mentions if isinstance(m.value, Date)]
    wide = (d for d in dates if d.grain in ("range", "week", "month") and d.start)
    return next(wide, None)
