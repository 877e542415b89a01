"""Tokens read as values: digits with their scale, number words, vague amounts."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, TypeAlias

from msgspec import Struct, structs

from facts.calendar_names import MONTH_NUMBERS
from facts.numbers.numerals import FRACTIONS, SCALES, SMALL, TENS, VAGUE, VAGUE_NOUNS
from facts.numbers.tokens import Token

Style: TypeAlias = Literal["digits", "words", "bracketed", "vague", "mixed"]

_HALF_MORE = re.compile(r"[ -]and[ -]a[ -]half\b", re.IGNORECASE)
_HALF_A = re.compile(
    r"[ -](?:an?\b|(?=dozen|million|billion|ton|kilo|kg|lit|gram|pound))", re.IGNORECASE
)
_NOT_ONE = re.compile(r"\b(?:no|this|that|each|every|any|the|which|another|only) \Z", re.IGNORECASE)
_AFTER_ONE = re.compile(r" (?:another|day)\b|'s?\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\ban? \Z", re.IGNORECASE)
_SOME_FEW = re.compile(r"\b(?:several|a few|few|many|some|a couple of|couple of) \Z", re.IGNORECASE)
_SIZES = frozenset(
    "very few large small huge vast great good big significant considerable substantial "
    "unspecified undisclosed unknown undetermined record growing important limited".split()
)
_LIST_GOES_ON = re.compile(r"(?:,| and| or) ?[0-9]")
_LIST = re.compile(r"[0-9], \Z")
_OF_WHOLE = re.compile(r"\b[Oo]f (?:the|these|those|its|their) \Z")
"""Before the whole that a part is taken from: "Of the 156, 102 came from ..."."""
_AS = re.compile(r" as\b")
_OF = re.compile(r" of\b")
_IN_BRACKETS = re.compile(r"\([0-9][0-9,]*\) (?!(?:of|and|or|to|in|on|at|was|were|is|are)\b)[a-z]")
_OPEN_TO_NUMBER = re.compile(r"(?:\b[a-z]+|,) \Z")
_LABEL_REACH = 14
_SHORT_MILLION = re.compile(
    r" ?m(?= (?:[a-z]+ )?(?:tablets|pills|capsules|doses|cigarettes|sticks|packets)\b)"
)
"""The m of "1.5m tablets", which are not metres."""
_HIGHEST = Decimal(10**18)
"""No article counts beyond it; what reads higher is noise."""

_MOST_SCALES = 2
_OF_A_LARGER = 10**5
"""Up to this scale a larger one may follow: "3 thousand billion", "2 lakh crore"."""

_NOT_A_GROUP = re.compile(r" ?%| (?:fled|escaped|died|survived|remained|returned|surrendered)\b")
_CURRENCY = re.compile(r"(?:[$€£¥₦₹]|\b[A-Z]{3}) ?\Z")
_COUNTABLE = re.compile(
    r" (?:people|men|women|children|(?!was\b|is\b|has\b|his\b|its\b|as\b|this\b|across\b|plus\b"
    r"|dollars\b|euros\b|pounds\b|dirhams\b)[a-z]+s\b)"
)


class Reading(Struct, frozen=True, gc=False):
    """What a run of tokens says, before modifiers, and how many tokens it used."""

    start: int
    end: int
    value: Decimal | None
    style: Style
    used: int
    grouped: bool = False
    mod: str | None = None


def reading(shadow: str, tokens: Sequence[Token], index: int) -> Reading | None:
    """The number that begins at this token, if one does."""
    token = tokens[index]
    if token.value is not None:
        alone = _alone_in_brackets(shadow, token)
        return alone or _bracketed(shadow, tokens, index, _digits(shadow, tokens, index))
    if token.word in VAGUE:
        return _vague(shadow, tokens, index)
    if token.word in VAGUE_NOUNS:
        return _vague_phrase(shadow, token)
    words = _half(shadow, tokens, index) if token.word == "half" else _words(shadow, tokens, index)
    return words and _bracketed(shadow, tokens, index, words)


def _gap(shadow: str, tokens: Sequence[Token], index: int) -> str | None:
    """What stands between the token before `index` and the one at it; None if there is none."""
    if index >= len(tokens):
        return None
    left, right = tokens[index - 1].end, tokens[index].start
    return shadow[left:right].lower() if right - left <= 5 else None


def _digits(shadow: str, tokens: Sequence[Token], index: int) -> Reading:
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
    between = _gap(shadow, tokens, at)
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
        if scale is None or value * scale > _HIGHEST or _OF_A_LARGER < last < scale:
            break
        value, last, scaled = value * scale, scale, scaled + 1
    short = _SHORT_MILLION.match(shadow, first.end) if scaled == index + 1 else None
    if short:
        return Reading(first.start, short.end(), value * SCALES["million"], "mixed", 1, grouped)
    style: Style = "digits" if scaled == at else "mixed"
    return Reading(first.start, tokens[scaled - 1].end, value, style, scaled - index, grouped)


def _scale(shadow: str, tokens: Sequence[Token], at: int, value: Decimal) -> Decimal | None:
    """What the word at a token multiplies the digits before it by: million, also "21 millions"."""
    word = tokens[at].word
    if _gap(shadow, tokens, at) not in (" ", "-", ""):
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
    if _gap(shadow, tokens, at) in ("", " ") and shadow[tokens[at].start] in FRACTIONS:
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
    if shadow[token.end : token.end + 1].isalnum() or shadow[token.end : token.end + 1] == "-":
        return False
    between = _gap(shadow, tokens, at)
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


def _words(shadow: str, tokens: Sequence[Token], index: int) -> Reading | None:
    """Number words: "thirty-nine", "two hundred and six", "a dozen", "two and a half million"."""
    first = tokens[index]
    if first.word == "one" and _is_pronoun(shadow, first):
        return None
    start, vague = _with_article(shadow, first) if first.word in SCALES else (first.start, False)
    total, current, at, end = Decimal(0), _value(first.word), index + 1, first.end
    last_scale = SCALES.get(first.word)
    if last_scale and last_scale >= 1000:
        total, current = last_scale, Decimal(0)
    while True:
        half = _HALF_MORE.match(shadow, end)
        if half:
            current, end, at = current + Decimal("0.5") * (total or 1), half.end(), at + 1
        if at >= len(tokens) or not _continues(
            current, total, tokens[at].word, end, shadow, tokens[at].start
        ):
            break
        word = tokens[at].word
        if word in SCALES and (SCALES[word] >= 1000):
            total, current = total + (current or 1) * SCALES[word], Decimal(0)
        elif word in SCALES:
            current = (current or 1) * SCALES[word]
        else:
            current += _value(word)
        end, at = tokens[at].end, at + 1
    value = None if vague else total + current
    return Reading(
        start, end, value, "vague" if vague else "words", at - index, mod="vague" if vague else None
    )


def _value(word: str) -> Decimal:
    return SCALES.get(word) or Decimal(SMALL.get(word, TENS.get(word, 0)))


def _continues(
    current: Decimal, total: Decimal, word: str, end: int, shadow: str, start: int
) -> bool:
    """Whether a further number word belongs to the number read so far."""
    between = shadow[end:start].lower() if start - end <= 5 else "..."
    if between not in (" ", "-", " and ", "-and-"):
        return False
    joined = "and" in between
    if word in SCALES:
        return not joined and current > 0 and total + current * SCALES[word] <= _HIGHEST
    if word in SMALL and not joined and current % 100 >= 20 and current % 10 == 0:
        return 0 < SMALL[word] < 10
    if word in SMALL or word in TENS:
        round_hundred = current >= 100 and current % 100 == 0
        return round_hundred or (current == 0 and total > 0)
    return False


def _is_pronoun(shadow: str, token: Token) -> bool:
    """Whether "one" stands for a noun rather than before it: "this one", "one another"."""
    before = shadow[max(0, token.start - 9) : token.start]
    return bool(_NOT_ONE.search(before) or _AFTER_ONE.match(shadow, token.end))


def _with_article(shadow: str, token: Token) -> tuple[int, bool]:
    """Where "a dozen" begins, and whether it is "several dozen"."""
    before = shadow[max(0, token.start - 14) : token.start]
    if some := _SOME_FEW.search(before):
        return token.start - len(before) + some.start(), True
    article = _ARTICLE.search(before)
    return (token.start - len(before) + article.start() if article else token.start), False


def _half(shadow: str, tokens: Sequence[Token], index: int) -> Reading | None:
    """ "half a tonne", "half a million", "half a dozen"."""
    first = tokens[index]
    article = _HALF_A.match(shadow, first.end)
    if not article:
        return None
    value, end, at = Decimal("0.5"), article.end(), index + 1
    if at < len(tokens) and tokens[at].word in SCALES and tokens[at].start - end <= 1:
        value, end, at = value * SCALES[tokens[at].word], tokens[at].end, at + 1
    return Reading(first.start, end, value, "words", at - index)


def _vague(shadow: str, tokens: Sequence[Token], index: int) -> Reading | None:
    """ "hundreds", "tens of thousands", "several", "several hundred"."""
    first = tokens[index]
    if first.word == "many" and _AS.match(shadow, first.end):
        return None
    end, at, mod = first.end, index + 1, VAGUE[first.word]
    while at < len(tokens) and shadow[end : tokens[at].start].lower() in (" ", " of "):
        if tokens[at].word not in VAGUE and tokens[at].word not in SCALES:
            break
        mod = VAGUE.get(tokens[at].word, VAGUE.get(f"{tokens[at].word}s", mod))
        end, at = tokens[at].end, at + 1
    return Reading(first.start, end, None, "vague", at - index, mod=mod)


def _vague_phrase(shadow: str, token: Token) -> Reading | None:
    """ "a few", "a large number of", "huge quantities of": from its article to its "of"."""
    of = _OF.match(shadow, token.end)
    if token.word != "few" and not of:
        return None
    before = shadow[max(0, token.start - 36) : token.start]
    words = before.split(" ")[:-1] if before.endswith(" ") else []
    taken = 0
    while words and words[-1].lower() in _SIZES:
        taken += len(words.pop()) + 1
    article = bool(words) and words[-1].lower() in ("a", "an")
    if article:
        taken += len(words[-1]) + 1
    elif token.word in ("number", "amount", "quantity", "couple", "handful"):
        return None
    return Reading(token.start - taken, token.end, None, "vague", 1, mod="vague")


def _alone_in_brackets(shadow: str, token: Token) -> Reading | None:
    """ "arrested (04) suspects": how Algerian bulletins print what others write without brackets.

    After a name it is an age, before "of" or a mark a label or a remark.
    """
    if not _IN_BRACKETS.match(shadow, token.start - 1):
        return None
    if not _OPEN_TO_NUMBER.search(shadow, max(0, token.start - _LABEL_REACH), token.start - 1):
        return None
    return Reading(token.start - 1, token.end + 1, token.value, "bracketed", 1, token.grouped)


def _bracketed(shadow: str, tokens: Sequence[Token], index: int, head: Reading) -> Reading:
    """The same number again in brackets: "nine (9)", "43 (forty-three)"."""
    at = index + head.used
    if at >= len(tokens) or shadow[head.end : tokens[at].start] not in (" (", "("):
        return head
    again = (
        _digits(shadow, tokens, at) if tokens[at].value is not None else _words(shadow, tokens, at)
    )
    if again is None or again.value != head.value or shadow[again.end : again.end + 1] != ")":
        return head
    used = head.used + again.used
    return Reading(head.start, again.end + 1, head.value, "bracketed", used, head.grouped)
