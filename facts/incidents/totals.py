"""The numbers of an incident: counts by role, things seized, sums."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from facts.folding import fold
from facts.incidents.draft import Draft
from facts.incidents.passages import Passage
from facts.model import Count, Mention, Money, MoneyFill, Seizure, SeizureFill

_NO_ROLES = frozenset({"records", "other", "cases", "officers"})
_NO_MONEY = frozenset({"budget"})


def counts(draft: Draft) -> dict[str, int | None]:
    """The whole of each role: the first number, or a later one that is more."""
    found: dict[str, int | None] = {}
    for passage in draft.passages:
        for mention in passage.mentions:
            value = mention.value
            if not isinstance(value, Count) or value.part_of or value.role in _NO_ROLES:
                continue
            old = found.get(value.role)
            if value.role not in found or (value.n is not None and value.n > (old or 0)):
                found[value.role] = value.n
    return found


def seizures(draft: Draft) -> Iterator[SeizureFill]:
    """Its things; those without a number only where no number says it better."""
    values = [m.value for m in draft.core if isinstance(m.value, Seizure)]
    numbered = {value.category for value in values if value.quantity is not None}
    fuller = _longest_names(values)
    seen: set[tuple[str, Decimal | None, str | None]] = set()
    for value in values:
        key = (fold(value.item), value.quantity, value.unit)
        vague = value.quantity is None and value.category in numbered
        words = set(key[0].split())
        shorter = any(words < name for name in fuller.get((value.quantity, value.unit), ()))
        if vague or key in seen or (shorter and value.quantity is not None):
            continue
        seen.add(key)
        yield SeizureFill(
            item=value.item,
            quantity=value.quantity,
            unit=value.unit,
            mod=value.mod,
            flagged=bool(value.flags),
        )


_NAMES = 8
"""Names of one and the same amount that are compared."""


def _longest_names(
    values: Sequence[Seizure],
) -> dict[tuple[Decimal | None, str | None], list[set[str]]]:
    """The names each amount is told with: "illicit drugs" is fuller than "drugs"."""
    found: dict[tuple[Decimal | None, str | None], list[set[str]]] = {}
    for value in values:
        names = found.setdefault((value.quantity, value.unit), [])
        if len(names) < _NAMES:
            names.append(set(fold(value.item).split()))
    return found


def money(passages: Iterable[Passage]) -> Iterator[MoneyFill]:
    """Its sums, each once; a conversion belongs to the sum before it."""
    seen: set[tuple[Decimal | None, str]] = set()
    for passage in passages:
        for value in _sums(passage.mentions):
            key = (value.amount, value.currency)
            if key not in seen and value.role not in _NO_MONEY:
                seen.add(key)
                yield MoneyFill(value.amount, value.currency, value.usd)


def _sums(mentions: Sequence[Mention]) -> Iterator[Money]:
    end = -1
    for mention in mentions:
        if isinstance(mention.value, Money) and mention.start >= end:
            end = mention.end
            yield mention.value
