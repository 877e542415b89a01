"""Tokens read as values: digits, number words, vague amounts, and what repeats them in brackets."""

from collections.abc import Sequence

from facts.later import later
from facts.numbers.numerals import VAGUE, VAGUE_NOUNS
from facts.numbers.scaled import digits
from facts.numbers.spelled import half, vague, vague_phrase, words
from facts.numbers.tokens import Reading, Token

_IN_BRACKETS = later(r"\([0-9][0-9,]*\) (?!(?:of|and|or|to|in|on|at|was|were|is|are)\b)[a-z]")
_OPEN_TO_NUMBER = later(r"(?:\b[a-z]+|,) \Z")
_LABEL_REACH = 14


def reading(shadow: str, tokens: Sequence[Token], index: int) -> Reading | None:
    """The number that begins at this token, if one does."""
    token = tokens[index]
    if token.value is not None:
        alone = _alone_in_brackets(shadow, token)
        return alone or _bracketed(shadow, tokens, index, digits(shadow, tokens, index))
    if token.word in VAGUE:
        return vague(shadow, tokens, index)
    if token.word in VAGUE_NOUNS:
        return vague_phrase(shadow, token)
    spelled = half(shadow, tokens, index) if token.word == "half" else words(shadow, tokens, index)
    return spelled and _bracketed(shadow, tokens, index, spelled)


def _alone_in_brackets(shadow: str, token: Token) -> Reading | None:
    """ "arrested (04) suspects": how Algerian bulletins print what others write without brackets.

    After a name it is an age, before "of" or a mark a label or a remark.
    """
    if shadow[token.start - 1 : token.start] != "(":
        return None
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
        digits(shadow, tokens, at) if tokens[at].value is not None else words(shadow, tokens, at)
    )
    if again is None or again.value != head.value or shadow[again.end : again.end + 1] != ")":
        return head
    used = head.used + again.used
    return Reading(head.start, again.end + 1, head.value, "bracketed", used, head.grouped)
