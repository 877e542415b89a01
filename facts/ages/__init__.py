"""How old people are: "aged between 20 and 45", "a 34-year-old", "Ahmed Alaoui, 34, was held"."""

import re
from collections.abc import Sequence

from facts.ages.persons import Beside
from facts.ages.spoken import spoken
from facts.ages.years import bounded, is_age, spanned, whole_years
from facts.later import later
from facts.model import Mention
from facts.numbers import Number
from facts.rules import RuleBook
from facts.text import Article

__all__ = ["find"]

_AGED = later(
    r"\b(?:(?:under|below|over|above) the ages? of"
    r"|(?:between |from )?the (?:ages? (?:of|range|group|bracket)|age groups?)(?: of)?"
    r"|(?:ages?|aged)(?:,? (?:ranging|ranged|ranges?|varying|vary|varies|spanning))?"
    r"(?: of| group)?)"
    r"(?: (?:from|between|around|about|just|only|approximately|roughly|under|over|below|above"
    r"|up to|at least|at most|(?:no )?(?:less|more|older|younger) than))? \Z",
    re.IGNORECASE,
)
_LOOK = 40
_BETWEEN = later(r"\b(?:between|from) \Z", re.IGNORECASE)
_LISTED = later(r" ?-,? ?(?:and |or |to )?| to |,? and |,? or |, ")
_MOST_LISTED = 20
_YEARS = later(r"(?: years?| ?yrs?)(?: old| of age)?\b", re.IGNORECASE)
_OLD = later(r"[ -]years?[ -](?:olds?|of[ -]age)\b|[ -]yrs?[ -]olds?\b|[ -]?y/?o\b", re.IGNORECASE)
_YOUNG = later(r"[ -](month|week|day)s?[ -](?:old|of age)\b", re.IGNORECASE)
_YOUNG_AGED = later(r" (month|week|day)s?(?: old| of age)?\b", re.IGNORECASE)
_MORE = later(r"\+|,? (?:and|or) (?:over|above|older|more|upwards?|up|under|below|younger|less)\b")
_THINGS = later(
    r" (?:[\w-]+ )?(?:war|conflict|dispute|law|ban|case|company|programme|program|"
    r"insurgency|rebellion|deal|vehicle|car|truck|boat|ship|vessel|trawler|plane|aircraft|church|"
    r"building|tradition|agreement|embargo|restaurant|bank|industry|treaty|record|scandal|rule|"
    r"ceasefire|truce|strike|government|investigation|operation|crackdown|siege|offensive|blockade"
    r"|mosque|temple|house|bridge|statue|whisky|feud|crisis|campaign|campaigns|monument)\b"
)
_AFTER_NAME = later(
    r"(?: years?(?: old)?)?(?:[)\]]|[,;] ?(?=\w+ (?:and|of)? ?[A-Z])|, (?=[a-z])|[.;](?:\s|\Z)|\Z"
    r"|, [A-Z][\w'-]+ )| and [A-Z]"
)
_AFTER_NOUN = later(r"[)\]]|,(?: (?=[a-z\"])|\")|[.;](?:\s|\Z)| and (?:an?|his|her|the) ")


def find(article: Article, numbers: Sequence[Number], rules: RuleBook) -> list[Mention]:
    """The ages of an article, in order."""
    shadow, found = article.shadow, list[Mention]()
    beside = Beside(rules)
    end = 0
    for index, number in enumerate(numbers):
        if number.start < end or not is_age(number):
            continue
        row = _row(shadow, numbers, index)
        mention = _aged(shadow, row) or _old(shadow, row, beside) or _apart(shadow, row, beside)
        if mention:
            found.append(mention)
            end = mention.end
    taken = {mention.start for mention in found}
    apart = [one for one in spoken(shadow, article.pieces.words, beside) if one.start not in taken]
    return sorted([*found, *apart], key=lambda mention: mention.start)


def _row(shadow: str, numbers: Sequence[Number], index: int) -> list[Number]:
    """The ages that are listed or span a range from a number on: "22, 30 and 41", "18 to 25"."""
    row = [numbers[index]]
    for number in numbers[index + 1 : index + _MOST_LISTED]:
        between = shadow[row[-1].end : number.start]
        if not is_age(number) or len(between) > 6 or not _LISTED.fullmatch(between):
            break
        if shadow.startswith(" of ", number.end):  # "aged 25 and 31, one of whom is wanted"
            break
        if number.style == "words" and row[-1].style == "digits":  # "aged 35 and 46, and two women"
            break
        row.append(number)
    return row


def _aged(shadow: str, row: Sequence[Number]) -> Mention | None:
    """aged between 20 and 45; aged 22, 30 and 41; under the age of 18; aged 18 or over."""
    first, end = row[0], row[-1].end
    begin = max(0, first.start - _LOOK)
    if "age" not in shadow[begin : first.start].lower():
        return None
    aged = _AGED.search(shadow, begin, first.start)
    if aged is None:
        return None
    value = bounded(spanned(row), aged[0])
    young = _YOUNG_AGED.match(shadow, end)
    if young:
        return Mention(aged.start(), young.end(), whole_years(value, young[1].lower()), "age.aged")
    years = _OLD.match(shadow, end) or _YEARS.match(shadow, end)
    end = years.end() if years else end
    more = _MORE.match(shadow, end)
    if more:
        value = bounded(spanned(row), "or over" if more[0] == "+" else more[0].lstrip(", "))
        end = more.end()
    return Mention(aged.start(), end, value, "age.aged")


def _old(shadow: str, row: Sequence[Number], beside: Beside) -> Mention | None:
    """34-year-old; between 20 and 25 years old; 22- and 24-year-old; an 18-month-old girl."""
    for length in range(len(row), 0, -1):
        part = row[:length]
        years = _OLD.match(shadow, part[-1].end)
        if years and not _THINGS.match(shadow, years.end()):
            start = _between(shadow, part)
            return Mention(start, years.end(), spanned(part), "age.years-old")
    young = _YOUNG.match(shadow, row[0].end)
    if young and (
        beside.noun(shadow[young.end() + 1 : young.end() + 24].partition(" ")[0])
        or beside.counted(shadow, row[0].start)
    ):
        value = whole_years(spanned(row[:1]), young[1].lower())
        return Mention(row[0].start, young.end(), value, "age.years-old")
    return None


def _between(shadow: str, row: Sequence[Number]) -> int:
    """Where the words that open a range begin; the first number where there are none."""
    first = row[0].start
    between = _BETWEEN.search(shadow, max(0, first - 9), first) if len(row) > 1 else None
    return between.start() if between else first


def _apart(shadow: str, row: Sequence[Number], beside: Beside) -> Mention | None:
    """Ahmed Alaoui, 34, was held; Juan Pérez (41); a hostage, 70; two brothers, 19 and 22."""
    first = row[0]
    if any(number.style != "digits" or number.end - number.start > 2 for number in row):
        return None
    if beside.counted(shadow, first.start):
        if _AFTER_NOUN.match(shadow, row[-1].end):
            return Mention(first.start, row[-1].end, spanned(row), "age.after-noun")
        return None
    if len(row) > 1 or first.end - first.start != 2:
        return None
    if beside.named(shadow, first.start) and _AFTER_NAME.match(shadow, first.end):
        return Mention(first.start, first.end, spanned(row), "age.after-name")
    return None
