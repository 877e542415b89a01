"""The rules for dates, as patterns over symbols (see `facts.dates.symbols`).

The first rule that matches at a place wins, so longer forms stand above their parts. What is in a
look-behind, "between" or "since", is not part of the date.
"""

import re
from collections.abc import Iterator
from functools import cache

from facts.later import later

_PIECES = {
    "{day}": "[NO]",
    "{wd}": r"(?:[LT]?W\.?,?)?",
    "{yr}": r"(?:,?Y(?![-.,]?#)|F?[LTX]y)?",
    "{year}": r"(?:,?F?Y|F?[LTXU]y|Fey)",
    "{to}": r"(?:[t-]|~(?=(?:W,?)?M|[NOY](?:[,;)|M]|$)))",
    "{m}": r"M\.?",
    "{n}": "(?:n-?n|[nNBA])",
    "{unit}": "[dwmyD]",
}

RULES = (
    # id, pattern
    ("date.iso", "I(?:{to}I)?"),
    ("date.numeric", "J"),
    ("date.range-days", "{wd}{m}{day}{yr}{to}{wd}{m}{day}{yr}"),
    ("date.range-days", "(?<=b){wd}{m}{day}{yr}a{wd}{m}{day}{yr}"),
    ("date.range-days", "{wd}e?{day}F?{m}{yr}{to}{wd}e?{day}F?{m}{yr}"),
    ("date.range-days", "(?<=b){wd}e?{day}F?{m}{yr}a{wd}e?{day}F?{m}{yr}"),
    ("date.range-days", "{wd}{m}{day}{to}{wd}{day}(?![wmydh]){yr}"),
    ("date.range-days", "(?<=b){wd}{m}{day}a{day}{yr}"),
    ("date.range-days", "{wd}e?{day}{to}{wd}e?{day}F?{m}{yr}"),
    ("date.range-days", "(?<=b)e?{day}ae?{day}F?{m}{yr}"),
    ("date.day-of-list", "{wd}{day}(?=(?:,{wd}e?{day}){0,5},?a{wd}e?{day}F?{m})"),
    ("date.day-of-list", "(?<=M[NO],)[NO](?=(?:,[NO]){0,5},?a[NO](?:[,;)|]|$))"),
    ("date.day-of-list", "(?:(?<=M[NO]a)|(?<=M[NO],[NO]a))[NO](?=[,;)|]|$)"),
    ("date.range-months", "{m}(?:,?Y)?{to}{m}(?:,?Y|F?[LTX]y)?(?!{day})"),
    ("date.range-months", "(?<=b){m}(?:,?Y)?a{m}(?:,?Y|F?[LTX]y)?(?!{day})"),
    ("date.week-of-month", "e?[oL]wF{m}{year}?"),
    ("date.week-of-month", "e?[oL]wi{m}{year}?"),
    ("date.part-of-year", "e?[oL]-?HF(?:Y|e?[LTX]?y)"),
    ("date.part-of-year", "[LTX]yx[oL]H"),
    ("date.part-of-year", "e?[oL][nN]mF(?:Y|e?[LTX]?y)"),
    ("date.quarter", "e?[oL]-?qF?(?:Y|[LTX]y)?|Q,?F?Y?"),
    ("date.edge", "e?G[F-]?e?(?:{m}{year}?|Y|[LTX][my]|[my](?![a-z]))"),
    ("date.edge", "(?<=z)eGFe[my]"),
    ("date.edge", "[eT]?y-?G|yxxG"),
    ("date.day-month", "{wd}e?{day}F?{m}{yr}|eoF{m}{yr}"),
    ("date.month-day", "{wd}{m}e?{day}{yr}|{wd}{m}e?o(?![wmqHd]){yr}"),
    ("date.month-year", "{m}{year}"),
    ("date.relative-month", "[LTXV]{m}(?!{day})"),
    ("date.season", "e?[LTX]?SF?Y[-/][YN]|e?[LTX]?S{year}|e?[LTX]S"),
    ("date.feast", "C{yr}"),
    ("date.season", "(?<=[iF])e?S(?!F)"),
    ("date.month", "{m}"),
    ("date.decade", "e?(?:G-?)?K"),
    ("date.range-years", "Y(?:(?:{to}|/)Y|[-~/]N)(?!%)"),
    ("date.range-years", "(?<=b)YaY"),
    ("date.year", "Y"),
    ("date.duration", "e?[LPV]{n}-?[hdwmyD]"),
    ("date.duration", "e[LP][dwmyD]"),
    ("date.duration", "e?X{n}-?[dwmyD]"),
    ("date.ago", "{n}-?{unit}g"),
    ("date.shifted", "{n}-?{unit}(?:[El]|v(?=[,;)|]|$))|edvR"),
    ("date.shifted", "e[VXZ][dp]|e[dwmy](?:E|v(?=[,;)|]|$))|e[VXZ]W"),
    ("date.shifted", "e[VZ][wmy]"),
    ("date.same", "[es]{0,2}s[dwmy]|U[dwmy]"),
    ("date.weekday-day", "We?[NO](?=[,;)|]|$)"),
    ("date.week-of", "e?wF{wd}{m}{day}(?![t~-]){yr}"),
    ("date.week-of", "e?wF{wd}e?{day}F?{m}(?!(?:,?Y)?[t~-]){yr}"),
    ("date.day-of-month", "eO(?=[,;)|]|$)"),
    ("date.range-weekdays", "W{to}W|(?<=b)WaW"),
    ("date.weekday-of-week", "WF?[LTX]w"),
    ("date.weekday", "e?T?[LXTVP]W"),
    ("date.weekday", "W"),
    ("date.weekend", "[LTX]k|(?<=[i])ek"),
    ("date.relative", "e?T[wmyq]|[LX][wmyq]"),
    ("date.day-word", "R"),
    ("date.part-of-day", "[LT]p"),
)
"""Each rule's id and its pattern; an id may have several."""

_OPENS = later(
    "[IJWMNOoLTXVPGSKYnBUsRyQCweA](?:(?<![eA])|(?<=e)(?=[oNOLPVXZTGSKdwmyska])|(?<=A)(?=-?[dwmyD]))"
)
"""What a date can begin with; most words are turned away here, before any rule is tried."""


def matches(line: str) -> Iterator[re.Match[str]]:
    """The dates among the symbols of an article, in order; `rule_id` tells by which rule."""
    end, match = 0, _pattern().match
    for opening in _OPENS.finditer(line):
        start = opening.start()
        if start >= end and (found := match(line, start)):
            end = found.end()
            yield found


@cache
def _pattern() -> re.Pattern[str]:
    """All rules as one pattern; the group that matched names the rule."""
    return re.compile(
        "|".join(f"(?P<r{index}>{_spelt(rule)})" for index, (_, rule) in enumerate(RULES))
    )


def rule_id(match: re.Match[str]) -> str:
    """The id of the rule that matched."""
    return RULES[int((match.lastgroup or "r0")[1:])][0]


def _spelt(rule: str) -> str:
    for name, piece in _PIECES.items():
        rule = rule.replace(name, piece)
    return rule
