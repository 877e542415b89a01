"""The organisation a person speaks or works for: the one beside the name and the title."""

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import structs

from facts.model import Mention, Organisation, Person
from facts.names.page import Page
from facts.spans import enclosing

_NEAR = 80
"""Characters between a person and the organisation at most."""


def employ(
    page: Page, persons: Sequence[Mention], organisations: Sequence[Mention]
) -> list[Mention]:
    """The persons, each one with a role with the organisation named beside it."""
    ordered = sorted(organisations, key=lambda mention: mention.start)
    starts = [mention.start for mention in ordered]
    return [_employed(page, person, ordered, starts) for person in persons]


def _employed(
    page: Page, person: Mention, organisations: Sequence[Mention], starts: list[int]
) -> Mention:
    value = person.value
    if not isinstance(value, Person) or value.role is None:
        return person
    index = bisect_left(starts, person.start)
    for organisation in organisations[max(0, index - 1) : index + 1]:
        if _belongs(page, person, organisation):
            return structs.replace(
                person, value=structs.replace(value, organisation=_name(organisation))
            )
    return person


def _belongs(page: Page, person: Mention, organisation: Mention) -> bool:
    """Whether only a title stands between a person and an organisation of the same sentence."""
    sentence = enclosing(page.article.sentences, person.start)
    if sentence is None or not sentence.start <= organisation.start < sentence.end:
        return False
    if organisation.start < person.start:
        between = page.shadow[organisation.end : person.start]
        acts = page.signs.held | page.signs.said
        if len(between) > _NEAR // 2 or between.count(",") > 1:
            return False
        return acts.isdisjoint(between.replace(",", " ").split())
    between = page.shadow[person.end : organisation.start]
    return len(between) <= _NEAR and between.startswith(",") and between.count(",") == 1


def _name(organisation: Mention) -> str | None:
    value = organisation.value
    return (value.acronym or value.name) if isinstance(value, Organisation) else None
