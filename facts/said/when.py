"""Days and periods in an analyst's words."""

import re
from calendar import monthrange
from typing import Final

from msgspec import structs

from facts.said.saying import Saying
from facts.values import Date, PublicationDate

_OPEN_YEAR: Final = re.compile(r"X{4}-\d\d-\d\d")
_MONTH: Final = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_IS_OPEN: Final = ", the year is open"


def date(saying: Saying) -> Date | None:
    """A day, a period, an open one; as an article says it, or from day to day."""
    words = saying.words.removesuffix(_IS_OPEN)
    if _OPEN_YEAR.fullmatch(words):
        return Date(words, words, "day", unresolved="year")
    if words != saying.words:  # as printed: no day of publication gives the year
        saying = Saying(words, None, None, saying.rules)
    if re.fullmatch(r"\S+[-–]|.+\.\.", words):  # "2002-"
        words = f"since {words.rstrip('-–.').strip()}"
    if words.startswith("until "):
        last = _one(saying, words.removeprefix("until "))
        return Date(None, last.end, last.grain, "until") if last and last.end else None
    first, dots, end = (part.strip() for part in words.partition(".."))
    return _between(saying, first, end) if dots else _one(saying, words)


def published(saying: Saying) -> PublicationDate | None:
    """A single day."""
    found = date(saying)
    if found is None or found.start is None or found.start != found.end:
        return None
    return PublicationDate(found.start)


def _between(saying: Saying, first: str, last: str) -> Date | None:
    low, high = _one(saying, first), _one(saying, last)
    if low is None or high is None or not low.start or not high.end or low.start > high.end:
        return None
    return Date(low.start, high.end, "range")


def _one(saying: Saying, words: str) -> Date | None:
    if month := _MONTH.fullmatch(words):
        last = monthrange(int(month[1]), int(month[2]))[1]
        return Date(f"{words}-01", f"{words}-{last}", "month")
    found = saying.first(
        Date, (f"It happened {words}.", f"It happened on {words}.", f"It happened in {words}.")
    )
    return structs.replace(found, anchor=None) if found and (found.start or found.end) else None
