"""How old people are: "aged between 20 and 45", "a 34-year-old", "Ahmed Alaoui, 34, was held"."""

import re
from collections.abc import Sequence

from facts.model import Age, Mention
from facts.numbers import Number
from facts.numbers.numerals import TENS
from facts.text import Article

_OLDEST = 110
_AGED = re.compile(
    r"\b(?:(?:under|below|over|above) the age of|(?:aged?|ages)(?: of)?"
    r"(?: (?:from|between|around|about|just|only|approximately|under|over|below|above))?) \Z",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:between|from) \Z", re.IGNORECASE)
_JOIN = re.compile(r" ?- ?| (?:to|and|or) ", re.IGNORECASE)
_LISTED = re.compile(r" ?- ?| to |,? and |,? or |, ")
_MOST_LISTED = 20
_YEARS = re.compile(r"(?: years?| ?yrs)(?: old| of age)?\b", re.IGNORECASE)
_OLD = re.compile(
    r"[ -]years?[ -](?:olds?|of[ -]age)\b|[ -]yrs?[ -]olds?\b|[ -]?y/?o\b", re.IGNORECASE
)
_THINGS = re.compile(
    r" (?:\w+ )?(?:war|conflict|dispute|law|ban|case|company|programme|program|"
    r"insurgency|rebellion|deal|"
    r"building|tradition|agreement|embargo|restaurant|bank|industry|treaty|record|scandal|rule)\b"
)
_NAME = re.compile(r"[A-Z][^\W\d_]*[^\W\d_'.-][\w'.-]*(?:, ?| \()\Z")
_NOT_NAME = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december|jan|feb"
    r"|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)day)\.?(?:, ?| \()\Z",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    r"\)|, (?:and |who|was|were|is|an?\b|the\b|of\b|from|his|her|he\b|she\b|both|have|"
    r"had|has|said|as\b|"
    r"after|when|whose|to\b|along|also|both|all|in\b|on\b|at\b|with|[a-z]+ed\b|"
    r"[A-Z][\w'-]+ )|[.;](?:\s|$)"
    r"| and [A-Z]"
)
_DECADE = re.compile(
    r"\bin (?:his|her|their) (?:early |mid-? ?|late )?(?:([2-9])0s|(\w+ties))\b", re.IGNORECASE
)


def find(article: Article, numbers: Sequence[Number]) -> list[Mention]:
    """The ages of an article, in order."""
    shadow, found = article.shadow, list[Mention]()
    last = -1
    for index, number in enumerate(numbers):
        if index <= last or not _is_age(number):
            continue
        other = numbers[index + 1] if index + 1 < len(numbers) else None
        if other and not (_is_age(other) and _joined(shadow, number, other)):
            other = None
        mention = _aged_list(shadow, numbers, index) or _old(shadow, number, other)
        if mention is None and other is None:
            mention = _after_name(shadow, number)
        if mention:
            found.append(mention)
            while last + 1 < len(numbers) and numbers[last + 1].start < mention.end:
                last += 1
    return sorted([*found, *_decades(shadow)], key=lambda mention: mention.start)


def _is_age(number: Number) -> bool:
    value = number.value
    return value is not None and 0 < value <= _OLDEST and value == value.to_integral_value()


def _joined(shadow: str, first: Number, second: Number) -> bool:
    return (
        bool(_JOIN.fullmatch(shadow, first.end, second.start))
        if second.start - first.end < 6
        else False
    )


def _range(*numbers: Number | None) -> Age:
    ages = [int(number.value) for number in numbers if number and number.value]
    return Age(min(ages), max(ages))


def _aged_list(shadow: str, numbers: Sequence[Number], index: int) -> Mention | None:
    """aged between 20 and 45; aged 22, 30 and 41; under the age of 18."""
    first = numbers[index]
    aged = _AGED.search(shadow, max(0, first.start - 24), first.start)
    if aged is None:
        return None
    last = index
    while last + 1 < len(numbers) and last - index < _MOST_LISTED and _is_age(numbers[last + 1]):
        between = shadow[numbers[last].end : numbers[last + 1].start]
        if len(between) > 6 or not _LISTED.fullmatch(between):
            break
        last += 1
    end = numbers[last].end
    years = _OLD.match(shadow, end) or _YEARS.match(shadow, end)
    value, words = _range(*numbers[index : last + 1]), aged[0].lower()
    if "under" in words or "below" in words:
        value = Age(None, value.max and value.max - 1)
    elif "over" in words or "above" in words:
        value = Age(value.min and value.min + 1, None)
    return Mention(aged.start(), years.end() if years else end, value, "age.aged")


def _old(shadow: str, number: Number, other: Number | None) -> Mention | None:
    """34-year-old; between 20 and 25 years old."""
    last = other or number
    years = _OLD.match(shadow, last.end)
    if years is None and other:
        last, other = number, None
        years = _OLD.match(shadow, last.end)
    if years is None or _THINGS.match(shadow, years.end()):
        return None
    between = _BETWEEN.search(shadow, max(0, number.start - 9), number.start) if other else None
    start = between.start() if between else number.start
    return Mention(start, years.end(), _range(number, other), "age.years-old")


def _after_name(shadow: str, number: Number) -> Mention | None:
    """Ahmed Alaoui, 34, was held; Juan Pérez (41)."""
    if number.style != "digits" or number.end - number.start != 2 or number.value is None:
        return None
    begin = max(0, number.start - 24)
    name = _NAME.search(shadow, begin, number.start)
    if name is None or _NOT_NAME.search(shadow, begin, number.start):
        return None
    if not _AFTER_NAME.match(shadow, number.end):
        return None
    return Mention(number.start, number.end, _range(number, None), "age.after-name")


def _decades(shadow: str) -> list[Mention]:
    """A man in his 30s, a woman in her twenties."""
    found: list[Mention] = []
    for match in _DECADE.finditer(shadow) if "0s" in shadow or "ties" in shadow else ():
        word = (match[2] or "").lower().removesuffix("ies") + "y"
        first = 10 * int(match[1]) if match[1] else TENS.get(word, 0)
        if first:
            found.append(Mention(match.start(), match.end(), Age(first, first + 9), "age.decade"))
    return found
