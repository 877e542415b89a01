"""Parts and wholes among counts."""

from collections.abc import Iterator, Sequence

from facts.counts.roles import Counted


def with_appositions(found: Sequence[Counted]) -> Iterator[Counted]:
    """ "Five suspects, four Bulgarians and an Afghan": what adds up to a number is its parts."""
    parts: dict[int, int] = {}
    for at, counted in enumerate(found):
        total, rest = 0, at + 1
        while rest < len(found) and total < (counted.n or 0) and _continues(found, rest):
            total += found[rest].n or 0
            rest += 1
        if total == counted.n and rest > at + 2:
            parts.update(dict.fromkeys(range(at + 1, rest), counted.n))
    for at, counted in enumerate(found):
        own = counted.part_of is None and at in parts
        yield counted._replace(part_of=parts[at]) if own else counted


def _continues(found: Sequence[Counted], at: int) -> bool:
    """Whether a count follows the one before in a list, in the same role."""
    before, own = found[at - 1], found[at]
    return own.role.role == before.role.role and own.phrase.first - before.phrase.last <= 2


def is_larger(whole: int | None, part: int | None) -> bool:
    """Whether a whole is known to be more than its part."""
    return whole is not None and part is not None and whole > part
