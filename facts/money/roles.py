"""What a sum of money was: cash seized, the value of goods, a fee, a fine."""

import re

from facts.later import later
from facts.spans import Span

_BEFORE, _AFTER = 80, 40

_AFTER_SUM = (
    ("ransom", r" (?:in )?ransom"),
    ("reward", r" (?:reward|bounty)"),
    ("fine", r" fine\b"),
    ("bail", r" (?:bail|bond)\b"),
    (
        "goods_value",
        r" worth of| of (?:\w+ )?(?:drugs?|cocaine|heroin|cannabis|hashish|marijuana|meth\w*|gold"
        r"|cigarettes|tobacco|ivory|contraband|narcotics|ecstasy|ketamine|opium|goods|merchandise)\b",
    ),
    (
        "price",
        r" (?:per\b|each\b|apiece\b|(?:a|an) (?:kilo\w*|gram\w*|tonne|ton|piece|person|head|litre"
        r"|liter|pill|tablet|dose|packet)\b)",
    ),
    ("cash_seized", r" (?:in |of )?(?:\w+ )?(?:cash|currency|banknotes)"),
)
_BEFORE_SUM = (
    (
        "goods_value",
        r"\b(?:value of (?:\w+ ){1,5}(?:to|at|is|was)|worth|valued|value|valuing|estimated at"
        r"|market price|priced|sold for|(?:estimated|market|total|street) (?:cost|price) of)\b",
    ),
    ("fine", r"\b(?:fined?|fines|penalty|penalties)\b"),
    ("ransom", r"\bransom"),
    ("bail", r"\b(?:bail|bond)\b"),
    ("reward", r"\b(?:reward|bounty)"),
    ("damage", r"\b(?:damages?|losses|loss|defraud\w*|fraud|scam\w*|swindl\w*)\b"),
    ("laundered", r"\blaunder"),
    ("stolen", r"\b(?:stole|stolen|robbed|robbery|theft|embezzl\w*)\b"),
    ("fee_paid", r"\b(?:paid|pay|pays|paying|charged|charging|fees?|bribes?)\b"),
    ("budget", r"\b(?:spends?|spent|budget|funding|fund|funds|invest\w*|grant|aid)\b"),
    ("assets_confiscated", r"\b(?:froze|frozen|freez\w+|assets|property|accounts?)\b"),
    (
        "cash_seized",
        r"\b(?:seiz\w+|confiscat\w+|recover\w+|intercept\w+|cash|carr(?:y|ied|ying)|found)",
    ),
)
_ASSETS = later(r" of [^.]{0,60}(?:property|assets|accounts)", re.IGNORECASE)
_CASH = later(r"\bcash worth (?:\w+ ){0,3}\Z", re.IGNORECASE)


def _either(table: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """One pattern for all roles; the group that matched names the role."""
    return later("|".join(f"(?P<{role}>{words})" for role, words in table), re.IGNORECASE)


_LOOKS_BACK, _LOOKS_AHEAD = _either(_BEFORE_SUM), _either(_AFTER_SUM)


def role_of(shadow: str, sentence: Span | None, start: int, end: int) -> str | None:
    """What the sum at a place was, by the words of its sentence nearest to it."""
    if sentence is None:
        return None
    ahead = _LOOKS_AHEAD.match(shadow, end, min(sentence.end, end + _AFTER))
    begin = max(sentence.start, start - _BEFORE)
    if ahead and ahead.lastgroup == "cash_seized":
        nearest = _nearest(shadow, begin, start)
        return nearest if nearest in _PAID_IN_CASH else "cash_seized"
    if ahead:
        return ahead.lastgroup
    if _ASSETS.match(shadow, end, min(sentence.end, end + 2 * _AFTER)):
        return "assets_confiscated"
    if _CASH.search(shadow, max(begin, start - 30), start):
        return "cash_seized"
    return _nearest(shadow, begin, start)


_PAID_IN_CASH = frozenset({"fee_paid", "ransom", "stolen", "laundered"})
"""What stays what it is where it was cash."""


def _nearest(shadow: str, begin: int, start: int) -> str | None:
    """What the last word before a sum says that it was."""
    nearest = None
    for found in _LOOKS_BACK.finditer(shadow, begin, start):
        nearest = found.lastgroup
    return nearest
