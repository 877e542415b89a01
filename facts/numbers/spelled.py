"""Number words read as values: "thirty-nine", "two hundred and six", "half a tonne", "several"."""

import re
from collections.abc import Sequence
from decimal import Decimal

from facts.later import later
from facts.numbers.numerals import SCALES, SMALL, TENS, VAGUE
from facts.numbers.tokens import HIGHEST, Reading, Token

_HALF_MORE = later(r"[ -]and[ -]a[ -]half\b", re.IGNORECASE)
_HALF_A = later(
    r"[ -](?:an?\b|(?=dozen|million|billion|ton|kilo|kg|lit|gram|pound))", re.IGNORECASE
)
_NOT_ONE = later(r"\b(?:no|this|each|every|any|the|which|another|only) \Z", re.IGNORECASE)
_THAT = later(r"\bthat \Z", re.IGNORECASE)
_COUNTS = later(r" (?!(?:of|is|was|has|had|in|on|at|and|or|as|to|for|by|which|that|who)\b)[a-z]")
"""After "that one" a noun of its own: "said that one man was held"."""
_AFTER_ONE = later(r" (?:another|day)\b|'s?\b", re.IGNORECASE)
_ARTICLE = later(r"\ban? \Z", re.IGNORECASE)
_SOME_FEW = later(r"\b(?:several|a few|few|many|some|a couple of|couple of) \Z", re.IGNORECASE)
_SIZES = frozenset(
    "very few large small huge vast great good big significant considerable substantial "
    "unspecified undisclosed unknown undetermined record growing important limited".split()
)
_AS = later(r" as\b")
_OF = later(r" of\b")


def words(shadow: str, tokens: Sequence[Token], index: int) -> Reading | None:
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
        return not joined and current > 0 and total + current * SCALES[word] <= HIGHEST
    if word in SMALL and not joined and current % 100 >= 20 and current % 10 == 0:
        return 0 < SMALL[word] < 10
    if word in SMALL or word in TENS:
        round_hundred = current >= 100 and current % 100 == 0
        return round_hundred or (current == 0 and total > 0)
    return False


def _is_pronoun(shadow: str, token: Token) -> bool:
    """Whether "one" stands for a noun rather than before it: "this one", "one another"."""
    before = shadow[max(0, token.start - 9) : token.start]
    if _THAT.search(before) and not _COUNTS.match(shadow, token.end):
        return True
    return bool(_NOT_ONE.search(before) or _AFTER_ONE.match(shadow, token.end))


def _with_article(shadow: str, token: Token) -> tuple[int, bool]:
    """Where "a dozen" begins, and whether it is "several dozen"."""
    before = shadow[max(0, token.start - 14) : token.start]
    if some := _SOME_FEW.search(before):
        return token.start - len(before) + some.start(), True
    article = _ARTICLE.search(before)
    return (token.start - len(before) + article.start() if article else token.start), False


def half(shadow: str, tokens: Sequence[Token], index: int) -> Reading | None:
    """ "half a tonne", "half a million", "half a dozen"."""
    first = tokens[index]
    article = _HALF_A.match(shadow, first.end)
    if not article:
        return None
    value, end, at = Decimal("0.5"), article.end(), index + 1
    if at < len(tokens) and tokens[at].word in SCALES and tokens[at].start - end <= 1:
        value, end, at = value * SCALES[tokens[at].word], tokens[at].end, at + 1
    return Reading(first.start, end, value, "words", at - index)


def vague(shadow: str, tokens: Sequence[Token], index: int) -> Reading | None:
    """ "hundreds", "tens of thousands", "several", "several hundred"."""
    first = tokens[index]
    if first.word == "many" and _AS.match(shadow, first.end):
        return None
    if first.word == "tens" and not _OF.match(shadow, first.end):
        return None
    end, at, mod = first.end, index + 1, VAGUE[first.word]
    while at < len(tokens) and shadow[end : tokens[at].start].lower() in (" ", " of "):
        if tokens[at].word not in VAGUE and tokens[at].word not in SCALES:
            break
        mod = VAGUE.get(tokens[at].word, VAGUE.get(f"{tokens[at].word}s", mod))
        end, at = tokens[at].end, at + 1
    return Reading(first.start, end, None, "vague", at - index, mod=mod)


def vague_phrase(shadow: str, token: Token) -> Reading | None:
    """ "a few", "a large number of", "huge quantities of": from its article to its "of"."""
    of = _OF.match(shadow, token.end)
    if token.word != "few" and not of:
        return None
    before = shadow[max(0, token.start - 36) : token.start].replace("\n", " ")
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
