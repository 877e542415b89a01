"""What a rule for dates is given: the words it matched, and what is known around them."""

import re
from datetime import date

from msgspec import Struct

from facts.dates.calendar import Period
from facts.dates.symbols import Symbols, number_of, unit_of
from facts.later import later


class Words(Struct, frozen=True):
    """The pieces a rule matched, with their symbols."""

    texts: list[str]
    line: str

    def has(self, symbols: str) -> bool:
        """Whether one of these symbols is there."""
        return any(symbol in self.line for symbol in symbols)

    def at(self, symbols: str) -> list[int]:
        """The places of these symbols."""
        return [index for index, symbol in enumerate(self.line) if symbol in symbols]

    def numbers(self, symbols: str) -> list[int]:
        """What the pieces of these symbols count, in order."""
        return [number_of(self.texts[index]) for index in self.at(symbols)]

    def number(self, symbols: str) -> int | None:
        """The first of `numbers`, if there is one."""
        return next((number_of(self.texts[index]) for index in self.at(symbols)), None)

    def unit(self, symbols: str = "dwmyD") -> str:
        """The unit that is named last: day, week, month, year, decade."""
        return unit_of(self.texts[self.at(symbols)[-1]])

    def word(self, symbols: str) -> str:
        """The first word of these symbols, in lower case."""
        return self.texts[self.at(symbols)[0]].lower()


_LISTED = r"(?:,?a|,)(?:[LT]?W\.?,?)?e?[NO]"
_MONTH_AFTER = later(rf"(?:{_LISTED}){{1,6}}F?(M)\.?(?:,?(Y))?")
_MONTH_BEFORE = later(r"(M)\.?[NO](?:(?:,?a|,)[NO]){0,6}(?:,?a|,)\Z")
_FARTHEST = 20


def words_of(symbols: Symbols, match: re.Match[str]) -> Words:
    """The words of a match; each of several days in one month is given the month."""
    places = list(range(match.start(), match.end()))
    if "M" not in match[0] and match[0][-1] in "NO":
        after = _MONTH_AFTER.match(symbols.line, match.end())
        first = max(0, match.start() - _FARTHEST)
        beside = after or _MONTH_BEFORE.search(symbols.line, first, match.start())
        groups = range(1, (beside.lastindex or 0) + 1) if beside else ()
        places += [beside.start(group) for group in groups] if beside else []
    return Words(
        [symbols.pieces.texts[place] for place in places],
        "".join([symbols.line[place] for place in places]),
    )


class Context(Struct, frozen=True):
    """What a date is resolved against."""

    published: date | None
    previous: Period | None
    """The last date the article gave for what happened, not for who said so."""
    previous_day: Period | None
    """The last of these that was a day or a few: "the following day" is told from it."""
    ahead: bool
    """Whether the sentence speaks of what is still to come."""
    behind: bool
    """Whether it tells what has happened by then."""
    since: bool
    """Whether "since" stands before it."""
