"""Where the clauses of a sentence begin, and which aside it goes on after."""

from collections.abc import Sequence, Set

from facts.frames.tokens import Token
from facts.frames.words import BE, HAVE, SUBORDINATORS

_CLAUSAL = frozenset("after before since as until while".split())
"""Prepositions or conjunctions: they open a clause when a verb is near."""
_THINKING = frozenset(
    "say tell believe believes show shows find found confirm confirms indicate indicates mean "
    "means suspect suspects so now given provided fact evidence allegations claims claim think "
    "thinks thought know known ensure allege reveal reveals report reports clear likely possible "
    "saying adding noting showing indicating meaning alleging claiming information intelligence "
    "ministry reporters newsmen journalists afp reuters xinhua".split()
)
"""Words before a "that" that opens a clause of its own."""
_BETWEEN_NAMES = frozenset([",", "and", "(", ")", "al", "de", "bin", "."])
_ASIDE = 25
"""Tokens between two dashes that are an aside."""
_NAMED = 40
"""Tokens a list of names has at most."""


def clauses(tokens: Sequence[Token], saying: Set[str]) -> list[int]:
    """For each token the number of clause openers up to it; relatives do not count."""
    numbers: list[int] = []
    clause = opened = 0
    closings = _asides(tokens)
    for at, token in enumerate(tokens):
        low = token.low
        if at in closings:
            clause = numbers[closings[at] - 1]
            numbers.append(clause)
            continue
        opens = (low in (";", "-", ":") and not (low == ":" and _names_them(tokens, at))) or (
            low in SUBORDINATORS and _opens_clause(tokens, at, saying)
        )
        if opens:
            opened += 1
            clause = opened
        numbers.append(clause)
    return numbers


def _asides(tokens: Sequence[Token]) -> dict[int, int]:
    """ "Three men - two Croats and an Italian - were held": the last dash, with the first."""
    dashes = [
        at
        for at in range(1, len(tokens) - 1)
        if tokens[at].low == "-"
        and tokens[at - 1].end < tokens[at].start
        and tokens[at].end < tokens[at + 1].start
    ]
    if len(dashes) != 2 or dashes[1] - dashes[0] > _ASIDE:
        return {}
    return {dashes[1]: dashes[0]}


def _names_them(tokens: Sequence[Token], at: int) -> bool:
    """ "Two suspects: Bashir Idris, 29, and Chinedu Eze, 33, were nabbed": names, then the verb."""
    for token in tokens[at + 1 : at + _NAMED]:
        if token.low in BE:
            return True
        if not (token.capital or token.opaque or token.number or token.low in _BETWEEN_NAMES):
            return False
    return False


def _opens_clause(tokens: Sequence[Token], at: int, saying: Set[str]) -> bool:
    low = tokens[at].low
    if low == "that":  # "said that" opens a clause, "a group that sold" only tells more of it
        before = tokens[at - 1].low if at else ""
        return before in saying or before in _THINKING or before.endswith("ed")
    if low not in _CLAUSAL:
        return True
    following = tokens[at + 1 : at + 9]
    return any(
        token.low in BE or token.low in HAVE or token.low.endswith("ed") for token in following
    )
