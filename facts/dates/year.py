"""Whether four digits alone are a year: "in 2019", "the 2015 attacks", not "2000 people"."""

import re

from facts.later import later

_BEFORE = later(
    r"(?:\b(?:in|since|of|by|until|till|from|to|before|after|during|through(?:out)?|late|early|mid|than|and"
    r"|or|with|for|years?|fiscal|around|between|back|the|an?|his|her|their|its|circa|ended|ending|due"
    r"|over)|[(\-/,;])[ -]?\Z",
    re.IGNORECASE,
)
_COUNTED = later(
    r" ?(?:%|percent|per cent|people|persons?|men|women|migrants?|dollars?|euros?|pounds?|dirhams?|"
    r"kilo\w*|kgs?|tons?|tonnes?|grams?|litres?|liters?|km|miles?|met(?:re|er)s?|feet|euros?|"
    r"yuan|rupees|rubles|pills?|tablets?|doses|units?|plants?|"
    r"rounds|bottles|packs?|packets|boxes|cartons"
    r"|vehicles?|cars?|officers?|troops|soldiers|police\w*|suspects?|members|inmates|prisoners"
    r"|hectares|acres|barrels|bags|cases|victims|fighters|families|houses|jobs|workers|or more)\b",
    re.IGNORECASE,
)
_MEASURED = later(
    r" ?(?:%|percent|per cent|dollars?|euros?|pounds?|dirhams?|kilo\w*|kgs?|tons?|tonnes?|grams?"
    r"|litres?|liters?|km|miles?|met(?:re|er)s?|feet|yuan|rupees|rubles|hectares|acres|or more)\b",
    re.IGNORECASE,
)
_ASKS_FOR_A_YEAR = later(
    r"(?<!\bone )(?<!\b1 )\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring"
    r"|[Tt]hroughout|[Aa]s of|By|From|After|Before|Through) \Z"
)
"""Before a year even where people follow; "by 2000 men" inside a sentence counts them."""

_ROUND = 2000
"""Four digits as likely to be an amount as a year: "in 2000 cases"."""

_NOUN = later(r" [a-z]")
_EVENT = later(
    r" (?:campaign|law|elections?|attacks?|war|report|"
    r"agreement|treaty|convention|budget|season|coup|"
    r"bombings?|murders?|case|ruling|deal|film|census|invasion|"
    r"revolution|uprising|conviction|summit|"
    r"conference|constitution|raid|study|survey|figures|edition|period|total|massacre|killings?|"
    r"earthquake|crisis|pandemic|protests?|referendum|level|levels|data|statistics)\b"
)
_LABEL = later(
    r"\b(?:agenda|vision|expo|euro|horizon|law|decree|act|ordinance|dahir|resolution|nos?|number|no\.)"
    r"[ -]\Z",
    re.IGNORECASE,
)
_MONEY = later(r"[$€£¥₦₹]\Z|\b[A-Z]{2,3}\$? ?\Z")
_FIRST, _LAST = 1800, 2099
_FIRST_CLAUSE = 1900


def is_year(shadow: str, start: int, end: int) -> bool:
    """Whether the four digits at a place are a year and not an amount."""
    if not _FIRST <= int(shadow[start:end]) <= _LAST:
        return False
    if _MONEY.search(shadow, max(0, start - 4), start):
        return False
    if _COUNTED.match(shadow, end) and not _opens_clause(shadow, start, end):
        return False
    if shadow[max(0, start - 1) : start] == "/" or _LABEL.search(shadow, max(0, start - 16), start):
        return False
    after = shadow[end : end + 1]
    if after.isalnum() or (after in (".", ",") and shadow[end + 1 : end + 2].isdigit()):
        return False
    return bool(_BEFORE.search(shadow, max(0, start - 11), start)) or _stands_apart(shadow, end)


def _opens_clause(shadow: str, start: int, end: int) -> bool:
    """Whether the clause begins anew after the year: "In 2019 police arrested ..."."""
    year = int(shadow[start:end])
    if _MEASURED.match(shadow, end) or year < _FIRST_CLAUSE or year == _ROUND:
        return False
    return bool(_ASKS_FOR_A_YEAR.search(shadow, max(0, start - 12), start))


def _stands_apart(shadow: str, end: int) -> bool:
    """Without a word before that asks for a year: only where no noun follows."""
    return not _NOUN.match(shadow, end) or bool(_EVENT.match(shadow, end))
