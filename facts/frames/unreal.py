"""What did not happen: a trigger that is negated, denied, to come, or only supposed."""

from collections.abc import Sequence, Set

from facts.frames.tokens import Tokens
from facts.frames.words import ADVERBS, BE, HAVE, MODALS

_NOT = frozenset("not never hardly n't cannot".split())
_BOTH = frozenset("only just merely simply".split())
"""After "not" they say that it did happen, and more: "not only arrested 5 men"."""
_FUTURE = frozenset("will shall 'll".split())
_FAILING = frozenset("failed fail fails failing unable refused refuse declined neglected".split())
_INTENDING = frozenset(
    "tried try tries trying attempted attempting planned planning plans plan hoped hoping hopes "
    "wanted wants intended intending intends sought seeking vowed pledged promised threatened "
    "preparing prepared conspired conspiring plotted plotting".split()
)
"""Before "to": who tries or plans has not done it."""
_EMPOWERING = frozenset(
    "trained used power powers authority authorised authorized allows allow entitled empowered "
    "needed required".split()
)
"""Before "to": what may be done, and nothing that was."""
_POSSIBLE = frozenset({"can", "may", "might"})
_SUFFICING = frozenset({"enough", "sufficient"})
_CARRYING = frozenset(["smuggle", "smuggle_goods", "hide"])
"""What was tried and found out all the same: the load of "tried to smuggle 5 kg" is there."""
_WITHOUT = "without"
_DENYING = frozenset("denied denies deny denying".split())
_SUPPOSING = frozenset(["if", "unless"])
_DENIABLE = frozenset("seize recover arrest intercept capture".split())
"""What a force denies; a suspect who denies smuggling does not unmake the load."""
_TAKING = frozenset("seize recover intercept find".split())
_HAD = frozenset({"have"})
"""In "may have seized" it is only not sure."""
_VERBAL = ADVERBS | BE | HAVE | MODALS | _NOT | frozenset(["do", "does", "did"])
_TELLING = (
    _NOT
    | _EMPOWERING
    | _POSSIBLE
    | _FUTURE
    | _FAILING
    | _INTENDING
    | _SUFFICING
    | _DENYING
    | _SUPPOSING
    | {_WITHOUT}
)
_ENOUGH = 3
"""Words from "enough" to its "to"."""
_LONGEST = 8
"""Tokens before a verb that are looked at."""


def may_be_unreal(words: Set[str]) -> bool:
    """Whether a sentence of these words has one that `is_unreal` looks for."""
    return not _TELLING.isdisjoint(words) or "n't" in " ".join(words)


def is_unreal(tokens: Tokens, first: int, triggers: frozenset[str]) -> bool:
    """Whether the verb at a token tells what did not happen, or not yet."""
    before = tokens.lows[max(0, first - _LONGEST) : first]
    size = 0
    while size < len(before) and _is_verbal(before[-1 - size]):
        size += 1
    group, rest = before[len(before) - size :], before[: len(before) - size]
    last = rest[-1] if rest else ""
    if _is_negated(group) or not _FUTURE.isdisjoint(group):
        return True
    if triggers & _TAKING and _is_possible(group, rest):
        return True
    if "to" in group and (
        last in _FAILING or (last in _INTENDING and triggers.isdisjoint(_CARRYING))
    ):
        return True
    if "to" in group and not _SUFFICING.isdisjoint(rest[-_ENOUGH:]):
        return True  # "enough fentanyl to kill millions"
    if _WITHOUT in rest[-3:] and tokens.lows[first].endswith("ing"):
        return True
    return _is_supposed(rest) or (bool(triggers & _DENIABLE) and _is_denied(rest))


def _is_possible(group: Sequence[str], rest: Sequence[str]) -> bool:
    """ "can detect drugs", "allows police to seize cars": nobody did it."""
    if "to" in group:
        return not _EMPOWERING.isdisjoint(rest[-_ENOUGH:])
    return not _POSSIBLE.isdisjoint(group) and _HAD.isdisjoint(group)


def _is_verbal(low: str) -> bool:
    return low in _VERBAL or low.endswith(("n't", "ly"))


def _is_negated(group: Sequence[str]) -> bool:
    return any(
        (low in _NOT or low.endswith("n't")) and _BOTH.isdisjoint(group[at + 1 : at + 2])
        for at, low in enumerate(group)
    )


def _is_supposed(rest: Sequence[str]) -> bool:
    """ "if police seize": nothing but the subject stands between."""
    near = rest[-4:]
    at = max((at for at, low in enumerate(near) if low in _SUPPOSING), default=None)
    return at is not None and "," not in near[at:]


def _is_denied(rest: Sequence[str]) -> bool:
    """ "denied that they had seized", "denied seizing", "denied reports that police seized"."""
    if rest and rest[-1] in _DENYING:
        return True
    near = rest[-5:]
    at = max((at for at, low in enumerate(near) if low in _DENYING), default=None)
    if at is None:
        return False
    after = near[at + 1 :]
    return "that" in after[:2] or (len(after) == 1 and after[0] in ("they", "he", "she", "it"))
