"""The forms of a verb, made from its base form."""

from collections.abc import Iterator
from typing import Literal, TypeAlias

Form: TypeAlias = Literal["base", "third", "past", "participle", "ed", "ing"]
"""`ed` is past and participle in one, as of every regular verb."""

_DOUBLED = frozenset(
    "nab stop grab bar cut net set hit let get shut swap log plan trap drop ship rob stab tap "
    "kidnap expel repel refer grip chop strip".split()
)


def forms(written: str) -> Iterator[tuple[str, Form]]:
    """The forms of a verb written as "seize", "catch caught caught", "send sent sent back"."""
    base, _, rest = written.partition(" ")
    parts = rest.split()
    if len(parts) >= _WRITTEN_OUT and parts[0] not in _PARTICLES:
        past, participle, *further = parts
        tail = f" {' '.join(further)}" if further else ""
        yield from _present(base, tail)
        if past == participle:
            yield past + tail, "ed"
        else:
            yield past + tail, "past"
            yield participle + tail, "participle"
        return
    tail = f" {rest}" if rest else ""
    yield from _present(base, tail)
    if base in _PAST:
        past, participle = _PAST[base]
        yield past + tail, "ed" if past == participle else "past"
        if past != participle:
            yield participle + tail, "participle"
    else:
        yield _stem(base) + "ed" + tail, "ed"


_WRITTEN_OUT = 2
"""Words after the base form that are at least its past and participle: "catch caught caught"."""
_PARTICLES = frozenset("up down away back out off for in on upon across into to before".split())
_PAST = {
    "break": ("broke", "broken"),
    "take": ("took", "taken"),
    "bring": ("brought", "brought"),
    "find": ("found", "found"),
    "shut": ("shut", "shut"),
}


def _present(base: str, tail: str) -> Iterator[tuple[str, Form]]:
    yield base + tail, "base"
    yield _third(base) + tail, "third"
    yield _ing(base) + tail, "ing"


def _third(base: str) -> str:
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("s", "x", "z", "ch", "sh")) else f"{base}s"


def _stem(base: str) -> str:
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return f"{base[:-1]}i"
    if base in _DOUBLED:
        return base + base[-1]
    return base[:-1] if base.endswith("e") else base


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    if base in _DOUBLED:
        return f"{base}{base[-1]}ing"
    return f"{base[:-1]}ing" if base.endswith("e") and not base.endswith("ee") else f"{base}ing"
