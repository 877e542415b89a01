"""The numbers of an incident: counts by role, things seized, sums."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from facts.folding import fold
from facts.incidents import alone
from facts.incidents.draft import Draft
from facts.incidents.passages import Passage
from facts.incidents.rounding import is_rounding
from facts.later import later
from facts.model import Count, Mention, Money, MoneyFill, Seizure, SeizureFill

_NO_ROLES = frozenset({"records", "other"})
_PLACES = frozenset({"countries", "cities", "ports"})
"""What "several" of adds nothing to an incident."""
_JOINTS = frozenset({" and ", ", ", ", and "})
_NO_MONEY = frozenset({"budget", "reward", "bail"})


def counts(draft: Draft) -> dict[str, int | None]:
    """The whole of each role: the first number, or a later one that is more."""
    found: dict[str, int | None] = {}
    for passage in draft.passages:
        for role, n in _sums_of(passage):
            old = found.get(role)
            if role not in found or (n is not None and n > (old or 0)):
                found[role] = n
    if "suspects" in found and found["suspects"] == found.get("arrests"):
        del found["suspects"]  # "the two suspects" are those who were arrested
    if not draft.aggregate:
        around = [*draft.passages, *draft.context]
        if "arrests" not in found and (held := alone.held(around)):
            found["arrests"] = held
        if "convicted" not in found and alone.is_tried(around):
            found["convicted"] = 1
    return found


def _sums_of(passage: Passage) -> Iterator[tuple[str, int | None]]:
    """The counts of a passage; what is joined is added: "a Chinese man and two Thai women"."""
    role, total, end = "", None, -1
    for mention, value in _whole(passage):
        between = passage.text[end - passage.span.start : mention.start - passage.span.start]
        if value.role == role and between in _JOINTS and total is not None and value.n is not None:
            total += value.n
        else:
            if role:
                yield role, total
            role, total = value.role, value.n
        end = mention.end
    if role:
        yield role, total


def _whole(passage: Passage) -> Iterator[tuple[Mention, Count]]:
    """Its counts without parts, what is compared, and what only breaks a number down."""
    told: list[tuple[Mention, Count]] = []
    for mention in passage.mentions:
        value = mention.value
        if not isinstance(value, Count) or value.part_of or value.role in _NO_ROLES:
            continue
        if value.n is None and value.role in _PLACES:
            continue
        if not _COMPARED.search(passage.text, _OWN, mention.start - passage.span.start):
            told.append((mention, value))
    broken_down = set[str]()
    for at, (mention, value) in enumerate(told):
        if value.role not in broken_down:
            yield mention, value
        rest = [other.n or 0 for _, other in told[at + 1 :] if other.role == value.role]
        if len(rest) > 1 and sum(rest) == value.n:
            broken_down.add(value.role)  # "14 people, nine in jail and five under house arrest"


_COMPARED = later(r"\b(?:(?:up|down) from|compared (?:with|to)) [^.;,]{0,24}\Z")
"""Words before a number that another one is compared with."""
_OWN = 3
"""Characters within which they open a part that is the other number's own."""


def seizures(draft: Draft) -> Iterator[SeizureFill]:
    """Its things; those without a number only where no number says it better."""
    values = [m.value for m in draft.core if isinstance(m.value, Seizure)]
    fuller = _longest_names(values)
    alike = _by_unit(values)
    seen: set[tuple[str, Decimal | None, str | None]] = set()
    heads: dict[tuple[str, Decimal | None, str | None], int] = {}
    for number, value in _told_once(draft):
        key = (fold(value.item), value.quantity, value.unit)
        words = set(key[0].split())
        shorter = any(words < name for name in fuller.get((value.quantity, value.unit), ()))
        if key in seen or (shorter and value.quantity is not None):
            continue
        if is_rounding(value.quantity, value.mod, _same_things(value, alike)):
            continue
        head = (key[0].rpartition(" ")[2], value.quantity, value.unit)
        if value.quantity is not None and heads.setdefault(head, number) != number:
            continue
        seen.add(key)
        yield SeizureFill(
            item=value.item,
            quantity=value.quantity,
            unit=value.unit,
            mod=value.mod,
            flagged=bool(value.flags),
        )


_GENERAL = frozenset(
    "drugs narcotics weapons arms goods accessories items products equipment materials".split()
)


def _told_once(draft: Draft) -> Iterator[tuple[int, Seizure]]:
    """Its things without those another sentence, or the same one, says with their number.

    Each with the number of its sentence.
    """
    numbered: dict[str | None, set[int]] = {}
    for passage in draft.passages:
        for mention in passage.core:
            if isinstance(mention.value, Seizure) and mention.value.quantity is not None:
                numbered.setdefault(mention.value.category, set()).add(passage.index)
    for passage in draft.passages:
        for mention in passage.core:
            value = mention.value
            if not isinstance(value, Seizure):
                continue
            if value.quantity is not None and _is_share(passage, mention):
                continue
            better = numbered.get(value.category, set())
            general = value.item.rpartition(" ")[2].lower() in _GENERAL
            if value.quantity is None and better and (general or passage.index not in better):
                continue
            yield passage.index, value


def _is_share(passage: Passage, mention: Mention) -> bool:
    """Whether it is told in brackets as a share: "57 tonnes, most in Benin (16.6 tonnes)"."""
    at = mention.start - passage.span.start
    share = mention.value
    if passage.text[max(0, at - 1) : at] != "(" or not isinstance(share, Seizure):
        return False
    return any(
        isinstance(m.value, Seizure)
        and (m.value.quantity or 0) > (share.quantity or 0)
        and (m.value.item, m.value.unit) == (share.item, share.unit)
        for m in passage.core
        if m.start < mention.start
    )


def _by_unit(values: Sequence[Seizure]) -> dict[tuple[str | None, str | None], list[Seizure]]:
    """The things of an incident by category and unit."""
    found: dict[tuple[str | None, str | None], list[Seizure]] = {}
    for value in values:
        same = found.setdefault((value.category, value.unit), [])
        if len(same) < _NAMES:
            same.append(value)
    return found


def _same_things(
    value: Seizure, alike: dict[tuple[str | None, str | None], list[Seizure]]
) -> list[Decimal | None]:
    """The numbers of what may be the same things: "drugs" may be cocaine, hash is hashish."""
    words = fold(value.item).split()
    general = bool(words) and words[-1] in _GENERAL
    return [
        other.quantity
        for other in alike[value.category, value.unit]
        if general or any(name.startswith(tuple(words)) for name in fold(other.item).split())
    ]


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
    passages = list(passages)
    seen: set[tuple[Decimal | None, str]] = set()
    told: dict[str, list[Decimal | None]] = {}
    for value in (value for passage in passages for value in _sums(passage)):
        told.setdefault(value.currency, []).append(value.amount)
    for passage in passages:
        for value in _sums(passage):
            if is_rounding(value.amount, value.mod, told.get(value.currency, ())):
                continue
            key = (value.amount, value.currency)
            if key not in seen and value.role not in _NO_MONEY and not _is_rate(value):
                seen.add(key)
                yield MoneyFill(value.amount, value.currency, value.usd)


def _is_rate(value: Money) -> bool:
    """Whether it is a unit or less: a rate of exchange, the price of one."""
    return value.amount is not None and value.amount <= 1


def _sums(passage: Passage) -> Iterator[Money]:
    """The sums of a passage, of a range its first: "between 2,500 and 6,000 euros"."""
    end = -1
    for mention in passage.mentions:
        if isinstance(mention.value, Money) and mention.start >= end:
            start = passage.span.start
            if end < 0 or passage.text[end - start : mention.start - start] != " to ":
                yield mention.value
            end = mention.end
