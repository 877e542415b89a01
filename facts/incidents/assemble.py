"""Put the incidents of an article together from its mentions."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct, structs

from facts.incidents.actors import home_of
from facts.incidents.acts import acts
from facts.incidents.cues import ANOTHER, UNRELATED
from facts.incidents.draft import Draft
from facts.incidents.fill import incident
from facts.incidents.opening import drafts
from facts.incidents.passages import passages
from facts.incidents.types import Typing, typing
from facts.model import Incident, Mention
from facts.rules.book import RuleBook
from facts.text import Article


class Assembled(Struct, frozen=True):
    """The incidents of an article, and its mentions, each with the incidents it supports."""

    incidents: tuple[Incident, ...]
    mentions: tuple[Mention, ...]


def assemble(article: Article, mentions: Sequence[Mention], rules: RuleBook) -> Assembled:
    """The incidents an article reports; its mentions must have their ids."""
    kinds = rules.derive(typing)
    published = article.published.date if article.published else None
    made = drafts(
        list(passages(article, mentions, kinds.tell, rules.derive(acts))), kinds, published
    )
    home = home_of(mentions, published)
    found: list[Incident] = []
    told = [kinds.types(draft) for draft in made]
    before = next((first for first in told if first), ())
    for draft, own in zip(made, told, strict=True):
        types = _after(before, own, draft, kinds)
        before = types or before
        if types and _is_telling(draft):
            found.append(incident(draft, len(found) + 1, types, home))
    return Assembled(tuple(found), _with_incidents(mentions, found))


def _after(
    before: tuple[str, ...], own: tuple[str, ...], draft: Draft, kinds: Typing
) -> tuple[str, ...]:
    """The types of an incident after another's: its own, or those of the one before.

    Weapons that an army finds after it has told of terrorists are the terrorists'.
    """
    if kinds.continues(own, before) and not draft.passages[0].has(ANOTHER):
        return before
    if kinds.is_fallback(own) and before and not draft.passages[0].has(UNRELATED):
        return before
    return own or (() if _is_violence(draft) and not kinds.is_violent(before) else before)


def _is_violence(draft: Draft) -> bool:
    """Whether it tells of the dead and wounded only: no drug seizure, whatever came before it."""
    return bool(draft.kinds) and draft.kinds <= {"killed", "injured"}


def _is_telling(draft: Draft) -> bool:
    """Whether there is more to it than a thing of which nothing is said but its name."""
    return (
        draft.date is not None
        or any(
            getattr(m.value, "n", None) is not None
            or getattr(m.value, "quantity", None) is not None
            or getattr(m.value, "amount", None) is not None
            or getattr(m.value, "mod", None) == "hundreds"
            for m in draft.core
        )
        or any(p.pattern or p.deed or p.dates or p.operations for p in draft.passages)
    )


def _with_incidents(
    mentions: Sequence[Mention], incidents: Sequence[Incident]
) -> tuple[Mention, ...]:
    supported: defaultdict[str, list[str]] = defaultdict(list)
    for one in incidents:
        for fact in one.facts:
            supported[fact].append(one.id)
    return tuple(
        structs.replace(m, incidents=tuple(supported[m.id])) if m.id in supported else m
        for m in mentions
    )
