"""Digits read as values: the groups printed apart, the scale, the smaller ones that go on."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import structs

from facts.calendar_names import MONTH_NUMBERS
from facts.later import later
from facts.numbers.numerals import FRACTIONS, SCALES
from facts.numbers.tokens import HIGHEST, Reading, Style, Token, gap

_LIST_GOES_ON = later(r"(?:,| and| or) ?[0-9]")
_LIST = later(r"[0-9], \Z")
_OF_WHOLE = later(r"\b[Oo]f (?:the|these|those|its|their) \Z")
"""Before the whole that a part is taken from: "Of the 156, 102 came from ..."."""
_OF = later(r" of\b")
_SHORT_MILLION = later(
    r" ?m(?= (?:[a-z]+ )?(?:tablets|pills|capsules|doses|cigarettes|sticks|packets)\b)"
)
"""The m of "1.5m tablets", which are not metres."""
_CENTS = later(r"-00(?![0-9])")
"""After the last group of a sum, as South African police print it: "R7 800 000-00"."""
_MOST_SCALES = 2
_OF_A_LARGER = 10**5
"""Up to this scale a larger one may follow: "3 thousand billion", "2 lakh crore"."""
_NOT_A_GROUP = later(r" ?%| (?:fled|escaped|died|survived|remained|returned|surrendered)\b")
_CURRENCY = later(r"(?:[$€£¥₦₹]|\b[A-Z]{3}) ?\Z")
_COUNTABLE = later(
    r" (?:people|men|women|children|(?!was\b|is\b|has\b|his\b|its\b|as\b|this\b|across\b|plus\b"
    r"|dollars\b|euros\b|pounds\b|dirhams\b)[a-z]+s\b)"
)


def digits(shadow: str, tokens: Sequence[Token], index: int) -> Reading:
    """Digits as they are scaled, with smaller ones that go on: "21 billion 180 million"."""
    head = _scaled(shadow, tokens, index)
    while rest := _rest(shadow, tokens, index + head.used, head):
        value = (head.value or Decimal(0)) + (rest.value or Decimal(0))
        head = structs.replace(head, end=rest.end, value=value, used=head.used + rest.used)
    return head


def _rest(shadow: str, tokens: Sequence[Token], at: int, head: Reading) -> Reading | None:
    """The digits that go on a scaled number: of a smaller scale, or in groups."""
    if head.style != "mixed" or at >= len(tokens) or tokens[at].value is None:
        return None
    between = gap(shadow, tokens, at)
    if between not in (" ", " and "):
        return None
    scale = SCALES.get(tokens[at - 1].word.removesuffix("s"), Decimal(0))
    rest = _scaled(shadow, tokens, at)
    if rest.value is None or not scale / 1000 <= rest.value < scale:
        return None
    return rest if rest.style == "mixed" or (rest.grouped and between == " ") else None


def _scaled(shadow: str, tokens: Sequence[Token], index: int) -> Reading:
    """Digits, their further groups after a space, and the scales that follow: "1.2 million"."""
    first = tokens[index]
    value, at, grouped = _joined(shadow, tokens, index)
    scaled, last = at, Decimal(0)
    while scaled < min(at + _MOST_SCALES, len(tokens)):
        scale = _scale(shadow, tokens, scaled, value)
        if scale is None or value * scale > HIGHEST or _OF_A_LARGER < last < scale:
            break
        value, last, scaled = value * scale, scale, scaled + 1
    may_be_short = scaled == index + 1 and "m" in shadow[first.end : first.end + 2]
    short = _SHORT_MILLION.match(shadow, first.end) if may_be_short else None
    if short:
        return Reading(first.start, short.end(), value * SCALES["million"], "mixed", 1, grouped)
    style: Style = "digits" if scaled == at else "mixed"
    return Reading(first.start, tokens[scaled - 1].end, value, style, scaled - index, grouped)


def _scale(shadow: str, tokens: Sequence[Token], at: int, value: Decimal) -> Decimal | None:
    """What the word at a token multiplies the digits before it by: million, also "21 millions"."""
    word = tokens[at].word
    if gap(shadow, tokens, at) not in (" ", "-", ""):
        return None
    if word in ("millions", "billions"):
        of = _OF.match(shadow, tokens[at].end)
        return SCALES[word[:-1]] if value < 1000 and not of else None
    return SCALES.get(word)


def _joined(shadow: str, tokens: Sequence[Token], index: int) -> tuple[Decimal, int, bool]:
    """Groups printed apart ("17, 793", "1 407 451") as one value, and the token after them."""
    first = tokens[index]
    value, grouped, at = first.value or Decimal(0), first.grouped, index + 1
    if _opens_groups(shadow, first):
        while _is_group(shadow, tokens, at) and value < 10**15:
            value, at, grouped = value * 1000 + (tokens[at].value or 0), at + 1, True
    if gap(shadow, tokens, at) in ("", " ") and shadow[tokens[at].start] in FRACTIONS:
        value, at = value + (tokens[at].value or 0), at + 1
    return value, at, grouped


def _opens_groups(shadow: str, token: Token) -> bool:
    """Whether digits can be the first group of a number printed apart: one to three of them."""
    digits = shadow[token.start : token.end]
    return (
        digits.isdigit()
        and 0 < len(digits) <= 3
        and digits[0] != "0"
        and not _after_month(shadow, token.start)
    )


def _is_group(shadow: str, tokens: Sequence[Token], at: int) -> bool:
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.value is None or token.grouped or token.end - token.start != 3:
        return False
    if not shadow[token.start : token.end].isdigit():
        return False
    after = shadow[token.end : token.end + 1]
    if after.isalnum() or (after == "-" and not _CENTS.match(shadow, token.end)):
        return False
    between = gap(shadow, tokens, at)
    if between == ", ":  # "17, 793" is one number, "12, 300 and 400" a list
        group = shadow[token.start : token.end]
        return group == "000" or not (
            _NOT_A_GROUP.match(shadow, token.end)
            or _is_sum(shadow, tokens[at - 1], token)
            or _LIST_GOES_ON.match(shadow, token.end)
            or _OF_WHOLE.search(shadow, max(0, tokens[at - 1].start - 10), tokens[at - 1].start)
            or _LIST.match(shadow, tokens[at - 1].start - 3, tokens[at - 1].start)
        )
    return between == " "


def _is_sum(shadow: str, first: Token, group: Token) -> bool:
    """Whether the digits before are a sum and those after count something: "$6, 300 pills"."""
    return bool(
        _CURRENCY.search(shadow, max(0, first.start - 5), first.start)
        and _COUNTABLE.match(shadow, group.end)
    )


def _after_month(shadow: str, start: int) -> bool:
    words = shadow[max(0, start - 12) : start].lower().replace(".", " ").split()
    return bool(words) and words[-1] in MONTH_NUMBERS
