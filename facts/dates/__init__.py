"""The dates of an article, each resolved to an interval of days, never more precise than the words.

The words become symbols, short patterns find the dates among them (`grammar`), and one resolver per
rule turns the words into days (`absolute`, `relative`). A date is resolved against the day of
publication, or, as "four days earlier" is, against the date before it in the text.
"""

from bisect import bisect_right
from datetime import date, timedelta

from msgspec import structs

from facts.dates import absolute
from facts.dates.calendar import Period
from facts.dates.grammar import matches, rule_id
from facts.dates.relative import RESOLVERS
from facts.dates.symbols import symbols_of
from facts.dates.tense import is_ahead, is_attribution, is_behind
from facts.dates.words import Context, Words, words_of
from facts.dates.year import is_year
from facts.later import later
from facts.model import Date, Mention
from facts.text import Article

__all__ = ["find"]

_YEARS = frozenset({"date.year", "date.range-years"})
_DAYS = frozenset({"date.day-month", "date.month-day", "date.range-days"})
_NO_DATE = later(
    r"\b(?:every|each|Black|Bloody|Good|Ash|Palm|Easter|Holy|Super|USA|Russia|India) \Z"
)
"""Before a day that returns (every Monday) or is a name (Black Friday, USA Today)."""

_SINCE = later(r"z(?:e?x{1,3}i)?\Z")
"""Before a date, as symbols: "since", "since its creation in"."""
_LONGEST_SINCE = 6

_LONGEST_NO_DATE = 8
_A_FEW_DAYS = timedelta(days=10)


def find(article: Article) -> list[Mention]:
    """The dates of an article in the order of the text, each with its rule."""
    pieces = article.pieces
    symbols = symbols_of(article.shadow, pieces)
    starts = [sentence.start for sentence in article.sentences]
    published = _day(article.published.date) if article.published else None
    previous: Period | None = None
    previous_day: Period | None = None
    found: list[Mention] = []
    for match in matches(symbols.line):
        words = words_of(symbols, match)
        start, end = pieces.starts[match.start()], pieces.end(match.end() - 1)
        at = bisect_right(starts, start) - 1
        sentence = starts[at] if at >= 0 else 0
        rule = rule_id(match)
        since = _SINCE.search(symbols.line, max(0, match.start() - _LONGEST_SINCE), match.start())
        open_ended = _is_open(words)
        ahead = open_ended and is_ahead(article, sentence, start, end)
        behind = open_ended and not ahead and is_behind(article, sentence, start, end)
        context = Context(published, previous, previous_day, ahead, behind, since is not None)
        value = _resolved(article.shadow, start, rule, words, context)
        if value is None:
            continue
        found.append(Mention(start, end, value, rule))
        yearly = rule == "date.shifted" and words.has("y")
        if not since and not yearly and not is_attribution(article, sentence, start):
            previous = _period(value) or previous
            if previous and previous.last - previous.first < _A_FEW_DAYS:
                previous_day = previous
    return found


def _is_open(words: Words) -> bool:
    """Whether the tense beside a date may tell which it is: a weekday, a month without a year."""
    return "Y" not in words.line and words.has("MCWqQ")


def _resolved(shadow: str, start: int, rule: str, words: Words, context: Context) -> Date | None:
    if rule in _YEARS and not is_year(shadow, start, start + len(words.texts[0])):
        return None
    if _NO_DATE.search(shadow, max(0, start - _LONGEST_NO_DATE), start):
        return None
    try:
        value = RESOLVERS[rule](words, context)
    except (ValueError, OverflowError):  # a day no calendar has: before year 1, after 9999
        return None
    if value is None and rule in _DAYS and words.has("Y"):
        value = _month_of_no_day(words, context)
    if value and context.since:
        return structs.replace(value, end=None, mod="since")
    return value


def _month_of_no_day(words: Words, context: Context) -> Date | None:
    """The month of a day that no calendar has, "31 April 2021": its year counts nothing."""
    whole = absolute.month(words, context)
    return structs.replace(whole, unresolved="no such day") if whole else None


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _period(value: Date) -> Period | None:
    """What later dates may refer to: a date whose days are known."""
    if not value.start or not value.end or "X" in value.start or value.mod:
        return None
    return Period(date.fromisoformat(value.start), date.fromisoformat(value.end), value.grain)
