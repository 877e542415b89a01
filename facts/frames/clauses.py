"""Where the clauses of a sentence begin, and which aside it goes on after."""

from collections.abc import Set

from facts.frames.tokens import Tokens
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


def clauses(tokens: Tokens, saying: Set[str]) -> list[int]:
    """For each token the number of clause openers up to it; relatives do not count."""
    numbers: list[int] = []
    clause = opened = 0
    closings = _asides(tokens)
    for at in tokens.places_of(_OPENERS):
        numbers += [clause] * (at - len(numbers))
        if at in closings:
            clause = numbers[closings[at] - 1]
        elif _opens_clause(tokens, at, saying):
            clause = opened = opened + 1
        numbers.append(clause)
    return numbers + [clause] * (tokens.size - len(numbers))


_OPENERS = SUBORDINATORS | {";", "-", ":"}


def _asides(tokens: Tokens) -> dict[int, int]:
    """ "Three men - two Croats and an Italian - were held": the last dash, with the first."""
    lows, starts, ends = tokens.lows, tokens.starts, tokens.ends
    if "-" not in lows:
        return {}
    dashes = [
        at
        for at in range(1, tokens.size - 1)
        if lows[at] == "-" and ends[at - 1] < starts[at] and ends[at] < starts[at + 1]
    ]
    if len(dashes) != 2 or dashes[1] - dashes[0] > _ASIDE:
        return {}
    return {dashes[1]: dashes[0]}


def _opens_clause(tokens: Tokens, at: int, saying: Set[str]) -> bool:
    lows = tokens.lows
    low = lows[at]
    if low == ":":
        return not _names_them(tokens, at)
    if low == "that":  # "said that" opens a clause, "a group that sold" only tells more of it
        before = lows[at - 1]
        return before in saying or before in _THINKING or before.endswith("ed")
    if low not in _CLAUSAL:
        return True
    return any(low in BE or low in HAVE or low.endswith("ed") for low in lows[at + 1 : at + 9])


def _names_them(tokens: Tokens, at: int) -> bool:
    """ "Two suspects: Bashir Idris, 29, and Chinedu Eze, 33, were nabbed": names, then the verb."""
    lows = tokens.lows
    for after in range(at + 1, min(at + _NAMED, tokens.size)):
        if lows[after] in BE:
            return True
        named = tokens.is_capital(after) or after in tokens.opaque or after in tokens.numbers
        if not (named or lows[after] in _BETWEEN_NAMES):
            return False
    return False
